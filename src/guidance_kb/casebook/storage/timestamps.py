"""Moments and days as the store writes them: moments in UTC to the second, days by the calendar on the wall."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Clock = Callable[[], datetime]
"""Tells the time, in UTC. One clock is given to the store, so that a test can set it."""


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


def now(clock: Clock) -> str:
    """Returns the moment, as stored: `2026-11-24T14:02:31Z`."""
    return written(clock())


def written(moment: datetime) -> str:
    """Returns a moment as it is stored; in this form the order of the texts is that of the moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(moment: str) -> datetime:
    """Returns a stored moment, in UTC."""
    return datetime.fromisoformat(moment)


def today(clock: Clock) -> date:
    """Returns the local date."""
    return clock().astimezone().date()


def day_of(moment: str) -> date:
    """Returns the local date of a stored moment."""
    return read(moment).astimezone().date()


def midnight(clock: Clock) -> str:
    """Returns the stored moment at which the local day began."""
    return written(datetime.combine(today(clock), time()).astimezone())


def day(stored: str | None) -> date | None:
    """Returns a stored day."""
    return None if stored is None else date.fromisoformat(stored)
