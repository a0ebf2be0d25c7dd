"""The gaps, and the questions to ask next: up to three proposals, each with what its answer can show."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.next_questions import Proposal, Would
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.widgets.basics import column, label, line
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Gaps: neither a yes nor a no


class GapList(TranslatedWidget, ScrollColumn):
    """The gaps by theme; a click selects an item."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(spacing=2, margins=(2, 4, 10, 12))
        self._context = context
        self._meaning, self._none = label(role="soft"), label(role="soft")
        self._headings = {theme: label(role="strong") for theme in context.controller.checklist.themes}
        self.keep(self._meaning, self._none, *self._headings.values())
        self.lines: dict[str, LinkRow] = {}
        self._roving = Roving(self)
        for happened in (context.controller.changed, context.controller.restarted, context.controller.scope_changed):
            happened.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        if not self.lines:
            self._fill()
        self.refresh(shown=True)
        super().showEvent(event)

    def _fill(self) -> None:
        """Create the lines when the list is first shown."""
        self.content.addWidget(self._meaning)
        self._meaning.show()
        self.content.addWidget(self._none)
        for theme, heading in self._headings.items():
            heading.setContentsMargins(0, 10, 0, 0)
            self.content.addWidget(heading)
            for item in self._context.controller.scope.by_theme[theme]:
                made = LinkRow(self._context.services.theme, partial(self._context.go_to, item))
                made.content.setContentsMargins(4, 3, 2, 3)
                self.lines[item] = made
                self.content.addWidget(made)
        self._roving.set_widgets(list(self.lines.values()))
        self._set_texts()

    def retranslate(self) -> None:
        if self.lines:
            self._set_texts()
            self.refresh()

    def _set_texts(self) -> None:
        self.setAccessibleName(self.tr("Not discussed yet"))
        self._meaning.setText(
            self.tr("What was not discussed is a gap. It is neither a yes nor a no, and it raises no signal.")
        )
        self._none.setText(self.tr("There are no gaps in this list."))
        for item, made in self.lines.items():
            made.say(self._context.label(item))

    def refresh(self, _: object = None, *, shown: bool = False) -> None:
        """Show the current gaps; while hidden, do nothing, because `showEvent` refreshes."""
        if not self.lines or not (shown or self.isVisible()):
            return
        controller = self._context.controller
        counts = dict.fromkeys(self._headings, 0)
        for item, made in self.lines.items():
            gap = controller.shown(item) and controller.session.answer(item).state is State.NOT_DISCUSSED
            made.setVisible(gap)
            counts[controller.checklist.items[item].theme] += gap
        for theme, heading in self._headings.items():
            name = self._context.services.say(controller.checklist.themes[theme].name)
            heading.setText(self.tr("{theme}: {count} not discussed").format(theme=name, count=counts[theme]))
            heading.setVisible(counts[theme] > 0)
        self._none.setVisible(not any(counts.values()))
        self._roving.refresh()


_MOST = 3

_SHORT = 30
"""Maximum length of two names joined by "or"; if they are longer, only the first is shown."""


class AskNext(TranslatedWidget, QWidget):
    """The proposals; a click selects the item. While the display is frozen they do not change."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._context = context
        self._proposed: tuple[Proposal, ...] = ()
        self._heading, self._done = label(role="strong"), label(role="soft")
        self.lines = [self._line(place) for place in range(_MOST)]
        self._roving = Roving(self)
        self._roving.set_widgets(self.lines)
        content = column(self, spacing=2, margins=(0, 0, 8, 0))
        content.addWidget(line())
        content.addSpacing(6)
        content.addWidget(self._heading)
        for each in (*self.lines, self._done):
            content.addWidget(each)
        self._say_headings()
        controller = context.controller
        for happened in (
            controller.changed,
            controller.judged,
            controller.restarted,
            controller.selected,
            context.display_mode.changed,
        ):
            happened.connect(self.refresh)

    def _line(self, place: int) -> LinkRow:
        made = LinkRow(self._context.services.theme, self._goer(place), "message-circle")
        made.content.setContentsMargins(2, 3, 2, 3)
        return made

    def _goer(self, place: int) -> Callable[[], object]:
        return lambda: self._context.go_to(self.items[place])

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the proposed items."""
        return tuple(proposal.item for proposal in self._proposed)

    def take_focus(self) -> None:
        """Focus the first proposal."""
        if self._proposed:
            self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Choose the proposals before the widget is first shown, and not earlier: weighing all items is slow."""
        if event.type() is QEvent.Type.Polish and not self._proposed:
            self._choose()
        return super().event(event)

    def _say_headings(self) -> None:
        self._heading.setText(self.tr("Ask next"))
        self._done.setText(self.tr("Every item has been discussed."))

    def retranslate(self) -> None:
        self._say_headings()
        if self._context.display_mode.frozen:
            self._show()
        else:
            self._proposed = ()
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Choose again, unless frozen; equal proposals are not updated."""
        if not self._context.display_mode.frozen:
            self._choose()

    def _choose(self) -> None:
        now = self._context.controller.proposals(_MOST)
        if now != self._proposed or not now:
            self._proposed = now
            self._show()

    def _show(self) -> None:
        self._done.setVisible(not self._proposed)
        for place, made in enumerate(self.lines):
            made.setVisible(place < len(self._proposed))
            if place < len(self._proposed):
                proposal = self._proposed[place]
                made.say(self._context.label(proposal.item), self._why(proposal))
        self._roving.refresh()
        self._fit()

    def _fit(self) -> None:
        """Lay out the lines with their new texts before they are painted, from the innermost layout outwards."""
        for made in self.lines:
            made.content.activate()
        within: QWidget | None = self
        while within is not None and within.isVisible() and (layout := within.layout()) is not None:
            layout.activate()
            within = within.parentWidget()

    # ── reasons ─────────────────────────────────────────────────────────────────────────────────

    def _why(self, proposal: Proposal) -> str:
        """Return what an answer can show: its strongest effect, with another of the same kind if there is one."""
        if not proposal.would:
            core = self._context.controller.checklist.items[proposal.item].core
            return "" if core else self.tr("Follows on from what was said")
        first, *others = _most_telling_first(proposal.would)
        alike = [each for each in others if each.now is first.now and self._is_drive(each) is self._is_drive(first)]
        return self._said(first, alike)

    def _said(self, would: Would, others: Sequence[Would]) -> str:
        """Return what an answer can show, with the name of a second target if both are short."""
        name = self._name(would)
        if would.now is SignalLevel.FOR_INFORMATION:
            return self.tr("Can bring “{name}” to “discuss now”").format(name=name)
        both = self.tr("{name} or {other}").format(name=name, other=self._name(others[0])) if others else name
        name = both if len(both) <= _SHORT else name
        if self._is_drive(would):
            return self.tr("Shows whether this motivates the client: {name}").format(name=name)
        return self.tr("Shows whether this is in the way: {name}").format(name=name)

    def _is_drive(self, would: Would) -> bool:
        return would.target in self._context.material.library.drives

    def _name(self, would: Would) -> str:
        return self._context.material.target(would.target).text(self._context.services.language).name


def _most_telling_first(would: Sequence[Would]) -> list[Would]:
    """Return the effects that reach "discuss now" first, then those on targets without a signal; the sort is stable."""
    return sorted(would, key=lambda each: (each.then is not SignalLevel.DISCUSS_NOW, each.now is not None))
