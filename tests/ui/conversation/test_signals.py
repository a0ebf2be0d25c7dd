"""The signal cards: drives first, at most three unfolded, the same card while answers change, and all that a card says."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.knowledge.model import Entry
from guidance_kb.ui.conversation.cards import SignalCard
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.widgets.pressable import Line

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def shown(view: ConversationView) -> list[str]:
    return [target for target, card in view.side.signals.cards.items() if card.isVisible()]


def line(card: SignalCard, text: str) -> Line:
    return next(each for each in card.findChildren(Line) if each.isVisible() and each.accessibleName().startswith(text))


def barriers(view: ConversationView) -> list[str]:
    return [signal.target for signal in view.controller.signals if signal.target in view.controller.checklist.barriers]


def test_before_the_first_answer_it_says_what_will_come(view: ConversationView, name_items: NameItems) -> None:
    assert view.side.signals.empty.isVisible()
    assert shown(view) == []
    name_items("vraag-zorg")
    assert not view.side.signals.empty.isVisible()
    view.controller.undo()
    assert view.side.signals.empty.isVisible()


def test_drives_stand_before_barriers_whatever_came_first(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg", "vraag-dichtbij")
    QApplication.processEvents()
    cards = view.side.signals.cards
    assert cards["social-nearness"].y() < cards["care-duties"].y()
    order = sorted(shown(view), key=lambda target: cards[target].y())
    assert order == [signal.target for signal in view.controller.signals]


def test_a_card_says_name_level_and_tentative_sentence(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    QApplication.processEvents()
    barrier = view._services.library.barriers["care-duties"].nl
    name, level, sentence = texts(card.head)[0], texts(card.head)[1:-1], texts(card.head)[-1]
    assert (name, sentence) == (barrier.name, barrier.signal)
    assert len([word for word in level if word]) == 1
    spoken = card.head.accessibleName()
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    assert card.head.accessibleName() != spoken
    assert texts(card.head)[1:-1] != level


def test_cards_keep_their_identity(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    view.side.signals.toggle("care-duties")
    body = card.body
    name_items("vraag-dichtbij", "vraag-steun")
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    assert view.side.signals.cards["care-duties"] is card
    assert card.body is body
    assert card.unfolded


def test_only_what_the_last_answer_brought_is_marked(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    assert view.side.signals.cards["care-duties"].property("active") is True
    assert view.side.news.isVisible()
    name_items("vraag-dichtbij")
    assert view.side.signals.cards["care-duties"].property("active") is False
    assert view.side.signals.fresh == ("social-nearness",)
    view.controller.set_state("vraag-nut", State.NOT_AN_ISSUE)
    assert view.side.signals.fresh == ()
    assert not view.side.news.isVisible()


def test_no_signal_moves_the_focus(view: ConversationView) -> None:
    view.items.go_to("vraag-zorg")
    view.controller.set_state("vraag-zorg", State.NAMED)
    QApplication.processEvents()
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


def test_a_fourth_unfolded_card_folds_the_oldest(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg", "vraag-schaamte", "vraag-gestuurd", "vraag-doel")
    first, second, third, fourth = barriers(view)[:4]
    for target in (first, second, third):
        qtbot.mouseClick(view.side.signals.cards[target].head, LEFT)
    assert view.side.signals.unfolded == [first, second, third]
    qtbot.mouseClick(view.side.signals.cards[fourth].head, LEFT)
    assert view.side.signals.unfolded == [second, third, fourth]
    assert not view.side.signals.cards[first].unfolded
    qtbot.mouseClick(view.side.signals.cards[fourth].head, LEFT)
    assert view.side.signals.unfolded == [second, third]


def test_a_signal_that_goes_off_leaves_nothing_unfolded(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    view.controller.undo()
    assert view.side.signals.unfolded == []
    assert shown(view) == []


def test_bodies_are_made_when_first_unfolded(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    assert card.body is None
    view.side.signals.toggle("care-duties")
    assert card.body is not None


def test_a_reason_is_the_answer_and_leads_to_its_item(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    QApplication.processEvents()
    reason = line(view.side.signals.cards["care-duties"], view._services.library.items["vraag-zorg"].nl.label)
    reason.click()
    assert view.controller.current == "vraag-zorg"
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


def test_a_barrier_says_everything_that_helps(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    barrier = view._services.library.barriers["care-duties"]
    said = "\n".join(texts(view.side.signals.cards["care-duties"]))
    for expected in (
        barrier.nl.also,
        barrier.nl.ask,
        barrier.nl.step_client,
        barrier.nl.step_counselor,
        barrier.nl.step_service,
        *(f"§ {section}" for section in barrier.sections),
    ):
        assert expected in said


def test_the_drive_to_lean_on_follows_the_answers(view: ConversationView, name_items: NameItems) -> None:
    library = view._services.library
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    card = view.side.signals.cards["care-duties"]
    carriers = [link.id for link in library.links("care-duties") if link.outward and link.type == "may_carry"]
    drives = [drive.nl.name for drive in library.drives.values()]
    assert not set(drives) & set(texts(card))
    for item in view.controller.checklist.items.values():
        if any(evidence.target in library.drives for evidence in item.evidence):
            name_items(item.id)
    assert next(name for name in drives if name in texts(card)) in {library.drives[each].nl.name for each in carriers}


def test_an_institutional_barrier_is_a_task_for_the_service(view: ConversationView, name_items: NameItems) -> None:
    library, checklist = view._services.library, view.controller.checklist
    for target, first in (("institutional", "service"), ("situational", "client")):
        barrier = next(each for each in checklist.barriers if library.barriers[each].category == target)
        name_items(*(item.id for item, _ in checklist.evidence[barrier]))
        view.side.signals.toggle(barrier)
        body = view.side.signals.cards[barrier].body
        assert body is not None
        assert body.steps is not None
        assert body.steps.order[0] == first
        assert body.steps.task.isVisible() is (target == "institutional")


@pytest.mark.parametrize("kind", ["practice", "recommendation"])
def test_entries_open_in_the_reading_pane(
    qtbot: QtBot, view: ConversationView, name_items: NameItems, kind: str
) -> None:
    library, checklist = view._services.library, view.controller.checklist

    def linked(barrier: str) -> list[Entry]:
        entries = library.entries(link.id for link in library.links(barrier) if not link.outward)
        return [entry for entry in entries if entry.kind == kind]

    barrier = next(each for each in checklist.barriers if linked(each))
    name_items(*(item.id for item, _ in checklist.evidence[barrier]))
    view.side.signals.toggle(barrier)
    QApplication.processEvents()
    titles = {entry.nl.title: entry.id for entry in linked(barrier)}
    title = next(text for text in texts(view.side.signals.cards[barrier]) if text in titles)
    with qtbot.waitSignal(view.open_requested) as opened:
        line(view.side.signals.cards[barrier], title).click()
    assert opened.args == [titles[title]]
