"""A conversation by keyboard alone: every key of the table does what the help says, and none of them acts while one types."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.help.key_table import TABLE, KeyGroup
from guidance_kb.ui.conversation.checklist.key_bindings import Command, pressed
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from tests.hand import hand
from tests.ui.conversation.conftest import shown_in_english

NameItems = Callable[..., None]
Press = Callable[..., None]


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown_in_english(qtbot, services)


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Presses keys where the keyboard is."""

    def press_keys(*keys: str | Qt.Key) -> None:
        for key in keys:
            hand.press(key)

    return press_keys


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


# ── the table ───────────────────────────────────────────────────────────────────────────────────


def test_every_key_of_a_conversation_stands_in_the_table_once_and_every_command_has_one() -> None:
    talking = [line for line in TABLE if line.group is KeyGroup.CONVERSATION and not line.made]
    assert all(len(line.keys) == len(line.commands) for line in talking)
    keys = [key for line in talking for key in line.keys]
    assert len(keys) == len(set(keys))
    assert {command for line in talking for command in line.commands} == set(Command)
    assert not any(line.commands for line in TABLE if line not in talking)


def test_every_key_gives_its_command_where_the_table_says(qapp: QApplication) -> None:
    for line in TABLE:
        for key, command in zip(line.keys, line.commands, strict=False):  # without commands: none of a conversation
            event = key_press(key)
            assert pressed(event, on_item=True) == command
            assert pressed(event, on_item=False) == (command if line.anywhere else None)
            bare = key.removeprefix("Shift+")
            assert pressed(key_press(f"Ctrl+{bare}"), on_item=True) is None
            assert pressed(key_press(f"Shift+{bare}"), on_item=True) == command
            if bare.isalpha() and len(bare) == 1:
                assert pressed(key_press(bare), on_item=True) is None, "a letter is what the client says"


def key_press(keys: str) -> QKeyEvent:
    combination = QKeySequence(keys)[0]
    return QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())


# ── moving ──────────────────────────────────────────────────────────────────────────────────────


def test_home_and_end_go_to_the_first_and_the_last_item(view: ConversationView, press: Press) -> None:
    shown = view.controller.shown_items()
    view.items.go_to(shown[3])
    press(Qt.Key.Key_End)
    assert view.controller.current == shown[-1]
    press(Qt.Key.Key_Home)
    assert view.controller.current == shown[0]
    assert focus() is view.items.rows[shown[0]]


def test_page_keys_go_by_heading_and_stop_at_the_ends(view: ConversationView, press: Press) -> None:
    items, themes = view.controller.checklist.items, list(view.controller.checklist.themes)
    view.items.go_to(view.controller.shown_items()[1])
    reached = []
    for _ in range(len(themes)):
        press(Qt.Key.Key_PageDown)
        assert view.controller.current is not None
        reached.append(items[view.controller.current].theme)
    assert reached == [*themes[1:], themes[-1]]
    for _ in themes:
        press(Qt.Key.Key_PageUp)
    assert view.controller.current == view.controller.shown_items()[0]


def test_an_answer_keeps_the_row_and_enter_goes_to_the_next_open_one(view: ConversationView, press: Press) -> None:
    view.controller.set_state("vraag-nieuwsgierig", State.DECLINED)
    view.items.go_to("vraag-dichtbij")
    press(Qt.Key.Key_2)
    assert focus() is view.items.rows["vraag-dichtbij"]
    press(Qt.Key.Key_Return)
    assert view.controller.current == "vraag-zekerheid"
    view.items.go_to(view.controller.shown_items()[-1])
    press(Qt.Key.Key_2, Qt.Key.Key_Enter)
    assert view.controller.current == "vraag-vertrouwelijk"  # from the last on to the first that is open


def test_enter_stays_when_everything_was_discussed(view: ConversationView, press: Press) -> None:
    for item in view.controller.checklist.items:
        view.controller.set_state(item, State.NOT_AN_ISSUE)
    view.items.go_to("vraag-doel")
    press(Qt.Key.Key_Return)
    assert view.controller.current == "vraag-doel"


def test_m_shows_more_questions_under_the_heading_and_fewer(view: ConversationView, press: Press) -> None:
    deeper = [
        item for item in view.controller.scope.by_theme["t-home"] if not view.controller.checklist.items[item].core
    ]
    view.items.go_to("vraag-geld")
    press("Shift+M")
    assert all(view.items.rows[item].isVisible() for item in deeper)
    assert focus() is view.items.rows["vraag-geld"]
    press("Shift+M")
    assert not any(view.items.rows[item].isVisible() for item in deeper)


# ── the right column ────────────────────────────────────────────────────────────────────────────


def test_c_goes_into_the_card_that_the_item_points_to_and_escape_back(
    view: ConversationView, press: Press, name_items: NameItems
) -> None:
    name_items("vraag-geld")
    view.items.go_to("vraag-zorg")
    press(Qt.Key.Key_1)
    hand.click(view.side.tabs[2])
    view.items.take_focus()
    press("Shift+C")
    card = view.side.signals.cards["care-duties"]
    assert card.unfolded
    assert card.isVisible()
    assert focus() is card.head
    press(Qt.Key.Key_Return)
    assert not card.unfolded
    press(Qt.Key.Key_1)  # on a card, figures answer nothing
    assert view.controller.session.answer("vraag-zorg").state is State.NAMED
    press(Qt.Key.Key_Escape)
    assert focus() is view.items.rows["vraag-zorg"]


def test_c_without_a_card_says_why_not(view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-zorg")
    press("Shift+C")
    row = view.side.why_not.rows["care-duties"]
    assert view.side.why_not.isVisible()
    assert row.unfolded
    assert focus() is row.head
    press(Qt.Key.Key_Escape)
    assert focus() is view.items.rows["vraag-zorg"]


def test_g_takes_the_first_proposal_in_hand(view: ConversationView, press: Press, name_items: NameItems) -> None:
    name_items("vraag-dichtbij")
    view.items.go_to("vraag-dichtbij")
    proposed = view.side.ask_next.items[1]  # the first follows up what is answered already
    press("Shift+G")
    assert focus() is view.items.rows[proposed]


def test_v_goes_to_the_proposals_to_choose_one(view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-zorg")
    proposed = view.side.ask_next.items
    press("Shift+V")
    assert focus() is view.side.ask_next.first
    press(Qt.Key.Key_Down)
    hand.press("Return")
    assert focus() is view.items.rows[proposed[1]]
    press("Shift+V", Qt.Key.Key_Escape)
    assert focus() is view.items.rows[proposed[1]]


def test_k_goes_to_the_knowledge(view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-zorg")
    press("Shift+K")
    assert view.side.knowledge.isVisible()


def test_h_and_b_work_from_the_items_and_from_the_cards(
    view: ConversationView, press: Press, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    view.items.go_to("vraag-zorg")
    press("Shift+B")
    assert view.display_mode.frozen
    press("Shift+C", "Shift+B")
    assert not view.display_mode.frozen
    press("Shift+H")
    assert view.display_mode.quiet
    press("Shift+H")
    assert not view.display_mode.quiet


# ── typing ──────────────────────────────────────────────────────────────────────────────────────


def test_no_key_of_the_table_acts_while_a_note_is_typed(qtbot: QtBot, view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-doel")
    press("Shift+N")
    typed = "".join(key for line in TABLE if line.commands for key in line.keys if len(key) == 1).lower()
    hand.write(focus(), typed)
    press(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    assert focus() is view.items.details.note
    answer = view.controller.session.answer("vraag-doel")
    assert (answer.note, answer.state, answer.by) == (typed, State.NOT_DISCUSSED, By.CLIENT)
    assert not view.display_mode.quiet
    assert not view.display_mode.frozen
    assert view.controller.current == "vraag-doel"


def test_nor_in_a_note_that_can_only_be_read(view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-doel")
    view.controller.set_mode(read_only=True, kept=True)
    view.items.details.take_note()
    press("Shift+H", "Shift+B", Qt.Key.Key_1)
    assert not view.display_mode.quiet
    assert not view.display_mode.frozen


def test_nor_in_the_field_of_why_not(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[2])
    view.side.why_not.field.setFocus()
    hand.write(view.side.why_not.field, "hbgvkc1")
    assert view.side.why_not.field.text() == "hbgvkc1"
    assert not view.display_mode.quiet
    assert view.side.why_not.isVisible()


def test_what_was_decided_can_only_be_read_and_keys_still_move(view: ConversationView, press: Press) -> None:
    view.items.go_to("vraag-doel")
    view.controller.set_mode(read_only=True, kept=True)
    press(Qt.Key.Key_1, "Shift+O")
    assert view.controller.session.answers == {}
    press(Qt.Key.Key_Home)
    assert view.controller.current == view.controller.shown_items()[0]
