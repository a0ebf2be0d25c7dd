"""What client, counselor and service could do about a barrier; an institutional one is for the service first (product.md, C12)."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from guidance_kb.knowledge.model import Barrier
from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import card, column, label, row

_ICONS = {"client": "user-round", "counselor": "messages-square", "service": "building-2"}


@dataclass(frozen=True, slots=True)
class _Step:
    icon: QLabel
    who: QLabel
    what: QLabel


class Steps(QWidget):
    """Three steps, one a line, each with who takes it."""

    def __init__(self, barrier: Barrier, services: Services) -> None:
        super().__init__()
        self._barrier, self._services = barrier, services
        for_service = barrier.category == "institutional"
        order = ("service", "counselor", "client") if for_service else ("client", "counselor", "service")
        self._steps = {who: _Step(label(), label(role="caption"), label()) for who in order}
        self.task = label()
        content = column(self, spacing=7)
        if for_service:
            banner = card("banner")
            column(banner, margins=(10, 7, 10, 7)).addWidget(self.task)
            content.addWidget(banner)
        for step in self._steps.values():
            words = column(spacing=0)
            words.addWidget(step.who)
            words.addWidget(step.what)
            across = row(spacing=8)
            across.addWidget(step.icon, 0, Qt.AlignmentFlag.AlignTop)
            across.addLayout(words, 1)
            content.addLayout(across)
        self.speak()
        self.draw()
        services.theme.changed.connect(self.draw)

    @property
    def order(self) -> tuple[str, ...]:
        """Who takes the steps, in the order shown."""
        return tuple(self._steps)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        text = self._barrier.text(self._services.language)
        self.task.setText(self.tr("This is a task for the service, not for the client."))
        said = {
            "client": (self.tr("Client"), text.step_client),
            "counselor": (self.tr("Counselor"), text.step_counselor),
            "service": (self.tr("Service"), text.step_service),
        }
        for name, step in self._steps.items():
            who, what = said[name]
            step.who.setText(who)
            step.what.setText(what)

    def draw(self) -> None:
        """Draws the icons in the colours and size now in force."""
        theme = self._services.theme
        for name, step in self._steps.items():
            step.icon.setPixmap(pixmap(_ICONS[name], theme.tokens.soft_ink, theme.px(16)))
            step.icon.setContentsMargins(2, 1, 0, 0)
