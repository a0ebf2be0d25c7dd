"""The items: ticking with mouse and keys, unfolding, notes, and staying in place on screen."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.ui.conversation.checklist.item_row import ItemRow
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.widgets.answer_toggle import AnswerToggle
from tests.hand import hand
from tests.ui.conversation.conftest import narrow

LEFT = Qt.MouseButton.LeftButton


def place(view: ConversationView, row: ItemRow) -> int:
    return row.mapTo(view.items.viewport(), QPoint(0, 0)).y()


def test_a_click_answers_and_a_second_click_makes_it_a_gap_again(qtbot: QtBot, view: ConversationView) -> None:
    row = view.items.rows["vraag-steun"]
    hand.click(row.states[State.NAMED])
    assert view.controller.session.answer("vraag-steun").state is State.NAMED
    assert [choice.isChecked() for choice in row.states.values()] == [True, False, False]
    assert row.details is not None
    hand.click(row.details.states[State.DECLINED])
    assert [choice.isChecked() for choice in row.states.values()] == [False, False, True]
    hand.click(row.details.states[State.DECLINED])
    assert view.controller.session.answers == {}
    assert not any(choice.isChecked() for choice in row.states.values())


def test_in_one_column_the_item_in_hand_unfolds_and_the_one_before_folds(view: ConversationView) -> None:
    narrow(view)
    assert all(row.details is None for row in view.items.rows.values())
    view.items.go_to("vraag-verwacht")
    view.items.go_to("vraag-doel")
    shown = [item for item, row in view.items.rows.items() if row.details is not None and row.details.isVisible()]
    assert shown == ["vraag-doel"]
    assert view.items.details.y() > view.items.rows["vraag-doel"].y() > view.items.rows["vraag-verwacht"].y()


def test_folded_items_are_a_mark_and_a_label_until_the_mouse_comes(qtbot: QtBot, view: ConversationView) -> None:
    row = view.items.rows["vraag-doel"]
    assert [mark.isVisible() for mark in row.findChildren(AnswerToggle)] == [True]
    hand.hover(hand.reach(row))
    QApplication.sendEvent(row, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert [mark.isVisible() for mark in row.states.values()] == [True, True, True]
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert [mark.isVisible() for mark in row.states.values()] == [True, False, False]


def test_the_answers_in_words_say_their_keys_and_answer(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    assert row.details is not None
    assert [choice.text()[0] for choice in row.details.states.values()] == ["1", "2", "3"]
    hand.click(row.details.states[State.NOT_AN_ISSUE])
    assert view.controller.session.answer("vraag-doel").state is State.NOT_AN_ISSUE
    assert row.details.states[State.NOT_AN_ISSUE].isChecked()
    hand.click(row.details.states[State.NOT_AN_ISSUE])
    assert view.controller.session.answers == {}
    assert not row.details.states[State.NOT_AN_ISSUE].isChecked()


@pytest.mark.parametrize("item", ["vraag-verwacht", "vraag-lukt", "vraag-zorg"])
def test_a_clicked_item_stays_under_the_mouse(qtbot: QtBot, view: ConversationView, item: str) -> None:
    view.items.go_to("vraag-steun")
    row = view.items.rows[item]
    view.items.ensureWidgetVisible(row)
    before = place(view, row)
    hand.click(row.states[State.NAMED])
    whole = row.height() + view.items.details.height()
    assert place(view, row) == before or place(view, row) + whole == view.items.viewport().height() - 8


def test_in_one_column_an_item_reached_by_a_link_is_whole_on_screen(view: ConversationView) -> None:
    narrow(view)
    for item in ("vraag-welkom", "vraag-dichtbij", "vraag-zorg"):
        view.items.go_to(item)
        row = view.items.rows[item]
        assert place(view, row) >= 0
        assert view.items.details.isVisible()
        assert view.items.details.y() == row.y() + row.height()
        assert view.items.details.parentWidget() is row.parentWidget()
        assert place(view, row) + row.height() + view.items.details.height() <= view.items.viewport().height()
        assert QApplication.focusWidget() is row


def test_the_item_in_hand_is_on_screen_when_one_comes_back_to_it(view: ConversationView) -> None:
    narrow(view)
    view.items.go_to("vraag-zorg")
    row = view.items.rows["vraag-zorg"]
    view.items.verticalScrollBar().setValue(0)  # as larger text does, to which the list says nothing of it
    assert place(view, row) > view.items.viewport().height()
    view.items.take_focus()
    assert 0 <= place(view, row) <= view.items.viewport().height() - row.height()


def test_the_arrows_move_and_numbers_answer(qtbot: QtBot, view: ConversationView) -> None:
    items = view.controller.shown_items()
    view.items.go_to(items[0])
    for key in (
        Qt.Key.Key_1,
        Qt.Key.Key_Down,
        Qt.Key.Key_2,
        Qt.Key.Key_Down,
        Qt.Key.Key_3,
        Qt.Key.Key_Up,
        Qt.Key.Key_0,
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        hand.press(key)
    assert {item: answer.state for item, answer in view.controller.session.answers.items()} == {
        items[0]: State.NAMED,
        items[2]: State.DECLINED,
    }
    assert QApplication.focusWidget() is view.items.rows[items[1]]


def test_keys_work_from_a_button_of_the_item_too(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    assert row.details is not None
    named = row.details.states[State.NAMED]
    named.setFocus()
    hand.press("3")
    assert view.controller.session.answer("vraag-doel").state is State.DECLINED
    hand.press("Return")
    assert view.controller.session.answer("vraag-doel").state is State.NAMED
    shown = view.controller.shown_items()
    after = shown[shown.index("vraag-doel") + 1]
    hand.press("Down")
    assert view.controller.current == after
    assert QApplication.focusWidget() is view.items.rows[after]


def test_keys_with_ctrl_or_alt_are_for_the_window(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    hand.press("Alt+1")
    assert view.controller.session.answers == {}


def test_o_says_who_said_it_and_only_what_was_observed_is_marked(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    assert row.details is not None
    hand.press("1")
    hand.press("Shift+O")
    assert view.controller.session.answer("vraag-doel").by is By.OBSERVED
    observed, spoken = row.details.by.accessibleName(), row.accessibleName()
    assert any(label.isVisible() and not label.pixmap().isNull() for label in row.findChildren(QLabel))
    hand.click(row.details.by)
    assert view.controller.session.answer("vraag-doel").by is By.CLIENT
    assert row.details.by.accessibleName() != observed
    assert row.accessibleName() != spoken
    assert not any(label.isVisible() and not label.pixmap().isNull() for label in row.findChildren(QLabel))


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_n_goes_to_the_note_and_two_keys_come_back(
    qtbot: QtBot, view: ConversationView, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    hand.press("Shift+N")
    assert row.details is not None
    assert QApplication.focusWidget() is row.details.note
    hand.write(row.details.note, "1 nieuwe baan")
    assert view.controller.session.answer("vraag-doel").note == "1 nieuwe baan"
    assert view.controller.session.answer("vraag-doel").state is State.NOT_DISCUSSED
    hand.press(key, modifier)
    assert QApplication.focusWidget() is row


def test_undo_takes_a_note_off_the_screen(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    details = view.items.rows["vraag-doel"].details
    assert details is not None
    hand.write(details.note, "morgen")
    view.controller.undo()
    assert details.note.toPlainText() == ""
    assert not view.controller.can_undo


def test_tab_comes_in_at_the_first_item_and_then_at_the_one_in_hand(view: ConversationView) -> None:
    def doors() -> list[str]:
        return [item for item, row in view.items.rows.items() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert doors() == [view.controller.shown_items()[0]]
    view.items.go_to("vraag-doel")
    assert doors() == ["vraag-doel"]
    view.controller.set_state("vraag-doel", State.NAMED)
    view.persistence.restart()
    assert doors() == [view.controller.shown_items()[0]]


def test_every_control_has_a_name_for_screen_readers(view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    assert row.details is not None
    assert "Weet nog niet wat het doel is" in row.accessibleName()
    assert row.details.by.accessibleName()
    assert "Weet nog niet wat het doel is" in row.details.note.accessibleName()
    words = [choice.accessibleName() for choice in row.details.states.values()]
    marks = [mark.accessibleName() for mark in row.states.values()]
    assert [mark.startswith(word) for mark, word in zip(marks, words, strict=True)] == [True] * 3
    assert len(set(words)) == 3


def test_the_drop_down_says_how_far_each_theme_is(view: ConversationView) -> None:
    def said(theme: str) -> str:
        place = list(view.controller.checklist.themes).index(theme)
        spoken: str = view.themes.itemData(place, Qt.ItemDataRole.AccessibleTextRole)
        return spoken

    before = said("t-goal")
    assert " 0 " in before
    view.controller.set_state("vraag-dichtbij", State.DECLINED)
    assert " 1 " in said("t-goal")
    view.controller.undo()
    assert said("t-goal") == before


def test_in_one_column_a_theme_that_is_chosen_scrolls_to_its_items(view: ConversationView) -> None:
    narrow(view)
    hand.choose(view.themes, list(view.controller.checklist.themes).index("t-home"))
    heading = view.items.headings["t-home"]
    assert heading.mapTo(view.items.viewport(), QPoint(0, 0)).y() == 0
    assert marked(view) == "t-home"
    view.items.verticalScrollBar().setValue(0)
    assert marked(view) == "t-goal"


def marked(view: ConversationView) -> str:
    """The theme that the drop-down says one is at."""
    return list(view.controller.checklist.themes)[view.themes.currentIndex()]


def last_in_sight(view: ConversationView) -> str:
    """The lowest item of which all shows."""
    bottom = view.items.viewport().height()
    shown = [item for item in view.controller.shown_items() if place(view, view.items.rows[item]) > 0]
    return [item for item in shown if place(view, view.items.rows[item]) + view.items.rows[item].height() < bottom][-1]


def test_the_theme_of_the_item_in_hand_is_marked_and_not_the_one_at_the_top(
    qtbot: QtBot, view: ConversationView
) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    narrow(view, 1000)
    item = last_in_sight(view)
    theme = view.controller.checklist.items[item].theme
    assert theme != next(iter(view.controller.checklist.themes)), "more than one heading shows at once"
    hand.click(view.items.rows[item])
    assert view.controller.current == item
    assert marked(view) == theme
    view.items.toggle_more(theme)  # which moves the list
    hand.scroll(view.items.viewport(), 1)
    assert place(view, view.items.rows[item]) > 0, "still in sight"
    assert marked(view) == theme


def test_scrolled_far_from_the_item_in_hand_the_theme_in_sight_is_marked(qtbot: QtBot, view: ConversationView) -> None:
    narrow(view)
    item = view.controller.shown_items()[0]
    view.items.go_to(item)
    hand.scroll(view.items.viewport(), 60)
    assert place(view, view.items.rows[item]) < 0
    in_sight = marked(view)
    assert in_sight != "t-goal"
    hand.scroll(view.items.viewport(), -60)
    assert marked(view) == "t-goal"
    hand.press("Down")
    assert marked(view) == view.controller.checklist.items[view.controller.current or ""].theme


def test_a_new_conversation_begins_under_the_first_theme(view: ConversationView) -> None:
    view.resize(1270, 3000)  # all of it shows: nothing scrolls
    view.header.print.setFocus()
    view.controller.select("vraag-zorg")
    assert marked(view) == "t-home"
    view.controller.take()
    assert marked(view) == "t-goal"


@pytest.mark.parametrize(("state", "shown"), [(State.NAMED, True), (State.NOT_AN_ISSUE, True), (State.DECLINED, False)])
def test_who_said_it_is_asked_of_what_was_said_and_of_nothing_else(
    view: ConversationView, state: State, shown: bool
) -> None:
    view.items.go_to("vraag-doel")
    details = view.items.rows["vraag-doel"].details
    assert details is not None
    where = details.note.pos()
    assert not details.by.isVisible()
    view.controller.set_state("vraag-doel", state)
    assert details.by.isVisible() is shown
    assert details.note.pos() == where


def test_a_deeper_row_is_made_when_it_is_wanted_and_stands_at_its_place_for_a_screen_reader_too(
    view: ConversationView,
) -> None:
    assert "vraag-schulden" not in view.items.rows
    view.items.toggle_more("t-home")
    shown = list(view.controller.shown_items())
    assert "vraag-schulden" in shown
    groups = [view.items.groups[theme].children() for theme in view.controller.checklist.themes]
    assert [each.item.id for group in groups for each in group if isinstance(each, ItemRow)] == shown
    home = [view.items.rows[item].y() for item in shown if view.controller.checklist.items[item].theme == "t-home"]
    assert home == sorted(set(home))


@pytest.mark.parametrize("wide", [900, 420])
def test_an_answer_moves_nothing_in_the_details(qtbot: QtBot, view: ConversationView, wide: int) -> None:
    """Where the word of who said it does not fit beside the answers, its icon does."""
    view.items.go_to("vraag-doel")
    details = view.items.details
    details.setParent(None)
    qtbot.addWidget(details)
    details.resize(wide, 700)
    details.show()
    before = details.note.mapTo(details, QPoint(0, 0))
    view.controller.set_state("vraag-doel", State.NAMED)
    qtbot.waitUntil(details.by.isVisible)
    assert details.by.y() < details.states[State.NAMED].geometry().bottom()
    assert (details.by.text().strip() == "") is (wide < 500)
    assert details.by.toolTip()
    assert details.note.mapTo(details, QPoint(0, 0)) == before
    view.controller.set_state("vraag-doel", State.NAMED)
    assert not details.by.isVisible()
    assert details.note.mapTo(details, QPoint(0, 0)) == before
