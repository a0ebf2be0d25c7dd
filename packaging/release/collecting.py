"""Collects whose work is in a package and under which licence: writes `licences/index.json` and the texts beside it.

    python packaging/release/collecting.py build/licences                        what the environment holds (shown from source)
    python packaging/release/collecting.py FOLDER/licences --package FOLDER      a package, with the libraries that lie in it
                                           [--site-packages DIR --platform win32]  of another system: its Python packages lie there

FOLDER is where `resources/` lies in the package. A library that `resources/licences/licences.toml` does not know is named, and the
end is an error.
"""

import argparse
import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import dpkg
import runtime
import versions

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
TEXTS = RESOURCES / "licences"
_PLAIN = str.maketrans(" /", "--", ":()")
_LIBRARY = ("*.so", "*.so.*", "*.dll", "*.pyd", "*.dylib")
_LICENCE_FILE = ("LICEN[CS]E*", "COPYING*", "NOTICE*")


@dataclass(frozen=True, slots=True)
class Part:
    """One work of others in the package: its name, licence, purpose and licence text."""

    name: str
    version: str
    licence: str
    why_nl: str
    why_en: str
    text: str
    origin: str  # "part", "python" or "debian"


def index() -> dict[str, Any]:
    """Return `licences.toml`."""
    return tomllib.loads((TEXTS / "licences.toml").read_text("utf-8"))


def dependencies() -> list[str]:
    """Return the requirements in pyproject.toml."""
    asked: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    return asked


def libraries(folder: Path) -> list[Path]:
    """Return the shared libraries below a folder, without links to them.

    Raises:
        LookupError: There is none, so this is no package.
    """
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and any(fnmatch(path.name, each) for each in _LIBRARY)
    ]
    if not found:
        raise LookupError(f"{folder} holds no shared library: no package was made there")
    return found


def is_there(part: dict[str, Any], files: list[Path]) -> bool:
    """Return whether a part of the index is in a package with these libraries; true if it is not optional or there are no libraries."""
    held = any(fnmatch(file.name, each) for file in files for each in part["files"])
    return held or not files or not part.get("optional", False)


def fixed(known: dict[str, Any], found: dict[str, str], files: list[Path]) -> Iterator[Part]:
    """Yield the parts whose text is in the repository. A version in angle brackets is looked up in `found`."""
    for each in known["part"]:
        if not is_there(each, files):
            continue
        version = found.get(each["version"].strip("<>"), "") if each["version"].startswith("<") else each["version"]
        text = (TEXTS / each["text"]).read_text("utf-8")
        yield Part(each["name"], version, each["licence"], each["why"]["nl"], each["why"]["en"], text, "part")


def python(known: dict[str, Any], present: dict[str, Distribution], platform: str) -> Iterator[Part]:
    """Yield the Python packages of the program, each with its licence text."""
    for name, by in sorted(runtime.runtime(present, dependencies(), platform).items()):
        if name in runtime.UNSHIPPED:
            continue
        distribution, told = present[name], known["python"].get(name, {})
        text = (TEXTS / told["text"]).read_text("utf-8") if "text" in told else own_text(distribution)
        licence = told.get("licence") or distribution.metadata.get("License-Expression")
        if not licence or not text:
            raise LookupError(f"{name}: no licence or no text; say it in resources/licences/licences.toml")
        for_nl, for_en = (
            (f"Voor {by}.", f"For {by}.") if by else ("Gebruikt door het programma.", "Used by the program.")
        )
        yield Part(distribution.name, distribution.version, licence, for_nl, for_en, text, "python")


def own_text(distribution: Distribution) -> str:
    """Return the licence files of a Python package, one below the other."""
    files = [
        file for file in distribution.files or [] if any(fnmatch(file.name.upper(), each) for each in _LICENCE_FILE)
    ]
    inside = [file for file in files if ".dist-info" in str(file) and "_vendor" not in str(file)]
    return (
        "\n\n".join(Path(str(file.locate())).read_text("utf-8").strip() for file in sorted(inside)) + "\n"
        if inside
        else ""
    )


def system(known: dict[str, Any], files: list[Path]) -> Iterator[Part]:
    """Yield the libraries of Debian in a package."""
    for name, told in sorted(known["debian"].items()):
        mine = sorted({file.name for file in files if any(fnmatch(file.name, each) for each in told["files"])})
        if mine:
            version, text = dpkg.record(mine)
            why = (
                f"Bibliotheek van Debian die meekomt: {', '.join(mine)}.",
                f"A library of Debian that comes along: {', '.join(mine)}.",
            )
            yield Part(name, version, told["licence"], *why, text, "debian")


def strangers(known: dict[str, Any], files: list[Path], folder: Path) -> list[Path]:
    """Return the libraries of unknown origin: neither a part's, nor Debian's, nor inside a Python package of the program."""
    patterns = [each for part in known["part"] for each in part["files"]]
    patterns += [each for told in known["debian"].values() for each in told["files"]]
    packages = (
        "cryptography",
        "pydantic_core",
        "sqlcipher3",
        "shiboken6",
        "PySide6",
        "cffi",
        "Stemmer",
        "_cffi_backend",
        "lib",
    )

    def known_place(file: Path) -> bool:
        place = file.relative_to(folder)
        inside = any(piece.split(".")[0] in packages for piece in place.parts[:-1]) or place.name.split(".")[0] in {
            "Stemmer", "_cffi_backend", "libpyside6", "libshiboken6", "pyside6", "shiboken6",
        }  # fmt: skip
        return inside or any(fnmatch(file.name, each) or fnmatch(str(place), each) for each in patterns)

    return [file for file in files if not known_place(file)]


def platform_version(package: Path | None) -> str:
    """Return the version of the running Python if its executable contains its library; the one of a package is unknown."""
    return "" if package else sys.version.split()[0]


def collect(package: Path | None, site: Path | None, platform: str) -> list[Part]:
    """Return all parts of a package, or of the running environment."""
    known, present = index(), runtime.installed(site)
    files = libraries(package) if package else []
    said = versions.of_parts(files or versions.of_environment(), RESOURCES)
    found = {part: ", ".join(sorted({version for version, _ in each})) for part, each in said.items()}
    found["qt"] = present["pyside6-essentials"].version
    found["cpython"] = found["cpython"] or platform_version(package)
    ours = [*fixed(known, found, files), *python(known, present, platform)]
    return [*ours, *system(known, files)] if platform == "linux" else ours


def write(parts: list[Part], target: Path) -> None:
    """Write the index and the texts; parts with the same text share its file."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    names: dict[str, str] = {}
    rows = []
    for part in parts:
        file = names.setdefault(part.text, f"{part.name.lower().translate(_PLAIN)}.txt")
        (target / file).write_text(part.text, "utf-8", newline="\n")
        rows.append({key: value for key, value in asdict(part).items() if key != "text"} | {"file": file})
    (target / "index.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def main() -> int:
    """Write the folder; return 1 if a library is of unknown origin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--site-packages", type=Path)
    parser.add_argument("--platform", default=sys.platform)
    asked = parser.parse_args()
    write(collect(asked.package, asked.site_packages, asked.platform), asked.target)
    unknown = strangers(index(), libraries(asked.package), asked.package) if asked.package else []
    for file in unknown:
        print(f"not in resources/licences/licences.toml: {file.relative_to(asked.package)}", file=sys.stderr)  # noqa: T201
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
