"""Retention: proposed, extended with a reason, never silent, and never by a clock that jumped."""

from datetime import date

import pytest

from guidance_kb.casebook.privacy.clock_guard import ClockJumped
from guidance_kb.casebook.privacy.retention import InactiveClient, PastTerm, Retention, months_after
from guidance_kb.casebook.records.undo import UndoKind
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import KnownError
from tests.casebook.conftest import Clock
from tests.casebook.people import TODAY, client, everything


@pytest.fixture
def retention(open_casebook: Store, clock: Clock) -> Retention:
    return Retention(open_casebook, clock)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
    ],
)
def test_the_same_day_months_later(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_past_its_term_from_the_day_after(open_casebook: Store, retention: Retention, clock: Clock) -> None:
    person = client(open_casebook)
    term = months_after(TODAY, open_casebook.settings.keep_months)
    assert term == date(2027, 11, 24)
    open_casebook.clients.close(person, TODAY, term)
    clock.pass_(days=365)
    assert retention.past_term() == []
    clock.pass_(days=1)
    assert retention.past_term() == [PastTerm(person, "K-1", TODAY, term, "", 0)]


def test_the_list_erases_nothing(open_casebook: Store, retention: Retention, clock: Clock) -> None:
    open_casebook.clients.close(client(open_casebook), date(2020, 1, 1), date(2021, 1, 1))
    before = {name: rows for name, rows in everything(open_casebook).items() if name != "setting"}
    assert len(retention.past_term()) == 1
    assert {name: rows for name, rows in everything(open_casebook).items() if name != "setting"} == before


def test_the_longest_first(open_casebook: Store, retention: Retention) -> None:
    for code, day in (("K-1", date(2026, 5, 1)), ("K-2", date(2025, 5, 1)), ("K-3", date(2027, 5, 1))):
        open_casebook.clients.close(client(open_casebook, code), date(2024, 5, 1), day)
    assert [each.code for each in retention.past_term()] == ["K-2", "K-1"]


def test_kept_longer_with_a_reason_and_undone(open_casebook: Store, retention: Retention) -> None:
    person = client(open_casebook)
    open_casebook.clients.close(person, date(2024, 5, 1), date(2025, 5, 1))
    retention.extend(person, date(2027, 5, 1), "  lopende klacht ")
    assert retention.past_term() == []
    kept = open_casebook.clients.get(person)
    assert (kept.keep_until, kept.keep_reason) == (date(2027, 5, 1), "lopende klacht")
    last = open_casebook.undo.take_back(person)
    assert last is not None
    assert last.kind is UndoKind.CLIENT_KEPT
    assert [each.client for each in retention.past_term()] == [person]


@pytest.mark.parametrize(
    ("until", "reason"),
    [(date(2027, 5, 1), ""), (date(2027, 5, 1), "  "), (TODAY, "klacht"), (date(2026, 12, 31), "klacht")],
)
def test_not_without_a_reason_nor_to_an_earlier_day(
    open_casebook: Store, retention: Retention, until: date, reason: str
) -> None:
    person = client(open_casebook)
    open_casebook.clients.close(person, date(2024, 5, 1), date(2027, 1, 1))
    before = open_casebook.clients.get(person)
    with pytest.raises(KnownError):
        retention.extend(person, until, reason)
    assert open_casebook.clients.get(person) == before


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumped_proposes_nothing(
    open_casebook: Store, retention: Retention, clock: Clock, years: int
) -> None:
    open_casebook.clients.close(client(open_casebook), date(2014, 1, 1), date(2015, 1, 1))
    assert len(retention.past_term()) == 1
    clock.pass_(days=365 * years)
    assert retention.jumped() is not None
    for ask in (retention.past_term, retention.resting):
        with pytest.raises(ClockJumped):
            ask()
    retention.confirm_date()
    assert retention.jumped() is None
    assert len(retention.past_term()) == 1


def test_open_records_with_which_nothing_happens_are_told(
    open_casebook: Store, retention: Retention, clock: Clock
) -> None:
    still = client(open_casebook, "K-1")
    for code in ("K-2", "K-3"):
        client(open_casebook, code)
    open_casebook.clients.close(open_casebook.clients.list(code="K-3").lines[0].id, TODAY, date(2030, 1, 1))
    for _ in range(2):
        clock.pass_(days=190)
        open_casebook.notes.write(open_casebook.clients.list(code="K-2").lines[0].id, "gebeld")
        retention.past_term()
    assert retention.resting() == [InactiveClient(still, "K-1", TODAY)]
