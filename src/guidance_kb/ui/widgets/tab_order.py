"""The order in which the Tab key goes through a view: the order in which its layouts show things, also those made later.

Layouts are asked where a thing stands (`indexOf`), never for their items (`layouts.py`).
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from guidance_kb.ui.widgets.layouts import layouts, widgets


def follow_layout(view: QWidget) -> None:
    """Lets Tab go through `view` as its layouts stand now; Qt itself keeps to the order in which things were made."""
    stops = [widget for widget in _within(view) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
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
