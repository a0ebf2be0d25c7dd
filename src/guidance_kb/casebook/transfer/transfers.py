"""Transfer of one client to a colleague: a sealed file and a spoken code; the file is examined before it is imported.

The client keeps the random id, so that importing the same file again changes nothing. Without the code the file reveals nothing about the
client, and its name should contain the client's code at most.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.casebook.errors import CasebookError, told
from guidance_kb.casebook.privacy.erasure import remove_client
from guidance_kb.casebook.privacy.ownership import CLIENT, owned
from guidance_kb.casebook.records import session_rows
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.casebook.storage.rows import Value
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.casebook.transfer import parcels
from guidance_kb.casebook.transfer.parcels import Parcel
from guidance_kb.casebook.transfer.sealed_file import LARGEST, NoTransfer, TooLarge, new_code, seal, unseal
from guidance_kb.casebook.vault.envelope import STANDARD, Cost
from guidance_kb.errors import KnownError
from guidance_kb.language import Text

SUFFIX: Final = ".gkbt"
"""Suffix of the files; the name before it contains the client's code at most."""


class Known(StrEnum):
    """The status of an incoming client in this casebook."""

    NEW = "new"
    SAME = "same"  # identical rows: there is nothing to import
    DIFFERENT = "different"  # the record exists and differs: importing replaces it


class Stopped(Exception):
    """The user cancelled the operation."""


class IsHere(CasebookError):
    """The client exists here and the records differ."""

    says = Text(
        "Dit dossier staat hier al en is niet hetzelfde. Er is niets veranderd: kies of het bestand het dossier hier vervangt.",
        "This record is here already and is not alike. Nothing has changed: choose whether the file replaces the record here.",
    )


@dataclass(frozen=True, slots=True)
class TransferOffer:
    """The contents of a file, before it is imported.

    Attributes:
        parcel: The record to import; `parcel.made` is the time of the transfer, as stored.
        known: The status of the client in this casebook.
        here: The client's code here, or None.
        needs_code: Whether another code must be chosen: this one is invalid or belongs to another client here.
        erased: The time at which this client was erased here, or None; importing restores the client.
        sessions: The number of sessions; likewise `notes`, `steps`, `follow_ups`.
        first: The day of the first session, or None.
        last: The day of the last session.
    """

    parcel: Parcel
    known: Known
    here: str | None
    needs_code: bool
    erased: str | None
    sessions: int
    notes: int
    steps: int
    follow_ups: int
    first: date | None
    last: date | None

    @property
    def code(self) -> str:
        """The client's code at the colleague's."""
        return self.parcel.code


class Transfers:
    """Exports and imports clients of one open casebook."""

    def __init__(self, store: Store, clock: Clock, cost: Cost = STANDARD) -> None:
        self._store, self._clock, self._cost = store, clock, cost
        self._rows = store.rows
        self._stop: Event | None = None

    # --- Export

    def hand_over(self, client: int, path: Path) -> str:
        """Write the record of a client to a sealed file and return the code, which must be spoken and never sent along.

        Nothing changes in this casebook; erase or close the record when the colleague has it.

        Raises:
            TooLarge, CannotUse: It exceeds the size limit; the system refuses to write.
        """
        code = new_code()
        parcel = parcels.packed(self._rows, client, timestamps.now(self._clock))
        sealed = seal(parcels.written(parcel), code, self._cost)
        with told():
            write_durably(path, sealed)
        return code

    # --- Import

    def look(self, path: Path, code: str, stop: Event | None = None) -> TransferOffer:
        """Open a sealed file and return its contents and the effects of importing it; change nothing.

        Args:
            path: The file.
            code: The code as heard.
            stop: Set by another thread to cancel. It is checked at once, except during key derivation, which takes a second or two.

        Raises:
            Stopped: It was cancelled.
            MistypedCode, WrongCode: The code is wrong.
            NoTransfer, TooLarge, TooNew: It is not a transfer file, or exceeds a limit.
            CannotUse: It cannot be read.
        """
        with told(), path.open("rb") as file:
            sealed = file.read(LARGEST + 1)
        if len(sealed) > LARGEST:
            raise TooLarge
        contents = unseal(sealed, code)
        self._stop = stop
        try:
            self._refuse_if_stopped()
            parcel = parcels.read(contents, self._rows)
            needs_code = self._tried(parcel)
        finally:
            self._stop = None
        here = self._here(parcel)
        tombstone = self._rows.first("SELECT erased FROM tombstone WHERE uid = ?", parcel.uid)
        days = [_day_of(session) for session in parcel.rows("session")]
        return TransferOffer(
            parcel=parcel,
            known=self._known(parcel, here),
            here=None if here is None else self._store.clients.get(here).code,
            needs_code=needs_code,
            erased=None if tombstone is None else tombstone[0],
            sessions=len(days),
            notes=len(parcel.rows("note")),
            steps=len(parcel.rows("step")),
            follow_ups=len(parcel.rows("follow_up")),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def take_in(
        self,
        offer: TransferOffer,
        *,
        code: str | None = None,
        replace: bool = False,
        back_up: Callable[[], object] | None = None,
    ) -> int:
        """Import a record in one transaction and return the client's id; an identical record here is left unchanged.

        Args:
            offer: From `look`.
            code: The code to assign, if not that of the file; a client that exists here keeps its code.
            replace: Whether to replace a record here that differs.
            back_up: Called before the first write: `lambda: backups.make_only(store.database)`.

        Raises:
            IsHere: It exists here, differs, and `replace` is false.
            KnownError: The code is invalid or belongs to another client; or the disk is full. Nothing has changed.
        """
        parcel = offer.parcel
        here = self._here(parcel)
        known = self._known(parcel, here)
        if here is not None and known is Known.SAME:
            return here
        if known is Known.DIFFERENT and not replace:
            raise IsHere
        if back_up is not None:
            back_up()
        kept = parcel.code if here is None else self._store.clients.get(here).code
        with _refusing(), self._rows.writing():
            return self._put(parcel, here, code or kept)

    def _here(self, parcel: Parcel) -> int | None:
        """Return the id of the client in this casebook, or None."""
        row = self._rows.first("SELECT id FROM client WHERE uid = ?", parcel.uid)
        return None if row is None else row[0]

    def _known(self, parcel: Parcel, here: int | None) -> Known:
        if here is None:
            return Known.NEW
        return Known.SAME if parcel.is_like(parcels.packed(self._rows, here, parcel.made)) else Known.DIFFERENT

    def _tried(self, parcel: Parcel) -> bool:
        """Import it and roll back, so that only valid records are offered; return whether another code must be chosen."""
        here, needs_code = self._here(parcel), False
        with suppress(_TakenBack), _refusing(), self._rows.writing():
            try:
                self._put(parcel, here, parcel.code)
            except KnownError:  # the code, which is checked first
                needs_code = here is None
                self._put(parcel, here, self._store.clients.next_code())
            raise _TakenBack
        return needs_code

    def _put(self, parcel: Parcel, here: int | None, code: str) -> int:
        """Replace the client's rows by those of the parcel and read them back as the program will; within a transaction."""
        rows = self._rows
        if here is not None:
            remove_client(rows, here)
        client = self._store.clients.add(code).id
        own = {column: value for column, value in parcel.client.items() if column not in ("id", "code")}
        rows.update(CLIENT, client, own)
        rows.run("DELETE FROM action WHERE client = ?", client)  # undoing the client's creation would remove it all
        rows.run("DELETE FROM tombstone WHERE uid = ?", parcel.uid)
        for digest, document in parcel.documents.items():
            rows.run("INSERT OR IGNORE INTO rules VALUES (?, ?)", digest, document)
        numbers: dict[str, dict[Value, int]] = {CLIENT: {1: client}}
        for table in owned(rows):
            for row in parcel.rows(table.name) if table.name != CLIENT else ():
                self._refuse_if_stopped()
                values = {column: value for column, value in row.items() if column != "id"}
                for column, parent in table.parents.items():
                    if values.get(column) is not None:
                        values[column] = numbers[parent][values[column]]
                numbers.setdefault(table.name, {})[row["id"]] = rows.insert(table.name, values)
        self._read_back(client)
        return client

    def _read_back(self, client: int) -> None:
        """Read everything as the program does, so that data it could not show is refused now."""
        store = self._store
        store.timeline(client)
        for session in store.sessions.of_client(client):
            self._refuse_if_stopped()
            store.sessions.history(session.id)
            session_rows.done_since(self._rows, session.id, "")
            store.sessions.answers(session.id)
            store.sessions.signals_of(session.id)
            store.sessions.reopenings(session.id)
            (place,) = self._rows.the("SELECT place FROM session WHERE id = ?", session.id)
            if not isinstance(json.loads(place), dict):
                raise NoTransfer

    def _refuse_if_stopped(self) -> None:
        if self._stop is not None and self._stop.is_set():
            raise Stopped


def _day_of(session: Mapping[str, Value]) -> date:
    """Return the day on which a session was held; a parcel of an older program has only its start."""
    held = session.get("held")
    return date.fromisoformat(str(held)) if held else timestamps.day_of(str(session["started"]))


class _TakenBack(Exception):
    """Rolls back the transaction of a trial import."""


@contextmanager
def _refusing() -> Iterator[None]:
    """Translate errors of storing or reading a parcel to `NoTransfer`."""
    try:
        yield
    except (sqlcipher.IntegrityError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoTransfer from error
