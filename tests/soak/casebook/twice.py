"""Two instances at the same moment, over and over: one writes, the other is told so, and nothing is lost between them."""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

from guidance_kb.casebook.errors import AlreadyThere, FolderInUse, NoCasebook
from guidance_kb.casebook.vault.strength import estimate
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.killing import CHEAP, PASSPHRASE, forked, was_killed
from tests.soak.found import Found, Ground

_INSTANCES = 2
_NOTES = 10


def twice(ground: Ground) -> Found:
    """Starts two processes `count` times: every second time there is no casebook yet, and both want to create it."""
    found, busy = Found(), 0
    estimate(PASSPHRASE)  # its words are read here, once, and not in each process at the start
    for number in range(ground.count):
        folder = ground.folder / str(number)
        work = _create_and_write
        if number % 2:
            Vault(folder, cost=CHEAP).create(PASSPHRASE)
            work = _write
        told = [ground.folder / f"{number} {each}" for each in range(_INSTANCES)]
        at = time.monotonic() + 0.05
        children = [forked(partial(work, folder, path, at)) for path in told]
        for child in children:
            was_killed(child)
        both = [json.loads(path.read_text("utf-8")) for path in told]
        busy += sum(each["refused"] for each in both)
        found.tried += 1
        found.tracebacks += [each["fault"] for each in both if each["fault"]]
        first, second = sorted((each["from"], each["to"]) for each in both)
        found.expect(f"{number}: both had it at once", holds=first[1] <= second[0])
        vault = Vault(folder, cost=CHEAP)
        store = vault.open(PASSPHRASE)
        (notes,) = store.rows.the("SELECT count(*) FROM note")
        found.expect(f"{number}: {notes} notes", holds=notes == _INSTANCES * _NOTES)
        vault.close()
    found.said.append(f"{busy} refusals while the other had it, each with its sentence")
    found.expect("nobody was refused: the row tried nothing", holds=busy > 0)
    return found


def _create_and_write(folder: Path, told: Path, at: float) -> None:
    def create() -> None:
        with suppress(AlreadyThere, FolderInUse):
            Vault(folder, cost=CHEAP).create(PASSPHRASE)

    _write(folder, told, at, create)


def _write(folder: Path, told: Path, at: float, first: Callable[[], None] = lambda: None) -> None:
    """Tries until it has the casebook, and writes in it; keeps from when to when it was open, by the clock that both share."""
    refused, fault, chance = 0, "", Random(os.urandom(8))  # noqa: S311 - nothing secret
    opened = closed = 0.0
    time.sleep(max(0.0, at - time.monotonic()))
    try:
        first()
        vault = Vault(folder, cost=CHEAP)
        while True:
            try:
                store = vault.open(PASSPHRASE)
                break
            except (FolderInUse, NoCasebook):
                refused += 1
                time.sleep(chance.uniform(0, 0.01))
        opened = time.monotonic()
        client = store.clients.add(store.clients.next_code()).id
        for number in range(_NOTES):
            store.notes.write(client, f"notitie {number}")
        closed = time.monotonic()
        vault.close()
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        fault = repr(error)
    told.write_text(json.dumps({"refused": refused, "from": opened, "to": closed, "fault": fault}), "utf-8")
