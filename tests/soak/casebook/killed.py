"""Kill -9 in the middle of a day's work: what was acknowledged is there, what was not is there whole or not at all."""

import os
import signal
import time
from random import Random

from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.killing import CHEAP, PASSPHRASE, chance, forked, was_killed
from tests.soak.casebook.working import Counselor, Diary, Told, applied, checklist_of, contradictions, everything_told
from tests.soak.found import Found, Ground

_LONGEST = 0.4
"""Seconds of work at most before the kill; opening, some hundredths of one, is among them."""


def in_wal(ground: Ground) -> Found:
    """With the journal of a local drive."""
    return _Killed(ground, Journal.WAL).run(ground.count)


def in_delete(ground: Ground) -> Found:
    """With the journal of a network drive."""
    return _Killed(ground, Journal.DELETE).run(ground.count)


class _Killed:
    """One casebook, worked in and killed over and over; each time it is held against all that was ever acknowledged."""

    def __init__(self, ground: Ground, journal: Journal) -> None:
        self._folder, self._diaries, self._journal = ground.folder / "casebook", ground.folder, journal
        self._checklist, self._found = checklist_of(ground.knowledge), Found()
        self._known: Told = {}
        self._acknowledged = self._in_the_middle = 0
        self._vault().create(PASSPHRASE)

    def run(self, kills: int) -> Found:
        found = self._found
        while found.tried < kills and found.is_clean:
            about = f"kill {found.tried}"
            diary = Diary(self._diaries / about)
            child = forked(lambda diary=diary: self._work(diary))
            time.sleep(chance.uniform(0.02, _LONGEST))
            os.kill(child, signal.SIGKILL)
            found.expect(f"{about}: it had ended by itself", holds=was_killed(child))
            found.tried += 1
            with found.no_traceback(about) as refused:
                self._look(diary, about)
            found.lost += [f"{about}: {error}" for error in refused]
            diary.close()
        found.said.append(f"{self._acknowledged:,} acknowledged writes, {len(self._known):,} rows at the end")
        found.said.append(f"{self._in_the_middle} kills came in the middle of a write")
        return found

    def _vault(self) -> Vault:
        return Vault(self._folder, cost=CHEAP, journal=self._journal)

    def _work(self, diary: Diary) -> None:
        counselor = Counselor(self._vault().open(PASSPHRASE), self._checklist, diary, Random(os.urandom(8)))  # noqa: S311
        while True:
            counselor.do_something()

    def _look(self, diary: Diary, about: str) -> None:
        """Opens as the program does after a crash, and learns whether the last write came through."""
        stored, under_way = diary.read()
        for changes in stored:
            self._known = applied(self._known, changes)
        self._acknowledged += len(stored)
        self._in_the_middle += bool(under_way)
        vault = self._vault()
        try:
            store = vault.open(PASSPHRASE)
            there = everything_told(store)
            if there not in (self._known, applied(self._known, under_way)):
                other = {key for key in {*there, *self._known} if there.get(key) != self._known.get(key)} - set(
                    under_way
                )
                self._found.lost.append(f"{about}: {sorted(other) or 'half of a change'}")
            self._found.lost += [f"{about}: {each}" for each in contradictions(store, self._checklist)]
        finally:
            vault.close()
        self._known = there
