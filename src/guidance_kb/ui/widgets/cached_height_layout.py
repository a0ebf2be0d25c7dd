"""A column that remembers its heights.

Qt remembers how high a widget wants to be at a width, but not how high it must at least be: every
layout around it asks that anew, and every wrapped label in it is set in lines again, in all cards because of one.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class RememberingColumn(QVBoxLayout):
    """As `basics.column`, for what stands in a long list: a card, a line.

    Args:
        parent: The widget that is laid out.
        spacing: Pixels between things.
        margins: Pixels around them.
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
