"""Handing one client over to a colleague: a sealed file and a code to be spoken; looked at before it is taken in.

The client keeps the random id, so that the same file taken in twice changes nothing the second time. The file says nothing of the client
without the code, and its name should say the code at most.
"""

import json
from collections.abc import Callable, Iterator
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
from guidance_kb.casebook.records import changes
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
"""Of the files; the name before it holds the code at most."""


class Known(StrEnum):
    """What the casebook knows of a client that comes."""

    NEW = "new"
    SAME = "same"  # the same record, row for row: there is nothing to take in
    DIFFERENT = "different"  # the record is here, not alike: taking it in replaces it


class Stopped(Exception):
    """Somebody did not want to wait for it."""


class IsHere(CasebookError):
    """The client is here already, and the records are not alike."""

    says = Text(
        "Dit dossier staat hier al en is niet hetzelfde. Er is niets veranderd: kies of het bestand het dossier hier vervangt.",
        "This record is here already and is not alike. Nothing has changed: choose whether the file replaces the record here.",
    )


@dataclass(frozen=True, slots=True)
class TransferOffer:
    """What is in a file, before it is taken in.

    Attributes:
        parcel: What would be taken in; `parcel.made` is the moment of handing over, as stored.
        known: What the casebook knows of the client.
        here: The code that the client has here, or None.
        needs_code: Whether another code has to be chosen: this one is another client's here, or is none.
        erased: The moment at which this client was erased here, or None; taking it in brings it back.
        sessions: How many conversations; likewise `notes`, `steps`, `follow_ups`.
        first: The day of the first conversation, or None.
        last: The day of the last one.
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
        """The client's code, as the colleague has it."""
        return self.parcel.code


class Transfers:
    """Hands clients of one open casebook over, and takes them in."""

    def __init__(self, store: Store, clock: Clock, cost: Cost = STANDARD) -> None:
        self._store, self._clock, self._cost = store, clock, cost
        self._rows = store.rows
        self._stop: Event | None = None

    # ── out ─────────────────────────────────────────────────────────────────────────────────────

    def hand_over(self, client: int, path: Path) -> str:
        """Writes the record of a client to a sealed file and returns the code, to be spoken: never send it along.

        Nothing changes here; erase or close the record when the colleague has it.

        Raises:
            TooLarge, CannotUse: It is too much for one file; the disk does not let us.
        """
        code = new_code()
        parcel = parcels.packed(self._rows, client, timestamps.now(self._clock))
        sealed = seal(parcels.written(parcel), code, self._cost)
        with told():
            write_durably(path, sealed)
        return code

    # ── in ──────────────────────────────────────────────────────────────────────────────────────

    def look(self, path: Path, code: str, stop: Event | None = None) -> TransferOffer:
        """Opens a sealed file and says what is in it and what taking it in would do; changes nothing.

        Args:
            path: Of the file.
            code: As it was heard.
            stop: Set by another thread to end it: at once, but while the key is made of the code, which takes a second or two.

        Raises:
            Stopped: It was ended.
            MistypedCode, WrongCode: Not this code.
            NoTransfer, TooLarge, TooNew: It is not a file of ours, or asks for what cannot be.
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
        days = [timestamps.day_of(str(session["started"])) for session in parcel.rows("session")]
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
        """Takes a record in, all of it or nothing, and returns the client's id; one that is here and the same is left as it is.

        Args:
            offer: From `look`.
            code: The code to give it, if not that of the file; one that is here keeps the code that it has.
            replace: Whether a record that is here and not alike is replaced.
            back_up: Called before something is written: `lambda: backups.make_only(store.database)`.

        Raises:
            IsHere: It is here, not alike, and `replace` was not chosen.
            KnownError: The code is another client's, or is none; the disk is full. Nothing was changed.
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
        """The id that the client has here."""
        row = self._rows.first("SELECT id FROM client WHERE uid = ?", parcel.uid)
        return None if row is None else row[0]

    def _known(self, parcel: Parcel, here: int | None) -> Known:
        if here is None:
            return Known.NEW
        return Known.SAME if parcel.is_like(parcels.packed(self._rows, here, parcel.made)) else Known.DIFFERENT

    def _tried(self, parcel: Parcel) -> bool:
        """Takes it in and back again, so that nothing is offered that could not be; returns whether another code has to be chosen."""
        here, needs_code = self._here(parcel), False
        with suppress(_TakenBack), _refusing(), self._rows.writing():
            try:
                self._put(parcel, here, parcel.code)
            except KnownError:  # the code, the first thing that is looked at
                needs_code = here is None
                self._put(parcel, here, self._store.clients.next_code())
            raise _TakenBack
        return needs_code

    def _put(self, parcel: Parcel, here: int | None, code: str) -> int:
        """Writes the rows in place of those that are here, and reads them back as the program will; inside a transaction."""
        rows = self._rows
        if here is not None:
            remove_client(rows, here)
        client = self._store.clients.add(code).id
        own = {column: value for column, value in parcel.client.items() if column not in ("id", "code")}
        rows.update(CLIENT, client, own)
        rows.run("DELETE FROM action WHERE client = ?", client)  # taking back that it was added would remove it all
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
        """Reads everything as the program does, so that what could not be shown is refused now."""
        store = self._store
        store.timeline(client)
        for session in store.sessions.of_client(client):
            self._refuse_if_stopped()
            store.sessions.history(session.id)
            changes.done_since(self._rows, session.id, "")
            store.sessions.answers(session.id)
            store.sessions.signals_of(session.id)
            store.sessions.reopenings(session.id)
            (place,) = self._rows.the("SELECT place FROM session WHERE id = ?", session.id)
            if not isinstance(json.loads(place), dict):
                raise NoTransfer

    def _refuse_if_stopped(self) -> None:
        if self._stop is not None and self._stop.is_set():
            raise Stopped


class _TakenBack(Exception):
    """Ends a transaction that was only to see whether it goes."""


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be stored, or not be read as the program reads it, is no transfer of ours."""
    try:
        yield
    except (sqlcipher.IntegrityError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoTransfer from error
