from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.taborder import follow_layout


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
