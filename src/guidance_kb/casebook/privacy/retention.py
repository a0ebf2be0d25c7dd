"""Retention: the term, the records past it, and extensions with a reason. This module erases nothing."""

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
    """A record past its retention term.

    Attributes:
        closed: The day on which the guidance ended, or None if it was not recorded.
        keep_until: The last day of the term.
        keep_reason: The reason of the last extension; empty if there was none.
        open_steps: The number of open steps, which suggest that the record is past its term by mistake.
    """

    client: int
    code: str
    closed: date | None
    keep_until: date
    keep_reason: str
    open_steps: int


@dataclass(frozen=True, slots=True)
class InactiveClient:
    """An open record without activity for the length of the term; `last` is the day of the last activity."""

    client: int
    code: str
    last: date


class Retention:
    """The retention of one open casebook."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._watch = ClockWatch(store.rows, clock)

    def past_term(self) -> list[PastTerm]:
        """Return the records past their term, oldest first. The counselor erases each or extends it with a reason.

        Raises:
            ClockJumped: The date cannot be trusted; call `confirm_date` after the user has checked a calendar.
        """
        self._watch.refuse_jump()
        rows = self._store.rows.all(_PAST_TERM, self._today.isoformat())
        return [
            PastTerm(client, code, timestamps.day(closed), date.fromisoformat(until), reason, steps)
            for client, code, closed, until, reason, steps in rows
        ]

    def resting(self) -> list[InactiveClient]:
        """Return the open records without activity for the length of the term, oldest first: candidates to be closed.

        Raises:
            ClockJumped: As `past_term`.
        """
        self._watch.refuse_jump()
        before = months_after(self._today, -self._store.settings.keep_months)
        return [
            InactiveClient(client, code, date.fromisoformat(last[:10]))
            for client, code, last in self._store.rows.all(_RESTING, before.isoformat())
        ]

    def extend(self, client: int, until: date, reason: str) -> None:
        """Extend the retention term.

        Raises:
            KnownError: There is no reason, or the day is not after today and the current term; nothing has changed.
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
        """Return why the date cannot be trusted, or None if it can."""
        return self._watch.jumped()

    def confirm_date(self) -> None:
        """Trust the date: the user has checked a calendar."""
        self._watch.confirm()

    @property
    def _today(self) -> date:
        return timestamps.today(self._clock)


def months_after(day: date, months: int) -> date:
    """Return the same day a number of months later (or earlier), or the last day of a month that is too short."""
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
