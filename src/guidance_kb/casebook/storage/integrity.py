"""Integrity checks of a casebook or backup: every row is read, and a copy is compared with its original."""

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
    """A backup that is damaged, or of which a file is missing or of another casebook."""

    says = Text(
        "Deze reservekopie is beschadigd of niet volledig, en wordt niet gebruikt. De dossiers zelf zijn niet veranderd: neem een andere "
        "reservekopie, of maak een nieuwe.",
        "This backup is damaged or not complete, and is not used. The casebook itself has not changed: take another backup, or make a "
        "new one.",
    )


class NotReadBack(UnsoundBackup):
    """A new backup that cannot be read back; the casebook itself may be damaged."""

    says = Text(
        "De reservekopie kon niet goed worden teruggelezen en telt niet; de eerdere zijn er nog. Probeer het opnieuw. Lukt het weer niet, "
        "dan zijn misschien de dossiers zelf beschadigd: zet een eerdere reservekopie terug.",
        "The backup could not be read back well and does not count; the earlier ones are still there. Try again. If it fails again, the "
        "casebook itself may be damaged: restore an earlier backup.",
    )


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a casebook or backup, counted."""

    clients: int
    sessions: int


@contextmanager
def of_backup() -> Iterator[None]:
    """Raise `UnsoundBackup` in place of the errors of a casebook."""
    try:
        yield
    except Unopenable as error:
        raise UnsoundBackup from error


def check(database: Database) -> Contents:
    """Read every row and index of an open casebook and return the counts of its contents.

    Raises:
        Damaged: The rows or indexes are inconsistent.
    """
    rows = Rows(database)
    faults = [str(fault) for (fault,) in rows.all("PRAGMA integrity_check") if fault != "ok"]
    faults += [f"foreign key of {table}" for table, *_ in rows.all("PRAGMA foreign_key_check")]
    if faults:
        raise Damaged(tuple(faults))
    return Contents(*rows.the("SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM session)"))


def counts(rows: Rows) -> dict[str, int]:
    """Return the number of rows of every table, including those of the full-text index."""
    tables = rows.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return {table: rows.the(f'SELECT count(*) FROM "{table}"')[0] for (table,) in tables}  # noqa: S608


def refuse_unlike(path: Path, store: bytes, open_copy: Callable[[Path], Database], expected: dict[str, int]) -> None:
    """Read a whole copy back and compare it with the original.

    Args:
        path: The copy.
        store: The expected id of the casebook.
        open_copy: Opens the copy.
        expected: The `counts` of the original.

    Raises:
        OtherStore, NotReadBack: The copy differs from the original.
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
