"""What was read last on this computer, to go on with: ids of knowledge in a small file beside the settings, and nothing else.

Kept as long as recent searches are; who switches those off, or forgets them, has this forgotten too.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from guidance_kb.ui.core.settings import SettingsFile

MOST: Final = 12
"""How many are kept."""

_ID: Final = re.compile(r"[\w./-]{1,100}")


class LastRead:
    """The file, read and written anew each time: two windows may share it."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        self._path = settings.path.with_name("recently-read.txt")

    @property
    def ids(self) -> Sequence[str]:
        """What was read, the last first; nothing while it is switched off."""
        if not self._settings.read().recent:
            return ()
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return ()
        return tuple(line for line in lines if _ID.fullmatch(line))[:MOST]

    def add(self, identifier: str) -> None:
        """Keeps what is read; a folder that cannot be written keeps nothing."""
        known = self.ids
        if self._settings.read().recent and known[:1] != (identifier,):
            now = [identifier, *(other for other in known if other != identifier)][:MOST]
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text("".join(f"{each}\n" for each in now), "utf-8")

    def forget(self) -> None:
        """Forgets all of it."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
