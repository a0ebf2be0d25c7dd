"""The store: all data of one open casebook. Used by one thread at a time, never by the thread of the window."""

from datetime import date

from sqlite_utils import Database

from guidance_kb.casebook.records.clients import Clients
from guidance_kb.casebook.records.consents import Consents
from guidance_kb.casebook.records.differences import SessionComparison, compare
from guidance_kb.casebook.records.followups import FollowUps
from guidance_kb.casebook.records.notes import Notes
from guidance_kb.casebook.records.sessions import Sessions
from guidance_kb.casebook.records.steps import Steps
from guidance_kb.casebook.records.timeline import Timeline, timeline
from guidance_kb.casebook.records.undo import Undo
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.full_text import FullText, register
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.settings import CasebookSettings
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import BugError


class Store:
    """An open casebook that was migrated to the present version (`migrations.migrate`).

    Attributes:
        database: The open database.
        rows: SQL access, for anything that the other attributes do not offer.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        """Begin a day: actions from before today can no longer be undone.

        Args:
            database: Open, encrypted, with foreign keys enforced.
            clock: The time in UTC; days are local.
        """
        self.database = database
        self._clock = clock
        self.rows = rows = Rows(database)
        if rows.the("PRAGMA foreign_keys") != (1,):
            raise BugError("without foreign keys nothing is erased with its client")
        register(database)
        self.settings = CasebookSettings(rows)
        self.undo = Undo(rows, clock)
        self.clients = Clients(rows, self.undo, clock)
        self.sessions = Sessions(rows, self.undo, clock)
        self.notes = Notes(rows, self.undo, clock)
        self.steps = Steps(rows, self.undo, clock)
        self.follow_ups = FollowUps(rows, self.undo, clock)
        self.consents = Consents(rows, self.undo, clock)
        self.words = FullText(rows, self.settings)
        self.undo.begin_day()
        self.words.refresh()

    @property
    def today(self) -> date:
        """The local day of today."""
        return timestamps.today(self._clock)

    def timeline(self, client: int) -> Timeline:
        """Return the timeline of a client."""
        return timeline(
            self.clients.get(client),
            self.sessions.spoken(client),
            self.steps.of_client(client),
            self.notes.of_client(client),
            self.follow_ups.of_client(client),
        )

    def compare(self, session: int) -> SessionComparison | None:
        """Return how a session differs from the one before it; None for the first."""
        spoken = self.sessions.spoken(self.sessions.get(session).client)
        place = [each.held.id for each in spoken].index(session)
        return compare(spoken[place - 1], spoken[place]) if place else None
