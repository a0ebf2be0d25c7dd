"""Starts of the unpacked archive under faults: each must show what is wrong and offer a way on."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from root import HOME, USER, mount

if TYPE_CHECKING:
    from folder import Circumstances

_ROOM: Final = 16 * 1024 * 1024
"""Bytes of the small disk: many times the data of the program's first quarter of an hour."""


def no_knowledge(met: "Circumstances") -> None:
    """Test a missing knowledge database: the program builds it again from its own texts."""
    with met.stand() as stand:
        stand.root.seen(f"{stand.place}/_internal/knowledge.db").unlink()
        played = stand.desk.play("mended", stand.program)
        met.tell(played, {"safe window": "safe window", "mended": "made again", "quit": "quit"}, quiet=False)


def damaged_settings(met: "Circumstances") -> None:
    """Test a settings file that is no text: it is set aside, and the window reports that."""
    with met.stand() as stand:
        folder = stand.root.seen(f"{HOME}/.config/guidance-kb")
        stand.root.as_user("mkdir", "--parents", f"{HOME}/.config/guidance-kb")
        damaged = b"[General]\0\xff" * 50
        (folder / "settings.ini").write_bytes(damaged)
        shutil.chown(folder / "settings.ini", USER, USER)
        played = stand.desk.play("damaged", stand.program)
        kept = [each for each in folder.glob("settings-damaged-*.ini") if each.read_bytes() == damaged]
        wrong = "" if kept else "the damaged file was not kept"
        met.tell(played, {"told": "the window says so", "search and read": "search and read"}, wrong=wrong)


def full_disk(met: "Circumstances") -> None:
    """Test a full disk for the user's data; once there is room, the program starts."""
    with met.stand("/opt/guidance-kb") as stand:
        home = stand.root.seen("/srv/full")
        home.mkdir()
        mount("-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(home))
        (home / ".local/share/guidance-kb").mkdir(parents=True)
        with (home / "films.bin").open("wb") as films:
            os.posix_fallocate(films.fileno(), 0, free(home))
        stand.root.as_root("chown", "--recursive", f"{USER}:{USER}", "/srv/full")
        played = stand.desk.play("full", stand.program, home="/srv/full")
        checks = {"safe window": "safe window", "room": "goes on when there is room", "casebook": "records are kept"}
        met.tell(played, checks, quiet=False)


def free(folder: Path) -> int:
    """Return the free bytes."""
    status = os.statvfs(folder)
    return status.f_bavail * status.f_frsize


def twice(met: "Circumstances") -> None:
    """Test a second start: the first window comes forward, and one that does not respond is reported."""
    with met.stand() as stand:
        stand.root.as_user("mkdir", f"{HOME}/nog een")
        stand.root.as_user("cp", "--recursive", "--preserve", stand.place, f"{HOME}/nog een/guidance-kb")
        played = stand.desk.play("twice", stand.program)
        checks = {"called": "the first window is called", "no answer": "no answer is told", "again": "and tried again"}
        met.tell(played, checks, quiet=False)
