"""Whom the client can call: the counselor's own name and telephone, kept with the settings of the program. Never anything of a client."""

from guidance_kb.documents.client_page import Contact
from guidance_kb.ui.settings import SettingsFile


class ContactFile:
    """Reads and writes it, in the file of the settings."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def read(self) -> Contact:
        """What was written last, or what the organisation set beforehand; empty where there is nothing."""
        now = self._settings.read()
        return Contact(now.contact_name, now.contact_organisation, now.contact_phone)

    def write(self, contact: Contact) -> None:
        """Keeps it; a folder that cannot be written keeps it for this run only."""
        self._settings.change(
            contact_name=contact.name, contact_organisation=contact.organisation, contact_phone=contact.phone
        )
