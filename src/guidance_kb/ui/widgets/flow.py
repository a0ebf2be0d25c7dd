"""A layout that sets widgets side by side and goes on in the next row, as words do (after Qt's Flow Layout example)."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import getCppPointer, invalidate, wrapInstance


class FlowLayout(QLayout):
    """Words, chips and small buttons in rows; as high as its width makes it. What is hidden takes no room.

    Args:
        parent: The widget that is laid out.
        spacing: Pixels between things and between rows.
        level: Whether each thing stands in the middle of its row rather than at the top.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, *, level: bool = True) -> None:
        self._level = level
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        super().__init__(parent)  # which asks at once for what stands in it
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def set_order(self, widgets: Sequence[QWidget]) -> None:
        """Shows the widgets of this layout in another order; those left out come last."""
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
        """Holds its items by objects of its own, after PySide made the old ones belong to the layout: they would outlive the items."""
        for place, item in enumerate(self._items):
            (address,) = getCppPointer(item)
            invalidate(item)
            self._items[place] = cast("QLayoutItem", wrapInstance(address, QLayoutItem))

    def expandingDirections(self) -> Qt.Orientation:  # noqa: D102
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width; remembered, because the layouts around it ask several times at every key."""
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
        """Sets the widgets in rows inside `rect`; returns the height they take."""
        x, y, row_height = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int, QSize]] = []

        def set_row() -> None:
            for item, left, size in row:
                top = y + (row_height - size.height()) // 2 if self._level else y
                item.setGeometry(QRect(QPoint(left, top), size))
            row.clear()

        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 1 << 20))
            if x + size.width() > rect.right() + 1 and row_height:
                if move:
                    set_row()
                x, y, row_height = rect.x(), y + row_height + self.spacing(), 0
            row.append((item, x, size))
            x += size.width() + self.spacing()
            row_height = max(row_height, size.height())
        if move:
            set_row()
        return y + row_height - rect.y()
