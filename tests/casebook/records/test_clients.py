"""Clients by code, and the list of them: filters, orders, pages."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest

from guidance_kb.casebook.records.clients import Client, ClientFilter, ClientOrder, Listed
from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError, KnownError
from guidance_kb.language import by_name
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, TODAY, client, everything


def test_a_client_is_known_by_its_code(open_casebook: Store) -> None:
    added = open_casebook.clients.add(" K-14 ", "komt via de bibliotheek")
    assert added == open_casebook.clients.get(added.id) == open_casebook.clients.find("k-14")
    assert added == Client(
        added.id, added.uid, "K-14", "komt via de bibliotheek", "2026-11-24T14:02:31Z", None, None, "", archived=False
    )
    assert (len(bytes.fromhex(added.uid)), open_casebook.clients.find("K-1")) == (16, None)
    with pytest.raises(BugError):
        open_casebook.clients.get(added.id + 1)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "Jansen",
        "Jan Jansen",
        "Jan Jansen 2",
        "j.jansen@mail.nl",
        "K/1",
        "../1",
        "-1",
        "K1.",
        "K" * 24 + "1",
        "é1",
        "1\n2",
    ],
)
def test_what_may_be_a_name_or_no_file_name_is_no_code(open_casebook: Store, code: str) -> None:
    kept = open_casebook.clients.add("K-1")
    before = everything(open_casebook)
    with pytest.raises(KnownError):
        open_casebook.clients.add(code)
    with pytest.raises(KnownError):
        open_casebook.clients.change(kept.id, code=code)
    assert everything(open_casebook) == before


@pytest.mark.parametrize("code", ["1", "2026-001", "K-1", "W.12_b", "K" * 23 + "1"])
def test_codes(open_casebook: Store, code: str) -> None:
    assert open_casebook.clients.add(code).code == code


def test_a_code_is_used_once_whatever_the_capitals(open_casebook: Store) -> None:
    first, second = client(open_casebook, "K-1"), client(open_casebook, "K-2")
    with pytest.raises(KnownError):
        open_casebook.clients.add("k-1")
    with pytest.raises(KnownError):
        open_casebook.clients.change(second, code="k-1")
    open_casebook.clients.change(first, code="k-1")
    assert open_casebook.clients.get(first).code == "k-1"


def test_the_next_code_is_free(open_casebook: Store, clock: Clock) -> None:
    assert open_casebook.clients.next_code() == "2026-001"
    for code in ("2026-9", "2026-099", "2026-x1", "2025-300", "2026-007"):
        client(open_casebook, code)
    assert open_casebook.clients.next_code() == "2026-100"
    for code in ("2026-999", "2026-1000"):
        client(open_casebook, code)
    assert open_casebook.clients.next_code() == "2026-1001"
    client(open_casebook, "2026-9999999999999999999")
    assert open_casebook.clients.next_code() == "2026-1001"
    clock.pass_(days=60)
    assert open_casebook.clients.next_code() == "2027-001"


def test_closing_keeping_and_taking_up_again(open_casebook: Store) -> None:
    clients, person = open_casebook.clients, client(open_casebook)
    clients.close(person, date(2026, 11, 20), date(2027, 11, 20))
    assert (clients.get(person).closed, clients.get(person).keep_until) == (date(2026, 11, 20), date(2027, 11, 20))
    clients.keep(person, date(2028, 1, 1), "op verzoek van de cliënt")
    assert (clients.get(person).keep_until, clients.get(person).keep_reason) == (
        date(2028, 1, 1),
        "op verzoek van de cliënt",
    )
    clients.reopen(person)
    assert (clients.get(person).closed, clients.get(person).keep_until, clients.get(person).keep_reason) == (
        None,
        None,
        "",
    )


# ── the list ────────────────────────────────────────────────────────────────────────────────────


def test_a_line_tells_what_is_going_on(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    assert open_casebook.clients.list().lines == (Listed(person, "K-1", False, None, 0, None, None, 0, draft=False),)
    finished = open_casebook.sessions.begin(person, RULES)
    open_casebook.sessions.finish(finished)
    clock.pass_(days=1)
    open_casebook.sessions.begin(person, RULES)
    steps = open_casebook.steps
    steps.agree(person, Terms("ooit", Who.CLIENT))
    steps.agree(person, Terms("volgende week", Who.CLIENT, TODAY + timedelta(7)))
    steps.done(steps.agree(person, Terms("gedaan", Who.CLIENT, TODAY)))
    steps.drop(steps.agree(person, Terms("vervallen", Who.CLIENT, TODAY)))
    open_casebook.follow_ups.done(open_casebook.follow_ups.plan(person, FollowUpKind.OTHER, TODAY))
    open_casebook.clients.close(person, TODAY, TODAY + timedelta(365))
    (line,) = open_casebook.clients.list().lines
    due = TODAY + timedelta(7)
    assert line == Listed(person, "K-1", False, TODAY + timedelta(365), 2, TODAY + timedelta(1), due, 2, draft=True)
    open_casebook.follow_ups.plan(person, FollowUpKind.PLACEMENT, TODAY + timedelta(3))
    assert open_casebook.clients.list().lines[0].due == TODAY + timedelta(3)


@pytest.fixture
def many(open_casebook: Store, clock: Clock) -> Store:
    """Thirty clients, each other than the next, made in no order."""
    store, chance = open_casebook, Random(7)  # noqa: S311 - nothing secret
    for number in chance.sample(range(30), 30):
        person = client(store, f"{chance.choice('kK')}-{number:02}")
        if number % 3:
            clock.pass_(hours=chance.choice([0, 5]))
            session = store.sessions.begin(person, RULES)
            if number % 2:
                store.sessions.finish(session)
        if number % 4:
            store.steps.agree(person, Terms("iets", Who.CLIENT, TODAY + timedelta(chance.randrange(-3, 4))))
        if number % 5 == 0:
            store.follow_ups.plan(person, FollowUpKind.OTHER, TODAY + timedelta(chance.randrange(-3, 4)))
        if number % 6 == 0:
            store.clients.archive(person)
        if number % 7 == 0:
            store.clients.close(person, TODAY - timedelta(400), TODAY + timedelta(number - 14))
    return store


def _all(store: Store, which: ClientFilter, order: ClientOrder, limit: int) -> list[Listed]:
    lines: list[Listed] = []
    after = None
    while True:
        page = store.clients.list(which, order, after=after, limit=limit)
        assert len(page.lines) == limit or page.next is None
        lines += page.lines
        after = page.next
        if after is None:
            return lines


def _begun(store: Store, client: int) -> str:
    return max((held.started for held in store.sessions.of_client(client)), default="")


_KEYS: dict[ClientOrder, Callable[[Store, Listed], tuple[object, ...]]] = {
    ClientOrder.CODE: lambda _, line: (by_name(line.code), line.id),
    ClientOrder.LAST: lambda store, line: (line.last or date.min, _begun(store, line.id), line.id),
    ClientOrder.DUE: lambda _, line: (line.due or date.max, line.id),
}


@pytest.mark.parametrize("order", list(ClientOrder))
@pytest.mark.parametrize("limit", [1, 7, 10, 29, 30, 50])
def test_page_after_page_gives_every_client_once_in_order(many: Store, order: ClientOrder, limit: int) -> None:
    lines = _all(many, ClientFilter.ALL, order, limit)
    assert lines == sorted(lines, key=partial(_KEYS[order], many), reverse=order is ClientOrder.LAST)
    assert len({line.id for line in lines}) == 30


def test_by_code_two_comes_before_ten_also_where_a_page_ends(open_casebook: Store) -> None:
    for code in ("K-10", "L-1", "k-2", "K-1", "K-100", "K-11"):
        client(open_casebook, code)
    lines = _all(open_casebook, ClientFilter.ALL, ClientOrder.CODE, 2)
    assert [line.code for line in lines] == ["K-1", "k-2", "K-10", "K-11", "K-100", "L-1"]


def test_filters_show_what_they_say(many: Store, clock: Clock) -> None:
    today = clock().date()
    says: dict[ClientFilter, Callable[[Listed], bool]] = {
        ClientFilter.CURRENT: lambda line: not line.archived,
        ClientFilter.DUE: lambda line: not line.archived and line.due is not None and line.due <= today,
        ClientFilter.DRAFTS: lambda line: line.draft,
        ClientFilter.PAST_TERM: lambda line: line.keep_until is not None and line.keep_until < today,
        ClientFilter.ARCHIVED: lambda line: line.archived,
        ClientFilter.ALL: lambda line: line.id > 0,
    }
    everybody = _all(many, ClientFilter.ALL, ClientOrder.CODE, 50)
    for which in ClientFilter:
        expected = [line for line in everybody if says[which](line)]
        assert _all(many, which, ClientOrder.CODE, 7) == expected
        assert many.clients.count(which) == len(expected) > 0


def test_a_part_of_the_code_narrows_the_list(many: Store) -> None:
    assert [line.code.upper() for line in many.clients.list(ClientFilter.ALL, code="K-1").lines] == [
        f"K-{n}" for n in range(10, 20)
    ]
    assert [line.code.upper() for line in many.clients.list(ClientFilter.ALL, code="17").lines] == ["K-17"]
    assert many.clients.list(ClientFilter.ALL, code="%").lines == ()


def test_the_term_is_over_on_the_day_after_its_last(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    open_casebook.clients.close(person, TODAY - timedelta(365), TODAY)
    assert open_casebook.clients.list(ClientFilter.PAST_TERM).lines == ()
    clock.pass_(days=1)
    assert [line.id for line in open_casebook.clients.list(ClientFilter.PAST_TERM).lines] == [person]
