"""What stands beside or below the item in hand, for who hears the window instead of seeing it."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from tests.hand import hand
from tests.ui.conversation.conftest import narrow, speak

ITEM = "vraag-zorg"


@pytest.fixture
def in_hand(qtbot: QtBot, view: ConversationView) -> ItemDetails:
    """The details of an item that has the keyboard."""
    qtbot.waitUntil(view.isActiveWindow)
    view.items.go_to(ITEM)
    return view.items.details


def of(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def name(widget: QWidget) -> str:
    return of(widget).text(QAccessible.Text.Name)


def more(widget: QWidget) -> str:
    return of(widget).text(QAccessible.Text.Description)


def test_one_stop_of_tab_says_all_that_stands_in_it(
    view: ConversationView, in_hand: ItemDetails, services: Services
) -> None:
    hand.press("Tab")
    at = QApplication.focusWidget()
    assert at is in_hand
    text = view.controller.checklist.items[ITEM].text(services.language)
    assert name(at) == text.label
    said = more(at)
    for caption, words in (
        ("", text.open),
        ("Voorzichtiger: ", text.softer),
        ("Doorvragen: ", text.follow_up),
        ("Let op: ", text.observe),
        ("Waarom: ", text.why),
    ):
        assert f"{caption}“{words}”" in said or f"{caption}{words}" in said
    assert "§" in said
    assert of(at).role() is QAccessible.Role.Grouping


def test_it_is_said_in_the_language_now_in_force(view: ConversationView, services: Services) -> None:
    view.items.go_to(ITEM)
    services.translation.use(Language.EN)
    speak(view)
    text = view.controller.checklist.items[ITEM].text(Language.EN)
    assert text.why in more(view.items.details)
    assert f"Softer: “{text.softer}”" in more(view.items.details)


def test_what_the_client_need_not_read_along_is_not_said_either(view: ConversationView, in_hand: ItemDetails) -> None:
    text = view.controller.checklist.items[ITEM].nl
    view.display_mode.set_quiet(quiet=True)
    assert text.softer in more(in_hand)
    for hidden in (text.why, text.observe, "§"):
        assert hidden not in more(in_hand)
    view.display_mode.set_quiet(quiet=False)
    assert text.why in more(in_hand)


def test_the_keys_of_the_item_work_there_too(view: ConversationView, in_hand: ItemDetails) -> None:
    hand.press("Tab")
    assert in_hand.hasFocus()
    assert in_hand.property("active")
    hand.press("1")
    assert view.controller.session.answer(ITEM).state is State.NAMED
    assert in_hand.hasFocus()
    hand.press("Escape")
    assert view.items.rows[ITEM].hasFocus()
    hand.press("Tab")
    hand.press("Down")
    assert view.controller.current != ITEM
    assert view.items.rows[view.controller.current or ""].hasFocus()


def test_in_one_column_it_comes_right_after_its_item_for_who_reads_from_top_to_bottom(view: ConversationView) -> None:
    """A screen reader goes through the children in their order; they were made in another one."""
    narrow(view)
    for item in view.controller.shown_items()[::5]:
        view.items.go_to(item)
        row = view.items.rows[item]
        group = of(row.parentWidget())
        place = group.indexOfChild(of(row))
        assert group.child(place + 1).object() is view.items.details


def test_the_answers_are_one_of_three(in_hand: ItemDetails) -> None:
    for choice in in_hand.states.values():
        assert of(choice).role() is QAccessible.Role.RadioButton
