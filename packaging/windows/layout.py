"""Lays out the Windows program in a folder: launchers, Python, libraries and our own, as the setup installs it.

    python packaging/windows/layout.py --python FILE.zip --wheels DIR --launchers DIR --about DIR --out DIR

`--about` gets what the libraries say of themselves (dist-info), to collect their licences from.
"""

import argparse
import io
import shutil
import zipfile
from pathlib import Path
from typing import Final

from archived import write_zip
from compiled import compile_folder
from kept import PYTHON, standard_kept, wheel_kept

ROOT: Final = Path(__file__).resolve().parents[2]

PATHS: Final = "python313.zip\n.\nlib\n"
"""The module search path of Python; with this file Python ignores environment variables, the registry and folders of the user."""


def lay_python(archive: Path, program: Path) -> None:
    """Unpack the embeddable Python without its network modules."""
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            name = Path(member.filename).name  # the archive used in tests has its files in a folder
            if member.is_dir() or name not in PYTHON:
                continue
            data = packed.read(member)
            if name == "python313.zip":
                write_zip(program / name, _standard(data))
            else:
                (program / name.replace("LICENSE.txt", "LICENSE-python.txt")).write_bytes(data)
    (program / "python313._pth").write_text(PATHS, encoding="utf-8", newline="\r\n")


def _standard(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as library:
        return {
            name: library.read(name) for name in library.namelist() if standard_kept(name) and not name.endswith("/")
        }


def lay_wheels(wheels: Path, library: Path, told: Path) -> None:
    """Unpack the libraries, and their metadata into `told`."""
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                about = name.partition("/")[0].endswith(".dist-info")
                for place in [library] * wheel_kept(name) + [told] * about:
                    target = place / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(packed.read(name))


def lay_program(program: Path) -> None:
    """Copy our code, as in the wheel, with the knowledge database and the compiled translations."""
    ours = program / "guidance_kb"
    unwanted = shutil.ignore_patterns("__pycache__", "*.ts")
    shutil.copytree(ROOT / "src" / "guidance_kb", ours, ignore=unwanted)
    # The tour, which tests the package.
    shutil.copytree(ROOT / "tools" / "tour", program / "tools" / "tour", ignore=unwanted)
    shutil.copy(ROOT / "tools" / "__init__.py", program / "tools")
    shutil.copytree(ROOT / "resources", ours / "resources", ignore=unwanted)
    shutil.copytree(ROOT / "db", ours / "db", ignore=unwanted)
    shutil.copytree(ROOT / "docs" / "pictures" / "guide", ours / "docs" / "pictures" / "guide")
    for guide in (ROOT / "docs").glob("guide-*.md"):
        shutil.copy(guide, ours / "docs")
    shutil.copy(ROOT / "build" / "knowledge.db", ours)
    for name in ("packaging/offline.py", "packaging/windows/starting.py"):
        shutil.copy(ROOT / name, program)


def main() -> None:
    """Create the whole layout again."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("--python", "--wheels", "--launchers", "--about", "--out"):
        options.add_argument(name, type=Path, required=True)
    given = options.parse_args()
    shutil.rmtree(given.out, ignore_errors=True)
    program = given.out / "program"
    program.mkdir(parents=True)
    lay_python(given.python, program)
    shutil.rmtree(given.about, ignore_errors=True)
    lay_wheels(given.wheels, program / "lib", given.about)
    lay_program(program)
    compile_folder(program)
    for launcher in ("guidance-kb.exe", "guidance-kb.com"):
        shutil.copy(given.launchers / launcher, given.out)
    (given.out / "LICENSE.txt").write_text(
        (ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n"
    )


if __name__ == "__main__":
    main()
