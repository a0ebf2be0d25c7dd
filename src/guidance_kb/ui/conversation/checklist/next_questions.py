"""The gaps, and the sentence to say next, with what its answer can show."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.next_questions import Proposal, Wording, Would
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.widgets.basics import button, label, row
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn, pressed_by_return
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


_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class NextQuestions(TranslatedWidget, QWidget):
    """The sentence to say next, in one line; the other proposals are in a menu beside it.

    Pressing a sentence takes its item in hand. While the display is frozen the proposals do not change; in quiet mode they are hidden.
    """

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._context, self._quiet = context, False
        self._proposed: tuple[Proposal, ...] = ()
        self._caption = label(role="caption", wrap=False)
        self.first = LinkRow(context.services.theme, partial(self._go, 0), "message-circle")
        self.first.content.setContentsMargins(2, 3, 2, 3)
        self.more = button("", "more", self._open_menu)
        self.menu = QMenu(self)
        self.others = [self.menu.addAction("", partial(self._go, place)) for place in range(1, _MOST)]
        across = row(self, spacing=8)
        across.addWidget(self._caption)
        across.addWidget(self.first, 1)
        across.addWidget(self.more)
        for each in (self.first, self.more):
            each.installEventFilter(self)
        self._say_caption()
        controller = context.controller
        for happened in (
            controller.changed,
            controller.judged,
            controller.restarted,
            controller.selected,
            context.display_mode.changed,
        ):
            happened.connect(self.refresh)

    def _go(self, place: int) -> None:
        if place < len(self._proposed):
            self._context.go_to(self._proposed[place].item)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the proposed items."""
        return tuple(proposal.item for proposal in self._proposed)

    def take_focus(self) -> None:
        """Focus the sentence."""
        if self._proposed:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the other proposals at the arrow keys: Qt would take them for a move between buttons."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ARROWS
        if pressed and not self.more.isHidden():
            self._open_menu()
            self.menu.setActiveAction(self.others[0])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the focus at Return."""
        if not pressed_by_return(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Choose the proposals before the widget is first shown, and not earlier: weighing all items is slow."""
        if event.type() is QEvent.Type.Polish and not self._proposed:
            self._choose()
        return super().event(event)

    def _say_caption(self) -> None:
        self._caption.setText(self.tr("Ask next"))

    def retranslate(self) -> None:
        self._say_caption()
        if self._context.display_mode.frozen:
            self._show()
        else:
            self._proposed = ()
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Choose again, unless frozen; equal proposals are not updated."""
        if self._quiet is not self._context.display_mode.quiet:
            self._quiet = not self._quiet
            self.setVisible(not self._quiet)
        if not self._context.display_mode.frozen:
            self._choose()

    def _choose(self) -> None:
        now = self._context.controller.proposals(_MOST)
        if now != self._proposed or not now:
            self._proposed = now
            self._show()

    def _show(self) -> None:
        proposed = self._proposed
        self.first.setEnabled(bool(proposed))
        self.more.setVisible(len(proposed) > 1)
        self.more.setText(self.tr("{count} more").format(count=len(proposed) - 1))
        if not proposed:
            self.first.say(self.tr("Every item has been discussed."))
            return
        self.first.say(self._sentence(proposed[0]))
        self.first.setToolTip(self._why(proposed[0]))
        named = (self._caption.text(), self._sentence(proposed[0]), self._label(proposed[0]), self._why(proposed[0]))
        self.first.setAccessibleName(": ".join((named[0], ", ".join(filter(None, named[1:])))))
        others = self.tr("other questions to ask")
        self.more.setAccessibleName(f"{self.more.text()}: {others}")
        for place, action in enumerate(self.others, 1):
            action.setVisible(place < len(proposed))
            if place < len(proposed):
                action.setText(self._sentence(proposed[place]))
                action.setToolTip(self._why(proposed[place]))
        self.first.content.activate()

    def _sentence(self, proposal: Proposal) -> str:
        text = self._context.controller.checklist.items[proposal.item].text(self._context.services.language)
        return f"“{text.follow_up if proposal.wording is Wording.FOLLOW_UP else text.open}”"

    def _label(self, proposal: Proposal) -> str:
        """Return the neutral name of the item: of an open item nothing is affirmed."""
        return self._context.controller.checklist.items[proposal.item].text(self._context.services.language).topic

    # ── reasons ─────────────────────────────────────────────────────────────────────────────────

    def _why(self, proposal: Proposal) -> str:
        """Return what an answer can show: its strongest effect, with another of the same kind if there is one."""
        if proposal.wording is Wording.FOLLOW_UP:
            return self.tr("Follows on from what was said")
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
