import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.roving import follow_layout


def test_tab_goes_where_the_layouts_go_and_not_by_age(qtbot: QtBot) -> None:
    view, inner, scroller = QWidget(), QWidget(), QScrollArea()
    buttons = {name: QPushButton(name, view) for name in ("third", "first", "fourth", "second")}
    across = row()
    column(inner).addWidget(buttons["third"])
    scroller.setWidget(inner)
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    whole = column(view)
    whole.addWidget(QLabel("nothing to stop at"))
    whole.addLayout(across)
    across.addWidget(buttons["first"])
    across.addStretch(1)
    across.addWidget(buttons["second"])
    whole.addWidget(scroller)
    whole.addWidget(buttons["fourth"])
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    follow_layout(view)
    buttons["first"].setFocus()
    visited = []
    for _ in buttons:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        visited.append(focus.text())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert visited == ["first", "second", "third", "fourth"]


def test_no_item_of_a_layout_is_held_on_to(qtbot: QtBot) -> None:
    """Qt removes an item with its widget: a Python object for it would stay behind, and be taken for what comes to lie there."""
    view, stack = QWidget(), QStackedWidget()
    qtbot.addWidget(view)
    whole = column(view)
    whole.addWidget(QPushButton())
    whole.addWidget(stack)
    stack.addWidget(QPushButton())
    follow_layout(view)
    held = [each for each in gc.get_objects() if isinstance(each, QLayoutItem) and isValid(each)]
    assert not [each for each in held if (widget := each.widget()) is not None and view.isAncestorOf(widget)]


def test_of_pages_that_lie_over_each_other_the_one_that_is_shown_is_gone_through(qtbot: QtBot) -> None:
    view, stack, before, after = QWidget(), QStackedWidget(), QPushButton("before"), QPushButton("after")
    qtbot.addWidget(view)
    pages = [QPushButton("one"), QPushButton("two")]
    whole = column(view)
    for widget in (stack, after):
        whole.addWidget(widget)
    whole.insertWidget(0, before)
    for page in pages:
        stack.addWidget(page)
    stack.setCurrentWidget(pages[1])
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    follow_layout(view)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pages[1]
    qtbot.keyClick(pages[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
