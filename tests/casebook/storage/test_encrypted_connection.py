import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlite_utils
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils.plugins import pm

from guidance_kb.casebook.errors import CannotUse, Damaged, FolderInUse, StoreMissing, told
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.encrypted_connection import Journal, connect, connect_copy, create
from guidance_kb.casebook.storage.files import PLAIN_HEADER
from guidance_kb.casebook.vault.envelope import DataKey
from guidance_kb.errors import BugError
from tests.casebook.conftest import TOKEN, forbidden_to_write, python

KEY = DataKey.new()
PAGE = 4096


@pytest.fixture(params=list(Journal))
def journal(request: pytest.FixtureRequest) -> Journal:
    chosen: Journal = request.param
    return chosen


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed database of some forty pages."""
    path = tmp_path / "casebook.db"
    database = create(path, KEY)
    database["note"].insert_all({"id": number, "text": f"{TOKEN} {number} " * 8} for number in range(300))
    database["note"].create_index(["text"])
    database.close()
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[sqlite_utils.Database]:
    database = connect(path, KEY)
    yield database
    database.close()


def pragma(database: sqlite_utils.Database, name: str) -> object:
    return database.execute(f"PRAGMA {name}").fetchone()[0]


def test_everything_is_set(path: Path, journal: Journal) -> None:
    database = connect(path, KEY, journal)
    names = [
        "journal_mode",
        "synchronous",
        "locking_mode",
        "foreign_keys",
        "secure_delete",
        "trusted_schema",
        "cell_size_check",
        "temp_store",
    ]
    assert [pragma(database, name) for name in names] == [journal, 2, "exclusive", 1, 1, 0, 1, 2]
    assert pragma(database, "cipher_version")
    database.close()


def test_the_file_is_not_sqlite_and_starts_with_the_id_of_its_casebook(path: Path) -> None:
    assert encrypted_connection.header(path) == KEY.store
    assert encrypted_connection.header(path) != PLAIN_HEADER
    encrypted_connection.refuse_plain(path)


def test_nothing_is_in_clear_in_database_wal_or_journal(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "casebook.db"
    database = create(path, KEY, journal)
    database["note"].insert({"text": TOKEN})
    database.execute("BEGIN")
    database.execute("UPDATE note SET text = text || text")
    left = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    copies = [Path(shutil.copy(file, tmp_path / f"copy of {file.name}")) for file in tmp_path.iterdir() if file != path]
    database.rollback()
    database.close()
    assert set(left) == {"casebook.db", f"casebook.db-{'wal' if journal is Journal.WAL else 'journal'}"}
    for file in (path, *copies):
        content = file.read_bytes()
        assert content
        assert not content.startswith(PLAIN_HEADER)
        assert TOKEN.encode() not in content
        assert b"CREATE TABLE" not in content


def test_only_the_owner_may_read_any_of_it(tmp_path: Path, journal: Journal) -> None:
    database = create(tmp_path / "casebook.db", KEY, journal)
    database["note"].insert({"text": TOKEN})
    database.execute("BEGIN")
    database.execute("DELETE FROM note")
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    assert len(list(tmp_path.iterdir())) == 2
    database.close()


def test_no_shared_memory_lies_beside_it(opened: sqlite_utils.Database, path: Path) -> None:
    opened["note"].insert({"id": 1000, "text": TOKEN})
    assert not path.with_name("casebook.db-shm").exists()


def test_the_standard_library_would_have_written_in_clear(tmp_path: Path) -> None:
    """Trap 1: the key is ignored there without a word. Both guards see it: no cipher_version, and the header."""
    path = tmp_path / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute(f"PRAGMA key = \"x'{KEY.secret.hex()}'\"")
    plain.execute("CREATE TABLE note (text)")
    assert plain.execute("PRAGMA cipher_version").fetchone() is None
    with pytest.raises(BugError):
        encrypted_connection._refuse_plain_sqlite(plain)  # as if this were what SQLCipher gave
    plain.close()
    with pytest.raises(BugError):
        encrypted_connection.refuse_plain(path)


def test_a_plain_database_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "casebook.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE note (text)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(Damaged):
        connect(path, KEY)
    assert path.read_bytes() == before


def test_a_wrong_key_opens_nothing_and_says_nothing_elsewhere(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Trap 10: SQLCipher tells a wrong key on stderr unless told not to."""
    before = path.read_bytes()
    for key in (DataKey.new(), DataKey(KEY.store, bytes(32)), DataKey(bytes(16), KEY.secret)):
        for way in (connect, connect_copy):
            with pytest.raises(Damaged):
                way(path, key)
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_errors_of_sqlcipher_are_not_those_of_sqlite3(opened: sqlite_utils.Database) -> None:
    """Trap 2: `except sqlite3.Error` would catch nothing."""
    assert not issubclass(sqlcipher.Error, sqlite3.Error)
    with pytest.raises(sqlcipher.OperationalError):
        opened.execute("SELECT * FROM nothing")
    with pytest.raises(sqlcipher.IntegrityError):
        opened.execute("INSERT INTO note (rowid) VALUES (1)")


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(opened: sqlite_utils.Database) -> None:
    with pytest.raises(sqlcipher.OperationalError), told():
        opened.execute("SELECT * FROM nothing")


def test_atomic_takes_everything_back(opened: sqlite_utils.Database) -> None:
    """What `with database.conn` does not (trap 3)."""

    def fail() -> None:
        with opened.atomic():
            opened["note"].insert({"id": 1000, "text": ""})
            opened["other"].insert({"id": 1})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert opened["note"].count == 300
    assert opened.table_names() == ["note"]


def test_the_second_of_two_processes_is_refused_and_the_first_goes_on(
    opened: sqlite_utils.Database, path: Path, journal: Journal
) -> None:
    opened.close()
    connect(path, KEY, journal).close()  # so that the next opening need not change the journal, which would lock too
    first = connect(path, KEY, journal)
    second = f"""
from pathlib import Path
from guidance_kb.casebook.storage.encrypted_connection import Journal, connect
from guidance_kb.casebook.vault.envelope import DataKey
from guidance_kb.casebook.errors import FolderInUse
try:
    key = DataKey(bytes.fromhex({KEY.store.hex()!r}), bytes.fromhex({KEY.secret.hex()!r}))
    connect(Path({str(path)!r}), key, Journal({journal.value!r}))
except FolderInUse:
    print("busy")
"""
    done = subprocess.run(python("-c", second), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("busy\n", "")
    first["note"].insert({"id": 1000, "text": TOKEN})
    first.close()
    again = connect(path, KEY, journal)
    assert again["note"].count == 301
    again.close()


def test_a_second_connection_of_the_same_process_is_refused_too(opened: sqlite_utils.Database, path: Path) -> None:
    with pytest.raises(FolderInUse):
        connect(path, KEY)
    assert opened["note"].count == 300


def test_the_journal_can_be_changed_from_one_opening_to_the_next(path: Path) -> None:
    for journal in (Journal.DELETE, Journal.WAL, Journal.DELETE):
        database = connect(path, KEY, journal)
        database["note"].insert({"text": TOKEN})
        assert pragma(database, "journal_mode") == journal
        database.close()
    database = connect(path, KEY)
    assert database["note"].count == 303
    database.close()


def test_nothing_is_created_by_opening(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        connect(tmp_path / "casebook.db", KEY)
    with pytest.raises(StoreMissing):
        connect_copy(tmp_path / "casebook.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_created_over_what_is_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(CannotUse):
        create(path, KEY)
    assert path.read_bytes() == before


def test_an_empty_file_is_not_an_empty_casebook(tmp_path: Path) -> None:
    """SQLite takes an empty file for an empty database, with any key."""
    path = tmp_path / "casebook.db"
    path.touch()
    with pytest.raises(Damaged):
        connect(path, KEY)
    assert path.stat().st_size == 0


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotUse):
        connect(tmp_path, KEY)


def test_every_page_flipped_is_noticed_or_harmless(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = path.read_bytes()
    assert len(whole) // PAGE > 30
    for page in range(len(whole) // PAGE):
        flipped = bytearray(whole)
        flipped[page * PAGE + 500] ^= 1
        path.write_bytes(flipped)
        with pytest.raises(Damaged) as damaged:
            connect(path, KEY)
        assert page == 0 or damaged.value.faults
        assert path.read_bytes() == flipped
    assert capfd.readouterr() == ("", "")


def test_a_flipped_header_is_harmless(path: Path) -> None:
    flipped = bytearray(path.read_bytes())
    flipped[5] ^= 0xFF
    path.write_bytes(flipped)
    database = connect(path, KEY)
    assert database["note"].count == 300
    database.close()


def test_every_truncation_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    edges = [1, 15, 16, 17, 100, PAGE - 1, PAGE, PAGE + 1, len(whole) - PAGE, len(whole) - 1]
    for length in edges + list(range(2 * PAGE, len(whole), len(whole) // 90)):
        path.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            connect(path, KEY)
        assert path.read_bytes() == whole[:length]


def test_pages_torn_by_a_power_cut_are_whole_again_from_the_wal(path: Path, tmp_path: Path) -> None:
    """The check of the pages must not call damaged what the WAL still holds."""
    database = connect(path, KEY)
    database.execute("PRAGMA wal_autocheckpoint = 0")
    database.execute("UPDATE note SET text = upper(text)")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in (
        "casebook.db",
        "casebook.db-wal",
    ):  # a read of the live file drops our lock (trap 4), which this test does not need
        shutil.copy(tmp_path / name, crashed / name)
    database.close()
    torn = bytearray((crashed / "casebook.db").read_bytes())
    torn[3 * PAGE : 3 * PAGE + 2000] = bytes(2000)
    (crashed / "casebook.db").write_bytes(torn)
    database = connect(crashed / "casebook.db", KEY)
    assert database.execute("SELECT count(*) FROM note WHERE text = upper(text)").fetchone() == (300,)
    database.close()


def test_a_backup_starts_with_the_same_id_and_opens_by_the_same_key(
    opened: sqlite_utils.Database, tmp_path: Path
) -> None:
    copy = tmp_path / "backup.db"
    opened.execute("VACUUM INTO ?", [str(copy)])
    assert encrypted_connection.header(copy) == KEY.store
    database = connect_copy(copy, KEY)
    assert database["note"].count == 300
    with pytest.raises(sqlcipher.OperationalError):
        database.execute("DELETE FROM note")
    database.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["backup.db", "casebook.db", "casebook.db-wal"]


def test_in_a_read_only_folder_it_says_so(path: Path, public_folder: Path) -> None:
    there = public_folder / "casebook.db"
    shutil.copy(path, there)
    there.chmod(0o444)
    with forbidden_to_write(public_folder):
        with pytest.raises(CannotUse):
            connect(there, KEY)
        with pytest.raises(CannotUse):
            create(public_folder / "other.db", KEY)
    assert there.read_bytes() == path.read_bytes()


def test_no_plugin_of_sqlite_utils_sees_the_connection(path: Path) -> None:
    seen = []

    class Plugin:
        @sqlite_utils.hookimpl
        def prepare_connection(self, conn: sqlite3.Connection) -> None:
            seen.append(conn)

    plugin = Plugin()
    pm.register(plugin)
    try:
        connect(path, KEY).close()
        sqlite_utils.Database(memory=True).close()
    finally:
        pm.unregister(plugin)
    assert len(seen) == 1  # that of the plain one, to show that the plugin works


def test_another_thread_may_use_it(opened: sqlite_utils.Database) -> None:
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(lambda: opened["note"].count).result() == 300
