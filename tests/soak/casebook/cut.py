"""Kill -9 in creating, migrating, changing the passphrase, backing up, restoring, erasing: whole before, or whole after."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from guidance_kb import paths
from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.errors import TooNew
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.keeping import by_uid, of_each
from tests.casebook.killing import CHEAP, Changing, Creating, Kill, at_random, duration, opens_by
from tests.casebook.killing_keeping import OTHER, PASSPHRASE, Template, backing_up, clock, putting_back
from tests.soak.found import Found, Ground

_Round = Callable[[Kill], tuple[bool, str]]

_MIGRATION = """
ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT '';
UPDATE note SET text = text || ' (overgezet)';
CREATE TABLE place (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE);
INSERT INTO place SELECT id, id FROM note;
"""
"""As a migration to come may be: a column more, every text written anew with its words, a table more."""

_NOTES = 300


def creating(ground: Ground) -> Found:
    """Nothing, or a whole casebook."""
    return _cut(ground, Creating(ground.folder).round, ("nothing", "whole"))


def changing(ground: Ground) -> Found:
    """Exactly one of the old and the new passphrase opens, and the recovery key always does."""
    return _cut(ground, Changing(ground.folder).round, ("old", "new"))


def backing(ground: Ground) -> Found:
    """The casebook is as it was, and every backup that counts is whole."""
    template = Template(ground.folder)
    return _cut(ground, lambda kill: backing_up(template, kill), ("1", "2"))


def restoring(ground: Ground) -> Found:
    """The casebook of now, by its passphrase only, or that of then, by its own."""
    template = Template(ground.folder)
    return _cut(ground, lambda kill: putting_back(template, kill), ("now", "then"))


def erasing(ground: Ground) -> Found:
    """The client is there whole, or gone with a tombstone; everybody else is as before."""
    template = Template(ground.folder)
    return _cut(ground, lambda kill: _erase(template, kill), ("there", "gone"))


def migrating(ground: Ground) -> Found:
    """The old version opens it, or it is of the new one: nothing in between, every text once, and a backup of before."""
    return _cut(ground, _Migrating(ground.folder).round, ("old", "new"))


def _cut(ground: Ground, run: _Round, good: Iterable[str]) -> Found:
    """Kills at random moments of the time that it takes undisturbed."""
    found, counted = Found(), dict[str, int]()
    longest = duration(run)
    while found.tried < ground.count:
        with found.no_traceback(f"kill {found.tried}") as refused:
            killed, left = run(at_random(longest))
            counted[left] = counted.get(left, 0) + 1
            found.tried += killed
            found.expect(f"kill {found.tried}: {left}", holds=left in good)
        if refused or found.tracebacks:
            found.lost += [f"kill {found.tried}: {error}" for error in refused]
            break
    found.said.append(", ".join(f"{count} × {left}" for left, count in sorted(counted.items())))
    return found


def _erase(template: Template, kill: Kill) -> tuple[bool, str]:
    vault = template.copy()

    def work() -> None:
        store = vault.open(OTHER)
        Erasure(vault, Backups(vault, clock), clock).erase(store, 1)
        vault.close()

    killed = kill(work)
    again = Vault(vault.folder, clock=clock, cost=CHEAP)
    try:
        store = again.open(OTHER)
        there = of_each(store)
        stones = {uid for (uid,) in store.rows.all("SELECT uid FROM tombstone")}
    finally:
        again.close()
    gone = set(template.now) - set(there)
    whole = there == {uid: digest for uid, digest in template.now.items() if uid not in gone}
    if not whole or len(gone) > 1 or stones & set(template.now) != gone:
        return killed, "half of it"
    return killed, "gone" if gone else "there"


class _Migrating:
    """Brings one casebook after another to a version that is still to come."""

    def __init__(self, root: Path) -> None:
        self._now, self._then = paths.SQL, root / "sql"
        (self._then / "casebook").mkdir(parents=True)
        for file in (self._now / "casebook").iterdir():
            (self._then / "casebook" / file.name).write_bytes(file.read_bytes())
        (self._then / "casebook" / "999-to-come.sql").write_text(_MIGRATION, "utf-8")
        self._template = Template(root)
        folder = self._template.copy().folder
        vault = Vault(folder, clock=clock, cost=CHEAP)
        store = vault.open(OTHER)
        with store.rows.writing():
            for number in range(_NOTES):
                store.notes.write(1, f"notitie {number} over de bus, het geld en wat er op zaterdag gebeurt")
        self._texts = _texts(store)
        vault.close()
        self._folder, self._copies = folder, 0

    def round(self, kill: Kill) -> tuple[bool, str]:
        self._copies += 1
        folder = self._folder.with_name(f"copy {self._copies}")
        shutil.copytree(self._folder, folder)
        with self._version_to_come():
            killed = kill(lambda: _migrate(folder))
        return killed, self._left(folder)

    @contextmanager
    def _version_to_come(self) -> Iterator[None]:
        paths.SQL = self._then
        try:
            yield
        finally:
            paths.SQL = self._now

    def _left(self, folder: Path) -> str:
        try:
            opens = opens_by(folder, lambda vault: vault.open(OTHER))
        except TooNew:
            with self._version_to_come():
                return self._looked_at(folder, [f"{text} (overgezet)" for text in self._texts], "new")
        return self._looked_at(folder, self._texts, "old") if opens else "does not open"

    def _looked_at(self, folder: Path, texts: list[str], name: str) -> str:
        if opens_by(folder, lambda vault: vault.open(PASSPHRASE)):
            return "two passphrases open it"
        (folder / "casebook.tries").unlink(missing_ok=True)
        vault = Vault(folder, clock=clock, cost=CHEAP)
        try:
            store = vault.open(OTHER)
            whole = _texts(store) == texts and store.rows.all("PRAGMA integrity_check") == [("ok",)]
            backups = Backups(vault, clock).all()
            for backup in backups:
                with closing(vault.open_copy(backup.database)) as copy:
                    whole = whole and len(by_uid(Rows(copy))) > 0
            if name == "new":
                whole = whole and len(backups) == 2 and store.rows.the("SELECT count(*) FROM place")[0] == len(texts)
        finally:
            vault.close()
        return name if whole else f"{name}, not whole"


def _migrate(folder: Path) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.open(OTHER, back_up=Backups(vault, clock).make_only)
    vault.close()


def _texts(store: Store) -> list[str]:
    return [text for (text,) in store.rows.all("SELECT text FROM note ORDER BY id")]
