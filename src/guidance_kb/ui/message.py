"""The bar that says what went wrong, above the room that is shown."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame

from guidance_kb.errors import KnownError
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, label, row


class MessageBar(QFrame):
    """One message, until it is put away or another comes."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._services = services
        self._words = label()
        self._away = button("✕", "quiet", self.hide)
        across = row(self, margins=(16, 8, 8, 8))
        across.addWidget(self._words, 1)
        across.addWidget(self._away)
        self._speak()
        self.hide()

    def tell(self, error: KnownError) -> None:
        """Says it, in the language now in force."""
        self._words.setText(error.say(self._services.language))
        self.show()

    def _speak(self) -> None:
        self._away.setAccessibleName(self.tr("Close this message"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
