"""Why a signal is off: per barrier, drive and need, which answers would raise it and how these stand (product.md, C10)."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.asking import Missing, why_not
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.conversation.words import Words
from guidance_kb.ui.widgets.basics import clear, column, label
from guidance_kb.ui.widgets.pressable import Line, Scroller


class WhyNotRow(QFrame):
    """One barrier, drive or need: whether it shows, and unfolded, which answers would raise it."""

    def __init__(self, target: str, desk: Desk) -> None:
        super().__init__()
        self._target, self._desk, self._words = target, desk, Words(self)
        self.head = Line(desk.services.theme, self.toggle, "chevron-right", role="")
        self.lines = column(spacing=0, margins=(24, 0, 0, 0))
        self.unfolded = False
        content = column(self, spacing=0)
        content.addWidget(self.head)
        content.addLayout(self.lines)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()

    def toggle(self) -> None:
        """Unfolds the row, or folds it."""
        self.unfolded = not self.unfolded
        self.head.set_icon("chevron-down" if self.unfolded else "chevron-right")
        self.refresh()

    def refresh(self) -> None:
        """Says how it stands now."""
        controller = self._desk.controller
        name = self._desk.material.target(self._target).text(self._desk.services.language).name
        level = next((signal.level for signal in controller.signals if signal.target == self._target), None)
        on = self.tr("Shows: {level}").format(level=self._words.level(level).lower()) if level else ""
        self.head.say(name, on or self.tr("Does not show"))
        clear(self.lines)
        if not self.unfolded:
            return
        missing = why_not(controller.checklist, controller.session.answers, self._target)
        for each in missing:
            line = self._line(each)
            self.lines.addWidget(line)
            line.show()  # at once: Qt would show it one frame later
        if not missing:
            self.lines.addWidget(label(self.tr("Every answer that points to it was given."), "soft"))

    def _line(self, missing: Missing) -> Line:
        made = Line(self._desk.services.theme, lambda: self._desk.go_to(missing.item))
        wanted = self._words.state(State(missing.evidence.state)).lower()
        says = self.tr("says just that") if missing.evidence.strength == "firm" else self.tr("only hints at it")
        now = self._words.state(missing.now).lower()
        made.say(
            self._desk.label(missing.item),
            self.tr("Would count when “{wanted}” ({says}); now: {now}").format(wanted=wanted, says=says, now=now),
        )
        return made


class WhyNot(Scroller):
    """Everything that a signal can be about, with what would raise it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=0, margins=(2, 4, 10, 12))
        self._desk = desk
        self._meaning = label(role="soft")
        self._drives, self._barriers = label(role="strong"), label(role="strong")
        self.rows: dict[str, WhyNotRow] = {}
        desk.controller.changed.connect(self.refresh)
        desk.controller.restarted.connect(lambda: self.refresh(shown=True))  # nothing stays of the one before

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - Qt's name
        if self.rows:
            self.refresh(shown=True)
        else:
            self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        """Makes the rows, when the list is first wanted."""
        self.content.addWidget(self._meaning)
        checklist = self._desk.controller.checklist
        for heading, targets in ((self._barriers, checklist.barriers), (self._drives, checklist.drives)):
            heading.setContentsMargins(0, 12, 0, 2)
            self.content.addWidget(heading)
            for target in targets:
                self.rows[target] = WhyNotRow(target, self._desk)
                self.content.addWidget(self.rows[target])
        self._speak()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Why not"))
        self._meaning.setText(
            self.tr(
                "A signal shows “discuss now” after one answer of the client that says just that, or two that hint at it; "
                "“for information” after one hint, or when it was only observed."
            )
        )
        self._barriers.setText(self.tr("What may be in the way"))
        self._drives.setText(self.tr("What may carry someone"))

    def refresh(self, _: object = None, *, shown: bool = False) -> None:
        """Says how everything stands now; while hidden, it waits until it is shown."""
        if shown or self.isVisible():
            for each in self.rows.values():
                each.refresh()
