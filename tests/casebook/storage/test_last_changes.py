"""A log that was damaged after a crash: what is whole opens, the rest is told and kept; nothing is lost without a word."""

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.errors import Damaged, DiskFull, WrongPassphrase
from guidance_kb.casebook.storage import encrypted_connection, last_changes
from guidance_kb.casebook.storage.last_changes import LastChangesLost
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, Clock, everything_in
from tests.casebook.logs import BEGAN, Log, crashed, text

NOTES = 12
ALL = [text(number) for number in range(NOTES)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crashed") / "casebook"
    crashed(folder, NOTES)
    return folder


@pytest.fixture
def vault(made: Path, folder: Path, clock: Clock) -> Vault:
    """A casebook whose process was killed after `NOTES` notes."""
    shutil.copytree(made, folder)
    return Vault(folder, clock=clock, cost=CHEAP)


@pytest.fixture
def log(vault: Vault) -> Log:
    return Log(vault.folder)


def notes(store: Store) -> list[str]:
    return [note.text for note in store.notes.of_client(1)] if store.clients.find("K-1") else []


def aside(vault: Vault) -> list[Path]:
    return sorted(vault.folder.glob("damaged-*"))


def test_whole_it_opens_without_a_word(vault: Vault) -> None:
    assert notes(vault.open(PASSPHRASE)) == ALL
    assert vault.lost is None
    assert aside(vault) == []
    vault.close()


def test_damaged_anywhere_what_is_whole_opens_and_the_rest_is_told(
    vault: Vault, log: Log, made: Path, clock: Clock
) -> None:
    lengths = set()
    for frame in range(0, log.frames, 7):
        for name in ("casebook.db", "casebook.key"):
            shutil.copyfile(made / name, vault.folder / name)
        log.flip(log.begin(frame) + 24 + frame * 30, frame % 8)
        found = everything_in(vault.folder)
        there = notes(vault.open(PASSPHRASE))
        vault.close()
        assert there == ALL[: len(there)]
        lengths.add(len(there))
        lost = vault.lost
        assert isinstance(lost, LastChangesLost)
        assert aside(vault) == [lost.kept]
        assert everything_in(lost.kept) == found
        if there:
            assert lost.until == BEGAN + timedelta(minutes=len(there) - 1)
            assert _shown(lost.until, "november") in lost.say(Language.NL)
            assert _shown(lost.until, "November") in lost.say(Language.EN)
        assert notes(vault.open(PASSPHRASE)) == there  # and the next time there is nothing to tell
        assert vault.lost is None
        vault.close()
        shutil.rmtree(lost.kept)
    assert len(lengths) > 6


def _shown(moment: datetime, month: str) -> str:
    local = moment.astimezone()
    return f"{local.day} {month} {local.year}, {local:%H:%M}"


def test_damage_before_anything_was_written_has_no_moment(vault: Vault, log: Log) -> None:
    log.flip(12)
    assert notes(vault.open(PASSPHRASE)) == []
    assert vault.lost is not None
    assert vault.lost.until is None
    assert "heel en nagekeken" in vault.lost.say(Language.NL)
    vault.close()


def test_what_is_kept_aside_is_a_casebook_of_its_own(vault: Vault, log: Log, clock: Clock) -> None:
    """With the byte put right, everything is there."""
    place = log.begin(40) + 99
    log.flip(place)
    vault.open(PASSPHRASE)
    vault.close()
    assert vault.lost is not None
    kept = Vault(vault.lost.kept, clock=clock, cost=CHEAP)
    Log(kept.folder).flip(place)
    assert notes(kept.open(PASSPHRASE)) == ALL
    assert kept.lost is None
    kept.close()


def test_the_sentence_names_no_folder_and_nothing_of_a_client(vault: Vault, log: Log) -> None:
    log.flip(log.begin(40) + 99)
    vault.open(PASSPHRASE)
    vault.close()
    assert vault.lost is not None
    for language in Language:
        said = vault.lost.say(language)
        assert str(vault.folder) not in said
        assert "K-1" not in said
        assert said.endswith(".")


def test_a_torn_last_commit_is_no_loss(vault: Vault, log: Log) -> None:
    """A power cut: the last commit was never acknowledged, and is not missed."""
    begin = log.begin(log.commits[-2] + 1)
    log.replace(begin, bytes(1000))
    assert notes(vault.open(PASSPHRASE)) == ALL[:-1]
    assert vault.lost is None
    assert aside(vault) == []
    vault.close()


def test_a_wrong_passphrase_touches_nothing(vault: Vault, log: Log) -> None:
    log.flip(log.begin(40) + 99)
    before = everything_in(vault.folder)
    with pytest.raises(WrongPassphrase):
        vault.open(OTHER)
    assert everything_in(vault.folder) == before


def test_without_room_for_the_copy_it_is_not_opened(
    vault: Vault, log: Log, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    log.flip(log.begin(40) + 99)
    before = everything_in(vault.folder)
    copied: list[object] = []

    def full(*paths: Path) -> None:
        copied.append(shutil.copyfile(*paths))
        if len(copied) == 2:
            raise OSError(28, os.strerror(28))

    monkeypatch.setattr("guidance_kb.casebook.storage.quarantine.shutil.copy2", full)
    with pytest.raises(DiskFull):
        vault.open(PASSPHRASE)
    assert len(copied) == 2
    assert everything_in(vault.folder) == before
    assert not vault.is_open


def test_what_does_not_fit_together_is_damaged_and_not_touched(
    vault: Vault, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log was being put in place when the process was killed, and a page of before it is damaged too."""
    log.flip(log.begin(40) + 99)
    content = bytearray(vault.database_file.read_bytes())
    content[len(content) // 2] ^= 1
    vault.database_file.write_bytes(content)
    before = everything_in(vault.folder)
    for _ in range(2):
        with pytest.raises(Damaged) as refused:
            vault.open(PASSPHRASE)
        assert refused.value.faults
        assert everything_in(vault.folder) == before


def test_what_is_in_the_database_already_is_not_lost_and_nothing_is_told(folder: Path, clock: Clock) -> None:
    crashed(folder, NOTES, "put_in_place")
    log = Log(folder)
    log.flip(log.begin(40) + 99)
    content = log.path.read_bytes()
    vault = Vault(folder, clock=clock, cost=CHEAP)
    assert notes(vault.open(PASSPHRASE)) == ALL
    assert vault.lost is None
    assert [each.read_bytes() for each in aside(vault)[0].iterdir()] == [content]
    vault.close()


def test_sqlite_alone_would_have_put_older_pages_over_newer_ones(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why that log is set aside, and why what is whole is checked to the last row."""
    crashed(folder, NOTES, "put_in_place")
    log = Log(folder)
    log.flip(log.begin(log.frames // 2) + 99)
    monkeypatch.setattr(last_changes, "look", lambda *_: None)
    vault = Vault(folder, clock=clock, cost=CHEAP)
    there = notes(vault.open(PASSPHRASE))
    vault.close()
    assert len(there) < NOTES


def test_a_restore_leaves_it_alone_until_it_is_done_and_then_keeps_it(vault: Vault, log: Log, clock: Clock) -> None:
    store = vault.open(PASSPHRASE)
    backups = Backups(vault, clock)
    made = backups.make(store.database)
    vault.close()
    log.flip(log.begin(40) + 99)
    before = everything_in(vault.folder)
    restoring = Restoration(vault, backups, clock)
    prepared = restoring.prepare(made, Secret.passphrase(PASSPHRASE))
    assert not prepared.preview.compared
    prepared.discard()
    assert everything_in(vault.folder) == before
    done = restoring.prepare(made, Secret.passphrase(PASSPHRASE)).apply()
    assert done.kept == aside(vault)[0]
    assert (done.kept / log.path.name).read_bytes() == before[log.path.name]
    assert notes(vault.open(PASSPHRASE)) == ALL
    assert vault.lost is None
    vault.close()


def test_one_of_a_network_drive_has_no_log(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP, journal=encrypted_connection.Journal.DELETE)
    vault.create(PASSPHRASE)
    vault.open(PASSPHRASE)
    assert vault.lost is None
    vault.close()
