"""What can go wrong with the bookmarks, said so that the reader knows what is safe and what to do."""

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Text

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
