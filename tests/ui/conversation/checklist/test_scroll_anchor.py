"""Nothing moves under the hand: the keyboard and the item in hand stay where they are, whatever comes or goes around them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from tests.hand import hand
from tests.ui.conversation.conftest import narrow, shown_in_english

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]
IN_HAND = "vraag-geld"


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown_in_english(qtbot, services)


def on_screen(view: ConversationView, item: str = IN_HAND) -> tuple[QWidget | None, int]:
    """Who has the keyboard, and where the row of an item is in what shows of the list."""
    QApplication.processEvents()
    return QApplication.focusWidget(), view.items.rows[item].mapTo(view.items.viewport(), QPoint(0, 0)).y()


def opens(view: ConversationView) -> list[str]:
    """The items that open deeper ones above the item in hand."""
    items = view.controller.checklist.items
    before = list(items)[: list(items).index(IN_HAND)]
    return [item for item in before if any(item in items[deeper].opens_after for deeper in before)]


CHANGES: dict[str, Callable[[ConversationView], object]] = {
    "named": lambda view: view.controller.set_state(IN_HAND, State.NAMED),
    "not an issue": lambda view: view.controller.set_state(IN_HAND, State.NOT_AN_ISSUE),
    "observed": lambda view: view.controller.toggle_by(IN_HAND),
    "noted": lambda view: view.controller.set_note(IN_HAND, "twee maanden achter\nen nog iets"),
    "deeper items open above": lambda view: [view.controller.set_state(item, State.NAMED) for item in opens(view)],
    "one above is unfolded by key": lambda view: view.items.toggle_more("t-goal"),
    "its own heading is unfolded by key": lambda view: view.items.toggle_more("t-home"),
    "everything is shown": lambda view: hand.click(view.header.all),
    "quiet": lambda view: view.display_mode.set_quiet(quiet=True),
    "frozen": lambda view: view.display_mode.set_frozen(frozen=True),
    "another tab": lambda view: hand.click(view.side.tabs[1]),
    "a card is unfolded": lambda view: view.side.signals.toggle("care-duties"),
    "a card is set aside": lambda view: view.controller.judge("care-duties", Verdict.DISMISSED),
    "all of it is answered": lambda view: [
        view.controller.set_state(item, State.NAMED) for item in view.controller.checklist.items
    ],
}


BY_MOUSE = ("everything is shown", "another tab")


@pytest.mark.parametrize("change", CHANGES)
def test_focus_and_the_row_in_hand_stay_through_every_change_and_back(view: ConversationView, change: str) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.items.go_to(IN_HAND)
    before = on_screen(view)
    assert before[0] is view.items.rows[IN_HAND]
    CHANGES[change](view)
    if change in BY_MOUSE:  # what is clicked gets the keyboard; the row stays where it is all the same
        assert on_screen(view)[1] == before[1]
        return
    assert on_screen(view) == before
    while view.controller.can_undo and view.controller.session.done[-1:] != ():
        view.controller.session.undo()
        assert on_screen(view) == before


def place_on_screen(view: ConversationView) -> dict[str, QPoint]:
    """Where every row is that is shown."""
    QApplication.processEvents()
    return {item: row.mapTo(view, QPoint(0, 0)) for item, row in view.items.rows.items() if row.isVisible()}


def test_items_that_follow_on_are_told_at_their_heading_and_open_below_the_core_ones(view: ConversationView) -> None:
    view.items.go_to("vraag-geld")
    before = place_on_screen(view)
    view.controller.set_state("vraag-geld", State.NAMED)
    assert place_on_screen(view) == before, "an answer moves nothing"
    more = view.items.more["t-home"]
    assert more.accessibleName() == "1 new: deeper questions that follow on from what was said"
    assert more.property("now") is True
    hand.click(more)
    debts = view.items.rows["vraag-schulden"]
    assert debts.isVisible()
    assert more.property("now") is False
    cores = [
        view.items.rows[item] for item in view.controller.scope.by_theme["t-home"] if view.items.rows[item].item.core
    ]
    QApplication.processEvents()
    assert debts.y() > max(row.y() for row in cores)
    assert debts.states[State.NAMED].x() > cores[0].states[State.NAMED].x(), "it is indented"
    assert not view.items.rows["vraag-recht"].isVisible()


def test_in_one_column_a_deeper_item_is_marked_in_a_word(view: ConversationView) -> None:
    narrow(view)
    view.items.go_to("vraag-schulden")
    view.items.go_to("vraag-geld")
    shown = [label for label in view.items.rows["vraag-schulden"].findChildren(QWidget) if label.isVisible()]
    assert any(getattr(label, "text", str)() == "deeper" for label in shown)


def test_what_was_opened_stays_when_its_answer_is_taken_back(view: ConversationView) -> None:
    view.items.go_to("vraag-geld")
    view.controller.set_state("vraag-geld", State.NAMED)
    view.items.toggle_more("t-home")
    view.controller.set_state("vraag-schulden", State.NAMED)
    view.controller.undo()
    view.controller.undo()
    assert view.items.rows["vraag-schulden"].isVisible()
    view.controller.set_state("vraag-steun", State.DECLINED)
    view.persistence.restart()
    assert not view.items.rows["vraag-schulden"].isVisible()


def test_another_conversation_tells_of_what_follows_on_from_its_own_answers(view: ConversationView) -> None:
    more = view.items.more["t-home"]
    view.controller.set_state("vraag-geld", State.NAMED)
    told = more.accessibleName()
    view.persistence.restart()
    assert more.accessibleName() != told
    view.controller.undo()
    assert more.accessibleName() == told


def test_the_button_at_a_heading_counts_and_unfolds_with_the_mouse(qtbot: QtBot, view: ConversationView) -> None:
    more = view.items.more["t-home"]
    deeper = [
        item for item in view.controller.scope.by_theme["t-home"] if not view.controller.checklist.items[item].core
    ]
    assert more.accessibleName() == f"{len(deeper)} more: deeper questions"
    view.items.go_to("vraag-lezen")
    heading = view.items.headings["t-home"]
    before = heading.mapTo(view.items.viewport(), QPoint(0, 0)).y()
    hand.click(more)
    assert all(view.items.rows[item].isVisible() for item in deeper)
    assert heading.mapTo(view.items.viewport(), QPoint(0, 0)).y() == before
    assert more.isVisible()
    hand.click(more)
    assert not any(view.items.rows[item].isVisible() for item in deeper)
    view.controller.set_state("vraag-schulden", State.NAMED)
    assert more.text() == f"{len(deeper) - 1} more"
    hand.click(view.header.all)
    hand.click(view.header.core)
    assert view.items.rows["vraag-schulden"].isVisible(), "what was answered is never hidden"


def test_the_line_goes_when_nothing_is_left_to_unfold(view: ConversationView) -> None:
    for item in view.controller.scope.by_theme["t-home"]:
        view.controller.set_state(item, State.NAMED)
    assert not view.items.more["t-home"].isVisible()


def test_an_item_reached_by_a_link_unfolds_its_heading_and_no_other(view: ConversationView) -> None:
    view.items.go_to("vraag-recht")
    assert view.items.rows["vraag-recht"].isVisible()
    assert view.controller.core_only
    assert not view.items.rows["vraag-post"].isVisible()


def test_an_unfolded_card_stays_where_it_is_when_others_come_above_it(
    view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    QApplication.processEvents()
    card, seen = view.side.signals.cards["care-duties"], view.side.signals.viewport()
    before = card.mapTo(seen, QPoint(0, 0)).y()
    name_items("vraag-dichtbij", "vraag-steun", "vraag-lukt", "vraag-schaamte")
    QApplication.processEvents()
    assert view.side.signals.cards["social-nearness"].isVisible()
    assert card.mapTo(seen, QPoint(0, 0)).y() == before


def test_while_nothing_is_read_the_first_card_is_at_the_top(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg", "vraag-geld", "vraag-school", "vraag-dichtbij")
    QApplication.processEvents()
    assert view.side.signals.verticalScrollBar().value() == 0
