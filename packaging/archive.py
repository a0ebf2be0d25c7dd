"""Packs the one-folder program into dist/, the same bytes for the same folder, and prints its sizes."""

import lzma
import platform
import sys
import tarfile
from pathlib import Path

from guidance_kb import __version__


def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leaves out what differs from machine to machine: owner and time."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = 0
    return member


def main() -> None:
    folder, dist = Path(sys.argv[1]), Path(sys.argv[2])
    dist.mkdir(exist_ok=True)
    name = f"guidance-kb-{__version__}-{platform.system().lower()}-{platform.machine()}"
    target = dist / f"{name}.tar.xz"
    with lzma.open(target, "wb", preset=6) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        for path in [folder, *sorted(folder.rglob("*"))]:
            archive.add(path, arcname=str(Path(name) / path.relative_to(folder)), recursive=False, filter=plain)
    installed = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB to download, {installed / 1e6:.1f} MB installed")  # noqa: T201


main()
