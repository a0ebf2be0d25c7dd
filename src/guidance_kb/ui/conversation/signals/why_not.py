"""Why a signal is not shown: for each barrier, drive and need, the answers that would raise it and their current state."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.next_questions import Missing, why_not
from guidance_kb.documents.names import ANSWER_LABELS, LEVELS
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.conversation.checklist.item_list import place_in
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.field_icons import FieldHint, FieldIcons
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn, settle
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class WhyNotRow(TranslatedWidget, QFrame):
    """One barrier, drive or need: whether its signal is shown and, unfolded, which answers would raise it."""

    def __init__(self, target: str, context: CardContext) -> None:
        super().__init__()
        self._target, self._context = target, context
        self.head = LinkRow(context.services.theme, self.toggle, "chevron-right", role="")
        self.lines = column(spacing=0, margins=(24, 0, 0, 0))
        self.unfolded = False
        content = column(self, spacing=0)
        content.addWidget(self.head)
        add_layout(content, self.lines)
        self.refresh()

    def retranslate(self) -> None:
        self.refresh()

    def fits(self, wanted: str) -> bool:
        """Return whether the name or a keyword contains `wanted`, which must be folded."""
        text = self._context.material.target(self._target).text(self._context.services.language)
        return any(wanted in fold(word) for word in (text.name, *text.keywords))

    def toggle(self) -> None:
        """Unfold or fold the row."""
        self.unfolded = not self.unfolded
        self.head.set_icon("chevron-down" if self.unfolded else "chevron-right")
        self.refresh()

    def refresh(self) -> None:
        """Update the texts to the answers and the language."""
        controller = self._context.controller
        missing = why_not(controller.checklist, controller.session.answers, self._target)
        self.head.say(
            self._context.material.target(self._target).text(self._context.services.language).name,
            self._standing(missing),
        )
        clear(self.lines)
        if not self.unfolded:
            return
        for each in missing:
            line = self._line(each)
            self.lines.addWidget(line)
            line.show()  # Qt would show it one frame later
        if not missing:
            self.lines.addWidget(label(self.tr("Every answer that points to it was given."), "soft"))

    def _standing(self, missing: tuple[Missing, ...]) -> str:
        """Return whether the signal is shown, or how many of the questions that could raise it are open."""
        controller = self._context.controller
        level = next((signal.level for signal in controller.signals if signal.target == self._target), None)
        if level is not None:
            return self.tr("Shows: {level}").format(level=in_sentence(LEVELS[level]))
        still_open = sum(each.now is State.NOT_DISCUSSED for each in missing)
        if not still_open:
            return self.tr("Does not show")
        return self.tr("Does not show · not discussed yet: {open} of {all}").format(open=still_open, all=len(missing))

    def _line(self, missing: Missing) -> LinkRow:
        made = LinkRow(self._context.services.theme, lambda: self._context.go_to(missing.item))
        wanted = in_sentence(ANSWER_LABELS[State(missing.evidence.state)])
        says = self.tr("says exactly that") if missing.evidence.strength == "firm" else self.tr("only hints at it")
        now = in_sentence(ANSWER_LABELS[missing.now])
        made.say(
            self._context.label(missing.item),
            self.tr("Would count when “{wanted}” ({says}); now: {now}").format(wanted=wanted, says=says, now=now),
        )
        return made


class WhyNot(TranslatedWidget, ScrollColumn):
    """All barriers, drives and needs with the answers that would raise them; a field filters them by a word."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(spacing=0, margins=(2, 4, 10, 12))
        self._context = context
        self._meaning, self._nothing = label(role="soft"), label(role="soft")
        self._drives, self._barriers = label(role="strong"), label(role="strong")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        FieldIcons(self.field, context.services.theme)
        self._hint = FieldHint(self.field)
        self.field.setMaxLength(60)
        self.field.textChanged.connect(self._filter)
        self.keep(self._meaning, self._nothing, self._drives, self._barriers, self.field)
        self._roving = Roving(self)
        self.rows: dict[str, WhyNotRow] = {}
        context.controller.changed.connect(self.refresh)
        context.controller.restarted.connect(self._restarted)

    def showEvent(self, event: QShowEvent) -> None:
        if self.rows:
            self.refresh(shown=True)
        else:
            self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        """Create the rows when the list is first shown."""
        self.content.addWidget(self.field)
        self.field.show()  # Qt would show it later, but it may be focused before
        self.content.addSpacing(8)
        self.content.addWidget(self._meaning)
        self.content.addWidget(self._nothing)
        checklist = self._context.controller.checklist
        for heading, targets in ((self._barriers, checklist.barriers), (self._drives, checklist.drives)):
            heading.setContentsMargins(0, 12, 0, 2)
            self.content.addWidget(heading)
            for target in targets:
                self.rows[target] = WhyNotRow(target, self._context)
                self.content.addWidget(self.rows[target])
        self._roving.set_widgets([row.head for row in self.rows.values()])
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Why not"))
        name = self.tr("Find a barrier or a drive")
        self._hint.say(name, self.tr("Find"))
        self.field.setAccessibleName(name)
        self._meaning.setText(
            self.tr(
                "“Discuss now”: the client said exactly that, or two answers hint at it. “For information”: one hint, or "
                "you saw it and the client did not say it. The rest is under “All rules”."
            )
        )
        self._nothing.setText(
            self.tr("Nothing here has that name. Try another word, or clear the field to see everything.")
        )
        self._barriers.setText(self.tr("What may be in the way"))
        self._drives.setText(self.tr("What motivates someone"))
        self._filter()

    # ── rows shown ──────────────────────────────────────────────────────────────────────────────

    def _restarted(self) -> None:
        """Clear the filter, and show the state of the new conversation."""
        self.field.setText("")  # `clear` could be undone
        self.refresh(shown=True)

    def refresh(self, _: object = None, *, shown: bool = False) -> None:
        """Update all rows; while hidden, do nothing, because `showEvent` refreshes."""
        if shown or self.isVisible():
            for each in self.rows.values():
                each.refresh()

    def _filter(self, _: str = "") -> None:
        """Show the rows that match the field."""
        if not self.rows:
            return
        wanted, checklist = fold(self.field.text().strip()), self._context.controller.checklist
        fitting = {target for target, row in self.rows.items() if row.fits(wanted)}
        for target, row in self.rows.items():
            row.setVisible(target in fitting)
            row.head.setVisible(target in fitting)
        self._barriers.setVisible(any(target in fitting for target in checklist.barriers))
        self._drives.setVisible(any(target in fitting for target in checklist.drives))
        self._meaning.setVisible(not wanted)
        self._nothing.setVisible(not fitting)
        self._roving.refresh()

    def enter(self, target: str = "") -> None:
        """Unfold the row of a target and focus it; without a target, focus the field."""
        row = self.rows.get(target)
        if row is None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.field.clear()
        if not row.unfolded:
            row.toggle()
        settle()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place_in(self, row) - 4)
        row.head.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus from the field to the first row at Down."""
        first = next((row for row in self.rows.values() if not row.isHidden()), None)
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and first is not None:
            first.head.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
