"""After a crash everything acknowledged is there; damage in the log that is left loses the last write at most, or is told."""

import errno
import shutil
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.errors import Damaged, WrongPassphrase
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.files import PAGE
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, Clock, everything_in
from tests.casebook.logs import Log, crashed, text

NOTES = 12
ALL = [text(number) for number in range(NOTES)]
WAYS = ("", "cut_off", "as_before")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Casebooks whose process was killed after `NOTES` notes, by the way it was."""
    folder = tmp_path_factory.mktemp("crashed")
    for way in WAYS:
        crashed(folder / f"way {way}", NOTES, way)
    return folder


def opened(made: Path, way: str, folder: Path, clock: Clock) -> tuple[Vault, Log]:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made / f"way {way}", folder)
    return Vault(folder, clock=clock, cost=CHEAP), Log(folder)


def notes(store: Store) -> list[str]:
    return [note.text for note in store.notes.of_client(1)] if store.clients.find("K-1") else []


def there(vault: Vault) -> list[str]:
    try:
        return notes(vault.open(PASSPHRASE))
    finally:
        vault.close()


@pytest.mark.parametrize("way", WAYS)
def test_whole_everything_is_there(made: Path, folder: Path, clock: Clock, way: str) -> None:
    vault, _ = opened(made, way, folder, clock)
    assert there(vault) == ALL


def test_a_log_holds_the_last_commit_and_no_more(made: Path) -> None:
    commits = {way: len(Log(made / f"way {way}").commits) for way in WAYS}
    assert commits == {"": 1, "cut_off": 1, "as_before": NOTES}


@pytest.mark.parametrize("way", ["", "cut_off"])
def test_damaged_anywhere_the_last_write_is_lost_at_most(made: Path, folder: Path, clock: Clock, way: str) -> None:
    found = set()
    frames = Log(made / f"way {way}").frames
    for place in (12, *(Log.HEADER + Log.FRAME * frame + 24 + frame * 30 for frame in range(frames))):
        vault, log = opened(made, way, folder, clock)
        log.flip(place, place % 8)
        found.add(tuple(there(vault)))
    assert found == ({tuple(ALL)} if way == "" else {tuple(ALL[:-1])})


def test_a_torn_last_commit_is_no_loss(made: Path, folder: Path, clock: Clock) -> None:
    """A power cut: the last commit was never acknowledged, and is not missed."""
    vault, log = opened(made, "cut_off", folder, clock)
    log.replace(log.begin(0), bytes(1000))
    assert there(vault) == ALL[:-1]


def half_placed(vault: Vault, log: Log, count: int) -> None:
    """Puts so many pages of the last commit in their place, as a process that was killed at it, and damages the log."""
    content = bytearray(vault.database_file.read_bytes())
    for page, written in sorted(log.pages().items())[:count]:
        content[(page - 1) * PAGE : page * PAGE] = written
    vault.database_file.write_bytes(content)
    log.flip(log.begin(0) + 500)


def test_half_of_a_commit_in_its_place_and_its_log_damaged_is_told(made: Path, folder: Path, clock: Clock) -> None:
    """Every page is whole by itself, and SQLite alone would say nothing: what does not fit together is found by reading all of it."""
    pages = len(Log(made / "way cut_off").pages())
    told = []
    for count in range(pages + 1):
        vault, log = opened(made, "cut_off", folder, clock)
        half_placed(vault, log, count)
        before = everything_in(folder)
        try:
            assert there(vault) in (ALL[:-1], ALL)
        except Damaged:
            told.append(count)
            assert everything_in(folder) == before
    assert len(told) >= 3
    assert 0 not in told
    assert pages not in told


def test_what_does_not_fit_together_is_refused_again_and_again_and_the_newest_backup_helps(
    made: Path, folder: Path, clock: Clock
) -> None:
    vault, log = opened(made, "cut_off", folder, clock)
    whole = vault.folder.with_name("whole")
    shutil.copytree(folder, whole)
    other = Vault(whole, clock=clock, cost=CHEAP)
    Backups(other, clock).make(other.open(PASSPHRASE).database)
    other.close()
    shutil.copytree(whole / "backups", folder / "backups")
    half_placed(vault, log, 2)
    for _ in range(2):
        with pytest.raises(Damaged) as refused:
            vault.open(PASSPHRASE)
        assert refused.value.faults
    restoring, secret = Restoration(vault, Backups(vault, clock), clock), Secret.passphrase(PASSPHRASE)
    newest = restoring.newest_good(secret)
    assert newest is not None
    kept = restoring.prepare(newest, secret).apply().kept
    assert kept is not None
    assert kept.name.startswith("damaged-")
    assert there(vault) == ALL


def test_without_room_for_the_copy_it_opens(
    made: Path, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = opened(made, "cut_off", folder, clock)

    def full(*_: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("guidance_kb.casebook.vault.vault.shutil.copyfile", full)
    assert there(vault) == ALL


def test_damaged_and_told_the_newest_backup_helps(made: Path, folder: Path, clock: Clock) -> None:
    vault, _ = opened(made, "cut_off", folder, clock)
    backups = Backups(vault, clock)
    backup = backups.make(vault.open(PASSPHRASE).database)
    vault.close()
    content = bytearray(vault.database_file.read_bytes())
    content[len(content) // 2] ^= 1
    vault.database_file.write_bytes(content)
    with pytest.raises(Damaged):
        vault.open(PASSPHRASE)
    restoring = Restoration(vault, backups, clock)
    secret = Secret.passphrase(PASSPHRASE)
    assert restoring.newest_good(secret) == backup
    kept = restoring.prepare(backup, secret).apply().kept
    assert kept is not None
    assert (kept / "casebook.db").read_bytes() == content
    assert there(vault) == ALL


def test_a_wrong_passphrase_touches_nothing(made: Path, folder: Path, clock: Clock) -> None:
    vault, log = opened(made, "cut_off", folder, clock)
    log.flip(log.begin(4) + 99)
    before = everything_in(folder)
    with pytest.raises(WrongPassphrase):
        vault.open(OTHER)
    assert everything_in(folder) == before


def test_one_of_a_network_drive_has_no_log(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP, journal=encrypted_connection.Journal.DELETE)
    vault.create(PASSPHRASE)
    vault.open(PASSPHRASE)
    assert not (folder / "casebook.db-wal").exists()
    vault.close()
