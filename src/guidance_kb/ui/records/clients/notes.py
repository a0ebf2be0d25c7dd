"""The notes page of a record. Notes are saved while the user types, without a save button, so that no text is lost."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit

from guidance_kb.casebook.records.notes import Note
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.pause import Pause
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.controller import FieldSync, RecordController
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import RecordSection, SectionEntry, What
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import add_layout

_PAUSE = 700
"""The delay in milliseconds between the last keystroke and saving."""

_FIRST = 15
"""The number of notes shown at first."""


class _Paper:
    """The note being edited. The worker sets its id with the first write, so that later writes change the same note.

    Attributes:
        note: The id of the note; None until it is first written.
        changing: Whether the note existed before this edit.
    """

    def __init__(self, note: int | None = None) -> None:
        self.note = note
        self.changing = note is not None

    @property
    def key(self) -> object:
        """The key of the pending write: the id of the note, or this object while there is none."""
        return self if self.note is None else ("note", self.note)

    def write(self, store: Store, client: int, text: str) -> None:
        """Write `text`. A note that was removed by undo meanwhile is created again, unless the text is empty."""
        if self.note is not None and self._is_there(store, client):
            store.notes.change(self.note, text)
        elif text.strip():
            self.note = store.notes.write(client, text)

    def throw_away(self, store: Store, client: int) -> None:
        """Remove the note, because its text is empty."""
        if self.note is not None and self._is_there(store, client):
            store.notes.remove(self.note)

    def _is_there(self, store: Store, client: int) -> bool:
        return any(each.id == self.note for each in store.notes.of_client(client))


class NoteEdit(QPlainTextEdit):
    """A text field that grows with its text; Tab moves the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.grow)

    def grow(self) -> None:
        """Set the height to that of the text, from 3 to 12 lines."""
        line = self.fontMetrics().lineSpacing()
        lines = min(max(round(self.document().size().height()), 3), 12)
        self.setFixedHeight(lines * line + 28)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.grow()


class NotesTab(RecordSection):
    """The page with the text field and the list of notes."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self.pen = NoteEdit()
        self.saved = label(role="caption")
        self.finish = button("", "", self._put_down)
        self._paper = _Paper()
        self._written = FieldSync()
        self._all = False
        self.finish.setEnabled(False)
        self._pause = Pause(_PAUSE, self)
        self._pause.ended.connect(self._write)
        self.pen.textChanged.connect(self._typed)
        self._heading = label(role="strong")
        across = row()
        across.addWidget(self.finish)
        across.addWidget(self.saved, 1)
        whole = column(self, spacing=8)
        whole.addWidget(self._heading)
        whole.addWidget(Warned(self.pen, services))
        add_layout(whole, across)
        add_layout(whole, self.content)
        controller.leaving.connect(self._put_down)
        controller.shown.connect(self._begin)
        controller.changed.connect(self._follow)
        services.theme.changed.connect(self.set_texts)
        self.set_texts()

    def set_texts(self) -> None:
        """Set the texts of the field and the button in the current language."""
        size = self.services.theme.px(16)
        text_and_icon(self.finish, icon("check", self.services.theme.tokens.accent, size), size, self.tr("Ready"))
        self.finish.setToolTip(self.tr("The note is kept as you type. This begins a new one."))
        self._say_which()

    def _say_which(self) -> None:
        self._heading.setText(self.tr("Change this note") if self._paper.changing else self.tr("Write a note"))
        self.pen.setAccessibleName(self._heading.text())

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def _begin(self, record: Record | None) -> None:
        self._all = False
        if record is None:
            self._take(_Paper(), "")

    def _typed(self) -> None:
        self.finish.setEnabled(bool(self.pen.toPlainText()))
        self.saved.clear()
        self._pause.start()

    def _write(self) -> None:
        """Save the text if it changed since the last write."""
        self._pause.stop()
        text, paper, written, client = self.pen.toPlainText(), self._paper, self._written, self.controller.client

        def back() -> bool:
            """Put text that could not be written back into the field, unless another client or text is shown there; return success."""
            if client != self.controller.client or (paper is not self._paper and self.pen.toPlainText()):
                return False
            if paper is not self._paper:
                self._take(paper, text)
                self._written = written
            self.saved.setText(self.tr("not saved: it is only here"))
            return True

        if text != written.text:
            written.begin()
            self.controller.do_typed(
                paper.key, lambda store, client: paper.write(store, client, text), lambda: written.done(text), back
            )

    def _put_down(self) -> None:
        """Save the text (remove the note if it is empty) and start a new note."""
        if self.pen.toPlainText().strip():
            self._write()
        elif self._written.text:
            self.controller.do(self._paper.throw_away)
        self._take(_Paper(), "")

    def _take(self, paper: _Paper, text: str) -> None:
        self._paper, self._written = paper, FieldSync(text)
        self.pen.setPlainText(text)
        self._pause.stop()  # the user did not type this text
        self._refresh(self.controller.record)  # the list shows the previous note again
        self._say_which()

    def change(self, note: Note) -> None:
        """Edit a note."""
        self._put_down()
        self._take(_Paper(note.id), note.text)
        self.pen.setFocus()

    def _remove(self, note: int) -> None:
        if self._paper.note == note:
            self._take(_Paper(), "")
        self.controller.do(lambda store, _: store.notes.remove(note))

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def facts(self, record: Record) -> object:
        return self._listed(record), self.controller.today

    def _listed(self, record: Record) -> tuple[Note, ...]:
        """Return the notes to list, latest first, without the one being edited."""
        return tuple(note for note in reversed(record.notes) if note.id != self._paper.note)

    def build(self, record: Record) -> None:
        """Show the notes, latest first, without the one being edited."""
        notes = self._listed(record)
        if notes:
            self.content.addSpacing(8)
        for note in notes if self._all else notes[:_FIRST]:
            actions = [
                (self.tr("Change"), partial(self.change, note)),
                (self.tr("Remove"), partial(self._remove, note.id)),
            ]
            day = self.says.day(timestamps.day_of(note.written))
            changed = timestamps.day_of(note.changed)
            if changed != timestamps.day_of(note.written):
                day += " · " + self.tr("changed {day}").format(day=self.says.day(changed))
            self.content.addWidget(
                SectionEntry(self.services, What("notebook-pen", note.text, day), actions, f"note-{note.id}")
            )
        if len(notes) > _FIRST and not self._all:
            self.content.addWidget(button(self.tr("Earlier"), "more", self.show_all))

    def _follow(self, record: Record) -> None:
        """Show when the note was last saved; if it changed by undo, show the stored text."""
        note = next((each for each in record.notes if each.id == self._paper.note), None)
        text = self.pen.toPlainText()
        if self._paper.note is not None and self._written.follows(text) and (note is None or note.text != text):
            self._take(_Paper(note.id) if note else _Paper(), note.text if note else "")
        elif note is not None and note.text == text:
            self.saved.setText(self.tr("saved {time}").format(time=self.says.time(timestamps.read(note.changed))))

    def show_all(self) -> None:
        self._all = True
        self.rebuild()
