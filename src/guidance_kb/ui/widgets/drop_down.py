"""A list that unfolds, to choose one thing of several."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE


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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's argument
        """Paints the drop-down, what is chosen with dots where it has too little room, and the arrow that the style sheet took away."""
        size = self._theme.px(SIZE.icon)
        arrow = pixmap("chevron-down", self._theme.tokens.soft_ink, size)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self._room_for_text(option)
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.drawPixmap(self.width() - size - self._theme.px(SPACE.lg), (self.height() - size) // 2, arrow)
        painter.end()

    def _room_for_text(self, option: QStyleOptionComboBox) -> int:
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()

    def event(self, event: QEvent) -> bool:
        """Says all of what is chosen in its tip, where it is cut."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            is_cut = option.fontMetrics.horizontalAdvance(self.currentText()) > self._room_for_text(option)
            QToolTip.showText(cast("QHelpEvent", event).globalPos(), self.currentText() if is_cut else "", self)
            return True
        return super().event(event)
