"""What to ask next: up to three open items, and how much was not discussed yet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.asking import ask_next
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.widgets.basics import column, label, line
from guidance_kb.ui.widgets.pressable import Line

_MOST = 3


class AskNext(QWidget):
    """The open items that would tell most; a click takes one in hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.items: tuple[str, ...] = ()
        self._heading, self._done = label(role="strong"), label(role="soft")
        self.lines = [self._line(place) for place in range(_MOST)]
        content = column(self, spacing=2, margins=(0, 0, 8, 0))
        content.addWidget(line())
        content.addSpacing(6)
        content.addWidget(self._heading)
        for each in (*self.lines, self._done):
            content.addWidget(each)
        self.speak()
        for happened in (desk.controller.changed, desk.controller.restarted):
            happened.connect(self.refresh)

    def _line(self, place: int) -> Line:
        made = Line(self._desk.services.theme, self._goer(place), "message-circle")
        made.content.setContentsMargins(2, 3, 2, 3)
        return made

    def _goer(self, place: int) -> Callable[[], object]:
        return lambda: self._desk.go_to(self.items[place])

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        self._heading.setText(self.tr("Ask next"))
        self._done.setText(self.tr("Every item was discussed."))
        self.items = ()
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Chooses again; items that stay are left alone."""
        now = ask_next(self._desk.controller.checklist, self._desk.controller.session.answers, _MOST)
        self._done.setVisible(not now)
        if now == self.items:
            return
        self.items = now
        for place, made in enumerate(self.lines):
            made.setVisible(place < len(now))
            if place < len(now):
                made.say(self._desk.label(now[place]))
