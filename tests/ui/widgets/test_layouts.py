import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLayout, QLayoutItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from guidance_kb.language import Language
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear, show_all, widgets


def _held(view: QWidget) -> list[object]:
    """The items that PySide keeps as long as a layout of `view`; what one that is gone would say of itself, nobody may ask."""
    held = [one for layout in view.findChildren(QLayout) for one in gc.get_referents(layout)]
    return [one for one in held if isinstance(one, QLayoutItem) and not isinstance(one, QLayout) and isValid(one)]


def _nested(view: QWidget) -> list[QWidget]:
    """A row with a grid and a flow in it, all filled before they are put into the view."""
    across, grid, flow = row(), QGridLayout(), FlowLayout()
    made = [QLabel(word) for word in ("one", "two", "three", "four")]
    across.addWidget(made[0])
    across.addStretch(1)
    grid.addWidget(made[1], 0, 0)
    flow.addWidget(made[2])
    flow.addWidget(made[3])
    add_layout(across, grid)
    add_layout(across, flow)
    add_layout(column(view), across)
    return list(made)


def test_no_item_is_held_on_to_by_layouts_within_layouts(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    _nested(view)
    assert not _held(view)


def test_what_is_laid_out_in_layouts_within_layouts_gets_its_place(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    made = _nested(view)
    view.resize(400, 100)
    view.show()
    assert all(each.isVisible() and each.width() > 0 for each in made)
    assert len({(each.x(), each.y()) for each in made}) == len(made)


def test_a_widget_that_goes_takes_its_item_with_it(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    made = _nested(view)
    flow = next(each for each in view.findChildren(FlowLayout))
    for each in made[1:3]:
        each.deleteLater()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete)
    view.show()
    assert flow.count() == 1
    assert [each.text() for each in view.findChildren(QLabel)] == ["one", "four"]
    assert not _held(view)


@pytest.mark.parametrize("make", [column, row, FlowLayout])
def test_cleared_layouts_are_empty_and_hold_on_to_nothing(qtbot: QtBot, make: Callable[[QWidget], QLayout]) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    layout = make(view)
    first = QLabel("first")
    layout.addWidget(first)
    layout.addWidget(QLabel("second"))
    view.show()
    clear(layout)
    assert layout.count() == 0
    assert first.isHidden()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not view.findChildren(QLabel)
    assert not _held(view)


def test_layouts_within_a_cleared_layout_go_with_it(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    _nested(view)
    layout = view.layout()
    assert layout is not None
    clear(layout)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert view.children() == [layout]


def test_what_was_hidden_by_hand_stays_hidden_when_all_is_shown(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    layout = column(view)
    view.show()
    shown, hidden, inner = QLabel("shown"), QLabel("hidden"), row()
    hidden.hide()
    within = QLabel("within")
    inner.addWidget(within)
    layout.addWidget(shown)
    layout.addWidget(hidden)
    add_layout(layout, inner)
    show_all(layout)
    assert (shown.isVisible(), hidden.isVisible(), within.isVisible()) == (True, False, True)
    assert widgets(layout) == [shown, hidden]
    assert not _held(view)


def test_no_room_of_the_window_holds_on_to_an_item(qtbot: QtBot, window: MainWindow) -> None:
    for room in ViewId:
        window.go_to_room(room)
        QApplication.processEvents()
    window.search_for("schaamte")
    qtbot.waitUntil(lambda: window.answered == "schaamte")
    window.services.translation.use(Language.EN)
    window.go_to_room(ViewId.CONVERSATION)
    QApplication.processEvents()
    assert not _held(window)
