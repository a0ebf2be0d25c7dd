"""How long records are kept: the term, the list of those that are past it, keeping longer with a reason. Nothing is erased from here."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Final

from guidance_kb.casebook.privacy.clock_guard import ClockJumped, ClockWatch
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import KnownError

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class PastTerm:
    """A record that is kept longer than its term.

    Attributes:
        closed: The day on which the guidance ended, or None if it was never noted.
        keep_until: The last day of the term.
        keep_reason: Why the term was extended the last time; empty if it was not.
        open_steps: Steps that are not done; with some of them a record may be past its term by mistake.
    """

    client: int
    code: str
    closed: date | None
    keep_until: date
    keep_reason: str
    open_steps: int


@dataclass(frozen=True, slots=True)
class RestingClient:
    """A record that is open, but with which nothing happened for as long as the term; `last` is the day on which something did."""

    client: int
    code: str
    last: date


class Retention:
    """The retention of one open casebook."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._watch = ClockWatch(store.rows, clock)

    def past_term(self) -> list[PastTerm]:
        """Returns the records past their term, the longest first. It is for the counselor to erase each, or to keep it with a reason.

        Raises:
            ClockJumped: The date of this computer cannot be believed; `confirm_date` after somebody looked at a calendar.
        """
        self._watch.refuse_jump()
        rows = self._store.rows.all(_PAST_TERM, self._today.isoformat())
        return [
            PastTerm(client, code, timestamps.day(closed), date.fromisoformat(until), reason, steps)
            for client, code, closed, until, reason, steps in rows
        ]

    def resting(self) -> list[RestingClient]:
        """Returns the open records with which nothing happened for as long as the term, the longest first: may they be closed?

        Raises:
            ClockJumped: As `past_term`.
        """
        self._watch.refuse_jump()
        before = months_after(self._today, -self._store.settings.keep_months)
        return [
            RestingClient(client, code, date.fromisoformat(last[:10]))
            for client, code, last in self._store.rows.all(_RESTING, before.isoformat())
        ]

    def extend(self, client: int, until: date, reason: str) -> None:
        """Keeps a record longer.

        Raises:
            KnownError: There is no reason, or the day is not after today and the present term; nothing has changed.
        """
        if not reason.strip():
            raise KnownError(
                "Schrijf op waarom dit dossier langer wordt bewaard. Er is niets veranderd.",
                "Write down why this record is kept longer. Nothing has changed.",
            )
        present = self._store.clients.get(client).keep_until
        if until <= max(self._today, present or self._today):
            raise KnownError(
                "Kies een dag na vandaag en na de huidige bewaartermijn. Er is niets veranderd.",
                "Choose a day after today and after the present term. Nothing has changed.",
            )
        self._store.clients.keep(client, until, reason.strip())

    def jumped(self) -> ClockJumped | None:
        """Returns why the date of this computer cannot be believed, or None if it can."""
        return self._watch.jumped()

    def confirm_date(self) -> None:
        """Believes the date of this computer: the counselor looked at a calendar."""
        self._watch.confirm()

    @property
    def _today(self) -> date:
        return timestamps.today(self._clock)


def months_after(day: date, months: int) -> date:
    """Returns the same day so many months later, or earlier; the last of a month that is too short."""
    years, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


_PAST_TERM: Final = """
    SELECT id, code, closed, keep_until, keep_reason,
        (SELECT count(*) FROM step WHERE client = c.id AND done IS NULL AND dropped IS NULL)
    FROM client c WHERE keep_until < ? ORDER BY keep_until, code"""

_RESTING: Final = """
    SELECT id, code, last FROM (
        SELECT c.id AS id, c.code AS code, max(
            c.opened,
            coalesce((SELECT max(changed) FROM session WHERE client = c.id), ''),
            coalesce((SELECT max(changed) FROM note WHERE client = c.id), ''),
            coalesce((SELECT max(max(agreed, coalesce(done, ''), coalesce(dropped, ''))) FROM step WHERE client = c.id), ''),
            coalesce((SELECT max(max(due, coalesce(done, ''))) FROM follow_up WHERE client = c.id), '')) AS last
        FROM client c WHERE c.keep_until IS NULL)
    WHERE last < ? ORDER BY last, code"""
