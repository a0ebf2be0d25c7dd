"""Moments and days as stored: moments in UTC to the second, days as local dates."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Clock = Callable[[], datetime]
"""A function that returns the time in UTC. The store gets one, so that a test can set it."""


def utc_now() -> datetime:
    """Return the time of this computer."""
    return datetime.now(UTC)


def now(clock: Clock) -> str:
    """Return the present moment, as stored: `2026-11-24T14:02:31Z`."""
    return written(clock())


def written(moment: datetime) -> str:
    """Return a moment as stored; in this form the texts sort as the moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(moment: str) -> datetime:
    """Return a stored moment, in UTC."""
    return datetime.fromisoformat(moment)


def today(clock: Clock) -> date:
    """Return the local date."""
    return clock().astimezone().date()


def day_of(moment: str) -> date:
    """Return the local date of a stored moment."""
    return read(moment).astimezone().date()


def midnight(clock: Clock) -> str:
    """Return the stored moment at which the local day began."""
    return written(datetime.combine(today(clock), time()).astimezone())


def day(stored: str | None) -> date | None:
    """Return a stored day."""
    return None if stored is None else date.fromisoformat(stored)
