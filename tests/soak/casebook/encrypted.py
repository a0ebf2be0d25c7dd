"""Every file that the casebook makes, while it is open and after: nothing in clear, page by page; and what another program opens."""

import json
import shutil
import subprocess
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import Transfers
from guidance_kb.casebook.vault.envelope import DataKey
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, Clock
from tests.soak.casebook.erased import add_client, tokens
from tests.soak.casebook.searching import hits
from tests.soak.casebook.working import checklist_of
from tests.soak.found import Found, Ground

_PAGE = 4096
_UNEVEN = 450.0
"""Chi-squared of the bytes of a page (255 ± 23 if they are noise) from which it is no noise; a page of plain SQLite has some 100,000."""


def encrypted(ground: Ground) -> Found:
    """Goes through all that makes files, with `count` clients, and looks at every file at every stop."""
    found, clock = Found(), Clock()
    sought = tokens(0)
    for journal in Journal:
        folder = ground.folder / journal.value
        guard = _Guard(folder, sought, found)
        vault = Vault(folder, clock=clock, cost=CHEAP, journal=journal)
        vault.create(PASSPHRASE)
        guard.look("created")
        store = vault.open(PASSPHRASE)
        checklist = checklist_of(ground.knowledge)
        for number in range(ground.count):
            add_client(store, checklist, number)
        guard.look("open")
        _with_a_change_under_way(store, guard)
        backups = Backups(vault, clock)
        first = backups.make(store.database)
        guard.look("backed up")
        clock.pass_(minutes=1)
        Transfers(store, clock, CHEAP).hand_over(1, folder / "ERS-000.gkbt")
        guard.look("handed over")
        Erasure(vault, backups, clock).erase(store, 2)
        guard.look("erased")
        restoring = Restoration(vault, backups, clock)
        prepared = restoring.prepare(first, Secret.passphrase(PASSPHRASE), store.database)
        guard.look("about to restore")
        prepared.apply()
        guard.look("restored")
        vault.change_passphrase(PASSPHRASE, OTHER)
        vault.quarantine()
        guard.look("set aside")
        guard.must_have_seen(
            "casebook.db",
            f"casebook.db-{'wal' if journal is Journal.WAL else 'journal'}",
            "casebook.key",
            "ERS-000.gkbt",
        )
    return found


def raw_key(key: DataKey) -> str:
    """The data key as any SQLCipher takes it."""
    return f"x'{key.secret.hex()}{key.store.hex()}'"


def asked_elsewhere(database: Path, key: DataKey, sql: str) -> str | None:
    """What Debian's `sqlcipher` answers of a closed casebook; None where there is no such program."""
    program = shutil.which("sqlcipher")
    if program is None:
        return None
    script = f'PRAGMA key = "{raw_key(key)}";\n{sql}\n'
    done = subprocess.run(
        [program, "-batch", "-readonly", str(database)], input=script, capture_output=True, text=True, check=True
    )
    if done.stderr:
        raise AssertionError(done.stderr)
    return done.stdout.removeprefix("ok\n").strip()


class _Guard:
    """Looks at the files of a folder through a copy that another process makes: reading a live database would drop SQLite's locks."""

    def __init__(self, folder: Path, sought: list[str], found: Found) -> None:
        self._folder, self._sought, self._found = folder, sought, found
        self._seen: dict[str, int] = {}

    def look(self, when: str) -> None:
        """Looks at every file as it is now."""
        copy = self._folder.with_name(f"{self._folder.name}, seen")
        subprocess.run(["cp", "-r", str(self._folder), str(copy)], check=True)
        for file in sorted(copy.rglob("*")):
            if file.is_file():
                self._found.tried += 1
                self._found.leaked += [f"{when}: {file.relative_to(copy)}: {what}" for what in in_clear(file)]
                there = hits(file.read_bytes(), self._sought)
                self._found.leaked += [f"{when}: {file.relative_to(copy)}: {token}" for token in there]
                self._seen[file.name] = max(self._seen.get(file.name, 0), file.stat().st_size)
        shutil.rmtree(copy)

    def must_have_seen(self, *names: str) -> None:
        """A file that was never there, or always empty, proves nothing."""
        for name in names:
            self._found.expect(f"{name} was never seen with something in it", holds=self._seen.get(name, 0) > 0)


def in_clear(file: Path) -> list[str]:
    """What of a file can be read that should not; its name says what it has to be."""
    content = file.read_bytes()
    if file.suffix == ".gkbt":
        _, _, sealed = content.partition(b"\n")
        return [] if len(zlib.compress(sealed)) >= len(sealed) > 0 else ["it can be packed, so it is no noise"]
    look = _LOOKS.get(file.name)
    return look(content) if look else ["a file that nobody knows"]


def _fields(known: set[str], content: bytes) -> list[str]:
    there = set(json.loads(content))
    return [] if there <= known else [f"fields {sorted(there)}"]


def _empty(content: bytes) -> list[str]:
    return ["it is not empty"] if content else []


def _uneven(content: bytes, head: int = 0, before: int = 0, after: int = 0) -> list[str]:
    """The pages that are no noise; in a file with a head, and something before and after every page."""
    found, start = [], head + before
    while start + _PAGE <= len(content):
        page = content[start : start + _PAGE]
        squared = sum(count * count for count in Counter(page).values()) * 256 / _PAGE - _PAGE
        if squared > _UNEVEN:
            found.append(f"the page at byte {start} is no noise ({squared:,.0f})")
        start += before + _PAGE + after
    return found


_LOOKS: dict[str, Callable[[bytes], list[str]]] = {
    "casebook.lock": _empty,
    "ready": _empty,
    "casebook.key": partial(_fields, {"format", "version", "store", "slots", "check"}),
    "casebook.tries": partial(_fields, {"failures", "last"}),
    "casebook.db": _uneven,
    "casebook.db.new": _uneven,
    "casebook.db-wal": partial(_uneven, head=32, before=24),  # https://sqlite.org/fileformat.html#the_write_ahead_log
    "casebook.db-journal": partial(_uneven, head=512, before=4, after=4),  # and #the_rollback_journal
}
"""Every file that may be there."""


def _with_a_change_under_way(store: Store, guard: _Guard) -> None:
    """Looks in the middle of a transaction, which is then taken back."""
    with suppress(_TakenBack), store.rows.writing():
        store.rows.run("UPDATE note SET text = text || ' en nog iets'")
        guard.look("in the middle of a change")
        raise _TakenBack


class _TakenBack(Exception):
    pass
