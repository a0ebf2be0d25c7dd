"""A small file system of its own, in memory, which can be filled up and made read-only; it needs the right to mount."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.soak.found import Found

_SIZE = 8 * 2**20
_NOBODY = 65534


@contextmanager
def file_system(place: Path, found: Found) -> Iterator[Path]:
    """A file system of its own, in memory; where that is not allowed, `found` says why."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "guidance-kb", str(place)]
    made = subprocess.run(mount, capture_output=True, text=True, check=False)
    if made.returncode:
        found.skipped = f"no file system can be mounted here: {made.stderr.strip()}"
    try:
        yield place
    finally:
        if not made.returncode:
            subprocess.run(["umount", str(place)], check=True)


@contextmanager
def filled_up(small: Path, room: int) -> Iterator[None]:
    """Leaves so many bytes of room."""
    status, ballast = os.statvfs(small), small / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, status.f_bavail * status.f_frsize - room))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def mounted_read_only(small: Path) -> Iterator[None]:
    """Mounted so that nobody may write."""

    def remount(how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(small)], check=True)

    remount("ro")
    try:
        yield
    finally:
        remount("rw")


def can_be_nobody() -> bool:
    """Whether the process may take the place of a user without rights; not in a namespace of users that has root only."""
    _, _, users = Path("/proc/self/uid_map").read_text("ascii").splitlines()[0].split()
    return os.geteuid() == 0 and int(users) > _NOBODY


@contextmanager
def no_right(small: Path) -> Iterator[None]:
    """The user is somebody whose files these are, but who may make none in these folders."""
    folders = (small, *(each for each in small.iterdir() if each.is_dir()))
    for each in small.glob("*/**/*"):
        os.chown(each, _NOBODY, _NOBODY)
    for folder in folders:
        folder.chmod(0o555)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for folder in folders:
            folder.chmod(0o755)
