"""Backups: whole, encrypted, verified before they count, rotated, named by their moment only."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import FOLDER, Backups, at
from guidance_kb.casebook.errors import CannotUse, Damaged, KeyFileMissing
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.files import PLAIN_HEADER
from guidance_kb.casebook.storage.integrity import Contents, NotReadBack, UnsoundBackup, check
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Language
from guidance_kb.preferences.options import KEEP_MONTHS
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, TOKEN, Clock, forbidden_to_write
from tests.casebook.keeping import by_uid, filled, of_each
from tests.casebook.people import client, everything


@pytest.fixture
def backups(vault: Vault, clock: Clock) -> Backups:
    return Backups(vault, clock)


def test_a_backup_is_the_casebook_row_for_row(
    vault: Vault, open_casebook: Store, backups: Backups, clock: Clock
) -> None:
    filled(open_casebook)
    made = backups.make(open_casebook.database)
    assert backups.verify(made) == Contents(clients=3, sessions=1)
    copy = vault.open_copy(made.database)
    assert by_uid(Rows(copy)) == of_each(open_casebook)
    copy.close()
    before = everything(open_casebook)
    again = Vault(made.folder, clock=clock, cost=CHEAP)
    store = again.open(PASSPHRASE)  # by itself, as a casebook
    assert everything(store) == before
    again.close()


def test_it_says_nothing_of_a_client_and_is_for_the_user_only(
    open_casebook: Store, backups: Backups, folder: Path
) -> None:
    open_casebook.notes.write(client(open_casebook, "K-77"), TOKEN)
    made = backups.make(open_casebook.database)
    assert made.folder == folder / FOLDER / "20261124-140231Z"
    assert {file.name for file in made.folder.iterdir()} == {"casebook.db", "casebook.key"}
    for file in made.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert TOKEN.encode() not in file.read_bytes()
        assert b"K-77" not in file.read_bytes()
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert encrypted_connection.header(made.database) != PLAIN_HEADER


def test_the_open_casebook_goes_on_and_nobody_else_gets_in(
    vault: Vault, open_casebook: Store, backups: Backups, clock: Clock
) -> None:
    backups.make(open_casebook.database)
    person = client(open_casebook)
    open_casebook.notes.write(person, "daarna")
    vault.close()
    assert [note.text for note in vault.open(PASSPHRASE).notes.of_client(person)] == ["daarna"]


def test_two_in_one_second_are_two(open_casebook: Store, backups: Backups) -> None:
    names = {backups.make(open_casebook.database).name for _ in range(3)}
    assert len(names) == 3
    assert {backup.name for backup in backups.all()} == names


def test_without_a_change_there_is_no_other(open_casebook: Store, backups: Backups, clock: Clock) -> None:
    client(open_casebook)
    assert backups.make_if_changed(open_casebook.database) is not None
    assert backups.make_if_changed(open_casebook.database) is None
    clock.pass_(minutes=30)
    client(open_casebook, "K-2")
    assert backups.make_if_changed(open_casebook.database) is not None
    assert backups.make_if_changed(open_casebook.database) is None


def test_another_opening_begins_with_a_backup(vault: Vault, backups: Backups, clock: Clock) -> None:
    """What was written before a crash is in no backup, and no one remembers."""
    store = vault.open(PASSPHRASE)
    client(store)
    assert backups.make_if_changed(store.database) is not None
    vault.close()
    clock.pass_(minutes=1)
    assert backups.make_if_changed(vault.open(PASSPHRASE).database) is not None


def test_a_backup_that_cannot_be_read_back_does_not_count(
    vault: Vault, open_casebook: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk loses a page between writing and reading back."""
    good = backups.make(open_casebook.database)
    real = vault.open_copy

    def torn(path: Path) -> object:
        content = bytearray(path.read_bytes())
        content[9000] ^= 1
        path.write_bytes(content)
        return real(path)

    monkeypatch.setattr(vault, "open_copy", torn)
    with pytest.raises(NotReadBack):
        backups.make(open_casebook.database)
    assert [backup.name for backup in backups.all()] == [good.name]
    assert [folder.name for folder in backups.folder.iterdir()] == [good.name]


def test_every_flipped_page_is_noticed(open_casebook: Store, backups: Backups) -> None:
    filled(open_casebook)
    made = backups.make(open_casebook.database)
    whole = made.database.read_bytes()
    for start in range(0, len(whole), 4096):
        content = bytearray(whole)
        content[start + 100] ^= 1
        made.database.write_bytes(content)
        with pytest.raises(UnsoundBackup):
            backups.verify(made)
    made.database.write_bytes(whole)
    backups.verify(made)


def test_without_its_key_file_a_casebook_is_not_backed_up_in_vain(
    vault: Vault, open_casebook: Store, backups: Backups
) -> None:
    vault.key_file.unlink()
    with pytest.raises(KeyFileMissing):
        backups.make(open_casebook.database)
    assert backups.all() == []


def test_in_a_folder_that_may_not_be_written_the_old_ones_stay(public_folder: Path, clock: Clock) -> None:
    vault = Vault(public_folder / "casebook", clock=clock, cost=CHEAP)
    vault.create(PASSPHRASE)
    vault.folder.chmod(0o755)
    store = vault.open(PASSPHRASE)
    backups = Backups(vault, clock)
    backups.make(store.database)
    backups.folder.chmod(0o755)
    with forbidden_to_write(backups.folder), pytest.raises(CannotUse):
        backups.make_only(store.database)
    assert len(backups.all()) == 1
    vault.close()


def test_what_was_cut_short_is_removed_and_what_is_not_ours_is_left(open_casebook: Store, backups: Backups) -> None:
    backups.folder.mkdir()
    unfinished = backups.folder / "20260101-000000Z"
    unfinished.mkdir()
    (unfinished / "casebook.db.new").write_bytes(b"half")
    foreign = backups.folder / "vakantie"
    foreign.mkdir()
    assert backups.all() == []
    made = backups.make(open_casebook.database)
    assert {folder.name for folder in backups.folder.iterdir()} == {made.name, "vakantie"}


def test_rotating_removes_what_has_had_its_time(open_casebook: Store, backups: Backups, clock: Clock) -> None:
    for _ in range(40):
        backups.make(open_casebook.database)
        clock.pass_(days=3)
    newest = clock.moment - timedelta(days=3)
    ages = [(newest - backup.made).days for backup in backups.all()]
    assert ages[0] == 0
    assert ages == sorted(ages)
    assert len(ages) <= 11
    assert max(ages) <= 91


def test_no_backup_outlives_the_shortest_term(open_casebook: Store, backups: Backups, clock: Clock) -> None:
    open_casebook.settings.write_number(KEEP_MONTHS, 1)
    first = backups.make(open_casebook.database)
    assert backups.until(first, open_casebook.database) == first.made + timedelta(days=28)
    clock.pass_(days=29)
    second = backups.make(open_casebook.database)
    assert [backup.name for backup in backups.all()] == [second.name]


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumped_removes_nothing(open_casebook: Store, backups: Backups, clock: Clock, years: int) -> None:
    made = []
    for _ in range(3):
        made.append(backups.make(open_casebook.database).name)
        clock.pass_(days=8)
    clock.pass_(days=365 * years)
    made += [backups.make(open_casebook.database).name for _ in range(2)]
    assert {backup.name for backup in backups.all()} == set(made)


def test_before_a_migration_nothing_is_removed(open_casebook: Store, backups: Backups, clock: Clock) -> None:
    backups.make(open_casebook.database)
    clock.pass_(days=200)
    backups.make_only(open_casebook.database)
    assert len(backups.all()) == 2


def test_a_backup_carried_elsewhere_is_found_by_its_folder(
    open_casebook: Store, backups: Backups, tmp_path: Path
) -> None:
    made = backups.make(open_casebook.database)
    stick = tmp_path / "stick"
    made.folder.rename(stick)
    carried = at(stick)
    assert carried is not None
    assert carried.size == made.size
    assert backups.all() == []
    (stick / "casebook.db").unlink()
    assert at(stick) is None


def test_names_that_are_no_moment(tmp_path: Path) -> None:
    folder = tmp_path / "99999999-999999Z"
    folder.mkdir()
    (folder / "casebook.db").write_bytes(b"x")
    found = at(folder)
    assert found is not None
    assert abs((datetime.now(UTC) - found.made).total_seconds()) < 3600


def test_it_keeps_the_slots_of_its_day(vault: Vault, open_casebook: Store, backups: Backups, clock: Clock) -> None:
    made = backups.make(open_casebook.database)
    vault.change_passphrase(PASSPHRASE, OTHER)
    vault.close()
    old = Vault(made.folder, clock=clock, cost=CHEAP)
    old.open(PASSPHRASE)
    assert old.is_open
    old.close()


def test_contradictions_are_damage(open_casebook: Store) -> None:
    filled(open_casebook)
    check(open_casebook.database)
    open_casebook.database.execute("PRAGMA foreign_keys = OFF")
    open_casebook.rows.run("DELETE FROM session")
    with pytest.raises(Damaged) as refused:
        check(open_casebook.database)
    assert "beschadigd" in refused.value.say(Language.NL)


def test_the_error_of_a_missing_key_file_says_so(vault: Vault, backups: Backups, open_casebook: Store) -> None:
    made = backups.make(open_casebook.database)
    made.key_file.unlink()
    vault.close()
    with pytest.raises(KeyFileMissing):
        Vault(made.folder, cost=CHEAP).open(PASSPHRASE)
