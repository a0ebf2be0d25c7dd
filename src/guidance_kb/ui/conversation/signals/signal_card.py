"""Signal cards, one for each barrier, drive or need with a signal. A card is kept while the answers change."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from guidance_kb.conversation.next_questions import question_about
from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.documents.names import LEVELS, REASONS, VERDICTS
from guidance_kb.ui.conversation.agreements.steps import FirstStep
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.signal_body import CardBody
from guidance_kb.ui.conversation.signals.why_line import WhyLine
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import button, label, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout, RememberingColumn, add_layout
from guidance_kb.ui.widgets.marked_card import MarkedCard
from guidance_kb.ui.widgets.pressable import ContentButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- The verdict: accept or dismiss, with an optional reason


class VerdictLine(TranslatedWidget, QWidget):
    """The last line of a card: the buttons for a verdict, or the verdict with a button to undo it."""

    def __init__(self, target: str, context: CardContext, head: QWidget) -> None:
        """Create the line below `head`, which gets the focus if this line has no button left."""
        super().__init__()
        self._target, self._context, self._head = target, context, head
        self._said = label(role="caption")
        self.undo = button("", "link", lambda: self._judge(None))
        self.accept = button("", "quiet", lambda: self._judge(Verdict.ACCEPTED))
        self.dismiss = button("", "quiet")
        self._menu = QMenu(self)
        self.reasons = {reason: self._menu.addAction("") for reason in VerdictReason}
        for reason, action in self.reasons.items():
            action.triggered.connect(partial(self._dismiss, reason))
        self.dismiss.setMenu(self._menu)
        self._choices = QWidget()
        choices = FlowLayout(self._choices, spacing=4)
        choices.addWidget(self.accept)
        choices.addWidget(self.dismiss)
        across = row(self, spacing=8, margins=(12, 0, 8, 8))
        across.addWidget(self._choices, 1)
        across.addWidget(self._said, 1)
        across.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        self.accept.setText(self.tr("Take up"))
        self.accept.setToolTip(self.tr("You go into this, now or later"))
        self.dismiss.setText(self.tr("Set aside"))
        self.undo.setText(self.tr("Undo"))
        for reason, action in self.reasons.items():
            action.setText(as_title(REASONS[reason]) if reason in REASONS else self.tr("Without a reason"))
        self.refresh()

    def refresh(self) -> None:
        """Show the verdict, or the buttons."""
        judged = self._context.controller.verdicts.get(self._target)
        self._choices.setVisible(judged is None)
        self._said.setVisible(judged is not None)
        self.undo.setVisible(judged is not None and not self._context.controller.read_only)
        if judged is not None:
            done = as_title(VERDICTS[judged.verdict])
            why = REASONS.get(judged.reason)
            self._said.setText(f"{done}: {in_sentence(why)}" if why else done)
            self.undo.setAccessibleName(f"{self.undo.text()}: {self._said.text()}")

    def _dismiss(self, reason: VerdictReason) -> None:
        self._judge(Verdict.DISMISSED, reason)

    def _judge(self, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._context.controller.judge(self._target, verdict, reason)
        if had_focus:
            to = self.accept if verdict is None else self.undo
            (to if to.isVisible() else self._head).setFocus(Qt.FocusReason.OtherFocusReason)


class StrengthPill(QFrame):
    """The level of a signal as an icon and words, never as a colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self._theme = theme
        self._level = SignalLevel.FOR_INFORMATION
        self._icon, self._text = label(), label(role="pill", wrap=False)
        across = row(self, spacing=4, margins=(7, 1, 8, 1))
        across.addWidget(self._icon)
        across.addWidget(self._text)
        theme.changed.connect(self.draw)
        self.draw()

    def show_level(self, level: SignalLevel, words: str) -> None:
        """Show a level with the text `words`."""
        self._text.setText(words)
        if level is not self._level:
            self._level = level
            self.draw()

    def draw(self) -> None:
        """Update the icon to the theme and the level."""
        now = self._level is SignalLevel.DISCUSS_NOW
        tokens, size = self._theme.tokens, self._theme.px(13)
        colour = tokens.accent if now else tokens.soft_ink
        self._icon.setPixmap(pixmap("messages-square" if now else "info", colour, size))
        if self.property("now") is not now:
            for part in (self, self._text):
                part.setProperty("now", now)
                restyle(part)


_ACROSS = 280
"""From this width on (at 100 %), the level is beside the name or in the next line; otherwise below the name."""

_BESIDE = 58
"""The width (at 100 %) of margins, gaps and the chevron in the line of the name."""


class _LevelPlace(Enum):
    """Where the level of a card is shown."""

    BESIDE = auto()
    NEXT_LINE = auto()
    BELOW = auto()


class SignalCard(TranslatedWidget, MarkedCard):
    """One signal in four lines: name and level; why, in the client's words; a question; a first step. All the rest when unfolded."""

    def __init__(self, signal: Raised, context: CardContext, on_fold: Callable[[str], object]) -> None:
        super().__init__(context.services.theme)
        self._context, self._signal = context, signal
        self.body: CardBody | None = None
        self.verdict: VerdictLine | None = None
        self.head = ContentButton(lambda: on_fold(signal.target), margins=(12, 3, 10, 0))
        self._chevron, self._name, self._sentence = label(), label(role="strong"), label()
        self._back = label(role="caption")
        self.why, self.ask = WhyLine(context), OneLine()
        self.first_step = FirstStep(context.material.target(signal.target), context)
        self._shown: tuple[Raised, bool, bool] | None = None
        self.why.show_reasons(signal.reasons)
        self._pill = StrengthPill(context.services.theme)
        self._level_place = _LevelPlace.BESIDE
        self._build()
        self.retranslate()
        self.draw()
        context.services.theme.changed.connect(self.draw)

    def _build(self) -> None:
        self._across = across = row(spacing=6)
        across.addWidget(self._name, 1)
        across.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        self.head.content.setSpacing(1)
        add_layout(self.head.content, across)
        for part in (self.why, self.ask, self._sentence, self._back):
            self.head.content.addWidget(part)
        self._content = RememberingColumn(self, margins=(1, 1, 1, 1))
        self._content.addWidget(self.head)
        self._content.addWidget(self.first_step)
        self.show_verdict()

    @property
    def unfolded(self) -> bool:
        """Whether the body is shown."""
        return self.body is not None and not self.body.isHidden()

    def set_unfolded(self, *, unfolded: bool) -> None:
        """Unfold or fold the card; the body is created the first time."""
        if unfolded and self.body is None:
            self.body = CardBody(self._signal.target, self._context)
            self._content.insertWidget(1, self.body)
        if self.body is not None:
            if unfolded:
                self.body.update_with(self._signal)
            self.body.setVisible(unfolded)
        self.show_verdict()
        self.draw()

    @property
    def dismissed(self) -> bool:
        """Whether the signal is dismissed."""
        return self._signal.target in self._context.controller.set_aside

    def show_verdict(self) -> None:
        """Show the verdict or its buttons. A dismissed, folded card is as small as possible."""
        judged = self._signal.target in self._context.controller.verdicts
        wanted = judged or (self.unfolded and not self._context.controller.read_only)
        if wanted and self.verdict is None:
            self.verdict = VerdictLine(self._signal.target, self._context, self.head)
            self._content.addWidget(self.verdict)
        if self.verdict is not None:
            self.verdict.setVisible(wanted)
            self.verdict.refresh()
        brief = not self.unfolded and not self.dismissed
        for part in (self.why, self.ask, self.first_step):
            part.setVisible(brief)
        self._sentence.setVisible(self.unfolded)
        self._pill.setVisible(not self.dismissed)  # a dismissed signal is not to be discussed now
        self._back.setVisible(self._signal.target in self._context.controller.returned)
        self._share_room()
        self._name_head()

    def update_with(self, signal: Raised, *, fresh: bool) -> None:
        """Show the current state of the signal.

        Args:
            signal: The signal of this card.
            fresh: Whether the last answer added this signal or raised its level.
        """
        controller = self._context.controller
        now = (signal, signal.target in controller.set_aside, signal.target in controller.returned)
        other = self.why.show_reasons(signal.reasons) or now != self._shown
        if now != self._shown:
            self._shown = now
            if signal.level is not self._signal.level:
                self._pill.show_level(signal.level, as_title(LEVELS[signal.level]))
            self._signal = signal
            self._show_ask()
            self.show_verdict()
        self.first_step.refresh()
        if self.unfolded and self.body is not None:
            self.body.update_with(signal)
            other = True
        if other:
            self._name_head()
        self.mark(marked=fresh)

    def retranslate(self) -> None:
        """Update name, level and sentences to the current language."""
        text = self._context.material.target(self._signal.target).text(self._context.services.language)
        self._name.setText(text.name)
        self._sentence.setText(text.signal)
        self._back.setText(self.tr("Back again: something new was said after you set it aside."))
        self._pill.show_level(self._signal.level, as_title(LEVELS[self._signal.level]))
        self._show_ask()
        self.why.retranslate()
        self._name_head()

    def _show_ask(self) -> None:
        context = self._context
        asked = question_about(context.material.library, self._signal, context.services.language)
        self.ask.say(f"“{asked}”")

    def _name_head(self) -> None:
        level = as_title(LEVELS[self._signal.level])
        state = self.tr("unfolded") if self.unfolded else self.tr("folded")
        aside = self.tr(", set aside") if self.dismissed else ""
        back = f" {self._back.text()}" if not self._back.isHidden() else ""
        self.head.setAccessibleName(f"{self._name.text()}, {level}, {state}{aside}")
        whole = self.body.spoken if self.unfolded and self.body is not None else f"{self.why.spoken}. {self.ask.text()}"
        self.head.setAccessibleDescription(f"{self._sentence.text()}{back} {whole}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Place the level beside the name; at the end of the next line if both do not fit in one; below the name if the card is narrow."""
        px = self._context.services.theme.px
        room = self.width() - px(_BESIDE) - self._pill.sizeHint().width()
        if self.width() < px(_ACROSS):
            place = _LevelPlace.BELOW
        elif not self.why.isHidden() and self._name.fontMetrics().horizontalAdvance(self._name.text()) > room:
            place = _LevelPlace.NEXT_LINE
        else:
            place = _LevelPlace.BESIDE
        if place is self._level_place:
            return
        self._level_place = place
        if place is _LevelPlace.BELOW:
            self.head.content.insertWidget(1, self._pill, 0, Qt.AlignmentFlag.AlignLeft)
        elif place is _LevelPlace.NEXT_LINE:
            self.why.line.addWidget(self._pill)
        else:
            self._across.insertWidget(1, self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self._pill.setVisible(not self.dismissed)  # Qt would show it one frame later

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme = self._context.services.theme
        self._share_room()
        size = theme.px(16)
        self._chevron.setPixmap(
            pixmap("chevron-down" if self.unfolded else "chevron-right", theme.tokens.soft_ink, size)
        )
        self._chevron.setFixedSize(size, theme.px(17))
