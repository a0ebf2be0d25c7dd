"""Kill -9 in a day's work, and then damage in the log that it left: no more than the last write is lost, and what is there is whole."""

import os
import shutil
import signal
from pathlib import Path
from random import Random

from guidance_kb.casebook.errors import Damaged
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.casebook.killing import forked, was_killed
from tests.casebook.logs import Log
from tests.soak.casebook.working import Counselor, Diary, Told, applied, checklist_of, contradictions, everything_told
from tests.soak.found import Found, Ground

_WRITES = range(5, 150)
_SECTOR = 512


def damaged(ground: Ground) -> Found:
    """Damages the logs of `count` killed processes, one bit each; every third one is torn instead, as by a power cut in the last write."""
    return _Crashed(ground).run(ground.count)


class _Crashed:
    def __init__(self, ground: Ground) -> None:
        self._root, self._checklist, self._found = ground.folder, checklist_of(ground.knowledge), Found()
        self._chance = Random(os.urandom(8))  # noqa: S311 - nothing secret
        self._whole = self._last_lost = self._refused = 0

    def run(self, count: int) -> Found:
        found = self._found
        while found.tried < count and found.is_clean:
            about, folder = f"crash {found.tried}", self._root / "casebook"
            Vault(folder, cost=CHEAP).create(PASSPHRASE)
            is_torn = found.tried % 3 == 2
            writes = self._chance.choice(_WRITES)
            diary = Diary(self._root / f"diary {found.tried}")
            child = forked(lambda folder=folder, diary=diary, writes=writes: self._work(folder, diary, writes))
            found.expect(f"{about}: it had ended by itself", holds=was_killed(child))
            log = Log(folder)
            self._tear(log) if is_torn else log.flip(self._chance.randrange(log.end), self._chance.randrange(8))
            with found.no_traceback(about) as refused:
                self._look(folder, _states(diary), about)
            found.lost += [f"{about}: {error}" for error in refused]
            diary.close()
            shutil.rmtree(folder)
            found.tried += 1
        found.said.append(
            f"{self._whole} had everything, {self._last_lost} lacked the last write, {self._refused} were told as damaged"
        )
        return found

    def _work(self, folder: Path, diary: Diary, writes: int) -> None:
        store = Vault(folder, cost=CHEAP).open(PASSPHRASE)
        counselor = Counselor(store, self._checklist, diary, Random(os.urandom(8)))  # noqa: S311
        for _ in range(writes):
            counselor.do_something()
        if writes % 5 == 0:  # killed between a commit and its being put in place
            store.database.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
            counselor.do_something()
        os.kill(os.getpid(), signal.SIGKILL)

    def _look(self, folder: Path, states: list[Told], about: str) -> None:
        """Opens the casebook, and holds it against what was acknowledged."""
        found, vault = self._found, Vault(folder, cost=CHEAP)
        try:
            store = vault.open(PASSPHRASE)
            there = everything_told(store)
            found.lost += [f"{about}: {each}" for each in contradictions(store, self._checklist)]
        except Damaged:
            self._refused += 1
            return
        finally:
            vault.close()
        self._whole += there == states[-1]
        self._last_lost += there == states[-2] != states[-1]
        found.expect(f"{about}: more than the last write is lost", holds=there in states[-2:])

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
