"""A day that never ends: the clock stands still, so that what a view says of today is the same in every run."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from typing import Final

import pytest
from PySide6.QtCore import QDate

MOMENT: Final = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


class _Moment(datetime):
    """A `datetime` whose now is always the same; what it makes are common ones."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return MOMENT.astimezone(tz) if tz is not None else MOMENT.astimezone().replace(tzinfo=None)


class _Day(date):
    """The same of a `date`."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return MOMENT.astimezone().date()


@contextmanager
def stopped_clock() -> Iterator[None]:
    """It is the morning of `MOMENT`, in Amsterdam, in every module of the program that is imported by now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "TZ", "Europe/Amsterdam")
        _tell_the_system()
        for name, module in list(sys.modules.items()):
            if name.startswith(("guidance_kb.", "tools.")):
                for own, instead in ((datetime, _Moment), (date, _Day)):
                    if vars(module).get(own.__name__) is own:
                        patch.setattr(module, own.__name__, instead)
        patch.setattr(QDate, "currentDate", staticmethod(lambda: QDate(MOMENT.year, MOMENT.month, MOMENT.day)))
        yield
    _tell_the_system()


def _tell_the_system() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()
