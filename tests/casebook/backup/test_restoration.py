"""Restoring: looked at first, then all of it or nothing; what was erased stays erased, what is replaced is kept."""

import shutil
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import Backup, Backups, at
from guidance_kb.casebook.backup.restoration import OtherCasebook, Restoration
from guidance_kb.casebook.errors import (
    CannotUse,
    Damaged,
    FolderInUse,
    TooSoon,
    WrongPassphrase,
    WrongRecoveryKey,
)
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.records.differences import DifferenceLine
from guidance_kb.casebook.storage import atomic_swap
from guidance_kb.casebook.storage.integrity import Contents, UnsoundBackup
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.errors import BugError
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, Clock, everything_in
from tests.casebook.keeping import CODE, filled, of_each
from tests.casebook.people import client, everything, talk

RIGHT = Secret.passphrase(PASSPHRASE)


@pytest.fixture
def backups(vault: Vault, clock: Clock) -> Backups:
    return Backups(vault, clock)


@pytest.fixture
def restoring(vault: Vault, backups: Backups, clock: Clock) -> Restoration:
    return Restoration(vault, backups, clock)


@pytest.fixture
def backup(open_casebook: Store, backups: Backups, clock: Clock) -> Backup:
    """Of a casebook with something in every table; a day passes."""
    filled(open_casebook)
    made = backups.make(open_casebook.database)
    clock.pass_(days=1)
    return made


def flip(path: Path) -> None:
    """Damages a closed database."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_what_would_change_is_said_by_code(
    open_casebook: Store, backup: Backup, restoring: Restoration, checklist: Checklist
) -> None:
    store = open_casebook
    seven = store.clients.find("K-7")
    assert seven is not None
    talk(store, checklist, seven.id, vraag_zorg=State.NAMED)
    new = client(store, "K-9")
    talk(store, checklist, new, vraag_zorg=State.NAMED)
    gone = store.clients.find("OEFEN-2")
    assert gone is not None
    store.rows.delete("client", gone.id)
    prepared = restoring.prepare(backup, RIGHT, store.database)
    found = prepared.preview
    prepared.discard()
    assert found.contents == Contents(3, 1)
    assert found.come == (DifferenceLine("OEFEN-2", 0, 0),)
    assert found.lost == (DifferenceLine("K-9", 0, 1),)
    assert found.changed == (DifferenceLine("K-7", 0, 1),)
    assert (found.same, found.erased_again, found.compared, found.alike) == (1, 0, True, False)


def test_looking_and_letting_go_changes_nothing(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, folder: Path
) -> None:
    rows = everything(open_casebook)
    assert restoring.try_out(backup, RIGHT, open_casebook.database).alike
    assert everything(open_casebook) == rows
    assert not (folder / atomic_swap.FOLDER).exists()
    assert vault.is_open


def test_restored_it_is_as_it_was_row_for_row_and_what_was_there_is_kept(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, backups: Backups
) -> None:
    then = of_each(open_casebook)
    open_casebook.notes.write(client(open_casebook, "K-9"), "van na de kopie")
    now = of_each(open_casebook)
    done = restoring.prepare(backup, RIGHT, open_casebook.database).apply()
    assert not vault.is_open
    assert not done.slots_of_backup
    store = vault.open(PASSPHRASE)
    assert of_each(store) == then
    assert store.words.search("fietst")
    assert [each.replaced for each in backups.all()] == [True, False]
    replaced = backups.all()[0]
    assert done.kept == replaced.folder
    restoring.prepare(replaced, RIGHT, store.database).apply()  # and back again
    assert of_each(vault.open(PASSPHRASE)) == now


def test_the_recovery_key_restores_too(folder: Path, clock: Clock) -> None:
    vault = Vault(folder, clock=clock, cost=CHEAP)
    recovery = vault.create(PASSPHRASE)
    backups = Backups(vault, clock)
    store = vault.open(PASSPHRASE)
    client(store)
    made = backups.make(store.database)
    vault.close()
    Restoration(vault, backups, clock).prepare(made, Secret.recovery_key(recovery)).apply()
    assert vault.open(PASSPHRASE).clients.find("K-1") is not None
    vault.close()


def test_a_wrong_secret_opens_nothing_and_waits(open_casebook: Store, backup: Backup, restoring: Restoration) -> None:
    with pytest.raises(WrongPassphrase) as refused:
        restoring.prepare(backup, Secret.passphrase(OTHER), open_casebook.database)
    assert refused.value.delay == 1
    with pytest.raises(TooSoon):
        restoring.prepare(backup, RIGHT, open_casebook.database)


def test_a_wrong_recovery_key_says_so(
    open_casebook: Store, backup: Backup, restoring: Restoration, clock: Clock, tmp_path: Path
) -> None:
    foreign = Vault(tmp_path / "other", clock=clock, cost=CHEAP).create(PASSPHRASE)
    with pytest.raises(WrongRecoveryKey):
        restoring.prepare(backup, Secret.recovery_key(foreign), open_casebook.database)


def test_after_a_change_of_passphrase_both_open_the_old_backup_and_the_present_one_stays(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration
) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert restoring.try_out(backup, Secret.passphrase(OTHER), open_casebook.database).alike
    done = restoring.prepare(backup, RIGHT, open_casebook.database).apply()
    assert not done.slots_of_backup
    vault.open(OTHER)


def test_a_forgotten_new_passphrase_is_undone_by_a_backup_of_before(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, clock: Clock
) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    vault.close()
    done = restoring.prepare(backup, RIGHT).apply()
    assert done.slots_of_backup
    vault.open(PASSPHRASE)
    vault.close()
    with pytest.raises(WrongPassphrase):
        vault.open(OTHER)


def test_what_was_erased_since_does_not_come_back(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, backups: Backups
) -> None:
    found = open_casebook.clients.find(CODE)
    assert found is not None
    Erasure(vault, backups, vault._clock).erase(open_casebook, found.id)
    prepared = restoring.prepare(backup, RIGHT, open_casebook.database)
    assert prepared.preview.erased_again == 1
    assert CODE not in {line.code for line in prepared.preview.come}
    assert prepared.apply().erased_again == 1
    store = vault.open(PASSPHRASE)
    assert store.clients.find(CODE) is None
    assert store.clients.find("K-7") is not None
    assert store.rows.all("SELECT uid FROM tombstone WHERE uid = ?", found.uid)


def test_nor_when_the_present_casebook_is_damaged_and_only_a_later_backup_knows(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, backups: Backups
) -> None:
    found = open_casebook.clients.find(CODE)
    assert found is not None
    Erasure(vault, backups, vault._clock).erase(open_casebook, found.id)
    backups.make(open_casebook.database)
    vault.close()
    flip(vault.database_file)
    done = restoring.prepare(backup, RIGHT).apply()
    assert done.erased_again == 1
    assert vault.open(PASSPHRASE).clients.find(CODE) is None


def test_a_damaged_casebook_is_put_aside_and_the_newest_good_backup_offered(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, backups: Backups
) -> None:
    then = of_each(open_casebook)
    bad = backups.make(open_casebook.database)
    vault.close()
    flip(bad.database)
    flip(vault.database_file)
    damaged = vault.database_file.read_bytes()
    with pytest.raises(Damaged):
        vault.open(PASSPHRASE)
    assert restoring.newest_good(RIGHT) == backup
    prepared = restoring.prepare(backup, RIGHT)
    assert not prepared.preview.compared
    done = prepared.apply()
    assert done.kept is not None
    assert done.kept.name.startswith("damaged-")
    assert (done.kept / "casebook.db").read_bytes() == damaged
    assert (done.kept / "casebook.key").exists()
    assert of_each(vault.open(PASSPHRASE)) == then


def test_of_no_good_backup_none_is_offered(
    vault: Vault, open_casebook: Store, restoring: Restoration, backups: Backups, clock: Clock
) -> None:
    vault_was = backups.all()
    assert vault_was == []
    assert restoring.newest_good(RIGHT) is None
    made = backups.make(open_casebook.database)
    with pytest.raises(WrongPassphrase):
        restoring.newest_good(Secret.passphrase(OTHER))
    clock.pass_(minutes=5)
    assert restoring.newest_good(RIGHT) == made
    flip(made.database)
    assert restoring.newest_good(RIGHT) is None
    made.key_file.unlink()
    assert restoring.newest_good(RIGHT) is None


@pytest.mark.parametrize("missing", [["casebook.db"], ["casebook.key"], ["casebook.db", "casebook.key"]])
def test_missing_files_come_back(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, missing: list[str]
) -> None:
    then = of_each(open_casebook)
    vault.close()
    for name in missing:
        (vault.folder / name).unlink()
    restoring.prepare(backup, RIGHT).apply()
    assert of_each(vault.open(PASSPHRASE)) == then


@pytest.mark.parametrize("is_open", [True, False])
def test_a_flipped_store_id_makes_ones_own_backup_nobody_elses(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, is_open: bool
) -> None:
    """Of every bit of the id: the check says damage, and the database says whose it is."""
    then, whole = of_each(open_casebook), vault.key_file.read_bytes()
    begin = whole.index(b'"store"')
    if not is_open:
        vault.close()
    for place in range(begin, whole.index(b"\n", begin)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        vault.key_file.write_bytes(flipped)
        assert restoring.try_out(backup, RIGHT, open_casebook.database if is_open else None).alike
        assert vault.key_file.read_bytes() == flipped
    done = restoring.prepare(backup, RIGHT, open_casebook.database if is_open else None).apply()
    assert done.slots_of_backup
    assert of_each(vault.open(PASSPHRASE)) == then


def test_on_another_computer_into_an_empty_folder(
    vault: Vault, open_casebook: Store, backup: Backup, clock: Clock, tmp_path: Path
) -> None:
    then = of_each(open_casebook)
    vault.close()
    stick = tmp_path / "stick"
    shutil.copytree(backup.folder, stick)
    other = Vault(tmp_path / "elsewhere", clock=clock, cost=CHEAP)
    carried = at(stick)
    assert carried is not None
    done = Restoration(other, Backups(other, clock), clock).prepare(carried, RIGHT).apply()
    assert done.slots_of_backup
    assert done.kept is None
    assert of_each(other.open(PASSPHRASE)) == then
    other.close()


@pytest.mark.parametrize("is_open", [True, False])
def test_another_casebook_is_not_replaced(
    vault: Vault, backup: Backup, clock: Clock, tmp_path: Path, is_open: bool
) -> None:
    other = Vault(tmp_path / "elsewhere", clock=clock, cost=CHEAP)
    other.create(OTHER)
    store = other.open(OTHER)
    client(store, "K-55")
    database = store.database
    if not is_open:
        other.close()
    with pytest.raises(OtherCasebook):
        Restoration(other, Backups(other, clock), clock).prepare(backup, RIGHT, database if is_open else None)
    other.close()
    assert other.open(OTHER).clients.find("K-55") is not None
    other.close()


def test_a_backup_of_no_use_changes_nothing(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, folder: Path
) -> None:
    rows = everything(open_casebook)
    flip(backup.database)
    for spoil in (lambda: None, backup.database.unlink, backup.key_file.unlink):
        spoil()
        with pytest.raises(UnsoundBackup) as refused:
            restoring.prepare(backup, RIGHT, open_casebook.database)
        assert "reservekopie" in refused.value.say(Language.NL)
    assert everything(open_casebook) == rows
    assert not (folder / atomic_swap.FOLDER).exists()


def test_a_casebook_that_another_process_has_is_not_restored(vault: Vault, backup: Backup, clock: Clock) -> None:
    second = Vault(vault.folder, clock=clock, cost=CHEAP)
    with pytest.raises(FolderInUse):
        Restoration(second, Backups(second, clock), clock).prepare(backup, RIGHT)


def test_an_open_vault_goes_with_its_database(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration
) -> None:
    with pytest.raises(BugError):
        restoring.prepare(backup, RIGHT)
    database = open_casebook.database
    vault.close()
    with pytest.raises(BugError):
        restoring.prepare(backup, RIGHT, database)


def test_the_lock_is_given_back(vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration) -> None:
    vault.close()
    prepared = restoring.prepare(backup, RIGHT)
    with pytest.raises(FolderInUse):
        vault.open(PASSPHRASE)
    prepared.discard()
    vault.open(PASSPHRASE)
    vault.close()
    restoring.prepare(backup, RIGHT).apply()
    vault.open(PASSPHRASE)


def test_a_restore_that_was_prepared_and_not_decided_on_leaves_the_present_one(
    vault: Vault, open_casebook: Store, backup: Backup, folder: Path
) -> None:
    vault.close()
    before = everything_in(folder)
    scratch = atomic_swap.begin(folder)
    shutil.copy(backup.database, scratch / "casebook.db")
    atomic_swap.finish(folder)
    assert everything_in(folder) == before


def test_one_that_was_decided_on_is_finished(vault: Vault, open_casebook: Store, backup: Backup, folder: Path) -> None:
    then = of_each(open_casebook)
    client(open_casebook, "K-9")
    vault.close()
    scratch = atomic_swap.begin(folder)
    shutil.copy(backup.database, scratch / "casebook.db")
    (scratch / "ready").touch()
    with pytest.raises(BugError):
        atomic_swap.begin(folder)
    assert of_each(vault.open(PASSPHRASE)) == then
    assert not (folder / atomic_swap.FOLDER).exists()


def test_a_swap_that_stops_halfway_is_finished_at_the_next_opening(
    vault: Vault, open_casebook: Store, backup: Backup, restoring: Restoration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails after it was decided: what is to come is not thrown away."""
    then = of_each(open_casebook)
    client(open_casebook, "K-9")
    prepared = restoring.prepare(backup, RIGHT, open_casebook.database)

    def failing(_folder: Path) -> None:
        raise CannotUse

    with monkeypatch.context() as patched:
        patched.setattr(atomic_swap, "finish", failing)
        with pytest.raises(CannotUse):
            prepared.apply()
    assert atomic_swap.is_decided(vault.folder)
    assert of_each(vault.open(PASSPHRASE)) == then
    assert not atomic_swap.is_decided(vault.folder)
