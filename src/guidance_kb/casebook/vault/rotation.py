"""Which backups stay: those of the last day, of seven days, of four weeks, and none beyond the shortest term. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

ALL_OF: Final = timedelta(hours=24)
DAYS: Final = 7
"""Days on which something was backed up, of which the last backup stays."""

WEEKS: Final = 4
"""Weeks likewise: four that were worked in, so that a summer without work removes nothing."""

LONGEST: Final = timedelta(days=91)
"""No backup stays longer, so that what was erased is gone from all of them then."""


def superfluous(made: Iterable[datetime], now: datetime, limit: timedelta) -> set[datetime]:
    """Returns the moments of the backups to remove; never the newest, and none that seems to be from the future.

    Args:
        made: When each was made, in UTC.
        now: In UTC.
        limit: How long a backup may stay at all.
    """
    known = sorted((moment for moment in made if moment <= now), reverse=True)
    stays = {moment for moment in known if now - moment <= ALL_OF}
    stays.update(_last_of_each(known, "%Y-%m-%d")[:DAYS])
    stays.update(_last_of_each(known, "%G-%V")[:WEEKS])
    stays = {moment for moment in stays if now - moment <= limit}
    return set(known) - stays - set(known[:1])


def _last_of_each(newest_first: Iterable[datetime], period: str) -> list[datetime]:
    """The last moment of each local day or week."""
    last: dict[str, datetime] = {}
    for moment in newest_first:
        last.setdefault(moment.astimezone().strftime(period), moment)
    return list(last.values())
