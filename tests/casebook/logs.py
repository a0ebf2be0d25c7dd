"""The write-ahead logs of processes that were killed, and ways to damage them.

    python -m tests.casebook.logs FOLDER NOTES [then]

creates a casebook, writes notes, and kills itself. `then`: `cut_off`, and the last note is in the log but not yet in
its place; `as_before`, and no note is, as versions until 0.1.0 left it.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guidance_kb.casebook.storage.files import DATABASE, with_companions
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.conftest import CHEAP, PASSPHRASE, python
from tests.casebook.people import client

BEGAN = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""When the notes began: one a minute."""


def crashed(folder: Path, notes: int, then: str = "") -> None:
    """Leaves a casebook in `folder` as a process leaves it that was killed after so many notes."""
    command = python("-m", "tests.casebook.logs", str(folder), str(notes), then)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")


class Log:
    """The write-ahead log of a casebook, to be damaged: its frames, and those that end a commit."""

    HEADER, FRAME_HEADER = 32, 24
    FRAME = FRAME_HEADER + 4096

    def __init__(self, folder: Path) -> None:
        self.path = with_companions(folder / DATABASE)[1]
        self.whole = self.path.read_bytes()
        self.frames = (len(self.whole) - self.HEADER) // self.FRAME
        salts = self.whole[16:24]
        begins = [self.begin(number) for number in range(self.frames)]
        ours = [self.whole[at + 8 : at + 16] == salts for at in begins]
        self.commits = [number for number, at in enumerate(begins) if ours[number] and any(self.whole[at + 4 : at + 8])]

    def begin(self, frame: int) -> int:
        """Where a frame begins."""
        return self.HEADER + frame * self.FRAME

    def pages(self) -> dict[int, bytes]:
        """The pages of the log up to its last commit, by their number."""
        places = [self.begin(number) for number in range(self.commits[-1] + 1)]
        return {
            int.from_bytes(self.whole[at : at + 4], "big"): self.whole[at + self.FRAME_HEADER : at + self.FRAME]
            for at in places
        }

    def flip(self, place: int, bit: int = 0) -> None:
        """Writes it with one bit flipped."""
        changed = bytearray(self.whole)
        changed[place] ^= 1 << bit
        self.path.write_bytes(changed)

    @property
    def end(self) -> int:
        """Where the last commit ends."""
        return self.begin(self.commits[-1] + 1)

    def replace(self, place: int, piece: bytes) -> None:
        """Writes it with a piece replaced."""
        self.replace_all({place: piece})

    def replace_all(self, pieces: Mapping[int, bytes]) -> None:
        """Writes it with pieces replaced, by their place."""
        changed = bytearray(self.whole)
        for place, piece in pieces.items():
            changed[place : place + len(piece)] = piece
        self.path.write_bytes(changed)


def text(number: int) -> str:
    """The note of this number."""
    return f"notitie {number} over de bus, het geld en wat er op zaterdag gebeurt"


def _main(folder: str, notes: str, then: str) -> None:
    moment = BEGAN
    vault = Vault(Path(folder), clock=lambda: moment, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    person = client(store)
    for number in range(int(notes)):
        if then == "as_before" or (then == "cut_off" and number == int(notes) - 1):
            store.database.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
        store.notes.write(person, text(number))
        moment += timedelta(minutes=1)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _main(*sys.argv[1:])
