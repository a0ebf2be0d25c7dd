"""The recommended entries as rows. A row is kept while its entry is recommended, and unfolded rows stay until they are folded."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from guidance_kb.conversation.answers import Answer, By
from guidance_kb.documents.citation import plain_text
from guidance_kb.knowledge.model import Entry
from guidance_kb.knowledge.names import KINDS
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.reading.clipboard import copy_passage
from guidance_kb.ui.widgets.basics import button, card, column, icon_only, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import ContentButton, ScrollColumn, settle
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.model import Entry
    from guidance_kb.search.recommendations import Followed


# --- A row with an entry and its reasons


_SAID = 3000
"""Milliseconds for which the button confirms the copy."""


class EntryLabel(QWidget):
    """The text of an entry, with its source, to read inside the conversation."""

    def __init__(self, entry: Entry, context: CardContext) -> None:
        super().__init__()
        self._entry, self._context = entry, context
        self.text = label()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes, self._source = label(), label(role="caption")
        self._note = card("note")
        column(self._note, margins=(10, 8, 10, 8)).addWidget(self._notes)
        self.copy = button("", "quiet", self._copy)
        self.open = button("", "quiet", lambda: context.open(entry.id))
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_SAID)
        self._copied.timeout.connect(self.retranslate)
        content = column(self, spacing=8, margins=(12, 0, 12, 8))
        for part in (self.text, self._note, self._source):
            content.addWidget(part)
        actions = FlowLayout(spacing=2)
        actions.addWidget(self.copy)
        actions.addWidget(self.open)
        add_layout(content, actions)
        self.retranslate()
        context.services.theme.changed.connect(self.draw)

    def _copy(self) -> None:
        services = self._context.services
        copy_passage(services, self._entry.id, services.language)
        self._name("check", self.tr("Copied with its source"))
        self._copied.start()

    def retranslate(self) -> None:
        """Update all texts to the current language."""
        services, text = self._context.services, self._entry.text(self._context.services.language)
        self.text.setText(plain_text(text.html))
        notes = []
        if text.ours:
            notes.append(self.tr("Ours, not the report's: {text}").format(text=text.ours))
        if text.dated:
            notes.append(self.tr("As it was in {year}: {text}").format(year=self._entry.as_of or "", text=text.dated))
        if text.note:
            notes.append(self.tr("Our note on the report: {text}").format(text=text.note))
        self._notes.setText("\n\n".join(notes))
        self._note.setVisible(bool(notes))
        self._source.setText(services.library.sections[self._entry.section].named(services.language))
        self.draw()

    def draw(self) -> None:
        """Update the icons to the theme."""
        if not self._copied.isActive():
            self._name("copy", self.tr("Copy with source"))
        theme = self._context.services.theme
        text_and_icon(self.open, icon("book-open", theme.tokens.accent, theme.px(16)), theme.px(16), self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open in the reading pane"))
        self.open.setToolTip(self.tr("Open in the reading pane; Alt+Left comes back here"))

    def _name(self, drawing: str, text: str) -> None:
        theme = self._context.services.theme
        text_and_icon(self.copy, icon(drawing, theme.tokens.accent, theme.px(16)), theme.px(16), text)


class EntryRow(TranslatedWidget, QFrame):
    """An entry of the list.

    Signals:
        opened: The entry was opened in the reading pane.
        unfolded: The text was unfolded in the row.
        stepped (int): Up or Down was pressed, to move the focus to the row before (-1) or the next one (1).
    """

    opened = Signal()
    unfolded = Signal()
    stepped = Signal(int)

    def __init__(self, entry: Entry, context: CardContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.entry, self._context = entry, context
        self._found: Followed | None = None
        self.body: EntryLabel | None = None
        self.head = ContentButton(self._open, margins=(12, 9, 4, 9))
        self._title, self._place, self._why = label(role="link"), label(role="caption"), label(role="caption")
        for part in (self._title, self._place, self._why):
            self.head.content.addWidget(part)
        self.fold = button("", "quiet", self.toggle)
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard uses Right and Left on the title
        self.head.installEventFilter(self)
        across = row(spacing=0, margins=(0, 0, 4, 0))
        across.addWidget(self.head, 1)
        across.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        self._content = column(self, spacing=4, margins=(1, 1, 1, 1))
        add_layout(self._content, across)
        self.retranslate()
        context.services.theme.changed.connect(self.draw)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def show_reasons(self, found: "Followed") -> None:
        """Show why the entry is recommended."""
        self._found = found
        self._retranslate_reasons()

    @property
    def reasons(self) -> str:
        """All reasons why the entry is recommended, one per line."""
        return "\n".join(self._reasons(brief=False))

    def retranslate(self) -> None:
        self._title.setText(self.entry.text(self._context.services.language).title)
        self._place.setText(" · ".join(self._where()))
        self._retranslate_reasons()
        if self.body is not None:
            self.body.retranslate()
        self.draw()

    def _where(self) -> list[str]:
        """Return the kind, the country, and the section or the pack of the entry."""
        services, entry = self._context.services, self.entry
        kind = as_title(KINDS[entry.kind])
        said = [f"{kind} {entry.number}" if entry.number is not None else kind]
        if entry.country:
            said.append(services.say(services.library.countries[entry.country].name))
        pack = services.library.packs.get(entry.pack or "")
        number = services.library.sections[entry.section].number
        said.append(self.tr("from the pack {name}").format(name=services.say(pack.name)) if pack else number)
        return said

    def _retranslate_reasons(self) -> None:
        """Show the reasons, in a line or two while folded, so that several entries fit on screen."""
        self._why.setText("\n".join(self._reasons(brief=not self.is_unfolded)))
        self.head.setToolTip(self.reasons)
        self.head.setAccessibleName(", ".join([self._title.text(), self._place.text(), *self._reasons(brief=False)]))
        self.head.setAccessibleDescription(self.tr("Enter opens it; Right unfolds it here"))

    def _reasons(self, *, brief: bool) -> list[str]:
        """Return the matching words of the note, and the named and observed items; if `brief`, the first one and the number of others."""
        found, answers = self._found, self._context.controller.session.answers
        if found is None:
            return []
        items = [item for item in reversed(list(answers)) if item in found.named]  # the latest answer first
        noted = self.tr("In the note: {words}").format(words=", ".join(found.noted)) if found.noted else ""
        if brief:
            first, rest = (noted, items) if noted else ("".join(self._named(answers, items[:1])), items[1:])
            return [f"{first} (+{len(rest)})" if rest else first]
        return [*([noted] if noted else []), *self._named(answers, items)]

    def _named(self, answers: Mapping[str, Answer], items: Sequence[str]) -> list[str]:
        """Return a line for the items that were said and one for those that were observed."""
        said = [self._label(item) for item in items if answers[item].by is By.CLIENT]
        seen = [self._label(item) for item in items if answers[item].by is By.OBSERVED]
        lines = [self.tr("Because it was named: {what}").format(what="; ".join(said))] if said else []
        return [*lines, *([self.tr("Because you observed: {what}").format(what="; ".join(seen))] if seen else [])]

    def _label(self, item: str) -> str:
        """Return the label of an item for use within a sentence."""
        text = self._context.label(item)
        return text[:1].lower() + text[1:]

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme, size = self._context.services.theme, self._context.services.theme.px(16)
        name = self.tr("Fold") if self.is_unfolded else self.tr("Read here")
        drawing = icon("chevron-up" if self.is_unfolded else "chevron-down", theme.tokens.accent, size)
        icon_only(self.fold, drawing, size, name)
        self.fold.setFixedSize(QSize(theme.px(34), theme.px(34)))

    # ── fold and open ───────────────────────────────────────────────────────────────────────────

    @property
    def is_unfolded(self) -> bool:
        """Whether the text is shown."""
        return self.body is not None and not self.body.isHidden()

    def toggle(self) -> None:
        """Unfold or fold the text."""
        unfolding = not self.is_unfolded
        if self.body is None:
            self.body = EntryLabel(self.entry, self._context)
            self._content.addWidget(self.body)
        self.body.setVisible(unfolding)
        self._retranslate_reasons()
        self.draw()
        if unfolding:
            self.unfolded.emit()

    def _open(self) -> None:
        self.opened.emit()
        self._context.open(self.entry.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Unfold at Right, fold at Left, and move the focus at Up and Down."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            if self.is_unfolded is (key == Qt.Key.Key_Left):
                self.toggle()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            return super().eventFilter(watched, event)
        return True


class EntryList(ScrollColumn):
    """The rows, or a placeholder.

    Attributes:
        rows: The rows by entry.
        shown: The ids of the entries that are shown, in order.

    Signals:
        left: The pointer left the list.
    """

    left = Signal()

    def __init__(self, context: CardContext) -> None:
        super().__init__(margins=(2, 2, 10, 12))
        self._context = context
        self._pointed = False
        self._left_from: str | None = None
        self.rows: dict[str, EntryRow] = {}
        self.shown: tuple[str, ...] = ()
        self.empty = NoFittingEntry(context)
        self._rows = column(spacing=8)
        self.content.addWidget(self.empty)
        add_layout(self.content, self._rows)

    @property
    def is_read(self) -> bool:
        """Whether the pointer or the keyboard focus is in the rows."""
        focus = QApplication.focusWidget()
        return bool(self.shown) and (self._pointed or (focus is not None and self.isAncestorOf(focus)))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointed = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = False
        super().leaveEvent(event)
        self.left.emit()

    # ── rows ────────────────────────────────────────────────────────────────────────────────────

    def clear(self) -> None:
        """Remove all rows, also unfolded ones."""
        self._left_from = None
        self._drop(set(self.rows))
        self.show_entries(())

    def show_entries(self, found: "Sequence[Followed]") -> None:
        """Show other entries. Unfolded rows are kept, and the first of them keeps its position on screen."""
        entries = {entry.id: entry for entry in self._context.material.library.entries(one.id for one in found)}
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
        self.empty.show_state(said=bool(self._context.controller.session.answers))
        self.empty.setVisible(not order)
        settle()
        if unfolded:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._place(unfolded[0]) - place)

    def _row(self, entry: "Entry") -> EntryRow:
        made = self.rows[entry.id] = EntryRow(entry, self._context)
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
        """Scroll down as little as needed to show a whole row, but not past its top."""
        settle()
        top, bar = row.mapTo(self.viewport(), QPoint(0, 0)).y(), self.verticalScrollBar()
        below = top + row.height() + 4 - self.viewport().height()
        bar.setValue(bar.value() + max(0, min(below, top - 4)))

    # ── keyboard ────────────────────────────────────────────────────────────────────────────────

    def take_focus(self) -> None:
        """Focus the first row, if there is one."""
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
        """Focus the row from which an entry was opened, on return from the reading pane; return whether it could be focused."""
        left_from, self._left_from = self._left_from, None
        made = self.rows.get(left_from or "")
        if made is None or not made.isVisible():
            return False
        made.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class NoFittingEntry(TranslatedWidget, QFrame):
    """The placeholder without rows: what will come, or that nothing fits."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._context, self._said = context, False
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        content = column(self, spacing=8, margins=(18, 22, 18, 22))
        for part in (self._icon, self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        self.retranslate()
        self._draw()
        context.services.theme.changed.connect(self._draw)

    def show_state(self, *, said: bool) -> None:
        """Show that nothing fits the answers, or what will come once there are answers."""
        if said is not self._said:
            self._said = said
            self.retranslate()

    def retranslate(self) -> None:
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
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap("book-open", theme.tokens.accent, theme.px(30)))
