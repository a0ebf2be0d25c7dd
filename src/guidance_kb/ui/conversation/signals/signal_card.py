"""Signal cards: what the answers point to, one card a barrier, drive or need. A card stays the same card while answers change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.documents.names import LEVELS, REASONS, VERDICTS
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.signal_body import CardBody
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import button, label, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout, RememberingColumn, add_layout
from guidance_kb.ui.widgets.pressable import ContentButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# What the counselor does with a signal: take it up, or set it aside with a reason if wanted; both can be taken back.


class VerdictLine(TranslatedWidget, QWidget):
    """The last line of a card: two quiet buttons, or what was done and the way back."""

    def __init__(self, target: str, desk: CardContext, head: QWidget) -> None:
        """Stands below `head`, which gets the keyboard when nothing is left to press here."""
        super().__init__()
        self._target, self._desk, self._head = target, desk, head
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
        """Says everything in the language now in force."""
        self.accept.setText(self.tr("Take up"))
        self.accept.setToolTip(self.tr("You go into this, now or later"))
        self.dismiss.setText(self.tr("Set aside"))
        self.undo.setText(self.tr("Undo"))
        for reason, action in self.reasons.items():
            action.setText(as_title(REASONS[reason]) if reason in REASONS else self.tr("Without a reason"))
        self.refresh()

    def refresh(self) -> None:
        """Shows what was done, or what can be done."""
        judged = self._desk.controller.verdicts.get(self._target)
        self._choices.setVisible(judged is None)
        self._said.setVisible(judged is not None)
        self.undo.setVisible(judged is not None and not self._desk.controller.read_only)
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
        self._desk.controller.judge(self._target, verdict, reason)
        if had_focus:
            to = self.accept if verdict is None else self.undo
            (to if to.isVisible() else self._head).setFocus(Qt.FocusReason.OtherFocusReason)


class StrengthPill(QFrame):
    """The level of a signal: an icon and words, never a colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self._theme = theme
        self._level = SignalLevel.FOR_INFORMATION
        self._icon, self._text = label(), label(role="pill", wrap=False)
        across = row(self, spacing=4, margins=(7, 2, 8, 2))
        across.addWidget(self._icon)
        across.addWidget(self._text)
        theme.changed.connect(self.draw)
        self.draw()

    def show_level(self, level: SignalLevel, words: str) -> None:
        """Shows a level, said in `words`."""
        self._text.setText(words)
        if level is not self._level:
            self._level = level
            self.draw()

    def draw(self) -> None:
        """Draws the icon in the colours and size now in force."""
        now = self._level is SignalLevel.DISCUSS_NOW
        tokens, size = self._theme.tokens, self._theme.px(13)
        colour = tokens.accent if now else tokens.soft_ink
        self._icon.setPixmap(pixmap("messages-square" if now else "info", colour, size))
        if self.property("now") is not now:
            for part in (self, self._text):
                part.setProperty("now", now)
                restyle(part)


_ACROSS = 280
"""From this width on (at 100 %), the level stands beside the name; else below it."""


class SignalCard(TranslatedWidget, QFrame):
    """One signal: folded it shows name, level and the tentative sentence; unfolded, all that helps to talk about it."""

    def __init__(self, signal: Raised, desk: CardContext, on_fold: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._signal = desk, signal
        self.body: CardBody | None = None
        self.verdict: VerdictLine | None = None
        self.head = ContentButton(lambda: on_fold(signal.target), margins=(12, 10, 10, 11))
        self._chevron, self._name, self._sentence = label(), label(role="strong"), label()
        self._back = label(role="caption")
        self._shown: tuple[Raised, bool, bool] | None = None
        self._pill = StrengthPill(desk.services.theme)
        self._stacked = False
        self._build()
        self.retranslate()
        self.draw()
        desk.services.theme.changed.connect(self.draw)

    def _build(self) -> None:
        self._across = across = row(spacing=6)
        across.addWidget(self._name, 1)
        across.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(self.head.content, across)
        self.head.content.addSpacing(3)
        self.head.content.addWidget(self._sentence)
        self.head.content.addWidget(self._back)
        self._content = RememberingColumn(self, margins=(1, 1, 1, 1))
        self._content.addWidget(self.head)
        self.show_verdict()

    @property
    def unfolded(self) -> bool:
        """Whether the body shows."""
        return self.body is not None and not self.body.isHidden()

    def set_unfolded(self, *, unfolded: bool) -> None:
        """Unfolds the card, making its body the first time, or folds it."""
        if unfolded and self.body is None:
            self.body = CardBody(self._signal.target, self._desk)
            self._content.insertWidget(1, self.body)
        if self.body is not None:
            if unfolded:
                self.body.update_with(self._signal)
            self.body.setVisible(unfolded)
        self.show_verdict()
        self.draw()

    @property
    def dismissed(self) -> bool:
        """Whether the signal was set aside."""
        return self._signal.target in self._desk.controller.set_aside

    def show_verdict(self) -> None:
        """Shows what was done with the signal, and what can be done; set aside and folded, the card is as small as it gets."""
        judged = self._signal.target in self._desk.controller.verdicts
        wanted = judged or (self.unfolded and not self._desk.controller.read_only)
        if wanted and self.verdict is None:
            self.verdict = VerdictLine(self._signal.target, self._desk, self.head)
            self._content.addWidget(self.verdict)
        if self.verdict is not None:
            self.verdict.setVisible(wanted)
            self.verdict.refresh()
        self._sentence.setVisible(self.unfolded or not self.dismissed)
        self._pill.setVisible(not self.dismissed)  # what was set aside is not to be discussed now
        self._back.setVisible(self._signal.target in self._desk.controller.returned)
        self._name_head()

    def update_with(self, signal: Raised, *, fresh: bool) -> None:
        """Shows the signal as the answers raise it now.

        Args:
            signal: The signal of this card.
            fresh: Whether the last answer brought this card or raised its level.
        """
        controller = self._desk.controller
        now = (signal, signal.target in controller.set_aside, signal.target in controller.returned)
        if now != self._shown:
            self._shown = now
            if signal.level is not self._signal.level:
                self._pill.show_level(signal.level, as_title(LEVELS[signal.level]))
            self._signal = signal
            self.show_verdict()
        if self.unfolded and self.body is not None:
            self.body.update_with(signal)
            self._name_head()
        if bool(self.property("active")) is not fresh:
            self.setProperty("active", fresh)
            restyle(self)

    def retranslate(self) -> None:
        """Says name, level and sentence in the language now in force."""
        text = self._desk.material.target(self._signal.target).text(self._desk.services.language)
        self._name.setText(text.name)
        self._sentence.setText(text.signal)
        self._back.setText(self.tr("Back again: something new was said after you set it aside."))
        self._pill.show_level(self._signal.level, as_title(LEVELS[self._signal.level]))
        self._name_head()

    def _name_head(self) -> None:
        level = as_title(LEVELS[self._signal.level])
        state = self.tr("unfolded") if self.unfolded else self.tr("folded")
        aside = self.tr(", set aside") if self.dismissed else ""
        back = f" {self._back.text()}" if not self._back.isHidden() else ""
        self.head.setAccessibleName(f"{self._name.text()}, {level}, {state}{aside}")
        whole = f" {self.body.spoken}" if self.unfolded and self.body is not None else ""
        self.head.setAccessibleDescription(self._sentence.text() + back + whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Puts the level below the name where a long word would have no room beside it."""
        stacked = self.width() < self._desk.services.theme.px(_ACROSS)
        if stacked is not self._stacked:
            self._stacked = stacked
            if stacked:
                self.head.content.insertWidget(1, self._pill, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._across.insertWidget(1, self._pill, 0, Qt.AlignmentFlag.AlignTop)

    def draw(self) -> None:
        """Draws the icon in the colours and size now in force."""
        theme = self._desk.services.theme
        self._share_room()
        size = theme.px(16)
        self._chevron.setPixmap(
            pixmap("chevron-down" if self.unfolded else "chevron-right", theme.tokens.soft_ink, size)
        )
        self._chevron.setFixedSize(size, theme.px(19))
