"""Packs the one-folder program into dist/; the same folder always gives the same bytes. Needs `xz`."""

import platform
import subprocess
import sys
import tarfile
from pathlib import Path

from version import epoch, version

COMPRESS = ["xz", "--format=xz", "--check=crc64", "--threads=2", "--x86", "--lzma2=preset=6", "--stdout"]
"""Blocks, so that the number of processors makes no difference; `--x86` compresses machine code better."""


def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Remove the attributes that differ between machines: owner, time, and permissions that depend on the umask."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = epoch()
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


def main() -> None:
    """Write the archive of FOLDER in DIST: the same files always give the same bytes."""
    folder, dist = Path(sys.argv[1]), Path(sys.argv[2])
    dist.mkdir(exist_ok=True)
    name = f"guidance-kb-{version()}-{platform.system().lower()}-{platform.machine()}"
    with (
        (dist / f"{name}.tar.xz").open("wb") as file,
        subprocess.Popen(COMPRESS, stdin=subprocess.PIPE, stdout=file) as compressor,
        tarfile.open(fileobj=compressor.stdin, mode="w|") as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            inside = str(Path(name) / path.relative_to(folder))
            archive.add(path, arcname=inside, recursive=False, filter=plain)
    if compressor.wait():
        raise SystemExit("xz failed")


main()
