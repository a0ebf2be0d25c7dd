"""Which backups stay."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.vault.recovery import DAYS, LONGEST, WEEKS, superfluous

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MOMENTS = st.sets(
    st.integers(-60 * 24 * 10, 60 * 24 * 120).map(lambda minutes: NOW - timedelta(minutes=minutes)), max_size=60
)


def kept(made: set[datetime], limit: timedelta = LONGEST) -> list[datetime]:
    return sorted(made - superfluous(made, NOW, limit), reverse=True)


def test_of_the_last_day_all_then_one_a_day_then_one_a_week() -> None:
    every_hour = {NOW - timedelta(hours=hours) for hours in range(24 * 80)}
    stays = kept(every_hour)
    assert stays[:25] == [NOW - timedelta(hours=hours) for hours in range(25)]
    older = stays[25:]
    assert all(one.astimezone().date() != other.astimezone().date() for one, other in pairwise(older))
    assert 25 + DAYS - 3 <= len(stays) <= 25 + DAYS + WEEKS
    weeks = {moment.astimezone().isocalendar()[:2] for moment in stays}
    assert len(weeks) == WEEKS


def test_a_summer_without_work_removes_nothing_that_was_there() -> None:
    before = {NOW - timedelta(days=40 + 7 * week) for week in range(3)}
    assert kept(before | {NOW}) == sorted(before | {NOW}, reverse=True)


def test_beyond_the_limit_only_the_newest_stays_if_it_is_the_only_one() -> None:
    old = NOW - timedelta(days=200)
    assert kept({old}) == [old]
    assert kept({old, NOW}) == [NOW]
    assert kept({NOW - timedelta(days=29), NOW}, timedelta(days=28)) == [NOW]


@given(MOMENTS)
def test_in_any_case(made: set[datetime]) -> None:
    stays = kept(made)
    past = [moment for moment in made if moment <= NOW]
    assert {moment for moment in made if moment > NOW} <= set(stays)  # a clock that was wrong removes nothing
    assert not past or max(past) in stays
    assert {moment for moment in past if NOW - moment <= timedelta(hours=24)} <= set(stays)
    assert all(NOW - moment <= LONGEST or moment == max(past) for moment in stays)
    assert not superfluous(stays, NOW, LONGEST)  # doing it twice removes no more
