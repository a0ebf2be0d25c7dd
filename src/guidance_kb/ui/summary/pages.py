"""The pages of the current conversation and the reply to the referrer, laid out."""

from enum import StrEnum
from functools import partial
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.documents.client_page import LAYOUTS, SMALLEST, Contact, PagePart, PageSection, client_page, sections
from guidance_kb.documents.counselor_page import counselor_page
from guidance_kb.documents.message import ClientMessage, email, message
from guidance_kb.documents.page import heading, page
from guidance_kb.documents.reply import reply_page, reply_text
from guidance_kb.documents.summary import Summary, Talk
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.paper import Paper
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.summary.talk import talk_of

# --- The counselor's name and telephone, stored in the settings; never data of a client


class ContactFile:
    """Reads and writes the counselor's contact details in the settings file."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def read(self) -> Contact:
        """Return the stored details, or the defaults of the organisation; fields without either are empty."""
        now = self._settings.read()
        return Contact(now.contact_name, now.contact_organisation, now.contact_phone, now.contact_place)

    def write(self, contact: Contact) -> None:
        """Store the details, but for the place; if the folder is not writable, they last for this run only."""
        self._settings.change(
            contact_name=contact.name, contact_organisation=contact.organisation, contact_phone=contact.phone
        )


_MARGIN_MM = 16
"""Margin of the client's page and of the counselor's."""

_POINT_MM = 25.4 / 72


class Which(StrEnum):
    """One of the papers."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    REPLY = "reply"


class CopyForm(StrEnum):
    """A text that is copied to the clipboard."""

    MESSAGE = "message"
    EMAIL = "email"
    REPLY = "reply"


class Pages(QObject):
    """Lays out the pages again after a change of the conversation; successive changes are combined.

    Attributes:
        points: The font size of the client's page.

    Signals:
        made: The pages were laid out again.
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

    # ── sources ─────────────────────────────────────────────────────────────────────────────────

    @property
    def talk(self) -> Talk:
        """The data of the current conversation."""
        return talk_of(self._conversation)

    @property
    def summary(self) -> Summary:
        """The agreements, choices and texts."""
        return self._conversation.agreed.summary

    @property
    def contact(self) -> Contact:
        """The contact details on the client's page."""
        return self._contact

    def use_contact(self, contact: Contact) -> None:
        """Store other contact details, for all conversations."""
        if contact != self._contact:
            self._file.write(contact)  # emits `settings.changed`

    def _know_contact(self) -> None:
        """Lay out the pages again if the contact details changed, here or in the settings view."""
        before, self._contact = self._contact, self._file.read()
        if self._contact != before:
            self.make_soon()

    # ── layout ──────────────────────────────────────────────────────────────────────────────────

    def make_soon(self) -> None:
        """Lay out the pages when the event loop is idle, once for several calls."""
        self._soon.start()

    def make(self) -> None:
        """Lay out the pages now."""
        self._soon.stop()
        self.talk_shown, library = self.talk, self._services.library
        talk, summary, contact, language = self.talk_shown, self.summary, self._contact, self._services.language
        self._html = {
            Which.COUNSELOR: counselor_page(library, talk, summary, contact, language),
            Which.REPLY: reply_page(talk, summary, contact, language),
        }
        self._papers = {which: Paper(html, _MARGIN_MM) for which, html in self._html.items()}
        for look in LAYOUTS:
            self.points = look.points
            self._html[Which.CLIENT] = client_page(library, talk, summary, contact, look)
            self._papers[Which.CLIENT] = Paper(self._html[Which.CLIENT], _MARGIN_MM)
            if self.client.pages == 1:
                break
        self.made.emit()

    def html(self, which: Which) -> str:
        """Return a paper as HTML."""
        return self._html[which]

    def paper(self, which: Which) -> Paper:
        """Return a paper as it is laid out."""
        return self._papers[which]

    @property
    def client(self) -> Paper:
        """The client's page, in the largest size that fits on one sheet, but not below 14 points."""
        return self._papers[Which.CLIENT]

    def copied(self, form: CopyForm) -> ClientMessage:
        """Return a text to copy."""
        library, talk, summary, contact = self._services.library, self.talk, self.summary, self._contact
        match form:
            case CopyForm.MESSAGE:
                return message(library, talk, summary, contact)
            case CopyForm.EMAIL:
                return email(library, talk, summary, contact)
            case CopyForm.REPLY:
                return ClientMessage(reply_text(talk, summary, contact, self._services.language))

    @property
    def too_long(self) -> tuple[PagePart, int] | None:
        """The longest part of the client's page, with the number of lines to save; None if the page fits on one sheet."""
        if self.client.pages == 1:
            return None
        library = self._services.library
        parts = sections(library, self.talk_shown, self.summary, self._contact)
        longest = max(parts, key=partial(self._height, self.points))
        return longest.part, max(1, ceil(self.client.too_high_by / (self.points * 1.2 * _POINT_MM)))

    def _height(self, points: int, section: PageSection) -> float:
        """Return the height of a part in millimetres; 0 for the contact details, which cannot be shortened."""
        if section.part is PagePart.CALL:
            return 0
        style = f"p, li {{ font-size: {points}pt; }}"
        alone = Paper(page("", [heading(section.title) + section.html], self.summary.language, style=style), _MARGIN_MM)
        return alone.height
