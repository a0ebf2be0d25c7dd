import subprocess
from pathlib import Path

import pytest

from guidance_kb.casebook.errors import (
    FolderInUse,
)
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE, TOKEN, Clock, python


def test_a_second_vault_is_refused_and_the_first_goes_on(vault: Vault, folder: Path, clock: Clock) -> None:
    store = vault.open(PASSPHRASE)
    second = Vault(folder, clock=clock, cost=CHEAP)
    for way in (
        lambda: second.open(PASSPHRASE),
        lambda: second.change_passphrase(PASSPHRASE, OTHER),
        lambda: second.create(PASSPHRASE),
        second.quarantine,
        lambda: vault.open(PASSPHRASE),
    ):
        with pytest.raises(FolderInUse):
            way()
    store.settings.write("a", TOKEN)
    vault.close()
    second.open(PASSPHRASE)
    second.close()


def test_a_second_process_is_refused_and_the_first_keeps_its_lock(vault: Vault, folder: Path) -> None:
    """The refused process must not take the first one's lock away by the way it looks (trap 4): the third is refused like the second."""
    store = vault.open(PASSPHRASE)
    second = f"""
from pathlib import Path
from guidance_kb.casebook.errors import FolderInUse
from guidance_kb.casebook.vault.vault import Vault
try:
    Vault(Path({str(folder)!r})).open({PASSPHRASE!r})
except FolderInUse as busy:
    print(busy.text.nl)
"""
    for number in range(2):
        done = subprocess.run(python("-c", second), capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == (f"{FolderInUse().text.nl}\n", "")
        store.settings.write("a", str(number))
    vault.close()


def test_a_process_that_dies_leaves_no_lock(vault: Vault, folder: Path) -> None:
    dying = f"""
import os
from pathlib import Path
from guidance_kb.casebook.vault.vault import Vault
Vault(Path({str(folder)!r})).open({PASSPHRASE!r}).settings.write("a", {TOKEN!r})
os.kill(os.getpid(), 9)
"""
    assert subprocess.run(python("-c", dying), check=False).returncode == -9
    assert vault.open(PASSPHRASE).settings.read("a") == TOKEN
    vault.close()
