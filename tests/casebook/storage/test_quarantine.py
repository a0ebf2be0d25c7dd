import stat
from pathlib import Path

import pytest

from guidance_kb.casebook.errors import (
    FolderInUse,
    StoreMissing,
)
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, TOKEN, Clock, everything_in


def test_a_damaged_database_is_set_aside_whole_with_a_copy_of_the_key(vault: Vault, folder: Path) -> None:
    for name in ("casebook.db-wal", "casebook.db-shm", "casebook.db-journal"):
        (folder / name).write_bytes(name.encode())
    before = everything_in(folder)
    aside = vault.quarantine()
    assert aside.parent == folder
    assert aside.name.startswith("damaged-20261124-")
    assert everything_in(aside) == before
    assert set(everything_in(folder)) == {f"{aside.name}/{name}" for name in before} | {"casebook.key"}
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    with pytest.raises(StoreMissing):
        vault.open(PASSPHRASE)


def test_twice_in_a_second_nothing_is_overwritten(vault: Vault, folder: Path) -> None:
    contents = []
    for number in range(3):
        vault.database_file.write_bytes(bytes([number]) * 5000)
        contents.append(vault.quarantine())
    assert len(set(contents)) == 3
    assert [(aside / "casebook.db").read_bytes()[0] for aside in contents] == [0, 1, 2]


def test_with_the_key_aside_an_empty_casebook_can_be_created_and_the_old_one_still_opens(
    vault: Vault, folder: Path, clock: Clock
) -> None:
    vault.open(PASSPHRASE).settings.write("a", TOKEN)
    vault.close()
    aside = vault.quarantine(with_key=True)
    assert not vault.exists
    vault.create(OTHER)
    assert vault.open(OTHER).settings.read("a") is None
    vault.close()
    old = Vault(aside, clock=clock, cost=CHEAP)
    assert old.open(PASSPHRASE).settings.read("a") == TOKEN
    old.close()


def test_an_open_casebook_is_not_set_aside(vault: Vault, folder: Path) -> None:
    vault.open(PASSPHRASE)
    with pytest.raises(FolderInUse):
        vault.quarantine()
    vault.close()
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}
