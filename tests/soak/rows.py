"""The rows of the soak, and how each is run: here, or in a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from guidance_kb.paths import ROOT
from tests.soak import conversations, packs
from tests.soak.casebook import (
    clocks,
    crashed,
    cut,
    damaged,
    disk,
    drilled,
    encrypted,
    erased,
    killed,
    leaked,
    offline,
    seated,
    twice,
    window_kills,
)
from tests.soak.found import Found, Ground, Row

_NEW_USER = () if hasattr(os, "geteuid") and os.geteuid() == 0 else ("--map-root-user",)
_MOUNTS = ("unshare", "--mount", *_NEW_USER)
_NO_NETWORK = ("unshare", "--net", *_NEW_USER)

ROWS = (
    Row("packs", "a pack changed at random, read, checked and built", 10_000, 300, packs.fuzzed),
    Row("conversations", "conversations with every step at random", 10_000, 0, conversations.held),
    Row("kill-wal", "kill -9 in the middle of a day's work, WAL", 200, 2, killed.in_wal, apart=True),
    Row("kill-delete", "kill -9 in the middle of a day's work, DELETE", 200, 0, killed.in_delete, apart=True),
    Row("kill-create", "kill -9 while a casebook is created", 50, 0, cut.creating, apart=True),
    Row("kill-migrate", "kill -9 in a migration", 50, 1, cut.migrating, apart=True),
    Row("kill-change", "kill -9 while the passphrase is changed", 50, 0, cut.changing, apart=True),
    Row("kill-backup", "kill -9 in a backup", 50, 0, cut.backing, apart=True),
    Row("kill-restore", "kill -9 in a restore", 50, 0, cut.restoring, apart=True),
    Row("kill-erase", "kill -9 while a client is erased", 50, 1, cut.erasing, apart=True),
    Row("damage", "a page or a byte flipped, the database cut short", 10_000, 25, damaged.damaged),
    Row(
        "damage-log",
        "kill -9, and then a bit flipped in the log, or the last write torn",
        150,
        0,
        crashed.damaged,
        apart=True,
    ),
    Row("sentinel", "files searched after a day with a word in every field", 1, 1, leaked.leaked),
    Row("window", "files searched after two days at the real window, a kill between them", 3, 0, seated.leaked),
    Row("kill-notes", "kill -9 of the window while notes are typed", 200, 0, window_kills.noted, apart=True),
    Row("kill-answers", "kill -9 of the window in a conversation", 200, 0, window_kills.answered, apart=True),
    Row("auto-lock", "the desk left with something open at the real window", 21, 0, seated.locked),
    Row(
        "window-disk",
        "a full disk, and one that may only be read, at the real window",
        5,
        0,
        seated.troubled,
        apart=True,
        inside=_MOUNTS,
    ),
    Row("encryption", "files looked at page by page", 20, 2, encrypted.encrypted),
    Row("erase", "clients erased, every second one", 100, 12, erased.erased),
    Row("drill", "backups restored, row for row", 20, 3, drilled.drilled),
    Row(
        "disk-full",
        "points at which a file system is full, every kind of work",
        50,
        2,
        disk.full,
        apart=True,
        inside=_MOUNTS,
    ),
    Row("read-only", "kinds of work where nothing may be written", 1, 1, disk.read_only, apart=True, inside=_MOUNTS),
    Row("two", "two instances at the same moment", 20, 2, twice.twice, apart=True),
    Row("clock", "days on which the clock is years off", 60, 6, clocks.jumping),
    Row("no-network", "commands and windows without a network", 6, 0, offline.offline, apart=True, inside=_NO_NETWORK),
)


def named(name: str) -> Row:
    """The row of this name."""
    return next(row for row in ROWS if row.name == name)


def run(row: Row, count: int, knowledge: Path) -> Found:
    """Runs a row, in a process of its own if it needs that."""
    return _apart(row, count, knowledge) if row.apart else here(row, count, knowledge)


def here(row: Row, count: int, knowledge: Path) -> Found:
    """Runs a row in this process, in a folder that is removed afterwards."""
    with TemporaryDirectory(prefix="guidance-kb-soak-") as folder:
        return row.run(Ground(count, Path(folder).resolve(), knowledge))


def _apart(row: Row, count: int, knowledge: Path) -> Found:
    if sys.platform != "linux":
        return Found(skipped="it takes what Linux has: fork, mount, network namespaces")
    if row.inside:
        tried = subprocess.run([*row.inside, "true"], capture_output=True, text=True, check=False)
        if tried.returncode:
            return Found(skipped=f"{' '.join(row.inside)} is not allowed here: {tried.stderr.strip()}")
    command = [
        *row.inside,
        sys.executable,
        "-W",
        "error",
        "-m",
        "tests.soak.rows",
        row.name,
        str(count),
        str(knowledge),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode or done.stderr:
        return Found(tracebacks=[f"{row.name}: ended with {done.returncode}\n{done.stderr}"])
    return Found(**json.loads(done.stdout))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(here(named(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))))
