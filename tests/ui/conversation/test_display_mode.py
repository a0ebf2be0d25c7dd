"""Quiet, so that the client can look along; and frozen, so that nothing at the side changes while one reads or listens."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook, shown_in_english

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown_in_english(qtbot, services)


def read(view: ConversationView) -> str:
    """All that can be read in the view, also by a screen reader."""
    words = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    words += [f"{each.text()} {each.accessibleName()}" for each in view.findChildren(QPushButton) if each.isVisible()]
    return "\n".join(words)


def side(view: ConversationView) -> list[str]:
    """What the signals and the proposals say."""
    parts = (view.side.signals, view.side.ask_next)
    return [label.text() for part in parts for label in part.findChildren(QLabel) if label.isVisible()]


def test_quiet_names_no_barrier_or_drive_and_counts_nothing(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-zorg", "vraag-dichtbij")
    library = view._services.library
    names = [library.barriers["care-duties"].en.name, library.drives["social-nearness"].en.name]
    assert all(name in read(view) for name in names)
    hand.click(view.header.quiet)
    said = read(view)
    every = [each.en for each in (*library.barriers.values(), *library.drives.values())]
    assert [text.name for text in every if text.name in said or text.signal in said] == []
    quiet = view.aside.quiet.accessibleName()
    name_items("vraag-geld")
    assert view.aside.quiet.accessibleName() == quiet
    assert not any(figure.isdigit() for figure in quiet)
    hand.click(view.aside.quiet)
    assert all(name in read(view) for name in names)


def test_quiet_hides_what_to_watch_for_and_why_it_is_asked(view: ConversationView) -> None:
    text = view.controller.checklist.items["vraag-zorg"].en
    view.items.go_to("vraag-zorg")
    assert text.observe in read(view)
    assert text.why in read(view)
    view.display_mode.set_quiet(quiet=True)
    view.items.go_to("vraag-geld")
    view.items.go_to("vraag-zorg")
    assert text.observe not in read(view)
    assert text.why not in read(view)
    assert text.softer in read(view)


def test_quiet_takes_the_keyboard_back_from_what_it_hides(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.items.go_to("vraag-geld")
    view.side.signals.enter("care-duties")
    view.display_mode.set_quiet(quiet=True)
    assert QApplication.focusWidget() is view.items.rows["vraag-geld"]


def test_quiet_opens_no_card(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.items.go_to("vraag-zorg")
    view.display_mode.set_quiet(quiet=True)
    for key in ("Shift+C", "Shift+V", "Shift+K"):
        hand.press(key)
    assert view.side.signals.unfolded == []
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


def test_quiet_and_unfolded_headings_are_remembered_with_the_conversation(
    kept: ConversationView, casebook: Casebook
) -> None:
    kept.display_mode.set_quiet(quiet=True)
    kept.controller.unfold("t-home")
    session = kept.persistence.session
    assert session is not None
    kept.put_down()
    casebook.settle()
    kept.display_mode.set_quiet(quiet=False)
    kept.resume(session)
    casebook.settle()
    assert kept.display_mode.quiet
    assert kept.items.rows["vraag-recht"].isVisible()


def test_another_conversation_is_as_quiet_as_the_one_before_and_never_frozen(view: ConversationView) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.display_mode.set_quiet(quiet=True)
    view.display_mode.set_frozen(frozen=True)
    view.persistence.restart()
    assert view.display_mode.quiet
    assert not view.display_mode.frozen


def test_frozen_signals_and_proposals_stay_and_the_line_counts_what_waits(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    hand.click(view.header.freeze)
    before = side(view)
    assert "Frozen" in read(view)
    for item in view.controller.checklist.items:
        if item != "vraag-zorg":
            name_items(item)
    assert side(view) == before
    raised = len(view.controller.signals)
    assert f"Frozen · {view.side.signals.waiting} new" in read(view)
    assert view.side.signals.waiting >= raised - 2
    hand.click(view.header.freeze)
    assert not view.display_mode.frozen
    assert side(view) != before
    assert set(view.side.signals.cards) == {signal.target for signal in view.controller.signals}
    assert view.side.signals.unfolded == ["care-duties"]


def test_what_comes_after_freezing_is_marked_as_news(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.display_mode.set_frozen(frozen=True)
    name_items("vraag-geld", "vraag-dichtbij")
    assert "money" not in view.side.signals.cards
    view.display_mode.set_frozen(frozen=False)
    assert {"money", "social-nearness"} <= set(view.side.signals.fresh)


def test_no_heading_tells_of_items_that_follow_on_while_it_is_frozen(
    view: ConversationView, name_items: NameItems
) -> None:
    more = view.items.more["t-home"]
    before = more.accessibleName()
    view.display_mode.set_frozen(frozen=True)
    name_items("vraag-geld")
    assert more.accessibleName() == before
    view.display_mode.set_frozen(frozen=False)
    assert more.accessibleName() != before


def test_a_frozen_card_goes_with_its_conversation(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.display_mode.set_frozen(frozen=True)
    view.persistence.restart()
    assert view.side.signals.cards == {}
    assert view.side.signals.empty.isVisible()


def test_freezing_moves_nothing_at_the_side(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    QApplication.processEvents()
    before = view.side.ask_next.y()
    view.display_mode.set_frozen(frozen=True)
    QApplication.processEvents()
    assert view.side.ask_next.y() == before


def test_beside_the_list_the_client_reads_a_topic_and_no_claim_and_nothing_moves(view: ConversationView) -> None:
    view.items.go_to("vraag-geld")
    text = view.controller.checklist.items["vraag-geld"].en
    assert view.items.details.label.text() == text.label
    before = {item: row.geometry() for item, row in view.items.rows.items()}
    view.display_mode.set_quiet(quiet=True)
    QApplication.processEvents()
    assert view.items.details.label.text() == text.topic
    assert view.items.pane.isVisible()
    assert {item: row.geometry() for item, row in view.items.rows.items()} == before
