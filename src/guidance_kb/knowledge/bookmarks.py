"""Bookmarks of the reader's own, each with a note (product.md, S15): one small SQLite file, apart from everything of a client.

What is marked is kept with the kind and the title that it has then. So it still says what it was when a newer content or a pack that was
removed takes it away, and is back when its id is. The file is opened for each use and closed again, so that several windows share it; it is
made at the first bookmark. `sqlite3` reads and writes it; sqlite-utils is imported only where the schema has to be brought up to date.
"""

import errno
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from guidance_kb import paths
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.outline import OutlinePlace, Sort
from guidance_kb.language import Text

# What can go wrong with the bookmarks, said so that the reader knows what is safe and what to do.


_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_CONTRADICTS: Final = re.compile(r"no such |table .* already exists")
"""What SQLite says when what is in the file is not what the file says of itself."""

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FULL_DISK: Final = (errno.ENOSPC, errno.EDQUOT)
_FULL: Final = Text("de schijf is vol", "the disk is full")
_OCCUPIED: Final = Text("een ander venster is ermee bezig", "another window is at it")
_NO_ACCESS: Final = Text("het bestand kan niet worden geopend of geschreven", "the file cannot be opened or written")


class DamagedError(Exception):
    """The file holds no bookmarks that can be read; `Bookmarks` sets it aside."""


class SetAsideError(KnownError):
    """The file was damaged and stands aside; an empty one takes its place."""

    def __init__(self, aside: Path) -> None:
        super().__init__(
            f"Het bestand met uw bladwijzers is beschadigd en kan niet worden gelezen. Het is opzijgezet als “{aside.name}”, in de map "
            f"{aside.parent}; er is een leeg bestand voor in de plaats gekomen. Hebt u een kopie, zet die dan terug onder de oude naam.",
            f"The file of your bookmarks is damaged and cannot be read. It was set aside as “{aside.name}”, in the folder {aside.parent}; "
            "an empty one has taken its place. If you have a copy, put it back under the old name.",
        )


class NewerError(KnownError):
    """A later version of the program has written the file."""

    def __init__(self) -> None:
        super().__init__(
            "Uw bladwijzers zijn van een nieuwere versie van het programma en worden nu niet getoond. Er is niets veranderd. Werk het "
            "programma bij.",
            "Your bookmarks are of a newer version of the program and are not shown now. Nothing has changed. Update the program.",
        )


@contextmanager
def told() -> Iterator[None]:
    """Says what the system or SQLite refuses.

    Raises:
        DamagedError: The file is no database, is damaged, or lacks what it should hold.
        KnownError: Anything else; what was written before is as it was.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE or _CONTRADICTS.match(str(error)):
            raise DamagedError from error
        why = _FULL if code == sqlite3.SQLITE_FULL else _OCCUPIED if code in _BUSY else _NO_ACCESS
        raise _refused(why) from error
    except OSError as error:
        raise _refused(_FULL if error.errno in _FULL_DISK else _NO_ACCESS) from error


def _refused(why: Text) -> KnownError:
    return KnownError(
        f"De bladwijzers kunnen nu niet worden gelezen of bewaard: {why.nl}. Wat er al stond, is niet veranderd. Maak ruimte vrij of sluit "
        "andere vensters; wat u typt wordt daarna alsnog bewaard.",
        f"The bookmarks cannot be read or kept now: {why.en}. What was there before has not changed. Free some space or close other "
        "windows; what you type is kept after that.",
    )


_SET: Final = "personal"
"""The name of our migrations in the file, and of their folder in `db/`."""

_PATIENCE: Final = 5.0
"""Seconds to wait for another window that is writing."""

_NO_SHARED_MEMORY: Final = (
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
)

_COLUMNS: Final = "id, kind, title_nl, title_en, note, added, changed"
_ALL: Final = f"SELECT {_COLUMNS} FROM bookmark ORDER BY added DESC, id"  # noqa: S608
_KEEP: Final = f"INSERT INTO bookmark ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id)"  # noqa: S608
_IF_EMPTY: Final = f"{_KEEP} DO UPDATE SET note = excluded.note, changed = excluded.changed WHERE note = ''"
_NOTED: Final = f"{_KEEP} DO UPDATE SET note = excluded.note, changed = excluded.changed"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Something that was marked.

    Attributes:
        id: Of an entry, barrier, drive, need or item, or the name of a section.
        kind: What it was when it was marked.
        title: What it was called then.
        note: The reader's own words; empty when there are none.
        added: When it was marked, in UTC, as ISO 8601.
        changed: When the note was last changed.
    """

    id: str
    kind: Sort
    title: Text
    note: str
    added: str
    changed: str

    @classmethod
    def of(cls, place: OutlinePlace, now: datetime) -> "Bookmark":
        """A new bookmark of something; `now` in UTC."""
        return cls(place.id, place.kind, place.title, "", now.isoformat(), now.isoformat())

    def noted(self, note: str, now: datetime) -> "Bookmark":
        """The same with another note."""
        return replace(self, note=note, changed=now.isoformat())


@dataclass(frozen=True, slots=True)
class BookmarkStatus:
    """A bookmark and what has become of it.

    Attributes:
        place: Where it stands in the content now; None when it is not there any more.
    """

    bookmark: Bookmark
    place: OutlinePlace | None

    @property
    def title(self) -> Text:
        """What it is called now, or was called when it was marked."""
        return self.place.title if self.place else self.bookmark.title

    @property
    def kind(self) -> Sort:
        """What it is now, or was."""
        return self.place.kind if self.place else self.bookmark.kind

    @property
    def retitled(self) -> bool:
        """Whether it is called something else by now."""
        return self.place is not None and self.place.title != self.bookmark.title


def standing(place: Callable[[str], OutlinePlace | None], bookmarks: Iterable[Bookmark]) -> list[BookmarkStatus]:
    """Returns what has become of bookmarks, in their order; `place` is the library's."""
    return [BookmarkStatus(bookmark, place(bookmark.id)) for bookmark in bookmarks]


class Bookmarks:
    """The file at `path`; any thread may use it.

    Every method raises:
        SetAsideError: The file was damaged and has been set aside; what failed can be done again, on an empty one.
        KnownError: The disk is full, say, or a newer version of the program has written the file; what was in it is as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Bookmark]:
        """Every bookmark, those marked last first."""
        with self._opened(new=False) as connection:
            return [_bookmark(row) for row in connection.execute(_ALL)] if connection else []

    def keep(self, bookmarks: Iterable[Bookmark]) -> None:
        """Adds bookmarks, also those that were removed; of one that is there the note is kept, unless it has none."""
        self._change(_IF_EMPTY, [_row(bookmark) for bookmark in bookmarks])

    def note(self, bookmark: Bookmark) -> None:
        """Writes the note of a bookmark; one that another window removed meanwhile is there again, so that no word is lost."""
        self._change(_NOTED, [_row(bookmark)])

    def remove(self, identifiers: Iterable[str]) -> None:
        """Removes bookmarks; those that are not there are not missed."""
        self._change("DELETE FROM bookmark WHERE id = ?", [(identifier,) for identifier in identifiers])

    def _change(self, sql: str, rows: Sequence[tuple[str, ...]]) -> None:
        with self._opened(new=True) as connection:
            if connection:
                connection.execute("BEGIN IMMEDIATE")
                with connection:
                    connection.executemany(sql, rows)

    @contextmanager
    def _opened(self, *, new: bool) -> Iterator[sqlite3.Connection | None]:
        """The file, brought up to date; where there is none, a new one or None."""
        try:
            with told():
                if not self.path.exists():
                    if not new:
                        yield None
                        return
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                with closing(self._connected()) as connection:
                    yield connection
        except DamagedError:
            raise self._set_aside() from None

    def _connected(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _NO_SHARED_MEMORY:
                raise
            return self._connect(alone=True)

    def _connect(self, *, alone: bool = False) -> sqlite3.Connection:
        """A connection; `alone` needs no file for what windows share, for which a full disk or a network drive has no room."""
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            if alone:  # before anything is read
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # what is removed is gone: it may hold more than it should
            if _bring_up_to_date(connection):
                self.path.chmod(0o600)  # the notes are nobody else's business
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> SetAsideError:
        """Moves a damaged file out of the way, with what SQLite kept beside it, and returns what is to be told."""
        name = f"{self.path.stem}-damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}{self.path.suffix}"
        with told():
            for end in (
                "-wal",
                "-shm",
                "",
            ):  # the file itself last: a new one may not find the log of the old beside it
                with suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + end).replace(self.path.with_name(name + end))
        return SetAsideError(self.path.with_name(name))


def _bring_up_to_date(connection: sqlite3.Connection) -> bool:
    """Applies the migrations that are missing, all of them or none; returns whether there were any.

    Raises:
        NewerError: There are some that we do not know.
    """
    wanted = sorted(file.stem for file in (paths.SQL / _SET).glob("*.sql"))
    applied = _applied(connection)
    if applied - set(wanted):
        raise NewerError
    if applied == set(wanted):
        return False
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 0.2 s that only the first bookmark takes

    migrations = Migrations(_SET)
    for name in wanted:
        sql = (paths.SQL / _SET / f"{name}.sql").read_text("utf-8")
        migrations(name=name)(lambda database, sql=sql: database.executescript(sql))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")  # another window may be at it too: it is done when we get our turn
    with connection:
        migrations.apply(Database(connection))
    return True


def _applied(connection: sqlite3.Connection) -> set[str]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return set()
    return {
        name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [_SET])
    }


def _row(bookmark: Bookmark) -> tuple[str, ...]:
    title = bookmark.title
    return bookmark.id, bookmark.kind, title.nl, title.en, bookmark.note, bookmark.added, bookmark.changed


def _bookmark(row: tuple[str, ...]) -> Bookmark:
    identifier, kind, nl, en, note, added, changed = row
    return Bookmark(identifier, cast("Sort", kind), Text(nl, en), note, added, changed)
