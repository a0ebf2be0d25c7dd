"""Whether a casebook or a backup of one is sound: read to its last row, and held against what it was made of."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from guidance_kb.casebook.errors import CasebookError, Damaged, OtherStore, Unopenable
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.language import Text


class UnsoundBackup(CasebookError):
    """A backup that is damaged, or of which a file is missing or does not belong to it."""

    says = Text(
        "Deze reservekopie is beschadigd of niet volledig, en wordt niet gebruikt. De dossiers zelf zijn niet veranderd: neem een andere "
        "reservekopie, of maak een nieuwe.",
        "This backup is damaged or not complete, and is not used. The casebook itself has not changed: take another backup, or make a "
        "new one.",
    )


class NotReadBack(UnsoundBackup):
    """A backup that was just made and cannot be read back: what it was made of may be damaged."""

    says = Text(
        "De reservekopie kon niet goed worden teruggelezen en telt niet; de eerdere zijn er nog. Probeer het opnieuw. Lukt het weer niet, "
        "dan zijn misschien de dossiers zelf beschadigd: zet een eerdere reservekopie terug.",
        "The backup could not be read back well and does not count; the earlier ones are still there. Try again. If it fails again, the "
        "casebook itself may be damaged: restore an earlier backup.",
    )


@dataclass(frozen=True, slots=True)
class Contents:
    """What a casebook or backup holds, counted."""

    clients: int
    sessions: int


@contextmanager
def of_backup() -> Iterator[None]:
    """Says of a backup what would otherwise be said of the casebook itself."""
    try:
        yield
    except Unopenable as error:
        raise UnsoundBackup from error


def check(database: Database) -> Contents:
    """Reads every row and index of an open casebook and returns what it holds.

    Raises:
        Damaged: Something in it contradicts itself.
    """
    rows = Rows(database)
    faults = [str(fault) for (fault,) in rows.all("PRAGMA integrity_check") if fault != "ok"]
    faults += [f"foreign key of {table}" for table, *_ in rows.all("PRAGMA foreign_key_check")]
    if faults:
        raise Damaged(tuple(faults))
    return Contents(*rows.the("SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM session)"))


def counts(rows: Rows) -> dict[str, int]:
    """Returns how many rows every table has, those of the word index too."""
    tables = rows.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return {table: rows.the(f'SELECT count(*) FROM "{table}"')[0] for (table,) in tables}  # noqa: S608


def refuse_unlike(path: Path, store: bytes, open_copy: Callable[[Path], Database], expected: dict[str, int]) -> None:
    """Reads a copy back, whole, and holds it against the original.

    Args:
        path: The copy.
        store: The id that it must have.
        open_copy: Opens it.
        expected: The `counts` of the original.

    Raises:
        OtherStore, NotReadBack: It is not what it was made of.
    """
    if encrypted_connection.header(path) != store:
        raise OtherStore
    try:
        with closing(open_copy(path)) as copy:
            check(copy)
            found = counts(Rows(copy))
    except Unopenable as error:
        raise NotReadBack from error
    if found != expected:
        raise NotReadBack
