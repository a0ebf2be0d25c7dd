"""What the right column shows while nothing points anywhere."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import column, label


class NothingYet(QFrame):
    """Says in peace what will come here, and on what ground."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._services = services
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        content = column(self, spacing=8, margins=(18, 22, 18, 22))
        for part in (self._icon, self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        self._speak()
        self._draw()
        services.theme.changed.connect(self._draw)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self._heading.setText(self.tr("Just listen first"))
        self._text.setText(
            self.tr(
                "Mark what the client tells you. What it may point to shows up here, always with the reason: "
                "first what this person can build on, then what may be in the way."
            )
        )

    def _draw(self) -> None:
        theme = self._services.theme
        self._icon.setPixmap(pixmap("messages-square", theme.tokens.accent, theme.px(30)))
