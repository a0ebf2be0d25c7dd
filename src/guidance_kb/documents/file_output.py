"""Writing of output files where the user wants them: completely or not at all."""

import errno
from pathlib import Path
from typing import Final

from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.errors import KnownError
from guidance_kb.language import Text

_FULL: Final = Text("de schijf is vol", "the disk is full")
_FORBIDDEN: Final = Text("u mag in die map niet schrijven", "you may not write in that folder")
_MISSING: Final = Text("die map is er niet", "that folder is not there")
_WHY: Final = {
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _FULL, errno.EACCES: _FORBIDDEN, errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN, errno.ENOENT: _MISSING, errno.ENOTDIR: _MISSING,
}  # fmt: skip
"""Words for errors whose system message may be in another language; other errors keep the system's message."""


def save(path: Path, content: bytes) -> None:
    """Write a file that only this user can read; an existing one is replaced, completely or not at all.

    Raises:
        KnownError: It cannot be written there; an existing file is unchanged and no part of the new one remains.
    """
    try:
        write_durably(path, content)
    except OSError as error:
        why = _WHY.get(error.errno or 0) or Text(str(error.strerror), str(error.strerror))
        raise KnownError(
            f"Het bestand kan daar niet worden opgeslagen: {why.nl}. Wat er al stond, is niet veranderd. Kies een andere plek.",
            f"The file cannot be saved there: {why.en}. What was there before has not changed. Choose another place.",
        ) from error
