"""The button that copies the technical report of an error."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy

from guidance_kb.errors import KnownError
from guidance_kb.ui.widgets.announcement import announce


class ReportButton(QPushButton):
    """A button that is visible only while an error with a report is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._report = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._copy)
        self.hide()

    def offer(self, error: KnownError | None) -> None:
        """Offer the report of `error`; hide the button if there is none."""
        self._report = error.report if error else ""
        self.setVisible(bool(self._report))
        self._speak()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.setText(self.tr("Copied"))
        announce(self, self.text())

    def _speak(self) -> None:
        self.setText(self.tr("Copy technical report"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
