"""The entries that fit, a row each: rows that stay are the same rows, and what was unfolded stays until it is folded."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame

from guidance_kb.ui.conversation.agreements.entryrow import EntryRow
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle

if TYPE_CHECKING:  # as heavy as the search, which the worker imports
    from guidance_kb.knowledge.model import Entry
    from guidance_kb.search.recommendations import Followed


class EntryList(ScrollColumn):
    """The rows, or what will come here; and whether somebody reads in it.

    Attributes:
        rows: The rows that are shown, by entry.
        shown: The ids of the entries that are shown, in order.

    Signals:
        left: The pointer went out.
    """

    left = Signal()

    def __init__(self, desk: CardContext) -> None:
        super().__init__(margins=(2, 2, 10, 12))
        self._desk = desk
        self._pointed = False
        self._left_from: str | None = None
        self.rows: dict[str, EntryRow] = {}
        self.shown: tuple[str, ...] = ()
        self.empty = NothingFits(desk)
        self._rows = column(spacing=8)
        self.content.addWidget(self.empty)
        add_layout(self.content, self._rows)

    @property
    def is_read(self) -> bool:
        """Whether the pointer or the keyboard is among the rows."""
        focus = QApplication.focusWidget()
        return bool(self.shown) and (self._pointed or (focus is not None and self.isAncestorOf(focus)))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: D102 - Qt's name
        self._pointed = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        self._pointed = False
        super().leaveEvent(event)
        self.left.emit()

    # ── the rows ────────────────────────────────────────────────────────────────────────────────

    def clear(self) -> None:
        """Nothing of the conversation before stays, also not what was unfolded."""
        self._left_from = None
        self._drop(set(self.rows))
        self.show_entries(())

    def show_entries(self, found: "Sequence[Followed]") -> None:
        """Shows other entries; what is unfolded stays where it is on screen."""
        entries = {entry.id: entry for entry in self._desk.material.library.entries(one.id for one in found)}
        order = [one.id for one in found if one.id in entries]
        unfolded = [one for one in self.shown if one in self.rows and self.rows[one].is_unfolded]
        for identifier in unfolded:
            if identifier not in order:
                order.insert(self.shown.index(identifier), identifier)
        place = self._place(unfolded[0]) if unfolded else 0
        for one in found:
            if one.id in entries:
                (self.rows.get(one.id) or self._row(entries[one.id])).show_reasons(one)
        self._drop(set(self.rows) - set(order))
        self._arrange(order)
        self.empty.show_state(said=bool(self._desk.controller.session.answers))
        self.empty.setVisible(not order)
        settle()
        if unfolded:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._place(unfolded[0]) - place)

    def _row(self, entry: "Entry") -> EntryRow:
        made = self.rows[entry.id] = EntryRow(entry, self._desk)
        made.opened.connect(lambda: self._opens(entry.id))
        made.unfolded.connect(lambda: self._bring_into_view(made))
        made.stepped.connect(lambda step: self._step(entry.id, step))
        return made

    def _drop(self, identifiers: set[str]) -> None:
        for identifier in identifiers:
            gone = self.rows.pop(identifier)
            gone.hide()
            gone.deleteLater()

    def _arrange(self, order: Sequence[str]) -> None:
        for number, identifier in enumerate(order):
            made = self.rows[identifier]
            if self._rows.indexOf(made) != number:
                self._rows.removeWidget(made)
                self._rows.insertWidget(number, made)
            made.show()
        self.shown = tuple(order)

    def _place(self, identifier: str) -> int:
        return self.rows[identifier].mapTo(self.viewport(), QPoint(0, 0)).y()

    def _bring_into_view(self, row: EntryRow) -> None:
        """Scrolls down as little as shows all of a row, and never past its top."""
        settle()
        top, bar = row.mapTo(self.viewport(), QPoint(0, 0)).y(), self.verticalScrollBar()
        below = top + row.height() + 4 - self.viewport().height()
        bar.setValue(bar.value() + max(0, min(below, top - 4)))

    # ── the keyboard ────────────────────────────────────────────────────────────────────────────

    def take_focus(self) -> None:
        """Gives the keyboard to the first row, if there is one."""
        if self.shown:
            self.rows[self.shown[0]].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, identifier: str, step: int) -> None:
        number = self.shown.index(identifier) + step
        if 0 <= number < len(self.shown):
            to = self.rows[self.shown[number]].head
            to.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(to, 0, 8)

    def _opens(self, identifier: str) -> None:
        self._left_from = identifier

    def take_focus_back(self) -> bool:
        """Gives the keyboard to the row from which an entry was opened, when one comes back from reading it."""
        left_from, self._left_from = self._left_from, None
        made = self.rows.get(left_from or "")
        if made is None or not made.isVisible():
            return False
        made.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class NothingFits(QFrame):
    """What shows while there is nothing to show: what will come, or that nothing fits."""

    def __init__(self, desk: CardContext) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._desk, self._said = desk, False
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        content = column(self, spacing=8, margins=(18, 22, 18, 22))
        for part in (self._icon, self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        self._speak()
        self._draw()
        desk.services.theme.changed.connect(self._draw)

    def show_state(self, *, said: bool) -> None:
        """Says that nothing fits what was said, or what comes once something is."""
        if said is not self._said:
            self._said = said
            self._speak()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        if self._said:
            self._heading.setText(self.tr("Nothing fits yet"))
            self._text.setText(
                self.tr(
                    "The report says nothing in particular about what has been ticked and noted so far. Ctrl+K searches all of"
                    " it."
                )
            )
            return
        self._heading.setText(self.tr("Knowledge comes by itself"))
        self._text.setText(
            self.tr(
                "What you tick and note brings up to six texts that fit: what research found, what other countries do, what is "
                "recommended. Each says why it is here. What you note goes nowhere else."
            )
        )

    def _draw(self) -> None:
        theme = self._desk.services.theme
        self._icon.setPixmap(pixmap("book-open", theme.tokens.accent, theme.px(30)))
