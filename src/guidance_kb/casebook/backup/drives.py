"""Detection of network drives, on which WAL is not reliable."""

import re
import sys
from pathlib import Path
from typing import Final

from guidance_kb.casebook.storage.encrypted_connection import Journal

_NETWORK: Final = {
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "gfs2", "glusterfs",
    "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "vboxsf", "virtiofs",
}  # fmt: skip


def journal_for(folder: Path) -> Journal:
    """Return the journal to use in `folder`: DELETE on a network drive, WAL elsewhere."""
    return Journal.DELETE if is_on_network(folder) else Journal.WAL


def is_on_network(folder: Path) -> bool:
    """Return whether `folder` is on a network drive, as far as the system can tell.

    Linux gives the type of the file system, Windows the type of the drive. Python cannot tell on macOS: every volume mounted beside the
    system's own counts as one, which at worst makes saving slower.
    """
    real = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists in this form on Windows only

        drive_remote = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
        found = str(real).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(real.anchor) == drive_remote
    elif sys.platform == "darwin":
        found = any(real.is_relative_to(place) for place in ("/Volumes", "/Network", "/net"))
    else:
        found = file_system_of(real, _mounts()) in _NETWORK
    return found


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def file_system_of(path: Path, mounts: str) -> str:
    """Return the type of the file system of `path`, from Linux's `/proc/self/mountinfo` (see proc(5)); empty if unknown."""
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the fifth field is the mount point
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4])  # a space is \040
        if path.is_relative_to(point) and len(point) >= len(best):  # a later mount on the same place hides the earlier
            best, kind = point, after.split(" ")[0]
    return kind
