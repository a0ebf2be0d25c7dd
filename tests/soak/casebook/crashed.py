"""Kill -9 in a day's work, and then damage in the log that it left: what is not whole is told, what is whole is there, whole."""

import os
import shutil
import signal
from pathlib import Path
from random import Random

from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE, everything_in
from tests.casebook.killing import forked, was_killed
from tests.casebook.logs import Log
from tests.soak.casebook.working import Counselor, Diary, Told, applied, checklist_of, contradictions, everything_told
from tests.soak.found import Found, Ground

_WRITES = range(5, 150)
_TORN_AFTER = [writes for writes in range(5, 45) if writes % 5]
"""A power cut tears no log that is in the database already: SQLite has it on the disk before it begins to put it in place."""

_SECTOR = 512


def damaged(ground: Ground) -> Found:
    """Damages the logs of `count` killed processes, one bit each; every third one is torn instead, as by a power cut in the last write."""
    return _Crashed(ground).run(ground.count)


class _Crashed:
    def __init__(self, ground: Ground) -> None:
        self._root, self._checklist, self._found = ground.folder, checklist_of(ground.knowledge), Found()
        self._chance = Random(os.urandom(8))  # noqa: S311 - nothing secret
        self._told = self._torn = self._in_place = self._writes = self._behind = 0

    def run(self, count: int) -> Found:
        found = self._found
        while found.tried < count and found.is_clean:
            about, folder = f"crash {found.tried}", self._root / "casebook"
            Vault(folder, cost=CHEAP).create(PASSPHRASE)
            is_torn = found.tried % 3 == 2
            writes = self._chance.choice(_TORN_AFTER if is_torn else _WRITES)
            diary = Diary(self._root / f"diary {found.tried}")
            child = forked(lambda folder=folder, diary=diary, writes=writes: self._work(folder, diary, writes))
            found.expect(f"{about}: it had ended by itself", holds=was_killed(child))
            with found.no_traceback(about) as refused:
                self._look(folder, _states(diary), about, is_torn=is_torn)
            found.lost += [f"{about}: {error}" for error in refused]
            diary.close()
            shutil.rmtree(folder)
            found.tried += 1
        found.said.append(
            f"{self._told} told, {self._behind:,} of their {self._writes:,} acknowledged writes were behind the damage; "
            f"{self._in_place} had all of the log in the database already; {self._torn} torn, and none of them told"
        )
        return found

    def _work(self, folder: Path, diary: Diary, writes: int) -> None:
        store = Vault(folder, cost=CHEAP).open(PASSPHRASE)
        counselor = Counselor(store, self._checklist, diary, Random(os.urandom(8)))  # noqa: S311
        for _ in range(writes):
            counselor.do_something()
        if writes % 5 == 0:  # as after a thousand pages, when SQLite does it by itself
            store.database.execute("PRAGMA wal_checkpoint(PASSIVE)")
        os.kill(os.getpid(), signal.SIGKILL)

    def _look(self, folder: Path, states: list[Told], about: str, *, is_torn: bool) -> None:
        """Damages the log, opens the casebook, and holds it against what was acknowledged."""
        found, log = self._found, Log(folder)
        self._tear(log) if is_torn else log.flip(self._chance.randrange(log.end), self._chance.randrange(8))
        before, vault = everything_in(folder), Vault(folder, cost=CHEAP)
        try:
            store = vault.open(PASSPHRASE)
            there, lost = everything_told(store), vault.lost
            found.lost += [f"{about}: {each}" for each in contradictions(store, self._checklist)]
        finally:
            vault.close()
        if lost is not None:
            self._told += 1
            self._writes += len(states) - 1
            found.expect(f"{about}: a power cut was told as damage", holds=not is_torn)
            found.expect(f"{about}: not kept as it was", holds=everything_in(lost.kept) == before)
            found.expect(f"{about}: what is there is of no moment", holds=there in states)
            self._behind += len(states) - 1 - states.index(there) if there in states else 0
        else:
            self._torn += is_torn
            self._in_place += not is_torn
            found.expect(f"{about}: lost without a word", holds=there in (states[-2:] if is_torn else states[-1:]))

    def _tear(self, log: Log) -> None:
        """Sectors of the last commit are not there."""
        begin = log.begin(log.commits[-2] + 1) if len(log.commits) > 1 else log.begin(0)
        sectors = range(-(-begin // _SECTOR), log.end // _SECTOR)
        log.replace_all(
            {
                at * _SECTOR: bytes(_SECTOR)
                for at in self._chance.sample(sectors, self._chance.randrange(1, len(sectors)))
            }
        )


def _states(diary: Diary) -> list[Told]:
    """What was known after each write that was acknowledged, beginning with nothing."""
    states: list[Told] = [{}]
    for changes in diary.read()[0]:
        states.append(applied(states[-1], changes))
    return states
