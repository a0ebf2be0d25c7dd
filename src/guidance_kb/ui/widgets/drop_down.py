"""A combo box with the program's arrow icon."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE


class DropDown(QComboBox):
    """A combo box whose arrow scales with the text size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Set the name, also as description: on Linux Qt names a combo box by its current value."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's argument
        """Paint the combo box with an elided text and the arrow icon, which the style sheet removes."""
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
        """Show the whole current text as tool tip if it is elided."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            is_cut = option.fontMetrics.horizontalAdvance(self.currentText()) > self._room_for_text(option)
            QToolTip.showText(cast("QHelpEvent", event).globalPos(), self.currentText() if is_cut else "", self)
            return True
        return super().event(event)
