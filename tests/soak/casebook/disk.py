"""A real small file system that is full at fifty points of every kind of work; and one that may only be read."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from random import Random

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.errors import WrongPassphrase
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.rows import Row
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import Transfers
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, Clock, everything_in
from tests.casebook.keeping import filled
from tests.casebook.people import everything
from tests.soak.casebook.filesystems import can_be_nobody, file_system, filled_up, mounted_read_only, no_right
from tests.soak.casebook.working import Counselor, Diary, applied, checklist_of, contradictions, everything_told
from tests.soak.found import Found, Ground

_MOST_ROOM = 600 * 1024
"""Bytes of room at the last point: enough for every kind of work."""

_WRITES = 60

Trouble = Callable[[], AbstractContextManager[None]]
"""Gives the time in which the disk is full, or may not be written to."""


def full(ground: Ground) -> Found:
    """At each of `count` points of room left: every kind of work, each until it is done or refused; then there is room again."""
    found, counted = Found(), dict[str, int]()
    with file_system(ground.folder / "small", found) as small:
        if found.skipped:
            return found
        bench = Bench(ground, small)
        for number in range(ground.count):
            room = number * _MOST_ROOM // ground.count
            for work in WORKS:
                bench.copy()
                about = f"{work.__name__}, {room // 1024} kB left"
                with found.no_traceback(about) as refused:
                    was_done = work(bench, found, about, partial(filled_up, small, room))
                    found.expect(f"{about}: it was refused", holds=room > 0 or not was_done)
                    outcome = f"{work.__name__} {'done' if was_done else 'refused'}"
                    counted[outcome] = counted.get(outcome, 0) + 1
                found.lost += [f"{about}: refused with room again: {error}" for error in refused]
            found.tried += 1
    found.said.append(", ".join(f"{count} × {outcome}" for outcome, count in sorted(counted.items())))
    return found


def read_only(ground: Ground) -> Found:
    """In a file system that is mounted read-only, and in a folder without the right to write: all is refused, and no byte changes."""
    found = Found()
    with file_system(ground.folder / "small", found) as small:
        if found.skipped:
            return found
        bench = Bench(ground, small)
        ground.folder.chmod(0o755)  # or the user without rights would not even come near
        ways = {"mounted read-only": mounted_read_only} | ({"no right to write": no_right} if can_be_nobody() else {})
        found.said.append(", ".join(ways))
        for name, forbidden in ways.items():
            for work in WORKS:
                bench.copy()
                about = f"{work.__name__}, {name}"
                trouble = partial(_unchanged, bench, found, about, forbidden)
                with found.no_traceback(about) as refused:
                    found.expect(f"{about}: was done", holds=not work(bench, found, about, trouble))
                found.lost += [f"{about}: refused afterwards: {error}" for error in refused]
                found.tried += 1
    return found


class Bench:
    """A casebook with a backup of before, copied to the small file system for every try."""

    def __init__(self, ground: Ground, small: Path) -> None:
        self.checklist, self.clock = checklist_of(ground.knowledge), Clock()
        self.small, self.there = small, small / "casebook"
        self._made, self._diary = ground.folder / "made", ground.folder / "diary"
        vault = Vault(self._made, clock=self.clock, cost=CHEAP)
        vault.create(PASSPHRASE)
        store = vault.open(PASSPHRASE)
        filled(store)
        self.then = _rows(store)
        Backups(vault, self.clock).make(store.database)
        self.clock.pass_(minutes=5)
        store.notes.write(1, "van daarna")
        self.now, self.told = _rows(store), everything_told(store)
        vault.close()

    def copy(self) -> None:
        """Puts a fresh copy in place, and nothing beside it."""
        for each in self.small.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        shutil.copytree(self._made, self.there)
        self._diary.unlink(missing_ok=True)

    def vault(self, journal: Journal | None = None, *, there: Path | None = None) -> Vault:
        """The vault, as after a start of the program some time later."""
        self.clock.pass_(minutes=2)
        return Vault(there or self.there, clock=self.clock, cost=CHEAP, journal=journal)

    def diary(self) -> Diary:
        """An empty diary, where there is room."""
        return Diary(self._diary)


# ── kinds of work: whether it was done, or refused with a sentence; afterwards, with the trouble over, what has to hold is looked at ──


def answering(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Answers, notes and steps, one commit each, in a WAL."""
    return _writing(bench, found, about, trouble, Journal.WAL)


def answering_without_wal(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """The same with the journal of a network drive."""
    return _writing(bench, found, about, trouble, Journal.DELETE)


def _writing(bench: Bench, found: Found, about: str, trouble: Trouble, journal: Journal) -> bool:
    diary, vault, known = bench.diary(), bench.vault(journal), bench.told
    with trouble():
        with found.no_traceback(about) as refused:
            counselor = Counselor(vault.open(PASSPHRASE), bench.checklist, diary, Random(about))  # noqa: S311
            for _ in range(_WRITES):
                counselor.do_something()
        with found.no_traceback(f"{about}, closing"):
            vault.close()
    for changes in diary.read()[0]:
        known = applied(known, changes)
    diary.close()
    store = vault.open(PASSPHRASE)
    found.expect(f"{about}: what was acknowledged, and nothing else", holds=everything_told(store) == known)
    found.lost += [f"{about}: {each}" for each in contradictions(store, bench.checklist)]
    vault.close()
    return not refused


def changing(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Changes the passphrase."""
    with trouble(), found.no_traceback(about) as refused:
        bench.vault().change_passphrase(PASSPHRASE, OTHER)
    holds = PASSPHRASE if refused else OTHER
    found.expect(
        f"{about}: one passphrase", holds=[_opens(bench, each) for each in (holds, _other(holds))] == [True, False]
    )
    _as_it_was(bench, found, about, holds)
    return not refused


def backing_up(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Makes a backup."""
    vault = bench.vault()
    backups = Backups(vault, bench.clock)
    before = {each.name for each in backups.all()}
    with trouble(), found.no_traceback(about) as refused:
        try:
            backups.make(vault.open(PASSPHRASE).database)
        finally:
            vault.close()
    made = {each.name for each in backups.all()} - before
    found.expect(f"{about}: {len(made)} new backups", holds=len(made) == int(not refused))
    vault.open(PASSPHRASE)
    for each in backups.all():
        backups.verify(each)
    vault.close()
    _as_it_was(bench, found, about)
    return not refused


def restoring(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Puts the backup back."""
    vault = bench.vault()
    backups = Backups(vault, bench.clock)
    with trouble(), found.no_traceback(about) as refused:
        Restoration(vault, backups, bench.clock).prepare(backups.all()[-1], Secret.passphrase(PASSPHRASE)).apply()
    store = vault.open(PASSPHRASE)
    found.expect(
        f"{about}: neither the one nor the other", holds=_rows(store) == (bench.now if refused else bench.then)
    )
    vault.close()
    return not refused


def erasing(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Erases a client."""
    vault = bench.vault()
    with trouble(), found.no_traceback(about) as refused:
        try:
            Erasure(vault, Backups(vault, bench.clock), bench.clock).erase(vault.open(PASSPHRASE), 1)
        finally:
            vault.close()
    if refused:
        _as_it_was(bench, found, about)
    else:
        store = vault.open(PASSPHRASE)
        found.expect(f"{about}: gone", holds=store.rows.all("SELECT id FROM client WHERE id = 1") == [])
        vault.close()
    return not refused


def creating(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Creates another casebook."""
    vault = bench.vault(there=bench.small / "new")
    with trouble(), found.no_traceback(about) as refused:
        vault.create(PASSPHRASE)
    found.expect(f"{about}: half a casebook", holds=vault.exists is not bool(refused))
    if not refused:
        vault.open(PASSPHRASE)
        vault.close()
    return not refused


def handing_over(bench: Bench, found: Found, about: str, trouble: Trouble) -> bool:
    """Writes a client to a sealed file."""
    vault, file = bench.vault(), bench.small / "OEFEN-1.gkbt"
    code = ""
    with trouble(), found.no_traceback(about) as refused:
        try:
            code = Transfers(vault.open(PASSPHRASE), bench.clock, CHEAP).hand_over(1, file)
        finally:
            vault.close()
    left = [each.name for each in bench.small.iterdir() if each.name.startswith(file.name)]
    found.expect(f"{about}: left {left}", holds=left == ([] if refused else [file.name]))
    if not refused:
        found.expect(
            f"{about}: not whole",
            holds=Transfers(vault.open(PASSPHRASE), bench.clock, CHEAP).look(file, code).notes > 0,
        )
        vault.close()
    _as_it_was(bench, found, about)
    return not refused


WORKS = (answering, answering_without_wal, changing, backing_up, restoring, erasing, creating, handing_over)


def _rows(store: Store) -> dict[str, list[Row]]:
    """Every row, but the moment at which the clock was last believed: making a backup moves it."""
    found = everything(store)
    return {**found, "setting": [row for row in found["setting"] if row[0] != "seen"]}


def _opens(bench: Bench, passphrase: str) -> bool:
    vault = bench.vault()
    try:
        vault.open(passphrase)
    except WrongPassphrase:
        return False
    vault.close()
    return True


def _other(passphrase: str) -> str:
    return OTHER if passphrase == PASSPHRASE else PASSPHRASE


def _as_it_was(bench: Bench, found: Found, about: str, passphrase: str = PASSPHRASE) -> None:
    vault = bench.vault()
    found.expect(f"{about}: the rows are as they were", holds=_rows(vault.open(passphrase)) == bench.now)
    vault.close()


@contextmanager
def _unchanged(
    bench: Bench, found: Found, about: str, forbidden: Callable[[Path], AbstractContextManager[None]]
) -> Iterator[None]:
    """Forbids to write, and looks whether it was obeyed."""
    before = everything_in(bench.small)
    with forbidden(bench.small):
        yield
    found.expect(f"{about}: a file has changed", holds=everything_in(bench.small) == before)
