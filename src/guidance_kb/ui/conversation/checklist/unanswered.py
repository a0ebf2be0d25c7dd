"""What was not discussed yet, as gaps: neither a yes nor a no."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.widgets.basics import label
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn
from guidance_kb.ui.widgets.roving import Roving


class GapList(ScrollColumn):
    """The items without an answer by heading; a click takes one in hand."""

    def __init__(self, desk: CardContext) -> None:
        super().__init__(spacing=2, margins=(2, 4, 10, 12))
        self._desk = desk
        self._meaning, self._none = label(role="soft"), label(role="soft")
        self._headings = {theme: label(role="strong") for theme in desk.controller.checklist.themes}
        self.keep(self._meaning, self._none, *self._headings.values())
        self.lines: dict[str, LinkRow] = {}
        self._roving = Roving(self)
        for happened in (desk.controller.changed, desk.controller.restarted, desk.controller.scope_changed):
            happened.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - Qt's name
        if not self.lines:
            self._fill()
        self.refresh(shown=True)
        super().showEvent(event)

    def _fill(self) -> None:
        """Makes the lines, when the list is first wanted."""
        self.content.addWidget(self._meaning)
        self._meaning.show()
        self.content.addWidget(self._none)
        for theme, heading in self._headings.items():
            heading.setContentsMargins(0, 10, 0, 0)
            self.content.addWidget(heading)
            for item in self._desk.controller.scope.by_theme[theme]:
                made = LinkRow(self._desk.services.theme, partial(self._desk.go_to, item))
                made.content.setContentsMargins(4, 3, 2, 3)
                self.lines[item] = made
                self.content.addWidget(made)
        self._roving.set_widgets(list(self.lines.values()))
        self._speak()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.lines:
            self._speak()
            self.refresh()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Not discussed yet"))
        self._meaning.setText(
            self.tr("What was not discussed is a gap. It is neither a yes nor a no, and it raises no signal.")
        )
        self._none.setText(self.tr("There are no gaps in this list."))
        for item, made in self.lines.items():
            made.say(self._desk.label(item))

    def refresh(self, _: object = None, *, shown: bool = False) -> None:
        """Shows the gaps as they stand; while hidden, it waits until it is shown."""
        if not self.lines or not (shown or self.isVisible()):
            return
        controller = self._desk.controller
        counts = dict.fromkeys(self._headings, 0)
        for item, made in self.lines.items():
            gap = controller.shown(item) and controller.session.answer(item).state is State.NOT_DISCUSSED
            made.setVisible(gap)
            counts[controller.checklist.items[item].theme] += gap
        for theme, heading in self._headings.items():
            name = self._desk.services.say(controller.checklist.themes[theme].name)
            heading.setText(self.tr("{theme}: {count} not discussed").format(theme=name, count=counts[theme]))
            heading.setVisible(counts[theme] > 0)
        self._none.setVisible(not any(counts.values()))
        self._roving.refresh()
