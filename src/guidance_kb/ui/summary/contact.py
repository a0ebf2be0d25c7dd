"""Whom the client can call: the counselor's own name and telephone, kept with the settings of the program. Never anything of a client."""

from dataclasses import asdict

from PySide6.QtCore import QSettings

from guidance_kb.documents.client_page import Contact
from guidance_kb.ui.settings import SettingsFile

_GROUP = "contact"


class ContactFile:
    """Reads and writes it, in the file of the settings."""

    def __init__(self, settings: SettingsFile) -> None:
        self._file = QSettings(str(settings.path), QSettings.Format.IniFormat)

    def read(self) -> Contact:
        """What was written last; empty where there is nothing."""
        return Contact(**{name: str(self._file.value(f"{_GROUP}/{name}") or "") for name in asdict(Contact())})

    def write(self, contact: Contact) -> None:
        """Keeps it; a folder that cannot be written keeps it for this run only."""
        for name, value in asdict(contact).items():
            self._file.setValue(f"{_GROUP}/{name}", value)
        self._file.sync()
