"""What was typed into a record and could not be written, on a full disk say: it stays in memory, and is written as soon as it can be.

It outlives a lock, as what was said in a conversation does (`conversation/outbox.py`). After one the casebook may be another, or an older
one that was put back, in which the same id is another client's: then it is not written.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes

if TYPE_CHECKING:
    from guidance_kb.casebook.storage.store import Store


# Whether what stands in a field is what the store holds: a field is never set back to what was written before the last key.


class FieldSync:
    """What was written of one text, and what is still on its way.

    Attributes:
        text: What the store holds, as far as is known.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._under_way = 0

    def begin(self) -> None:
        """Something is being written; if that fails, it is on its way for good, and is written again with the next."""
        self._under_way += 1

    def done(self, text: str) -> None:
        """`text` was written."""
        self.text = text
        self._under_way -= 1

    def follows(self, shown: str) -> bool:
        """Whether a field that shows `shown` may be set to what the store holds now: nothing in it or of it is unwritten."""
        return not self._under_way and shown == self.text


Back = Callable[[], bool]
"""Puts what was typed back where it was typed, if it still can be seen there; returns whether it did."""


class Typed:
    """One text on its way to the record of a client.

    Attributes:
        refused: Whether it could not be written when that was last tried.
        over: Whether it is written, or not wanted any more.
    """

    def __init__(self, client: int, key: object, write: "Callable[[Store, int], object]") -> None:
        self.client, self.key = client, key
        self._write = write
        self._uid: str | None = None
        self.refused = self.over = False

    def write(self, store: "Store") -> None:
        """Writes it, on the worker, unless that client is gone.

        Raises:
            KnownError: It could not be written.
        """
        if self.over or not self._is_of(store):
            self.over = True
            return
        written = False
        try:
            self._write(store, self.client)
            written = True
        finally:
            self.refused, self.over = not written, written

    def _is_of(self, store: "Store") -> bool:
        try:
            uid = store.clients.get(self.client).uid
        except BugError:
            return False
        self._uid = self._uid or uid
        return uid == self._uid


class PendingWrites(QObject):
    """One per desk: get it with `unwritten_of`.

    Signals:
        changed: Something could not be written, or was written after all.
    """

    changed = Signal()

    def __init__(self, desk: CasebookService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._typed: list[Typed] = []
        desk.changed.connect(self._follow)
        desk.erased.connect(self.let_go)

    @property
    def waiting(self) -> int:
        """How many texts could not be written."""
        return len(self._refused())

    def of(self, client: int | None) -> int:
        """How many texts of a client could not be written."""
        return sum(each.client == client for each in self._refused())

    def write(self, typed: Typed, done: Callable[[], object], back: Back) -> None:
        """Writes a text, in the place of what was written before under the same key.

        Args:
            typed: The text.
            done: Called when it is written.
            back: Called when it could not be: what was put back is written again from there.
        """
        for each in self._typed:
            each.over = each.over or (each.client, each.key) == (typed.client, typed.key)
        self._typed.append(typed)

        def refused(error: KnownError) -> None:
            typed.over = back()
            self._desk.failed.emit(error)
            self._tell()

        self._desk.execute(self, typed.write, lambda _: self._tell(done), refused)

    def try_again(self) -> None:
        """Tries what could not be written once more; what cannot be written still waits."""
        if self._desk.state is CasebookState.OPEN:
            for each in self._refused():
                self._desk.execute(self, each.write, lambda _: self._tell(), lambda _: self._tell())

    def let_go(self, client: int) -> None:
        """Nothing of a client is wanted any more."""
        for each in self._typed:
            each.over = each.over or each.client == client
        self._tell()

    def _refused(self) -> list[Typed]:
        return [each for each in self._typed if each.refused and not each.over]

    def _tell(self, done: Callable[[], object] | None = None) -> None:
        if done is not None:
            done()
        self._typed = [each for each in self._typed if not each.over]
        self.changed.emit()

    def _follow(self, what: Changes) -> None:
        """It was opened, or something was written: what was full has room."""
        self.try_again()
        if Changes.STATE in what:
            self.changed.emit()


def unwritten_of(desk: CasebookService) -> PendingWrites:
    """The one of a desk, made when it is first asked for."""
    return desk.findChild(PendingWrites) or PendingWrites(desk)
