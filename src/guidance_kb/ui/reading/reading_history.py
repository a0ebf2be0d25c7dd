"""The pages read last on this computer: ids of knowledge in a small file next to the settings.

The setting for recent searches also applies to this file: turning it off, or clearing it, clears the history.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from guidance_kb.ui.core.settings import SettingsFile

MOST: Final = 12
"""Maximum number of ids."""

_ID: Final = re.compile(r"[\w./-]{1,100}")


class LastRead:
    """Access to the file; it is read for every call, because two windows may share it."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        self._path = settings.path.with_name("recently-read.txt")

    @property
    def ids(self) -> Sequence[str]:
        """The ids, latest first; empty if the setting is off."""
        if not self._settings.read().recent:
            return ()
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return ()
        return tuple(line for line in lines if _ID.fullmatch(line))[:MOST]

    def add(self, identifier: str) -> None:
        """Add an id if the setting is on; a file that cannot be written is ignored."""
        known = self.ids
        if self._settings.read().recent and known[:1] != (identifier,):
            now = [identifier, *(other for other in known if other != identifier)][:MOST]
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text("".join(f"{each}\n" for each in now), "utf-8")

    def forget(self) -> None:
        """Remove the file."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
