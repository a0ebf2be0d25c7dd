"""Helpers for nested layouts that avoid a PySide crash: Python wrappers of layout items outlive the items.

PySide creates a Python object for each layout item that is nested or asked for, and keeps it as long as the layout. Qt deletes an item
with its widget, without telling PySide. The wrapper stays, PySide takes a later object at the same address for it, and the program crashes
(2026-12-01, `retrieveMetaObject`). So no other module may call `itemAt` or `takeAt`, or call `addLayout` with a layout that has items.
"""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import delete, getCppPointer, invalidate, wrapInstance

# A column that caches its heights.
#
# Qt caches the preferred height for a width, but not the minimum height: every enclosing layout asks again, and every wrapped
# label in it is laid out again, in all cards because of one.


class RememberingColumn(QVBoxLayout):
    """A column as `basics.column`, for the items of a long list.

    Args:
        parent: The widget that gets the layout.
        spacing: Pixels between items.
        margins: Pixels around the items.
    """

    def __init__(self, parent: QWidget, *, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        self._heights: dict[int, int] = {}
        self._least: dict[int, int] = {}
        super().__init__(parent)
        self.setSpacing(spacing)
        self.setContentsMargins(*margins)

    def invalidate(self) -> None:  # noqa: D102 - Qt's name
        self._heights.clear()
        self._least.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:  # noqa: D102 - Qt's name
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: D102 - Qt's name
        if width not in self._least:
            self._least[width] = super().minimumHeightForWidth(width)
        return self._least[width]


# After Qt's Flow Layout example.


class FlowLayout(QLayout):
    """A layout that places widgets in rows and wraps them as words; its height depends on its width. Hidden widgets take no space.

    Args:
        parent: The widget that gets the layout.
        spacing: Pixels between items and between rows.
        level: Whether to centre items vertically in their row; they are at the top otherwise.
        columns: Whether to align items in columns if they need more than one row.
    """

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 6, *, level: bool = True, columns: bool = False
    ) -> None:
        self._level, self._in_columns = level, columns
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        super().__init__(parent)  # Qt calls `itemAt` and `count` from here
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def set_order(self, widgets: Sequence[QWidget]) -> None:
        """Reorder the widgets of this layout; those that are not in `widgets` come last."""
        places: dict[QWidget | None, int] = {widget: number for number, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: places.get(item.widget(), len(places)))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: D102 - Qt's name
        self._items.append(item)

    def count(self) -> int:  # noqa: D102
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: D102
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: D102
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hold_anew(self) -> None:
        """Replace the wrappers of the items by new ones, because PySide made the layout their owner and they would outlive the items."""
        for place, item in enumerate(self._items):
            (address,) = getCppPointer(item)
            invalidate(item)
            self._items[place] = cast("QLayoutItem", wrapInstance(address, QLayoutItem))

    def expandingDirections(self) -> Qt.Orientation:  # noqa: D102
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width; cached, because enclosing layouts ask several times at every keystroke."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:  # noqa: D102
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: D102
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: D102
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: D102
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets in rows inside `rect` and return the height they take."""
        x, y, row_height = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int, QSize]] = []

        def set_row() -> None:
            """Place the widgets of the current row and start a new row."""
            for item, left, size in row:
                top = y + (row_height - size.height()) // 2 if self._level else y
                item.setGeometry(QRect(QPoint(left, top), size))
            row.clear()

        items = [item for item in self._items if not item.isEmpty()]
        sizes = [
            each.sizeHint().boundedTo(QSize(max(rect.width(), each.minimumSize().width()), 1 << 20)) for each in items
        ]
        columns = self._columns([size.width() for size in sizes], rect.width())
        for number, (item, size) in enumerate(zip(items, sizes, strict=True)):
            column = number % len(columns) if columns else 0
            full = column == 0 if columns else x + size.width() > rect.right() + 1
            if full and row_height:
                if move:
                    set_row()
                x, y, row_height = rect.x(), y + row_height + self.spacing(), 0
            row.append((item, x, size))
            x += (columns[column] if columns else size.width()) + self.spacing()
            row_height = max(row_height, size.height())
        if move:
            set_row()
        return y + row_height - rect.y()

    def _columns(self, widths: list[int], room: int) -> list[int]:
        """Return the column widths for as many columns as fit; empty if the items are not aligned in columns."""
        for count in range(len(widths), 0, -1) if self._in_columns else ():
            columns = [max(widths[place::count]) for place in range(count)]
            if sum(columns) + self.spacing() * (count - 1) <= room:
                return columns
        return []


def add_layout(outer: QBoxLayout, inner: QLayout, stretch: int = 0) -> None:
    """Add a layout to a row or a column."""
    outer.addLayout(inner, stretch)
    _forget_items(inner)


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
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
    """Show the widgets just added to a layout; Qt would show them one frame later."""
    for each in widgets(layout):
        if not each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            each.show()
    for inner in layouts(layout):
        show_all(inner)


def widgets(layout: QLayout) -> list[QWidget]:
    """Return the widgets directly in a layout, in order of creation."""
    around = layout.parentWidget()
    children = [] if around is None else around.children()
    return [each for each in children if isinstance(each, QWidget) and layout.indexOf(each) >= 0]


def layouts(layout: QLayout) -> list[QLayout]:
    """Return the layouts directly in a layout."""
    return [each for each in layout.children() if isinstance(each, QLayout)]


def _forget_items(layout: QLayout) -> None:
    if not isinstance(layout, QBoxLayout | QGridLayout):  # its items have Python owners
        cast("FlowLayout", layout).hold_anew()
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            _forget_items(item)
        elif item is not None:
            invalidate(item)
