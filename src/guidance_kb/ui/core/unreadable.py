"""What stands in the place of a view whose data cannot be read: what happened, what is safe, what to do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.report_button import ReportButton


class UnreadableView(QWidget):
    """The view; the rest of the program goes on.

    Attributes:
        empty: What it says.
        copy: The button that copies the technical report.
    """

    def __init__(
        self, theme: Theme, translation: Translation, error: KnownError, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._translation, self._error = translation, error
        self.empty, self.copy = EmptyState(theme), ReportButton()
        whole = column(self, spacing=SPACE.md, margins=(SPACE.xxxl, SPACE.xxl, SPACE.xxxl, SPACE.xxl))
        whole.addStretch(1)
        whole.addWidget(self.empty)
        whole.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.copy.offer(error)
        self.setFocusProxy(self.copy)
        self._speak()

    def _speak(self) -> None:
        heading = self.tr("This cannot be shown now")
        self.empty.say("triangle-alert", heading, self._error.say(self._translation.language))
        self.setAccessibleName(heading)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
