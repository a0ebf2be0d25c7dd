"""What is pressed with the mouse or a finger is at least 24 by 24 pixels, or has that much room around it (WCAG 2.2, 2.5.8)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.pressable import settle
from tests.ui.records.admin.tabbing import said
from tests.ui.test_walking import Stage, a_cell, english, filters, finding, practising, talking

__all__ = ["english"]

LEAST = 24


def small_targets(window: MainWindow) -> Iterator[str]:
    """Those that are smaller, and stand nearer to another than their size excuses."""
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    places = {each: QRectF(each.rect().translated(each.mapTo(window, each.rect().topLeft()))) for each in buttons}
    for each, place in places.items():
        if min(place.width(), place.height()) >= LEAST or isinstance(each.parentWidget(), QLineEdit):
            continue  # the cross in a field: Escape does the same, and so does marking and typing
        around = QRectF(0, 0, LEAST, LEAST)
        around.moveCenter(QPointF(place.center()))
        if any(around.intersects(other) for one, other in places.items() if one is not each):
            yield f"{said(each)} {place.width():.0f} × {place.height():.0f}"


@pytest.mark.parametrize("room", ViewId)
def test_in_every_room(qtbot: QtBot, english: MainWindow, room: ViewId) -> None:
    english.go_to_room(room)
    settle()
    assert not list(small_targets(english))


@pytest.mark.parametrize("stage", [filters, finding, talking, a_cell, practising])
def test_in_a_view_with_something_in_it(qtbot: QtBot, english: MainWindow, stage: Stage) -> None:
    stage(qtbot, english)
    settle()
    assert not list(small_targets(english))
