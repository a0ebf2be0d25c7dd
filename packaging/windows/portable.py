"""Packs the Windows program as a zip that runs where it is unpacked, such as a USB stick: packaging/windows/portable.py FOLDER DIST."""

import sys
from pathlib import Path

from archived import write_zip

from guidance_kb import __version__
from guidance_kb.paths import MARKER

_NOTE = (
    "Dit bestand maakt Guidance KB draagbaar: uw gegevens staan in de map “data” hiernaast, en reizen met deze map mee.\n"
    "Ook de dossiers van cliënten. Raakt u de map kwijt, dan zijn ook die kwijt. Maak reservekopieën op een andere plek.\n"
    "Zonder dit bestand staan uw gegevens in uw eigen gebruikersmap.\n\n"
    "This file makes Guidance KB portable: your data is in the folder “data” beside it, and travels with this folder.\n"
    "So do the records of clients. Lose the folder, and they are lost too. Keep backups in another place.\n"
    "Without this file your data is in your own user folder.\n"
)


def main() -> None:
    """Write the zip, with one folder in it, and print its size."""
    folder, dist = Path(sys.argv[1]), Path(sys.argv[2])
    files = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files[f"{folder.name}/{MARKER}"] = _NOTE.replace("\n", "\r\n").encode("utf-8-sig")
    target = dist / f"guidance-kb-{__version__}-windows-portable.zip"
    write_zip(target, files)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
