import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb import paths
from guidance_kb.casebook.errors import (
    CasebookError,
    DiskFull,
    MistypedRecoveryKey,
    TooSoon,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryKey,
)
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.envelope import SlotKind
from guidance_kb.casebook.vault.recovery import new_recovery_key
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, TOKEN, Clock, everything_in, opens_by


def test_what_was_written_is_there_at_the_next_opening(vault: Vault) -> None:
    store = vault.open(PASSPHRASE)
    store.settings.write("a", TOKEN)
    vault.close()
    assert vault.open(PASSPHRASE).settings.read("a") == TOKEN
    vault.close()


def test_closed_nothing_is_left_but_the_database_and_the_key(vault: Vault, folder: Path) -> None:
    vault.open(PASSPHRASE).settings.write("a", TOKEN)
    assert (folder / "casebook.db-wal").exists()
    vault.close()
    vault.close()
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}


def test_nothing_is_ever_in_clear(vault: Vault, folder: Path) -> None:
    vault.open(PASSPHRASE).settings.write("a", TOKEN)
    vault.close()
    vault.change_passphrase(PASSPHRASE, OTHER)
    for name, content in everything_in(folder).items():
        assert not content.startswith(encrypted_connection.PLAIN_HEADER), name
        for secret in (TOKEN, PASSPHRASE, OTHER):
            for encoding in ("utf-8", "utf-16-le"):
                assert secret.encode(encoding) not in content, name


def test_closed_the_store_can_no_longer_be_used(vault: Vault) -> None:
    store = vault.open(PASSPHRASE)
    vault.close()
    with pytest.raises(sqlcipher.ProgrammingError):
        store.database.execute("SELECT 1")


def test_a_casebook_that_turned_up_in_clear_is_not_kept_quiet(vault: Vault) -> None:
    vault.open(PASSPHRASE)
    replaced = vault.database_file.with_name("plain")
    replaced.write_bytes(encrypted_connection.PLAIN_HEADER + bytes(5000))
    replaced.replace(vault.database_file)
    with pytest.raises(BugError):
        vault.close()
    assert not vault.is_open


def test_on_a_network_drive_the_journal_is_deleted_and_not_a_wal(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP, journal=Journal.DELETE)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    store.settings.write("a", TOKEN)
    assert store.database.journal_mode == "delete"
    assert not (folder / "casebook.db-wal").exists()
    vault.close()
    moved = Vault(folder, clock=clock, cost=CHEAP)
    assert moved.open(PASSPHRASE).settings.read("a") == TOKEN
    moved.close()


def test_a_backup_can_be_opened_to_look_at_while_the_vault_is_open(vault: Vault, tmp_path: Path) -> None:
    store = vault.open(PASSPHRASE)
    store.settings.write("a", TOKEN)
    store.database.execute("VACUUM INTO ?", [str(tmp_path / "backup.db")])
    copy = vault.open_copy(tmp_path / "backup.db")
    assert copy.execute("SELECT value FROM setting WHERE name = 'a'").fetchone() == (TOKEN,)
    copy.close()
    vault.close()
    with pytest.raises(BugError):
        vault.open_copy(tmp_path / "backup.db")


@pytest.mark.parametrize("way", ["open", "change"])
def test_a_restore_that_was_cut_short_is_finished_first(vault: Vault, folder: Path, clock: Clock, way: str) -> None:
    vault.open(PASSPHRASE).settings.write("a", TOKEN)
    vault.close()
    coming = folder / "restoring"
    coming.mkdir()
    for file in (vault.database_file, vault.key_file):
        file.replace(coming / file.name)
    (coming / "ready").touch()
    assert vault.exists
    if way == "change":
        vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.open(OTHER if way == "change" else PASSPHRASE).settings.read("a") == TOKEN
    vault.close()
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program that has one migration more."""
    shutil.copytree(paths.SQL, tmp_path / "db")
    (tmp_path / "db" / "casebook" / "900-later.sql").write_text("CREATE TABLE later (id INTEGER PRIMARY KEY);")
    monkeypatch.setattr(paths, "SQL", tmp_path / "db")


@pytest.mark.usefixtures("vault", "newer_program")
def test_before_a_migration_there_is_a_backup_that_the_vault_can_open(vault: Vault, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"

    def back_up(database: Database) -> None:
        database.execute("VACUUM INTO ?", [str(backup)])
        copy = vault.open_copy(backup)
        assert "later" not in copy.table_names()
        copy.close()

    assert "later" in vault.open(PASSPHRASE, back_up=back_up).database.table_names()
    vault.close()
    backup.unlink()
    vault.open(PASSPHRASE, back_up=back_up)
    assert not backup.exists()  # nothing to migrate, nothing to back up
    vault.close()


@pytest.mark.usefixtures("vault", "newer_program")
def test_without_a_backup_there_is_no_migration(vault: Vault, folder: Path) -> None:
    def back_up(_database: Database) -> None:
        raise DiskFull

    before = everything_in(folder)
    with pytest.raises(DiskFull):
        vault.open(PASSPHRASE, back_up=back_up)
    assert not vault.is_open
    assert everything_in(folder) == before


def test_a_wrong_passphrase_gets_one_sentence_and_a_rising_delay(vault: Vault, clock: Clock, folder: Path) -> None:
    before = everything_in(folder)
    delays = []
    for passphrase in ("verkeerd", "", PASSPHRASE.upper(), PASSPHRASE + " "):
        with pytest.raises(WrongPassphrase) as wrong:
            vault.open(passphrase)
        delays.append(wrong.value.delay)
        assert vault.wait == wrong.value.delay
        assert wrong.value.say(Language.NL) == "De wachtzin klopt niet; er is niets veranderd."
        clock.pass_(seconds=wrong.value.delay)
    assert delays == [1, 2, 4, 8]
    assert everything_in(folder) == before
    vault.open(PASSPHRASE)
    vault.close()
    with pytest.raises(WrongPassphrase) as wrong:
        vault.open("verkeerd")
    assert wrong.value.delay == 1


def test_too_soon_is_not_tried_and_does_not_count(vault: Vault, clock: Clock) -> None:
    with pytest.raises(WrongPassphrase):
        vault.open("verkeerd")
    for _ in range(5):
        with pytest.raises(TooSoon) as soon:
            vault.open(PASSPHRASE)
        assert soon.value.delay == 1
    clock.pass_(seconds=1)
    vault.open(PASSPHRASE)
    vault.close()


def test_a_restart_does_not_shorten_the_delay(vault: Vault, folder: Path, clock: Clock) -> None:
    for seconds in (1, 2, 4):
        with pytest.raises(WrongPassphrase):
            vault.open("verkeerd")
        clock.pass_(seconds=seconds)
    with pytest.raises(WrongPassphrase):
        vault.open("verkeerd")
    restarted = Vault(folder, clock=clock, cost=CHEAP)
    assert restarted.wait == 8
    with pytest.raises(TooSoon):
        restarted.change_passphrase(PASSPHRASE, OTHER)


def test_the_sentence_is_the_same_without_a_recovery_slot(vault: Vault, clock: Clock) -> None:
    """How many slots there are is not told by what is said."""
    envelope = keyfile.read(vault.key_file)
    keyfile.write(vault.key_file, replace(envelope, slots=envelope.slots[:1]))
    with pytest.raises(WrongRecoveryKey) as without:
        vault.open_with_recovery(new_recovery_key())
    clock.pass_(seconds=1)
    keyfile.write(vault.key_file, envelope)
    with pytest.raises(WrongRecoveryKey) as with_slot:
        vault.open_with_recovery(new_recovery_key())
    assert without.value.text == with_slot.value.text


def test_a_typing_error_in_the_recovery_key_is_no_try(vault: Vault) -> None:
    with pytest.raises(MistypedRecoveryKey):
        vault.open_with_recovery("000G4-0R40M-30E20-9185G-R38E1-W8124-GK356")
    assert vault.wait == 0


def test_a_passphrase_is_the_same_from_every_keyboard(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.create("cafe\u0301 nietje lantaarn ﬁets")
    vault.open("café nietje lantaarn fiets")
    assert vault.is_open
    vault.close()


def test_no_message_holds_what_was_typed(vault: Vault) -> None:
    with pytest.raises(CasebookError) as refused:
        vault.open(TOKEN)
    assert TOKEN not in f"{refused.value} {refused.value.args} {refused.value.text} {vars(refused.value)}"


@pytest.mark.parametrize("is_open", [True, False])
def test_a_changed_passphrase_takes_the_place_of_the_old(new: Vault, folder: Path, clock: Clock, is_open: bool) -> None:
    recovery = new.create(PASSPHRASE)
    if is_open:
        new.open(PASSPHRASE)
    new.change_passphrase(PASSPHRASE, OTHER)
    assert new.is_open is is_open
    new.close()
    assert opens_by(folder, clock, OTHER)
    assert not opens_by(folder, clock, PASSPHRASE)
    clock.pass_(minutes=2)
    new.open_with_recovery(recovery)
    new.close()


def test_changing_a_passphrase_leaves_the_database_alone(vault: Vault) -> None:
    before = vault.database_file.read_bytes()
    vault.change_passphrase(PASSPHRASE, OTHER)
    vault.replace_recovery_key(OTHER)
    assert vault.database_file.read_bytes() == before


def test_without_the_old_passphrase_nothing_changes(vault: Vault, folder: Path, clock: Clock) -> None:
    before = everything_in(folder)
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("verkeerd", OTHER)
    with pytest.raises(WeakPassphrase):
        vault.change_passphrase(PASSPHRASE, "kort")
    clock.pass_(seconds=1)
    with pytest.raises(WrongPassphrase):
        vault.replace_recovery_key("verkeerd")
    assert everything_in(folder) == before


def test_open_a_wrong_old_passphrase_leaves_it_open(vault: Vault) -> None:
    store = vault.open(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("verkeerd", OTHER)
    assert vault.is_open
    store.settings.write("a", TOKEN)
    vault.close()


def test_a_forgotten_passphrase_is_renewed_with_the_recovery_key(new: Vault, folder: Path, clock: Clock) -> None:
    recovery = new.create(PASSPHRASE)
    new.open_with_recovery(recovery).settings.write("a", TOKEN)
    new.renew_passphrase(recovery, OTHER)
    new.close()
    assert not opens_by(folder, clock, PASSPHRASE)
    clock.pass_(minutes=2)
    assert new.open(OTHER).settings.read("a") == TOKEN
    new.close()


def test_a_replaced_recovery_key_opens_nothing_any_more(new: Vault, clock: Clock) -> None:
    old = new.create(PASSPHRASE)
    recovery = new.replace_recovery_key(PASSPHRASE)
    assert recovery != old
    with pytest.raises(WrongRecoveryKey) as wrong:
        new.open_with_recovery(old)
    clock.pass_(seconds=wrong.value.delay)
    new.open_with_recovery(recovery)
    new.close()
    new.open(PASSPHRASE)
    new.close()


def test_slots_that_are_written_anew_get_the_cost_of_today(vault: Vault, folder: Path, clock: Clock) -> None:
    dearer = replace(CHEAP, iterations=2)
    Vault(folder, clock=clock, cost=dearer).change_passphrase(PASSPHRASE, OTHER)
    assert {slot.kind: slot.cost for slot in keyfile.read(vault.key_file).slots} == {
        SlotKind.PASSPHRASE: dearer,
        SlotKind.RECOVERY: CHEAP,
    }
    vault.open(OTHER)
    vault.close()
