"""The user's bookmarks, each with a note, in a small SQLite file separate from all client data.

A bookmark stores the kind and title that its target had when it was marked, so that it remains meaningful if newer content or the removal
of a pack takes the target away; it works again when the id returns. The file is opened for each use and closed again, so that several
windows can share it, and is created with the first bookmark. `sqlite3` reads and writes it; sqlite-utils is imported only to migrate the
schema.
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

# --- Errors of the bookmarks file, in messages that tell what is safe and what to do


_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_CONTRADICTS: Final = re.compile(r"no such |table .* already exists")
"""SQLite's messages for a file whose contents contradict its schema."""

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FULL_DISK: Final = (errno.ENOSPC, errno.EDQUOT)
_FULL: Final = Text("de schijf is vol", "the disk is full")
_OCCUPIED: Final = Text("een ander venster is ermee bezig", "another window is at it")
_NO_ACCESS: Final = Text("het bestand kan niet worden geopend of geschreven", "the file cannot be opened or written")


class DamagedError(Exception):
    """The file has no readable bookmarks; `Bookmarks` sets it aside."""


class SetAsideError(KnownError):
    """The file was damaged and has been set aside; an empty one replaces it."""

    def __init__(self, aside: Path) -> None:
        super().__init__(
            f"Het bestand met uw bladwijzers is beschadigd en kan niet worden gelezen. Het is opzijgezet als “{aside.name}”, in de map "
            f"{aside.parent}; er is een leeg bestand voor in de plaats gekomen. Hebt u een kopie, zet die dan terug onder de oude naam.",
            f"The file of your bookmarks is damaged and cannot be read. It was set aside as “{aside.name}”, in the folder {aside.parent}; "
            "an empty one has taken its place. If you have a copy, put it back under the old name.",
        )


class NewerError(KnownError):
    """The file was written by a later version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Uw bladwijzers zijn van een nieuwere versie van het programma en worden nu niet getoond. Er is niets veranderd. Werk het "
            "programma bij.",
            "Your bookmarks are of a newer version of the program and are not shown now. Nothing has changed. Update the program.",
        )


@contextmanager
def told() -> Iterator[None]:
    """Translate errors of the system or SQLite.

    Raises:
        DamagedError: The file is no database, is damaged, or lacks tables.
        KnownError: Anything else; earlier contents are unchanged.
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
"""The name of the migration set in the file, and of its folder in `db/`."""

_PATIENCE: Final = 5.0
"""Seconds to wait for another window that is writing."""

_NO_SHARED_MEMORY: Final = (
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
)

_COLUMNS: Final = "id, kind, title_nl, title_en, note, added, changed, tags"
_ALL: Final = f"SELECT {_COLUMNS} FROM bookmark ORDER BY added DESC, id"  # noqa: S608
_KEEP: Final = f"INSERT INTO bookmark ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id)"  # noqa: S608
_IF_EMPTY: Final = f"{_KEEP} DO UPDATE SET note = excluded.note, changed = excluded.changed WHERE note = ''"
_NOTED: Final = f"{_KEEP} DO UPDATE SET note = excluded.note, changed = excluded.changed"
_TAGGED: Final = f"{_KEEP} DO UPDATE SET tags = excluded.tags"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked entry or other thing.

    Attributes:
        id: The id of an entry, barrier, drive, need or item, or the name of a section.
        kind: Its kind when it was marked.
        title: Its title when it was marked.
        note: The user's note; empty if there is none.
        added: The time of marking, in UTC, as ISO 8601.
        changed: The time of the last change of the note.
        tags: The user's words for grouping bookmarks, each once.
    """

    id: str
    kind: Sort
    title: Text
    note: str
    added: str
    changed: str
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, place: OutlinePlace, now: datetime) -> "Bookmark":
        """Return a new bookmark of a place; `now` in UTC."""
        return cls(place.id, place.kind, place.title, "", now.isoformat(), now.isoformat())

    def noted(self, note: str, now: datetime) -> "Bookmark":
        """Return a copy with another note."""
        return replace(self, note=note, changed=now.isoformat())

    def tagged(self, tags: Iterable[str]) -> "Bookmark":
        """Return a copy with other tags."""
        return replace(self, tags=tuple(tags))


@dataclass(frozen=True, slots=True)
class BookmarkStatus:
    """A bookmark with the current place of its target.

    Attributes:
        place: The place in the current content; None if the target no longer exists.
    """

    bookmark: Bookmark
    place: OutlinePlace | None

    @property
    def title(self) -> Text:
        """The current title, or the stored one if the target no longer exists."""
        return self.place.title if self.place else self.bookmark.title

    @property
    def kind(self) -> Sort:
        """The current kind, or the stored one."""
        return self.place.kind if self.place else self.bookmark.kind

    @property
    def retitled(self) -> bool:
        """Whether the title has changed since it was marked."""
        return self.place is not None and self.place.title != self.bookmark.title


def bookmark_statuses(
    place: Callable[[str], OutlinePlace | None], bookmarks: Iterable[Bookmark]
) -> list[BookmarkStatus]:
    """Return the current status of bookmarks, in their order; `place` is `Library.place`."""
    return [BookmarkStatus(bookmark, place(bookmark.id)) for bookmark in bookmarks]


class Bookmarks:
    """The bookmarks in the file at `path`. Thread-safe.

    Every method raises:
        SetAsideError: The file was damaged and has been set aside; the call can be repeated on an empty one.
        KnownError: For instance a full disk, or a file of a newer version of the program; its contents are unchanged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Bookmark]:
        """Return every bookmark, the most recently marked first."""
        with self._opened(new=False) as connection:
            return [_bookmark(row) for row in connection.execute(_ALL)] if connection else []

    def keep(self, bookmarks: Iterable[Bookmark]) -> None:
        """Add bookmarks, including removed ones. An existing bookmark keeps its note, unless that is empty."""
        self._change(_IF_EMPTY, [_row(bookmark) for bookmark in bookmarks])

    def note(self, bookmark: Bookmark) -> None:
        """Write the note of a bookmark. One that another window removed is added again, so that no text is lost."""
        self._change(_NOTED, [_row(bookmark)])

    def tag(self, bookmark: Bookmark) -> None:
        """Write the tags of a bookmark."""
        self._change(_TAGGED, [_row(bookmark)])

    def remove(self, identifiers: Iterable[str]) -> None:
        """Remove bookmarks; ids without a bookmark are ignored."""
        self._change("DELETE FROM bookmark WHERE id = ?", [(identifier,) for identifier in identifiers])

    def _change(self, sql: str, rows: Sequence[tuple[str, ...]]) -> None:
        with self._opened(new=True) as connection:
            if connection:
                connection.execute("BEGIN IMMEDIATE")
                with connection:
                    connection.executemany(sql, rows)

    @contextmanager
    def _opened(self, *, new: bool) -> Iterator[sqlite3.Connection | None]:
        """Open the file and migrate it. If it does not exist, create it or yield None."""
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
        """Connect; `alone` avoids the shared-memory file, for which a full disk or a network drive has no room."""
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            if alone:  # must precede any read
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # deleted notes may hold more than they should
            if _bring_up_to_date(connection):
                self.path.chmod(0o600)  # the notes are private
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> SetAsideError:
        """Move a damaged file and its WAL files aside and return the error to raise."""
        name = f"{self.path.stem}-damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}{self.path.suffix}"
        with told():
            for end in (
                "-wal",
                "-shm",
                "",
            ):  # the file itself is last: a new one must not find the old log beside it
                with suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + end).replace(self.path.with_name(name + end))
        return SetAsideError(self.path.with_name(name))


def _bring_up_to_date(connection: sqlite3.Connection) -> bool:
    """Apply all missing migrations in one transaction; return whether there were any.

    Raises:
        NewerError: The file has migrations that this version does not know.
    """
    wanted = sorted(file.stem for file in (paths.SQL / _SET).glob("*.sql"))
    applied = _applied(connection)
    if applied - set(wanted):
        raise NewerError
    if applied == set(wanted):
        return False
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 0.2 s, needed only to migrate

    migrations = Migrations(_SET)
    for name in wanted:
        sql = (paths.SQL / _SET / f"{name}.sql").read_text("utf-8")
        migrations(name=name)(lambda database, sql=sql: database.executescript(sql))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")  # if another window migrates too, nothing is pending after this
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
    return (
        bookmark.id,
        bookmark.kind,
        title.nl,
        title.en,
        bookmark.note,
        bookmark.added,
        bookmark.changed,
        "\n".join(bookmark.tags),
    )


def _bookmark(row: tuple[str, ...]) -> Bookmark:
    identifier, kind, nl, en, note, added, changed, tags = row
    return Bookmark(identifier, cast("Sort", kind), Text(nl, en), note, added, changed, tuple(tags.splitlines()))


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags of a line that is typed, separated by commas, each once whatever its capitals."""
    found = (" ".join(part.split()).strip("#") for part in text.replace(";", ",").split(","))
    first: dict[str, str] = {}
    for tag in found:
        first.setdefault(tag.casefold(), tag)
    return tuple(tag for tag in first.values() if tag)
