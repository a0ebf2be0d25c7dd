"""The signals: what may carry this person first, then what may be in the way."""

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout

from guidance_kb.casebook.held import Verdict
from guidance_kb.conversation.signals import Level
from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.ui.conversation.cards import SignalCard
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.conversation.empty import NothingYet
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.pressable import Scroller, settle

_MOST_UNFOLDED = 3


class SignalList(Scroller):
    """A card a signal. At most three are unfolded: a fourth folds the one that was unfolded longest ago.

    Signals:
        folded: A card was unfolded or folded.
    """

    folded = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=8, margins=(2, 2, 10, 12))
        self._desk = desk
        self.cards: dict[str, SignalCard] = {}
        self.unfolded: list[str] = []
        self.fresh: tuple[str, ...] = ()
        self._before: dict[str, Raised] = {}
        self.empty = NothingYet(desk.services)
        self.carry, self.hinder = label(role="strong"), label(role="strong")
        self._none_carry, self._none_hinder = label(role="soft"), label(role="soft")
        self._drives, self._barriers = column(), column()
        self._build()
        self._speak()
        desk.controller.changed.connect(self._changed)
        desk.controller.restarted.connect(self._restarted)
        desk.controller.judged.connect(self._judged)
        desk.controller.mode_changed.connect(self._show_mode)
        self._show(fresh=False)

    def _build(self) -> None:
        self.content.addWidget(self.empty)
        for heading, none, cards in (
            (self.carry, self._none_carry, self._drives),
            (self.hinder, self._none_hinder, self._barriers),
        ):
            self.content.addWidget(heading)
            self.content.addWidget(none)
            self.content.addLayout(cards)
        self.hinder.setContentsMargins(0, 8, 0, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Signals"))
        self.carry.setText(self.tr("What may carry this person"))
        self.hinder.setText(self.tr("What may be in the way"))
        self._none_carry.setText(self.tr("No drive was named yet. Ask what the client would like to do it for."))
        self._none_hinder.setText(self.tr("Nothing was named that may be in the way."))

    # ── what the answers change ─────────────────────────────────────────────────────────────────

    def _changed(self, _: object) -> None:
        self._show(fresh=True)
        settle()

    def _restarted(self) -> None:
        """Makes the cards anew: nothing stays of the conversation before, neither shown nor hidden."""
        for made in self.cards.values():
            made.hide()
            made.deleteLater()
        self.cards, self.unfolded = {}, []
        self._show(fresh=False)

    def _judged(self, target: str) -> None:
        made = self.cards.get(target)
        if made is None:
            return
        judged = self._desk.controller.verdicts.get(target)
        if judged is not None and judged.verdict is Verdict.DISMISSED and target in self.unfolded:
            self._fold(target)
        made.show_verdict()
        settle()

    def _show_mode(self) -> None:
        for made in self.cards.values():
            made.show_verdict()

    def _show(self, *, fresh: bool) -> None:
        now = {signal.target: signal for signal in self._desk.controller.signals}
        drives = tuple(target for target in now if target in self._desk.material.library.drives)
        barriers = tuple(target for target in now if target not in drives)
        for target in [target for target in self.unfolded if target not in now]:
            self._fold(target)
        self.fresh = tuple(target for target in now if fresh and self._is_news(now[target]))
        for target, signal in now.items():
            self._card(signal).update_with(signal, drives, fresh=target in self.fresh)
        self._arrange(self._drives, drives)
        self._arrange(self._barriers, barriers)
        for target, made in self.cards.items():
            if made.isHidden() is (target in now):
                made.setVisible(target in now)
        self._show_headings(drives=bool(drives), barriers=bool(barriers))
        self._before = now

    def _is_news(self, signal: Raised) -> bool:
        """Whether a signal was not there before the last answer, or less loud."""
        before = self._before.get(signal.target)
        return before is None or (before.level is Level.FOR_INFORMATION and signal.level is Level.DISCUSS_NOW)

    def show_card(self, target: str) -> None:
        """Scrolls to a card."""
        card = self.cards[target]
        self.verticalScrollBar().setValue(card.mapTo(self.body, QPoint(0, 0)).y() - 4)

    def _bring_into_view(self, card: SignalCard) -> None:
        """Scrolls down as little as shows all of a card, and never past its top."""
        top = card.mapTo(self.body, QPoint(0, 0)).y()
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(top, top + card.height() - self.viewport().height()) - 4))

    def _show_headings(self, *, drives: bool, barriers: bool) -> None:
        anything = drives or barriers
        self.empty.setVisible(not anything)
        self.carry.setVisible(anything)
        self.hinder.setVisible(anything)
        self._none_carry.setVisible(anything and not drives)
        self._none_hinder.setVisible(anything and not barriers)

    def _card(self, signal: Raised) -> SignalCard:
        if signal.target not in self.cards:
            self.cards[signal.target] = SignalCard(signal, self._desk, self.toggle)
        return self.cards[signal.target]

    def _arrange(self, layout: QVBoxLayout, targets: tuple[str, ...]) -> None:
        """Sets the cards in order; those that are in place already are left alone."""
        for place, target in enumerate(targets):
            made = self.cards[target]
            if layout.indexOf(made) != place:
                layout.removeWidget(made)
                layout.insertWidget(place, made)

    # ── folding ─────────────────────────────────────────────────────────────────────────────────

    def toggle(self, target: str) -> None:
        """Unfolds a card, or folds it."""
        if target in self.unfolded:
            self._fold(target)
            self.folded.emit()
            return
        while len(self.unfolded) >= _MOST_UNFOLDED:
            self._fold(self.unfolded[0])
        self.unfolded.append(target)
        self.cards[target].set_unfolded(unfolded=True)
        settle()
        self._bring_into_view(self.cards[target])
        self.folded.emit()

    def _fold(self, target: str) -> None:
        self.unfolded.remove(target)
        self.cards[target].set_unfolded(unfolded=False)
