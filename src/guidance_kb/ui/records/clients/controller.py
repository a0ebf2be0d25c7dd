"""The controller of the records view: it selects the client, writes changes, and reloads the record after a write."""

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
    """The controller of the records view; it exists while the casebook is open.

    After every write to the records, here or elsewhere, it emits `refreshed` and reads the record again. While the view is hidden, this is
    postponed.

    Attributes:
        client: The id of the client whose record is shown, or None.
        record: The record; None until it has been read.
        writes: The write queue: typed texts that are not written yet.

    Signals:
        leaving: Another record will be shown, or the casebook will lock; unfinished input must be written now.
        shown (Record | None): The record of another client was read, or no record is shown.
        changed (Record): The current record was read again.
        refreshed: The records may have changed; lists must be read again.
    """

    leaving = Signal()
    shown = Signal(object)
    changed = Signal(object)
    refreshed = Signal()

    def __init__(self, service: CasebookService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self.client: int | None = None
        self.record: Record | None = None
        self.writes = casebook_writes(service)
        self._looked_at = True
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # reads once after several writes
        self._soon.timeout.connect(self._refresh)
        service.changed.connect(self._follow)
        service.about_to_lock.connect(self.leaving)

    def _follow(self, what: Changes) -> None:
        if what & Changes.RECORDS:
            self._soon.start()

    @property
    def today(self) -> date:
        """The current local date."""
        now = QDate.currentDate()
        return date(now.year(), now.month(), now.day())

    def open(self, client: int | None) -> None:
        """Show the record of another client, or none."""
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
        """Write to the current record: `work` gets the store and the client's id, `done` is called after the write."""
        client = self.client
        if client is not None:
            self._service.execute(
                self, lambda store: work(store, client), lambda _: done() if done is not None else None
            )

    def do_typed(
        self,
        key: object,
        work: Callable[[Store, int], object],
        done: Callable[[], object] = lambda: None,
        take_back: Callable[[], bool] = lambda: False,
    ) -> None:
        """Write typed text to the current record; if the write fails, the text is kept.

        Args:
            key: Identifies the text: a later write with the same key replaces it.
            work: Writes the text; it gets the store and the client's id.
            done: Called after the write.
            take_back: Called if the write was refused: puts the text back into its field and returns True; if False, it stays pending.
        """
        client = self.client
        if client is not None:
            writes = ClientWrites(client, (client, key))
            writes.append(lambda store: work(store, client))
            self.writes.send(writes, done, take_back)

    def look(self, *, on: bool) -> None:
        """Set whether the view is visible; a postponed refresh is made up for."""
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
            self._service.query(self, _READ, lambda store: read(store, client), self._arrived)

    def _arrived(self, record: Record | None) -> None:
        if record is None:  # the client was erased or its creation undone
            self.client = self.record = None
            self.shown.emit(None)
        elif record.id == self.client:
            first = self.record is None
            self.record = record
            (self.shown if first else self.changed).emit(record)
