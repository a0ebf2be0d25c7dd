"""The clock jumps up to ten years: nothing is proposed for erasing by mistake, no backup is removed, work goes on."""

import os
from datetime import date, timedelta
from random import Random

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.privacy.clock_guard import LONGEST_REST, ClockJumped
from guidance_kb.casebook.privacy.retention import Retention
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.soak.casebook.working import Counselor, Diary, applied, checklist_of, contradictions, everything_told
from tests.soak.found import Found, Ground

_TEN_YEARS = 3653
_CLOSED = 20
_WRITES = 5


def jumping(ground: Ground) -> Found:
    """Opens, works, backs up and closes `count` times, each at a date up to ten years off; then the date is right again."""
    found, clock, chance = Found(), Clock(), Random(os.urandom(8))  # noqa: S311 - nothing secret
    checklist = checklist_of(ground.knowledge)
    vault = Vault(ground.folder / "casebook", clock=clock, cost=CHEAP)
    backups = Backups(vault, clock)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    _fill(store)
    right, known = clock.moment, everything_told(store)
    proposed = _proposed(store, clock)
    backups.make(store.database)
    vault.close()
    for number in range(ground.count):
        days = _jump(number, chance)
        clock.moment = right + timedelta(days=days)
        diary, about = Diary(ground.folder / f"diary {number}"), f"{days:+} days"
        before = {each.name for each in backups.all()}
        with found.no_traceback(about) as refused:
            store = vault.open(PASSPHRASE)
            counselor = Counselor(store, checklist, diary, chance)
            for _ in range(_WRITES):
                counselor.do_something()
            found.expect(f"{about}: something is proposed", holds=_proposed(store, clock) == [])
            backups.make(store.database)
            found.lost += [f"{about}: {each}" for each in contradictions(store, checklist)]
        found.lost += [f"{about}: {error}" for error in refused]
        vault.close()
        for changes in diary.read()[0]:
            known = applied(known, changes)
        diary.close()
        found.expect(f"{about}: a backup was removed", holds=before <= {each.name for each in backups.all()})
        found.tried += 1
    clock.moment = right + timedelta(hours=1)
    store = vault.open(PASSPHRASE)
    found.expect("what was written at wrong dates", holds=everything_told(store) == known)
    found.expect("what is past its term, at the right date", holds=_proposed(store, clock) == proposed)
    vault.close()
    return found


def _jump(number: int, chance: Random) -> int:
    """Days that the clock is off: ten years, or fewer, but forward more than a casebook may rest unused."""
    days = _TEN_YEARS if number % 3 == 0 else chance.randrange(LONGEST_REST.days + 1, _TEN_YEARS)
    return days if number % 2 else -days


def _fill(store: Store) -> None:
    """Clients whose guidance ended, most of them with their term to come."""
    for number in range(_CLOSED):
        client = store.clients.add(f"KLOK-{number}").id
        store.notes.write(client, f"notitie {number}")
        until = date(2026, 11, 1) + timedelta(days=60 * number)
        store.clients.close(client, until - timedelta(days=365), until)


def _proposed(store: Store, clock: Clock) -> list[str]:
    try:
        return [each.code for each in Retention(store, clock).past_term()]
    except ClockJumped:
        return []
