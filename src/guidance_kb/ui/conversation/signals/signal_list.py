"""The list of signals: what motivates the client first, then what may be in the way."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.ui.conversation.checklist.item_list import is_seen, place_in, still
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.signal_card import SignalCard
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn, settle
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Without signals


class NoSignals(TranslatedWidget, QFrame):
    """The placeholder without signals: how long the list takes, and what will be shown here."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._context = context
        self._icon, self._heading = label(), label(role="heading")
        self._text, self._time = label(role="soft"), label(role="soft")
        content = column(self, spacing=8, margins=(18, 22, 18, 22))
        for part in (self._icon, self._heading, self._text, self._time):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        self.retranslate()
        self._draw()
        context.services.theme.changed.connect(self._draw)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Just listen first"))
        self._text.setText(
            self.tr(
                "Mark what the client tells you. What it may point to shows up here, always with the reason: "
                "first what this person can build on, then what may be in the way."
            )
        )
        core = sum(item.core for item in self._context.controller.checklist.items.values())
        self._time.setText(
            self.tr("The core list has {count} items and takes about ten minutes. Skip what does not fit.").format(
                count=core
            )
        )

    def _draw(self) -> None:
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap("messages-square", theme.tokens.accent, theme.px(30)))


_MOST_UNFOLDED = 3


class SignalList(TranslatedWidget, ScrollColumn):
    """One card per signal. At most three are unfolded: a fourth folds the one that was unfolded longest ago.

    The card that is read keeps its position: new cards are added above or below it. While the display is frozen, nothing changes.

    Signals:
        folded: A card was unfolded or folded.
        why_not_wanted: The user asked why a signal is not shown.
    """

    folded = Signal()
    why_not_wanted = Signal()

    def __init__(self, context: CardContext) -> None:
        super().__init__(spacing=2, margins=(0, 0, 8, 8))
        self._context = context
        self.cards: dict[str, SignalCard] = {}
        self.unfolded: list[str] = []
        self.fresh: tuple[str, ...] = ()
        self._shown: dict[str, Raised] = {}
        self.empty = NoSignals(context)
        self.carry, self.hinder = label(role="overline"), label(role="overline")
        self._drives, self._barriers = column(spacing=4), column(spacing=4)
        self.missing = LinkRow(context.services.theme, self.why_not_wanted.emit, "circle-question-mark", role="soft")
        self._build()
        self.retranslate()
        context.controller.changed.connect(self._changed)
        context.controller.restarted.connect(self._restarted)
        context.controller.judged.connect(self._judged)
        context.controller.mode_changed.connect(self._show_mode)
        context.display_mode.changed.connect(self._changed)
        self._show(fresh=False)

    def _build(self) -> None:
        self.content.addWidget(self.empty)
        for heading, cards in ((self.carry, self._drives), (self.hinder, self._barriers)):
            self.content.addWidget(heading)
            add_layout(self.content, cards)
        self.content.addWidget(self.missing)
        self.missing.content.setContentsMargins(2, 3, 2, 3)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Signals"))
        self._show_headings()
        self.missing.say(self.tr("Is something missing here? See why it does not show."))

    # ── changes of answers ──────────────────────────────────────────────────────────────────────

    def _changed(self, _: object = None) -> None:
        if not self._context.display_mode.frozen:
            with still(self, self._read()):
                self._show(fresh=True)

    def _restarted(self) -> None:
        """Replace all cards, so that nothing of the conversation before remains, not even hidden."""
        for made in self.cards.values():
            made.hide()
            made.deleteLater()
            QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)  # a card quotes the client
        self.cards, self.unfolded = {}, []
        self._show(fresh=False)

    def _judged(self, target: str) -> None:
        made = self.cards.get(target)
        if made is None:
            return
        if target in self._context.controller.set_aside and target in self.unfolded:
            self._fold(target)
        made.show_verdict()
        settle()

    def _show_mode(self) -> None:
        for made in self.cards.values():
            made.show_verdict()

    def _show(self, *, fresh: bool) -> None:
        now = {signal.target: signal for signal in self._context.controller.signals}
        drives = tuple(target for target in now if target in self._context.material.library.drives)
        barriers = tuple(target for target in now if target not in drives)
        for target in [target for target in self.cards if target not in now]:
            self.cards[target].hide()  # before it folds: what is hidden is not laid out
            if target in self.unfolded:
                self._fold(target)
        self.fresh = tuple(target for target in now if fresh and self._is_news(now[target]))
        for target, signal in now.items():
            self._card(signal).update_with(signal, fresh=target in self.fresh)
        self._arrange(self._drives, drives)
        self._arrange(self._barriers, barriers)
        for target in now:
            self.cards[target].show()
        self._shown = now
        self._show_headings()

    def _is_news(self, signal: Raised) -> bool:
        """Return whether a signal is not shown, or shown at a lower level."""
        shown = self._shown.get(signal.target)
        return shown is None or (shown.level is SignalLevel.FOR_INFORMATION and signal.level is SignalLevel.DISCUSS_NOW)

    @property
    def waiting(self) -> int:
        """The number of new signals that are not shown yet."""
        return sum(self._is_news(signal) for signal in self._context.controller.signals)

    def _show_headings(self) -> None:
        """Show one line above the cards of either kind, also where there are none of that kind."""
        known = self._context.material.library.drives
        drives = any(target in known for target in self._shown)
        barriers = any(target not in known for target in self._shown)
        self.carry.setText(
            self.tr("What motivates this person")
            if drives
            else self.tr("What motivates this person: nothing named yet")
        )
        self.hinder.setText(
            self.tr("What may be in the way") if barriers else self.tr("What may be in the way: nothing named")
        )
        anything = bool(self._shown)
        self.empty.setVisible(not anything)
        for each in (self.carry, self.hinder, self.missing):
            each.setVisible(anything)

    def _card(self, signal: Raised) -> SignalCard:
        if signal.target not in self.cards:
            self.cards[signal.target] = SignalCard(signal, self._context, self.toggle)
        return self.cards[signal.target]

    def _arrange(self, layout: QVBoxLayout, targets: tuple[str, ...]) -> None:
        """Put the cards in order; those at their place already are not moved."""
        for place, target in enumerate(targets):
            made = self.cards[target]
            if layout.indexOf(made) != place:
                layout.removeWidget(made)
                layout.insertWidget(place, made)

    # ── reading ─────────────────────────────────────────────────────────────────────────────────

    def _read(self) -> SignalCard | None:
        """Return the card that is read: the visible one with the focus, or unfolded, or at the top if the list is scrolled."""
        seen = [self.cards[target] for target in self._shown if is_seen(self, self.cards[target])]
        focus = QApplication.focusWidget()
        if focus is not None and (with_focus := next((card for card in seen if card.isAncestorOf(focus)), None)):
            return with_focus
        if unfolded := next((card for card in seen if card.unfolded), None):
            return unfolded
        return next(iter(seen), None) if self.verticalScrollBar().value() > 0 else None

    def show_card(self, target: str) -> None:
        """Scroll to a card."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place_in(self, self.cards[target]) - 4)

    def card_of(self, item: str) -> str | None:
        """Return the target of the card that an item points to; of several, a new one and one to discuss now come first."""
        of_item = [signal for signal in self._shown.values() if any(reason.item == item for reason in signal.reasons)]
        aside = self._context.controller.set_aside
        of_item.sort(
            key=lambda s: (s.target in aside, s.target not in self.fresh, s.level is SignalLevel.FOR_INFORMATION)
        )
        return of_item[0].target if of_item else None

    def enter(self, target: str) -> None:
        """Unfold a card and focus it."""
        if target not in self.unfolded:
            self.toggle(target)
        self._bring_into_view(self.cards[target])
        self.cards[target].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_view(self, card: SignalCard) -> None:
        """Scroll as little as needed to show a whole card, but not past its top."""
        bar, top = self.verticalScrollBar(), place_in(self, card)
        if top < 0:
            bar.setValue(bar.value() + top - 4)
        else:
            beyond = top + card.height() - self.viewport().height()
            bar.setValue(bar.value() + max(0, min(top, beyond) + 4))

    # ── folding ─────────────────────────────────────────────────────────────────────────────────

    def toggle(self, target: str) -> None:
        """Unfold or fold a card."""
        if target in self.unfolded:
            self._fold(target)
            self.folded.emit()
            return
        with still(self, self.cards[target]):  # a card above it may fold
            while len(self.unfolded) >= _MOST_UNFOLDED:
                self._fold(self.unfolded[0])
            self.unfolded.append(target)
            self.cards[target].set_unfolded(unfolded=True)
        self._bring_into_view(self.cards[target])
        self.folded.emit()

    def _fold(self, target: str) -> None:
        self.unfolded.remove(target)
        self.cards[target].set_unfolded(unfolded=False)
