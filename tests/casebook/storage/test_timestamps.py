"""Moments in UTC and days of the calendar on the wall."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.store import Store
from tests.casebook.conftest import Clock
from tests.casebook.people import client, restarted


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One hour before UTC in winter, two in summer."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_is_written_in_utc_and_read_back() -> None:
    moment = datetime(2026, 11, 24, 15, 2, 31, 999_999, tzinfo=timezone(timedelta(hours=1)))
    assert timestamps.written(moment) == "2026-11-24T14:02:31Z"
    assert timestamps.read("2026-11-24T14:02:31Z") == datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)
    assert timestamps.day("2026-11-24") == date(2026, 11, 24)
    assert timestamps.day(None) is None


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(
    ("moment", "day", "midnight"),
    [
        (datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC), date(2026, 11, 24), "2026-11-23T23:00:00Z"),
        (datetime(2026, 11, 24, 23, 0, 0, tzinfo=UTC), date(2026, 11, 25), "2026-11-24T23:00:00Z"),
        (datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), date(2026, 7, 1), "2026-06-30T22:00:00Z"),
        (datetime(2026, 7, 1, 22, 0, 0, tzinfo=UTC), date(2026, 7, 2), "2026-07-01T22:00:00Z"),
        (
            datetime(2026, 3, 29, 12, 0, 0, tzinfo=UTC),
            date(2026, 3, 29),
            "2026-03-28T23:00:00Z",
        ),  # the clock goes forward
    ],
)
def test_the_day_is_the_local_one(moment: datetime, day: date, midnight: str) -> None:
    assert timestamps.today(lambda: moment) == timestamps.day_of(timestamps.written(moment)) == day
    assert timestamps.midnight(lambda: moment) == midnight


@pytest.mark.usefixtures("amsterdam")
def test_undo_ends_at_local_midnight(open_casebook: Store, clock: Clock) -> None:
    clock.moment = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    person = client(open_casebook)
    clock.pass_(minutes=29)
    assert restarted(open_casebook, clock).undo.last(person) is not None
    clock.pass_(minutes=1)
    assert restarted(open_casebook, clock).undo.last(person) is None
