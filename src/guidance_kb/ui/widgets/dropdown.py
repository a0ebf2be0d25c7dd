"""A list that unfolds, to choose one thing of several."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import SIZE, SPACE


class DropDown(QComboBox):
    """A drop-down with the arrow of our own icons, as large as the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Says what is chosen here. On Linux Qt calls a drop-down by what was chosen, and would say nothing else of it."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the drop-down, and the arrow that the style sheet took away."""
        super().paintEvent(event)
        size = self._theme.px(SIZE.icon)
        arrow = pixmap("chevron-down", self._theme.tokens.soft_ink, size)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size - self._theme.px(SPACE.lg), (self.height() - size) // 2, arrow)
        painter.end()
