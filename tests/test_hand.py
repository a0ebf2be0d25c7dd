"""The hand of the tests does what a hand does, and notices what a hand would run into."""

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.hand import hand


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _button(window: QWidget, left: int = 20, top: int = 20) -> QPushButton:
    button = QPushButton("Press", window)
    button.setGeometry(left, top, 120, 40)
    button.show()
    return button


def test_a_press_and_a_release_at_one_place_are_a_click(window: QWidget) -> None:
    button, clicked = _button(window), []
    button.clicked.connect(lambda: clicked.append(1))
    hand.click(button)
    hand.click(button, hand.edge(button))
    assert clicked == [1, 1]


def test_what_moves_away_between_press_and_release_is_not_clicked(window: QWidget) -> None:
    button, clicked = _button(window), []
    button.clicked.connect(lambda: clicked.append(1))
    button.pressed.connect(lambda: button.move(20, 200))
    with pytest.raises(AssertionError, match="moved between press and release"):
        hand.click(button)
    assert clicked == []
    assert not button.isDown()


@pytest.mark.parametrize("fault", ["hidden", "covered", "outside", "scrolled away"])
def test_what_a_hand_cannot_press_fails(window: QWidget, fault: str) -> None:
    button = _button(window)
    if fault == "hidden":
        button.hide()
    elif fault == "covered":
        cover = QWidget(window)
        cover.setGeometry(0, 0, 300, 300)
        cover.show()
    elif fault == "outside":
        button.move(20, 390)
        with pytest.raises(AssertionError):
            hand.place(button, QPoint(5, 35))
        button.move(20, 500)
    else:
        area, inside = QScrollArea(window), QWidget()
        area.setGeometry(0, 100, 200, 100)
        inside.resize(150, 1000)
        button.setParent(inside)
        button.move(0, 800)
        area.setWidget(inside)
        area.show()
        button.show()
    with pytest.raises(AssertionError):
        hand.click(button)


def test_the_wheel_brings_in_sight_what_was_scrolled_away(window: QWidget) -> None:
    area, inside = QScrollArea(window), QWidget()
    area.setGeometry(0, 100, 300, 200)
    inside.resize(250, 3000)
    button, clicked = _button(inside, 0, 2400), []
    button.clicked.connect(lambda: clicked.append(1))
    area.setWidget(inside)
    area.show()
    hand.reach(button)
    hand.click(button)
    assert clicked == [1]
    hand.scroll(area.viewport(), -100)
    assert area.verticalScrollBar().value() == 0


def test_two_clicks_are_a_double_click_and_two_single_ones_are_not(window: QWidget) -> None:
    view, opened = QListView(window), []
    model = QStringListModel([f"row {number}" for number in range(100)], view)
    view.setModel(model)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setGeometry(0, 0, 300, 200)
    view.doubleClicked.connect(lambda index: opened.append(index.row()))
    view.show()
    hand.row(view, 1)
    hand.row(view, 1)
    assert opened == []
    hand.row(view, 80, double=True)
    assert opened == [80]
    assert view.currentIndex().row() == 80


def test_a_drag_goes_from_place_to_place(window: QWidget) -> None:
    text = QPlainTextEdit("one two three", window)
    text.setGeometry(0, 0, 300, 100)
    text.show()
    QTest.qWait(10)
    hand.drag(text.viewport(), QPoint(4, 12), QPoint(290, 12))
    assert text.textCursor().selectedText() == "one two three"


def test_a_link_is_pressed_where_it_stands(window: QWidget) -> None:
    browser, followed = QTextBrowser(window), []
    browser.setOpenLinks(False)
    browser.setHtml("<p>Text</p>" * 60 + '<p>To <a href="entry:one">the entry</a>.</p>')
    browser.setGeometry(0, 0, 300, 200)
    browser.anchorClicked.connect(lambda url: followed.append(url.toString()))
    browser.show()
    hand.link(browser, "entry:one")
    assert followed == ["entry:one"]
    with pytest.raises(AssertionError, match="no link"):
        hand.link(browser, "entry:two")


def test_an_open_menu_has_the_mouse_and_the_keys(window: QWidget) -> None:
    button, menu, chosen = _button(window), QMenu(window), []
    first, second = QAction("first", menu), QAction("second", menu)
    menu.addActions([first, second])
    menu.triggered.connect(lambda action: chosen.append(action.text()))
    button.setMenu(menu)
    menu.popup(window.mapToGlobal(QPoint(30, 60)))
    hand.item(menu, second)
    menu.popup(window.mapToGlobal(QPoint(30, 60)))
    hand.press("Down")
    hand.press("Return")
    assert chosen == ["second", "first"]


def test_a_row_of_a_drop_down_is_pressed_in_its_list(window: QWidget) -> None:
    combo, chosen = QComboBox(window), []
    combo.addItems(["one", "two", "three"])
    combo.move(20, 20)
    combo.activated.connect(chosen.append)
    combo.show()
    hand.choose(combo, 2)
    assert (chosen, combo.currentText()) == ([2], "three")
    assert QApplication.activePopupWidget() is None


def test_keys_go_to_what_has_the_keyboard_and_shortcuts_to_the_window(window: QWidget) -> None:
    layout, first, second, heard = QVBoxLayout(window), QLineEdit(), QLineEdit(), []
    layout.addWidget(first)
    layout.addWidget(second)
    shortcut = QShortcut(QKeySequence("Ctrl+K"), window)
    shortcut.activated.connect(lambda: heard.append("Ctrl+K"))
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.keys("Éen “woord”, 2!")
    hand.press("Tab")
    hand.keys("b")
    hand.press("Shift+B")
    hand.press("Ctrl+K")
    assert (first.text(), second.text(), heard) == ("Éen “woord”, 2!", "bB", ["Ctrl+K"])
