"""Sends outboxes to the casebook's worker, and keeps those that could not be written."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.session.outbox import Outbox
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState


class Sender(QObject):
    """What has to be written of the conversation in hand, and of those before it.

    Signals:
        written (Outbox): All that is in this outbox was written.
        refused (Outbox, KnownError): Something in it could not be written, and stays in it.
    """

    written = Signal(object)
    refused = Signal(object, object)

    def __init__(self, desk: CasebookService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: list[Outbox] = []
        self._next: Outbox | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.send_now)

    @property
    def waiting(self) -> int:
        """How much could not be written of the conversations that were left."""
        return sum(len(box) for box in self._kept)

    def send_soon(self, box: Outbox) -> None:
        """Has it written after the painting that is to come, which would have to share the processor with it."""
        self._next = box
        self._soon.start()

    def send_now(self) -> None:
        """Has written what waits for the painting."""
        box, self._next = self._next, None
        self._soon.stop()
        if box is not None:
            self.send(box)

    def send(self, box: Outbox) -> None:
        """Has it written; if nothing can be written now, at the next opening."""
        if self._desk.state is not CasebookState.OPEN:
            self.keep(box)
            return
        self._desk.do(box.write, lambda _: self._arrived(box), partial(self._could_not, box))

    def _arrived(self, box: Outbox) -> None:
        self._kept = [each for each in self._kept if len(each)]
        if not len(box):
            self.written.emit(box)

    def _could_not(self, box: Outbox, error: KnownError) -> None:
        """Says so, unless there is nothing left to write: its client was erased meanwhile."""
        if len(box):
            self.refused.emit(box, error)

    def keep(self, box: Outbox) -> None:
        """Keeps the outbox of a conversation that is left, while something is in it."""
        if len(box) and box not in self._kept:
            self._kept.append(box)

    def try_again(self) -> None:
        """Tries what is kept once more."""
        for box in self._kept:
            if len(box):
                self.send(box)

    def forget(self, client: int) -> None:
        """Lets go of all that is kept of a client who was erased."""
        gone = [box for box in self._kept if box.client == client]
        self._kept = [box for box in self._kept if box not in gone]
        for box in gone:
            box.empty()
