"""Roving focus: several widgets form one tab stop, and the arrow keys move between them, as in a toolbar."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from guidance_kb.ui.widgets.layouts import layouts, widgets

# The tab order of a view follows its layouts, including widgets made later.
#
# The position of an item comes from `indexOf`; items themselves are never asked for (see `layouts.py`).


def follow_layout(view: QWidget, *then: QWidget) -> None:
    """Set the tab order of `view` by its current layouts; Qt's default is the order of creation.

    Args:
        view: The view.
        then: Parts of the view that no layout leads to, as those of a splitter; their stops come last, in this order.
    """
    _chain([stop for part in (view, *then) for stop in _stops(part)])


def reach_after(before: QWidget, part: QWidget) -> None:
    """Make the stops of `part`, which is laid out elsewhere, come right after the widget `before`; call it after `follow_layout`."""
    _chain([before, *_stops(part)])


def _stops(part: QWidget) -> list[QWidget]:
    return [widget for widget in _within(part) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _chain(stops: Sequence[QWidget]) -> None:
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _within(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if isinstance(widget, QStackedWidget):
        content = widget.currentWidget()
    if content is not None:
        yield from _within(content)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    parts: list[QWidget | QLayout] = [*widgets(layout), *layouts(layout)]
    for each in sorted(parts, key=layout.indexOf):
        if isinstance(each, QWidget):
            yield from _within(each)
        else:
            yield from _laid_out(each)


_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Roving(QObject):
    """Moves the focus within a group of widgets; Tab returns to the one that had it last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._stop: QWidget | None = None

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Set the widgets of the group, in order."""
        for widget in widgets:
            if widget not in self._widgets:
                widget.installEventFilter(self)
        self._widgets = list(widgets)
        self.refresh()

    def refresh(self) -> None:
        """Make a reachable widget the tab stop, after some were hidden or disabled."""
        reached = self._reached()
        self._stop_at(self._stop if self._stop in reached else next(iter(reached), None))

    def _reached(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden() and widget.isEnabled()]

    def _stop_at(self, stop: QWidget | None) -> None:
        self._stop = stop
        for widget in self._widgets:
            policy = Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus
            if widget.focusPolicy() is not policy:
                widget.setFocusPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the arrow keys, Home and End."""
        if not isinstance(watched, QWidget) or watched not in self._widgets:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._go(watched, Qt.Key(event.key()))
        return False

    def _go(self, watched: QWidget, key: Qt.Key) -> bool:
        reached = self._reached()
        if key in _STEPS:
            to = min(max(reached.index(watched) + _STEPS[key], 0), len(reached) - 1) if watched in reached else 0
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = 0 if key == Qt.Key.Key_Home else len(reached) - 1
        else:
            return False
        if reached:
            reached[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True
