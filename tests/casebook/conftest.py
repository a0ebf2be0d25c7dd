"""A casebook in a folder of its own, real and encrypted, at a cheap cost of Argon2id."""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guidance_kb.casebook.errors import WrongPassphrase
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import Transfers
from guidance_kb.casebook.vault.envelope import Cost
from guidance_kb.casebook.vault.vault import Vault

CHEAP = Cost(memory=8 * 1024, iterations=1, lanes=1)
"""The least that a key file may ask for: some milliseconds."""

PASSPHRASE = "paard nietje lantaarn 7 wolken"  # noqa: S105 - of casebooks that live as long as a test

OTHER = "emmer kaars dakpan 9 vlieger"

TOKEN = "een woord dat nergens in klare tekst mag staan"  # noqa: S105 - a sentinel
"""To write into a casebook and to look for elsewhere."""


class Clock:
    """A clock that a test sets; it stands still by itself."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Moves the clock, forward or back."""
        self.moment += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


@cache
def _created(*, by_clock: bool) -> tempfile.TemporaryDirectory[str]:
    """A folder with a casebook that was created with `PASSPHRASE`, today or when `Clock` begins; made once a process."""
    made = tempfile.TemporaryDirectory(prefix="guidance-kb-casebook-")
    folder = Path(made.name) / "casebook"
    vault = Vault(folder, clock=Clock(), cost=CHEAP) if by_clock else Vault(folder, cost=CHEAP)
    vault.create(PASSPHRASE)
    return made


def put_casebook(vault: Vault, *, by_clock: bool = False) -> None:
    """Puts a casebook with `PASSPHRASE` where a vault looks for one: a copy, which takes a hundredth of the time of creating one.

    All copies are the same casebook to the program: where two meet, create the other one.
    """
    shutil.copytree(Path(_created(by_clock=by_clock).name) / "casebook", vault.folder)


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 14:02:31 UTC."""
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a casebook; it is not made yet."""
    return tmp_path / "casebook"


@pytest.fixture
def new(folder: Path, clock: Clock) -> Vault:
    """A vault in which nothing was created."""
    return Vault(folder, clock=clock, cost=CHEAP)


@pytest.fixture
def vault(folder: Path, clock: Clock) -> Iterator[Vault]:
    """A casebook created with `PASSPHRASE` and closed."""
    made = Vault(folder, clock=clock, cost=CHEAP)
    put_casebook(made, by_clock=True)
    yield made
    made.close()


@pytest.fixture
def open_casebook(vault: Vault) -> Store:
    """The store of an empty casebook, open."""
    return vault.open(PASSPHRASE)


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """The casebook of a colleague, with a client of their own."""
    vault = Vault(tmp_path / "colleague", clock=clock, cost=CHEAP)
    vault.create(OTHER)
    store = vault.open(OTHER)
    store.notes.write(store.clients.add("K-7").id, "van de collega")
    yield store
    vault.close()


@pytest.fixture
def into(elsewhere: Store, clock: Clock) -> Transfers:
    """What takes clients in at the colleague's."""
    return Transfers(elsewhere, clock, CHEAP)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to hand a client over in; it is not made yet."""
    return tmp_path / "overdracht.gkbt"


@contextmanager
def forbidden_to_write(folder: Path) -> Iterator[None]:
    """Takes the right to write to a folder away; from root too, who has it everywhere, by being nobody for the while."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that nobody may reach too; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder


def python(*arguments: str) -> list[str]:
    """The command that runs Python as these tests are run."""
    return [sys.executable, "-W", "error", *arguments]


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file of a closed casebook, without the lock and the tries."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in ("casebook.lock", "casebook.tries")
    }


def key_text(fields: object) -> bytes:
    """A key file with these fields and a check that fits, as only somebody can make it who means to."""
    text = json.dumps(fields, indent=1).removesuffix("\n}").encode()
    return text + b',\n "check": "' + hashlib.sha256(text).hexdigest().encode() + b'"\n}\n'


def key_fields(key_file: Path) -> dict[str, Any]:
    """The fields of a key file without the check, to change."""
    fields: dict[str, Any] = json.loads(key_file.read_bytes())
    del fields["check"]
    return fields


def opens_by(folder: Path, clock: Clock, passphrase: str) -> bool:
    """Whether another vault on the same folder, as after a restart, opens by a passphrase; the clock is moved past any delay."""
    clock.pass_(minutes=2)
    vault = Vault(folder, clock=clock, cost=CHEAP)
    try:
        vault.open(passphrase)
    except WrongPassphrase:
        return False
    vault.close()
    return True
