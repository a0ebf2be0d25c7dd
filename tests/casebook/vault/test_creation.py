import stat
from pathlib import Path

import pytest

from guidance_kb.casebook.errors import AlreadyThere, CannotUse, NoCasebook, StoreMissing, WeakPassphrase
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.vault import creation, keyfile
from guidance_kb.casebook.vault.envelope import STANDARD
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import OTHER, PASSPHRASE, everything_in


def test_at_first_there_is_nothing(new: Vault, folder: Path) -> None:
    assert (new.exists, new.is_open, new.wait) == (False, False, 0)
    for way in (lambda: new.open(PASSPHRASE), lambda: new.change_passphrase(PASSPHRASE, OTHER)):
        with pytest.raises(NoCasebook):
            way()
    assert not folder.exists()


def test_created_it_is_closed_and_opens_by_both_secrets(new: Vault) -> None:
    recovery = new.create(PASSPHRASE)
    assert (new.exists, new.is_open) == (True, False)
    new.open(PASSPHRASE)
    assert new.is_open
    new.close()
    assert not new.is_open
    new.open_with_recovery(recovery.lower().replace("-", " "))
    new.close()


def test_what_is_created_is_for_this_user_only_and_nothing_is_left_over(new: Vault, folder: Path) -> None:
    new.create(PASSPHRASE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {
        "casebook.db": 0o600,
        "casebook.key": 0o600,
        "casebook.lock": 0o600,
    }


def test_the_database_starts_with_the_id_that_the_key_file_has(vault: Vault) -> None:
    assert encrypted_connection.header(vault.database_file) == keyfile.read(vault.key_file).store


def test_the_standard_cost_is_used_unless_told_otherwise(folder: Path) -> None:
    vault = Vault(folder)
    vault.create(PASSPHRASE)
    assert [slot.cost for slot in keyfile.read(vault.key_file).slots] == [STANDARD, STANDARD]


def test_a_weak_passphrase_creates_nothing(new: Vault, folder: Path) -> None:
    for weak in ("", "kort", "wachtwoord2026"):
        with pytest.raises(WeakPassphrase):
            new.create(weak)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["casebook.db", "casebook.key", "casebook.db-wal", "casebook.db-journal"])
def test_nothing_is_created_over_what_is_there(new: Vault, folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / name).write_bytes(b"anything")
    assert new.exists
    with pytest.raises(AlreadyThere):
        new.create(PASSPHRASE)
    assert everything_in(folder) == {name: b"anything"}


def test_what_a_creation_cut_short_left_is_no_hindrance(new: Vault, folder: Path) -> None:
    folder.mkdir()
    for name in ("casebook.db.new", "casebook.db.new-wal", "casebook.db.new-journal", "casebook.key.new"):
        (folder / name).write_bytes(b"half")
    assert not new.exists
    new.create(PASSPHRASE)
    new.open(PASSPHRASE)
    new.close()
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}


def test_a_creation_cut_short_after_the_key_file_is_finished_by_opening(vault: Vault, folder: Path) -> None:
    vault.database_file.rename(folder / "casebook.db.new")
    vault.open(PASSPHRASE)
    vault.close()
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}


def test_a_creation_that_fails_at_its_very_end_leaves_nothing(
    new: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(
        _folder: Path, _store: bytes
    ) -> None:  # a renaming that fails where a write succeeded cannot be had for real
        raise CannotUse

    monkeypatch.setattr(creation, "finish", fail)
    with pytest.raises(CannotUse):
        new.create(PASSPHRASE)
    assert everything_in(folder) == {}


def test_the_unfinished_database_of_another_casebook_is_not_taken(vault: Vault, folder: Path) -> None:
    vault.database_file.unlink()
    (folder / "casebook.db.new").write_bytes(bytes(8192))
    with pytest.raises(StoreMissing):
        vault.open(PASSPHRASE)
    assert (folder / "casebook.db.new").read_bytes() == bytes(8192)
