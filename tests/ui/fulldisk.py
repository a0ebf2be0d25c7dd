"""Saves what the window saves, over a file that is there, on a small file system that is full; started by test_saving.py.

    unshare --mount python -m tests.ui.fulldisk FOLDER

Prints what was said of each, and what is in the folder then; or why nothing can be mounted.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.documents.page import save
from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.ui.core import printing
from guidance_kb.ui.records.clients.page import write
from guidance_kb.ui.records.clients.record import Record, read
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.casebook.people import client
from tests.soak.casebook.filesystems import file_system, filled_up
from tests.soak.found import Found

OLD = b"what was there before"


def main(folder: str) -> None:
    """Saves, and prints what came of it."""
    application, found, record = QGuiApplication([]), Found(), _record(Path(folder) / "casebook")
    with file_system(Path(folder) / "small", found) as small:
        if found.skipped:
            sys.stdout.write(json.dumps({"skipped": found.skipped}))
            return
        ways = {
            "K-1.json": lambda path: save(path, b"x" * 100_000),
            "K-1.pdf": lambda path: printing.write_pdf(printing.Paper("<p>x</p>" * 500), path),
            "K-1.ics": lambda path: write(record, path, Language.EN),
        }
        said = {}
        for name in ways:
            (small / name).write_bytes(OLD)
        with filled_up(small, 0):
            for name, way in ways.items():
                try:
                    way(small / name)
                except KnownError as error:
                    said[name] = [error.say(language) for language in Language]
        left = {each.name: each.read_bytes() == OLD for each in small.iterdir()}
        for name, way in ways.items():
            way(small / name)
        written = {each.name: each.stat().st_size for each in small.iterdir()}
    del application
    sys.stdout.write(json.dumps({"said": said, "left": left, "written": written}))


def _record(folder: Path) -> Record:
    """Of a client with much to come."""
    vault = Vault(folder, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    person = client(store)
    with store.rows.writing():
        for number in range(200):
            store.follow_ups.plan(person, FollowUpKind.OTHER, date(2026, 12, 1) + timedelta(days=number))
    found = read(store, person)
    vault.close()
    assert found is not None
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
