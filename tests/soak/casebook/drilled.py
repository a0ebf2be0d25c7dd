"""The restore drill: backups of twenty moments of a busy casebook, brought back in any order, equal row for row."""

import os
import shutil
from random import Random

from guidance_kb.casebook.backup.backups import Backup, Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.storage.rows import Row
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.people import everything
from tests.soak.casebook.working import Counselor, Diary, checklist_of, contradictions
from tests.soak.found import Found, Ground


def drilled(ground: Ground) -> Found:
    """Makes `count` backups while work goes on, and restores all of them, some from another place, some into an empty folder."""
    found, clock, chance = Found(), Clock(), Random(os.urandom(8))  # noqa: S311 - nothing secret
    checklist = checklist_of(ground.knowledge)
    vault = Vault(ground.folder / "casebook", clock=clock, cost=CHEAP)
    backups = Backups(vault, clock)
    recovery = vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    diary = Diary(ground.folder / "diary")
    counselor = Counselor(store, checklist, diary, chance)
    made: list[tuple[Backup, dict[str, list[Row]]]] = []
    for _ in range(ground.count):
        for _ in range(chance.randrange(1, 80)):
            counselor.do_something()
            clock.pass_(seconds=chance.randrange(1, 600))
        made.append((backups.make_only(store.database), everything(store)))
    diary.close()
    vault.close()
    chance.shuffle(made)
    for number, (backup, rows) in enumerate(made):
        clock.pass_(minutes=1)
        secret = Secret.passphrase(PASSPHRASE) if number % 2 else Secret.recovery_key(recovery)
        with found.no_traceback(backup.name) as refused:
            there = vault
            if number % 4 == 3:  # another computer: an empty folder, and the backup carried to it
                there = Vault(ground.folder / f"elsewhere {number}", clock=clock, cost=CHEAP)
            Restoration(there, Backups(there, clock), clock).prepare(backup, secret).apply()
            store = there.open(PASSPHRASE)
            found.expect(f"{backup.name}: other rows", holds=everything(store) == rows)
            found.lost += [f"{backup.name}: {each}" for each in contradictions(store, checklist)]
            there.close()
        found.lost += [f"{backup.name}: {error}" for error in refused]
        found.tried += 1
    shutil.rmtree(ground.folder / "casebook")
    found.said.append(f"{sum(len(rows) for rows in made[-1][1].values())} rows in the last one restored")
    return found
