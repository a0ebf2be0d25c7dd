"""Changing a list without moving what somebody looks at."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from guidance_kb.ui.widgets.pressable import settle


def place_in(scroller: QScrollArea, widget: QWidget) -> int:
    """How far below the top of what shows a widget is, in pixels; negative above it."""
    return widget.mapTo(scroller.viewport(), QPoint(0, 0)).y()


def is_seen(scroller: QScrollArea, widget: QWidget) -> bool:
    """Whether something of a widget is in what shows."""
    top = place_in(scroller, widget)
    return not widget.isHidden() and top < scroller.viewport().height() and top + widget.height() > 0


@contextmanager
def still(scroller: QScrollArea, held: QWidget | None) -> Iterator[None]:
    """Whatever changes in the list meanwhile, `held` stays where it is on screen; None lets it go as it goes."""
    place = 0 if held is None else place_in(scroller, held)
    yield
    settle()
    if held is not None:
        bar = scroller.verticalScrollBar()
        bar.setValue(bar.value() + place_in(scroller, held) - place)
