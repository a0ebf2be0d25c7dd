"""Both pages of the conversation in hand as they stand now, laid out."""

from enum import StrEnum
from functools import partial
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.documents.client_page import SMALLEST, Contact, PagePart, PageSection, client_page, sections
from guidance_kb.documents.counselor_page import counselor_page
from guidance_kb.documents.page import page
from guidance_kb.documents.summary import Summary, Talk
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.paper import Paper
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.summary.talk import talk_of

# Whom the client can call: the counselor's own name and telephone, kept with the settings of the program. Never anything of a client.


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


_LARGEST = 16
"""Points of the client's page, where there is room for it."""

_MARGIN_MM = 18
"""Of the client's page."""

_POINT_MM = 25.4 / 72


class Which(StrEnum):
    """A page."""

    CLIENT = "client"
    COUNSELOR = "counselor"


class Pages(QObject):
    """Makes the pages again when something of the conversation changed, a moment later and once.

    Attributes:
        client: The client's page; as large as it can be on one sheet, never smaller than 14 points.
        counselor: The counselor's page.
        points: The size of the client's letters.

    Signals:
        made: They are made anew.
    """

    made = Signal()

    def __init__(self, conversation: ConversationView, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation, self._services = conversation, services
        self._file = ContactFile(services.settings)
        self._contact = self._file.read()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.make)
        self.points = SMALLEST
        services.settings.changed.connect(self._know_contact)
        self.make()

    # ── what they are made of ───────────────────────────────────────────────────────────────────

    @property
    def talk(self) -> Talk:
        """The conversation in hand."""
        return talk_of(self._conversation)

    @property
    def summary(self) -> Summary:
        """What was chosen and written."""
        return self._conversation.agreed.summary

    @property
    def contact(self) -> Contact:
        """Whom the client can call."""
        return self._contact

    def use_contact(self, contact: Contact) -> None:
        """Another name or number from now on, in every conversation."""
        if contact != self._contact:
            self._file.write(contact)  # which says that it changed

    def _know_contact(self) -> None:
        """Another name or number was written here or among the settings."""
        before, self._contact = self._contact, self._file.read()
        if self._contact != before:
            self.make_soon()

    # ── made ────────────────────────────────────────────────────────────────────────────────────

    def make_soon(self) -> None:
        """Makes them again, once, as soon as nothing else is to be done."""
        self._soon.start()

    def make(self) -> None:
        """Makes them now."""
        self._soon.stop()
        self.talk_shown, library = self.talk, self._services.library
        self.counselor_html = counselor_page(library, self.talk_shown, self.summary, self._services.language)
        self.counselor = Paper(self.counselor_html)
        for self.points in range(_LARGEST, SMALLEST - 1, -1):
            self.client_html = client_page(library, self.talk_shown, self.summary, self._contact, self.points)
            self.client = Paper(self.client_html, _MARGIN_MM)
            if self.client.pages == 1:
                break
        self.made.emit()

    def html(self, which: Which) -> str:
        """A page as HTML."""
        return self.client_html if which is Which.CLIENT else self.counselor_html

    def paper(self, which: Which) -> Paper:
        """A page laid out."""
        return self.client if which is Which.CLIENT else self.counselor

    @property
    def too_long(self) -> tuple[PagePart, int] | None:
        """Which part of the client's page had best be shortened, and by about how many lines; None when it fits on one sheet."""
        if self.client.pages == 1:
            return None
        library = self._services.library
        parts = sections(library, self.talk_shown, self.summary, self._contact)
        longest = max(parts, key=partial(self._height, self.points))
        return longest.part, max(1, ceil(self.client.too_high_by / (self.points * 1.2 * _POINT_MM)))

    def _height(self, points: int, section: PageSection) -> float:
        """How high a part is, in millimetres; whom to call is not for shortening."""
        if section.part is PagePart.CALL:
            return 0
        style = f"p, li {{ font-size: {points}pt; }}"
        alone = Paper(page("", [section.html], self.summary.language, style=style), _MARGIN_MM)
        return alone.height
