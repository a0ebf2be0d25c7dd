"""A clock that jumped is noticed, told, and believed only when somebody says so."""

import pytest

from guidance_kb.casebook.privacy.clock_guard import ClockJumped, ClockWatch, Jump
from guidance_kb.casebook.storage.store import Store
from guidance_kb.language import Language
from tests.casebook.conftest import Clock
from tests.casebook.people import client


@pytest.fixture
def watch(open_casebook: Store, clock: Clock) -> ClockWatch:
    return ClockWatch(open_casebook.rows, clock)


def test_an_empty_casebook_believes_any_clock(watch: ClockWatch) -> None:
    assert watch.jumped() is None


@pytest.mark.parametrize(
    ("days", "jump"), [(-3650, Jump.BACK), (-2, Jump.BACK), (401, Jump.FORWARD), (3650, Jump.FORWARD)]
)
def test_a_jump_is_noticed_by_what_is_stored_and_by_what_was_seen(
    watch: ClockWatch, open_casebook: Store, clock: Clock, days: int, jump: Jump
) -> None:
    client(open_casebook)
    clock.pass_(days=days)
    by_rows = watch.jumped()
    assert by_rows is not None
    assert by_rows.jump is jump
    with pytest.raises(ClockJumped) as refused:
        watch.refuse_jump()
    assert "klok" in refused.value.say(Language.NL)
    clock.pass_(days=-days)
    watch.refuse_jump()
    clock.pass_(days=days)
    assert watch.jumped() is not None
    watch.confirm()
    assert watch.jumped() is None


def test_looking_often_writes_seldom(watch: ClockWatch, open_casebook: Store, clock: Clock) -> None:
    """Or every look at a list would make a backup due."""
    watch.refuse_jump()
    before = open_casebook.database.conn.total_changes
    clock.pass_(hours=11)
    watch.refuse_jump()
    assert open_casebook.database.conn.total_changes == before
    clock.pass_(hours=2)
    watch.refuse_jump()
    assert open_casebook.database.conn.total_changes == before + 1


@pytest.mark.parametrize("days", [-0.9, 0, 30, 399])
def test_rest_and_small_corrections_are_no_jump(
    watch: ClockWatch, open_casebook: Store, clock: Clock, days: float
) -> None:
    client(open_casebook)
    clock.pass_(days=days)
    watch.refuse_jump()
    assert watch.jumped() is None


def test_after_a_confirmation_rows_from_the_future_are_no_longer_a_reason(
    watch: ClockWatch, open_casebook: Store, clock: Clock
) -> None:
    clock.pass_(days=3650)
    client(open_casebook)
    clock.pass_(days=-3650)
    assert watch.jumped() is not None
    watch.confirm()
    assert watch.jumped() is None
