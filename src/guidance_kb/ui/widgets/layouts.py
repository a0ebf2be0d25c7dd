"""Layouts within layouts, and what stands in them, so that Python holds on to no item of a layout.

PySide makes a Python object for each item of a layout that is put into another, and for each that is asked for, and keeps it as long as
the layout. But Qt removes an item with its widget, and tells nobody: the object stays behind, whatever comes to lie at the same address is
taken for it, and the program crashes (2026-12-01, `retrieveMetaObject`). So nothing else may call `itemAt` or
`takeAt`, nor `addLayout` with anything in it.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget
from shiboken6 import delete, invalidate

if TYPE_CHECKING:  # the first paint shows none
    from guidance_kb.ui.widgets.flow import FlowLayout


def add_layout(outer: QBoxLayout, inner: QLayout, stretch: int = 0) -> None:
    """Puts a layout into a row or a column."""
    outer.addLayout(inner, stretch)
    _forget_items(inner)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            clear(inner)
            inner.deleteLater()
            continue
        delete(item)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def show_all(layout: QLayout) -> None:
    """Shows what was just put into a layout; Qt would show it one frame later."""
    for each in widgets(layout):
        if not each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            each.show()
    for inner in layouts(layout):
        show_all(inner)


def widgets(layout: QLayout) -> list[QWidget]:
    """The widgets that stand in a layout itself, in the order in which they were made."""
    around = layout.parentWidget()
    children = [] if around is None else around.children()
    return [each for each in children if isinstance(each, QWidget) and layout.indexOf(each) >= 0]


def layouts(layout: QLayout) -> list[QLayout]:
    """The layouts that stand in a layout itself."""
    return [each for each in layout.children() if isinstance(each, QLayout)]


def _forget_items(layout: QLayout) -> None:
    if not isinstance(layout, QBoxLayout | QGridLayout):  # they are its own
        cast("FlowLayout", layout).hold_anew()
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            _forget_items(item)
        elif item is not None:
            invalidate(item)
