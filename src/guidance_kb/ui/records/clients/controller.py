"""What happens in the records view: whose record is shown, what is written to it, and when it is read again."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QObject, QTimer, Signal

from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.casebook_service import CasebookService, Changes
from guidance_kb.ui.core.write_queue import ClientWrites, casebook_writes
from guidance_kb.ui.records.clients.record import Record, read

_READ = "records: one client"


class FieldSync:
    """The text of one field that is in the casebook, and the number of writes of it under way.

    A field is set to the text of the casebook only while nothing in it is unwritten: never back to an older one.

    Attributes:
        text: The text in the casebook, as far as is known.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._under_way = 0

    def begin(self) -> None:
        """Count a write that begins. A refused one stays counted: its text is written with the next."""
        self._under_way += 1

    def done(self, text: str) -> None:
        """Record that `text` is written."""
        self.text = text
        self._under_way -= 1

    def follows(self, shown: str) -> bool:
        """Return whether a field that shows `shown` may be set to another text of the casebook."""
        return not self._under_way and shown == self.text


class RecordController(QObject):
    """The behaviour of the records view, for as long as the casebook is open.

    Whatever is written, here or elsewhere, `refreshed` follows: lists and record are then read again. While the view is hidden that waits.

    Attributes:
        client: The id of the client whose record is shown, or None.
        record: It, once it was read.
        writes: The queue of what was typed and is not written yet.

    Signals:
        leaving: Another record comes, or it locks: what is half typed is to be written now.
        shown (Record | None): The record of another client is there, or of none.
        changed (Record): The same record, with something written.
        refreshed: Lists may have changed.
    """

    leaving = Signal()
    shown = Signal(object)
    changed = Signal(object)
    refreshed = Signal()

    def __init__(self, desk: CasebookService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.client: int | None = None
        self.record: Record | None = None
        self.writes = casebook_writes(desk)
        self._looked_at = True
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # several writes at once are one reading
        self._soon.timeout.connect(self._refresh)
        desk.changed.connect(self._follow)
        desk.about_to_lock.connect(self.leaving)

    def _follow(self, what: Changes) -> None:
        if what & Changes.RECORDS:
            self._soon.start()

    @property
    def today(self) -> date:
        """The day on the wall."""
        now = QDate.currentDate()
        return date(now.year(), now.month(), now.day())

    def open(self, client: int | None) -> None:
        """Shows another client's record, or none."""
        if client == self.client:
            return
        self.leaving.emit()
        self.client, self.record = client, None
        self.shown.emit(None)
        self._read()

    def do(
        self,
        work: Callable[[Store, int], object],
        done: Callable[[], object] | None = None,
    ) -> None:
        """Writes something to the record that is shown: `work` gets its client; `done` is called when it is written."""
        client = self.client
        if client is not None:
            self._desk.execute(self, lambda store: work(store, client), lambda _: done() if done is not None else None)

    def do_typed(
        self,
        key: object,
        work: Callable[[Store, int], object],
        done: Callable[[], object] = lambda: None,
        take_back: Callable[[], bool] = lambda: False,
    ) -> None:
        """Writes what was typed to the record that is shown; nothing of it is lost when that cannot be.

        Args:
            key: Names what it is: what is written later under the same key takes its place.
            work: Gets the store and the client.
            done: Called when it is written.
            take_back: Called when it was refused: puts it back where it was typed and returns True, or returns False to have it kept.
        """
        client = self.client
        if client is not None:
            writes = ClientWrites(client, (client, key))
            writes.append(lambda store: work(store, client))
            self.writes.send(writes, done, take_back)

    def look(self, *, on: bool) -> None:
        """Says whether anybody sees the view: only then is it worth reading again."""
        self._looked_at = on
        if on and self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = not self._looked_at
        if self._looked_at:
            self.refreshed.emit()
            self._read()

    def _read(self) -> None:
        client = self.client
        if client is not None:
            self._desk.query(self, _READ, lambda store: read(store, client), self._arrived)

    def _arrived(self, record: Record | None) -> None:
        if record is None:  # it is gone, and nothing can be written to it any more
            self.client = self.record = None
            self.shown.emit(None)
        elif record.id == self.client:
            first = self.record is None
            self.record = record
            (self.shown if first else self.changed).emit(record)
