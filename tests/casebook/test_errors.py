import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from guidance_kb.casebook.errors import (
    AbsurdParameters,
    AlreadyThere,
    CannotUse,
    CasebookError,
    Damaged,
    DiskFull,
    KeyFileDamaged,
    KeyFileMissing,
    NotAllowed,
    OtherStore,
    Remedy,
    StoreMissing,
    TooNew,
)
from guidance_kb.casebook.storage.files import PLAIN_HEADER
from guidance_kb.casebook.vault.recovery import new_recovery_key
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import (
    CHEAP,
    OTHER,
    PASSPHRASE,
    Clock,
    everything_in,
    forbidden_to_write,
    key_fields,
    key_text,
    opens_by,
    python,
)


def remove_key(vault: Vault) -> None:
    vault.key_file.unlink()


def damage_key(vault: Vault) -> None:
    vault.key_file.write_bytes(vault.key_file.read_bytes()[:-30])


def absurd_key(vault: Vault) -> None:
    fields = key_fields(vault.key_file)
    fields["slots"][0]["memory"] = 2**40
    vault.key_file.write_bytes(key_text(fields))


def later_key(vault: Vault) -> None:
    vault.key_file.write_bytes(key_text(key_fields(vault.key_file) | {"version": 2}))


def exchange_key(vault: Vault) -> None:
    other = Vault(vault.folder.with_name("other"), cost=CHEAP)
    other.create(PASSPHRASE)
    shutil.copy(other.key_file, vault.key_file)


def exchange_key_with_another_passphrase(vault: Vault) -> None:
    other = Vault(vault.folder.with_name("other"), cost=CHEAP)
    other.create(OTHER)
    shutil.copy(other.key_file, vault.key_file)


def damage_database_and_its_header(vault: Vault) -> None:
    content = bytearray(vault.database_file.read_bytes())
    content[3] ^= 1
    content[3 * 4096 + 7] ^= 1
    vault.database_file.write_bytes(content)


def remove_database(vault: Vault) -> None:
    vault.database_file.unlink()


def damage_database(vault: Vault) -> None:
    content = bytearray(vault.database_file.read_bytes())
    content[3 * 4096 + 7] ^= 1
    vault.database_file.write_bytes(content)


def empty_database(vault: Vault) -> None:
    vault.database_file.write_bytes(b"")


def plain_database(vault: Vault) -> None:
    vault.database_file.write_bytes(PLAIN_HEADER + bytes(8192))


def later_database(vault: Vault) -> None:
    vault.open(PASSPHRASE).database.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('casebook', '999-later', '')"
    )
    vault.close()


@pytest.mark.parametrize(
    ("happen", "refusal"),
    [
        (remove_key, KeyFileMissing),
        (damage_key, KeyFileDamaged),
        (absurd_key, AbsurdParameters),
        (later_key, TooNew),
        (exchange_key, OtherStore),
        (exchange_key_with_another_passphrase, OtherStore),
        (remove_database, StoreMissing),
        (damage_database, Damaged),
        (damage_database_and_its_header, Damaged),
        (empty_database, Damaged),
        (plain_database, Damaged),
        (later_database, TooNew),
    ],
)
def test_each_mishap_gets_its_own_sentence_and_nothing_is_overwritten(
    vault: Vault, folder: Path, clock: Clock, happen: Callable[[Vault], None], refusal: type[CasebookError]
) -> None:
    happen(vault)
    before = everything_in(folder)
    for _ in range(2):
        with pytest.raises(refusal) as refused:
            vault.open(PASSPHRASE)
        assert type(refused.value) is refusal
        assert everything_in(folder) == before
        clock.pass_(minutes=2)
    assert not vault.is_open
    with pytest.raises(AlreadyThere):
        vault.create(OTHER)
    assert everything_in(folder) == before


def test_the_sentences_differ_and_say_what_can_be_done() -> None:
    kinds = [KeyFileMissing(), KeyFileDamaged(), AbsurdParameters(), OtherStore(), StoreMissing(), Damaged()]
    assert len({kind.text for kind in kinds}) == len(kinds)
    assert all(kind.remedies for kind in kinds)
    assert Remedy.FIND_FILE not in Damaged().remedies


def test_a_key_file_with_a_flipped_bit_anywhere_or_cut_short_is_damaged_and_nothing_else(
    vault: Vault, folder: Path
) -> None:
    """Nothing is tried with it: no passphrase is called wrong, no delay begins, no other casebook or version is spoken of."""
    whole, before = vault.key_file.read_bytes(), everything_in(folder)
    damaged = [
        whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :] for place in range(len(whole))
    ]
    damaged += [whole[:length] for length in range(len(whole))]
    assert len(damaged) > 1200
    for content in damaged:
        vault.key_file.write_bytes(content)
        with pytest.raises(KeyFileDamaged) as refused:
            vault.open(PASSPHRASE)
        assert refused.value.text == KeyFileDamaged.says
        assert Remedy.RESTORE_BACKUP in refused.value.remedies
        assert everything_in(folder) == before | {"casebook.key": content}
    for way in (
        lambda: vault.open(OTHER),
        lambda: vault.open_with_recovery(new_recovery_key()),
        lambda: vault.change_passphrase(PASSPHRASE, OTHER),
        lambda: vault.replace_recovery_key(PASSPHRASE),
    ):
        with pytest.raises(KeyFileDamaged):
            way()
    assert vault.wait == 0
    vault.key_file.write_bytes(whole)
    vault.open(PASSPHRASE)
    vault.close()


def test_a_key_file_of_before_there_was_a_check_opens_and_gets_one_with_the_next_passphrase(vault: Vault) -> None:
    old = json.dumps(key_fields(vault.key_file), indent=1) + "\n"
    vault.key_file.write_text(old)
    vault.open(PASSPHRASE)
    vault.close()
    assert vault.key_file.read_text() == old
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.key_file.read_bytes() == key_text(key_fields(vault.key_file))
    vault.open(OTHER)
    vault.close()


def test_a_key_file_exchanged_while_open_is_not_rewritten(vault: Vault) -> None:
    vault.open(PASSPHRASE)
    exchange_key(vault)
    before = vault.key_file.read_bytes()
    with pytest.raises(OtherStore):
        vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.key_file.read_bytes() == before
    vault.close()


def test_in_a_read_only_folder_nothing_is_lost_and_it_is_said(public_folder: Path, clock: Clock) -> None:
    folder = public_folder / "casebook"
    vault = Vault(folder, clock=clock, cost=CHEAP)
    vault.create(PASSPHRASE)
    before = everything_in(folder)
    with forbidden_to_write(folder):
        for way in (
            lambda: vault.open(PASSPHRASE),
            lambda: vault.change_passphrase(PASSPHRASE, OTHER),
            vault.quarantine,
            lambda: Vault(folder / "deeper", cost=CHEAP).create(PASSPHRASE),
        ):
            with pytest.raises(NotAllowed):
                way()
    assert everything_in(folder) == before
    vault.open(PASSPHRASE)
    vault.close()


def test_a_key_file_that_asks_for_more_memory_than_there_is_is_refused(vault: Vault) -> None:
    fields = key_fields(vault.key_file)
    fields["slots"][0]["memory"] = 1024 * 1024
    vault.key_file.write_bytes(key_text(fields))
    script = f"""
import resource
from pathlib import Path
from guidance_kb.casebook.errors import AbsurdParameters
from guidance_kb.casebook.vault.vault import Vault
resource.setrlimit(resource.RLIMIT_AS, (768 * 2**20, 768 * 2**20))
try:
    Vault(Path({str(vault.folder)!r})).open({PASSPHRASE!r})
except AbsurdParameters:
    print("refused")
"""
    done = subprocess.run(python("-c", script), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("refused\n", "")


@pytest.mark.parametrize("room", [0, 100, 1000, 4096, 10_000, 60_000, 200_000])
def test_a_full_disk_leaves_nothing_or_everything(folder: Path, clock: Clock, room: int) -> None:
    """Without room for more than `room` bytes a file: creating leaves nothing behind, changing keeps the old passphrase."""
    script = f"""
import resource, signal, sys
from pathlib import Path
from guidance_kb.casebook.vault.envelope import Cost
from guidance_kb.casebook.errors import CannotUse
from guidance_kb.casebook.vault.vault import Vault
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
vault = Vault(Path({str(folder)!r}), cost=Cost(8192, 1, 1))
try:
    vault.create({PASSPHRASE!r}) if sys.argv[1] == "create" else vault.change_passphrase({PASSPHRASE!r}, {OTHER!r})
    print("done")
except CannotUse:
    print("refused")
"""
    done = subprocess.run(python("-c", script, "create"), capture_output=True, text=True, check=False)
    assert done.stderr == ""
    if done.stdout == "refused\n":
        assert everything_in(folder) == {}
        Vault(folder, clock=clock, cost=CHEAP).create(PASSPHRASE)
    assert opens_by(folder, clock, PASSPHRASE)
    done = subprocess.run(python("-c", script, "change"), capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert opens_by(folder, clock, OTHER if done.stdout == "done\n" else PASSPHRASE)
    assert not opens_by(folder, clock, PASSPHRASE if done.stdout == "done\n" else OTHER)
    assert set(everything_in(folder)) == {"casebook.db", "casebook.key"}
    assert done.stdout == ("refused\n" if room < 1000 else "done\n")


def test_the_sentences_for_a_full_disk_and_a_forbidden_one_are_not_the_same() -> None:
    assert len({CannotUse().text, DiskFull().text, NotAllowed().text}) == 3
