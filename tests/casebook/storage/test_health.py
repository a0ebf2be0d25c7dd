"""How a casebook is doing is seen without its key, and nothing of a client is told."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.storage.health import JournalHealth, Key, StoreHealth, cipher_version, look
from guidance_kb.casebook.vault.keyfile import _MARK, _with_check
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.people import client


@pytest.fixture
def closed(folder: Path, clock: Clock) -> Path:
    """A casebook with a client and a backup, closed."""
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    client(store)
    Backups(vault, clock).make(store.database)
    vault.close()
    return folder


def test_where_there_is_none_there_is_nothing_to_say(folder: Path) -> None:
    assert look(folder) is None
    folder.mkdir()
    assert look(folder) is None


def test_all_is_well(closed: Path, clock: Clock) -> None:
    found = look(closed)
    assert found is not None
    assert (found.key, found.store, found.journal, found.held) == (
        Key.WHOLE,
        StoreHealth.READABLE,
        JournalHealth.EMPTY,
        False,
    )
    assert found.backups == 1
    assert found.newest is not None
    assert abs(clock() - found.newest) < timedelta(seconds=2)


def test_looking_changes_nothing_and_keeps_nobody_out(closed: Path, clock: Clock) -> None:
    before = {file: file.read_bytes() for file in closed.rglob("*") if file.is_file()}
    look(closed)
    assert {file: file.read_bytes() for file in closed.rglob("*") if file.is_file()} == before
    vault = Vault(closed, clock=clock, cost=CHEAP)
    vault.open(PASSPHRASE)
    vault.close()


def test_one_that_is_open_is_not_touched(closed: Path, clock: Clock) -> None:
    vault = Vault(closed, clock=clock, cost=CHEAP)
    store = vault.open(PASSPHRASE)
    found = look(closed)
    assert found is not None
    assert (found.held, found.store, found.journal) == (True, StoreHealth.IN_USE, JournalHealth.IN_USE)
    other = (
        "import sys; from pathlib import Path; from guidance_kb.casebook.vault.vault import Vault; "
        "Vault(Path(sys.argv[1])).open(sys.argv[2])"
    )
    done = subprocess.run(
        [sys.executable, "-c", other, str(closed), PASSPHRASE], capture_output=True, text=True, check=False
    )
    assert "FolderInUse" in done.stderr  # the locks are as they were
    assert store.clients.add("K-2").id
    vault.close()


def test_a_key_file_that_is_gone_damaged_or_newer(closed: Path) -> None:
    file = closed / "casebook.key"
    whole = file.read_bytes()
    file.write_bytes(whole[:40])
    assert key(closed) is Key.DAMAGED
    file.write_bytes(b"")
    assert key(closed) is Key.DAMAGED
    file.write_bytes(newer(whole))
    assert key(closed) is Key.NEWER
    file.unlink()
    assert key(closed) is Key.MISSING


def newer(whole: bytes) -> bytes:
    checked = whole.rpartition(_MARK)[0]
    return _with_check(checked.replace(b'"version": 1', b'"version": 2'))


def key(folder: Path) -> Key:
    found = look(folder)
    assert found is not None
    return found.key


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", StoreHealth.DAMAGED),
        (b"x" * 5000, StoreHealth.DAMAGED),
        (bytes(8192), StoreHealth.DAMAGED),
        (b"SQLite format 3\0" + bytes(4080), StoreHealth.DAMAGED),
    ],
)
def test_a_store_that_cannot_be_one_of_ours(closed: Path, content: bytes, state: StoreHealth) -> None:
    (closed / "casebook.db").write_bytes(content)
    found = look(closed)
    assert found is not None
    assert found.store is state


def test_a_store_that_is_gone(closed: Path) -> None:
    (closed / "casebook.db").unlink()
    found = look(closed)
    assert found is not None
    assert found.store is StoreHealth.MISSING


def test_a_journal_that_waits(closed: Path, clock: Clock, tmp_path: Path) -> None:
    vault = Vault(closed, clock=clock, cost=CHEAP)
    store = vault.open(PASSPHRASE)
    store.clients.add("K-77")
    crashed = tmp_path / "crashed"
    shutil.copytree(closed, crashed)
    vault.close()
    found = look(crashed)
    assert found is not None
    assert found.journal in (JournalHealth.WAITING, JournalHealth.EMPTY)
    assert found.journal is JournalHealth.WAITING or not (crashed / "casebook.db-wal").exists()


def test_what_is_told_is_the_same_for_no_client_and_for_many(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    vault.close()
    empty = look(folder)
    store = vault.open(PASSPHRASE)
    for number in range(30):
        store.clients.add(f"K-{number}")
    vault.close()
    assert look(folder) == empty


def test_sqlcipher_says_its_version() -> None:
    assert cipher_version()[0].isdigit()


def test_a_backup_of_now_is_of_now(closed: Path) -> None:
    found = look(closed)
    assert found is not None
    assert found.newest is not None
    assert found.newest.tzinfo is not None
    assert found.newest < datetime.now(UTC) + timedelta(days=1)


def test_a_restore_that_was_cut_short_is_nothing_to_mend(closed: Path, clock: Clock) -> None:
    scratch = closed / "restoring"
    scratch.mkdir()
    (closed / "casebook.db").replace(scratch / "casebook.db")  # the present one was set aside, and it was decided on
    (scratch / "ready").touch()
    found = look(closed)
    assert found is not None
    assert (found.key, found.store) == (Key.WHOLE, StoreHealth.WAITING)
    vault = Vault(closed, clock=clock, cost=CHEAP)
    vault.open(PASSPHRASE)
    vault.close()
    again = look(closed)
    assert again is not None
    assert again.store is StoreHealth.READABLE


def test_a_casebook_of_which_only_the_restore_is_there_is_one(folder: Path) -> None:
    (folder / "restoring").mkdir(parents=True)
    (folder / "restoring" / "ready").touch()
    found = look(folder)
    assert found is not None
    assert found.store is StoreHealth.WAITING


def test_a_creation_that_was_cut_short_is_nothing_to_mend(folder: Path, clock: Clock) -> None:
    Vault(folder, clock=clock, cost=CHEAP).create(PASSPHRASE)
    (folder / "casebook.db").replace(folder / "casebook.db.new")
    found = look(folder)
    assert found is not None
    assert found.store is StoreHealth.WAITING
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.open(PASSPHRASE)
    vault.close()
