"""What the right column shows while nothing points anywhere."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.conversation.card_context import CardContext
from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.widgets.basics import column, label


class NothingYet(QFrame):
    """Says in peace how long it takes, and what will come here on what ground."""

    def __init__(self, desk: CardContext) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._desk = desk
        self._icon, self._heading = label(), label(role="heading")
        self._text, self._time = label(role="soft"), label(role="soft")
        content = column(self, spacing=8, margins=(18, 22, 18, 22))
        for part in (self._icon, self._heading, self._text, self._time):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        self._speak()
        self._draw()
        desk.services.theme.changed.connect(self._draw)

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
        core = sum(item.core for item in self._desk.controller.checklist.items.values())
        self._time.setText(
            self.tr("The core list has {count} items and takes about ten minutes. Skip what does not fit.").format(
                count=core
            )
        )

    def _draw(self) -> None:
        theme = self._desk.services.theme
        self._icon.setPixmap(pixmap("messages-square", theme.tokens.accent, theme.px(30)))
