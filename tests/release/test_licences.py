"""Whose work is in the program: nothing may come along unnamed."""

import ast
import importlib
import re
import sqlite3
import ssl
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest
from sqlcipher3 import dbapi2

from guidance_kb.documents.licences import licences

ROOT = Path(__file__).parents[2]
FOLDERS = (
    ROOT / "build" / "linux" / "guidance-kb" / "_internal",
    ROOT / "build" / "windows" / "Guidance KB" / "program",
)
FROZEN = (ROOT / "build" / "pyinstaller", ROOT / "build" / "debian-12" / "guidance-kb" / "build" / "pyinstaller")
OURS = {path.stem for path in (ROOT / "packaging").glob("*.py")}
"""Small modules of the packages themselves, as the one that keeps the network out."""

STANDARD = re.compile(r"/lib/python3\.\d+/(?!(site|dist)-packages/)")
"""Where the library of Python itself lies; that of the older Debian has modules which ours has no more (cgi)."""


@pytest.fixture
def collecting() -> ModuleType:
    return importlib.import_module("collecting")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("collected") / "licences"
    subprocess.run([sys.executable, ROOT / "packaging" / "release" / "collecting.py", target], check=True)
    return target


def test_every_python_package_that_the_program_asks_for_is_named_with_its_text(
    collecting: ModuleType, collected: Path
) -> None:
    runtime = importlib.import_module("runtime")
    locked = set(
        re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    )
    wanted = set(runtime.runtime(runtime.installed(), collecting.dependencies(), sys.platform)) - runtime.UNSHIPPED
    assert "pydantic-core" in wanted  # what another package asks for counts as well
    assert wanted <= locked
    named = {licence.name.lower().replace("_", "-"): licence for licence in licences(collected)}
    assert wanted <= set(named)
    assert not [
        name for name in wanted if len(named[name].text) < 300 or not named[name].identifier or not named[name].version
    ]


def test_what_no_python_package_names_is_there_with_the_version_the_library_says(collected: Path) -> None:
    named = {licence.name: licence for licence in licences(collected)}
    for name, version in {
        "Qt": r"6\.\d+\.\d+", "ICU": r"\d\d\.\d", "OpenSSL": r"3\.\d+\.\d+", "SQLCipher": r"4\.\d+\.\d+", "SQLite": r"3\.\d+\.\d+",
        "CPython": r"3\.1\d\.\d+", "Inter": r"4\.\d+",
    }.items():  # fmt: skip
        assert re.search(version, named[name].version), name
    assert {"Snowball", "Lucide"} <= set(named)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in named["Qt"].text
    assert named["PySide6_Essentials"].text == named["Qt"].text


def test_every_line_is_said_in_both_languages(collected: Path) -> None:
    for licence in licences(collected):
        assert licence.why.nl
        assert licence.why.en
        assert licence.why.nl != licence.why.en


def test_the_versions_of_the_libraries_are_those_that_they_say_when_asked() -> None:
    versions = importlib.import_module("versions")
    said = {
        part: {version for version, _ in found}
        for part, found in versions.of_parts(versions.of_environment(), ROOT / "resources").items()
    }
    connection = dbapi2.connect(":memory:")
    cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    connection.close()
    assert cipher.split()[0] in said["sqlcipher"]
    assert dbapi2.sqlite_version in said["sqlite"]
    if sys.platform == "linux":
        assert sqlite3.sqlite_version in said["sqlite"]
        assert ssl.OPENSSL_VERSION.split()[1] in said["openssl"]


def test_an_unknown_library_in_a_package_is_a_fault(collecting: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "libxcb-shm.so.0").write_bytes(b"\0")
    (tmp_path / "libspeaks-to-the-network.so.3").write_bytes(b"\0")
    strangers = collecting.strangers(collecting.index(), collecting.libraries(tmp_path), tmp_path)
    assert [file.name for file in strangers] == ["libspeaks-to-the-network.so.3"]


def test_what_is_inside_a_plugin_of_qt_counts_only_with_the_plugin(collecting: ModuleType) -> None:
    tiff = next(part for part in collecting.index()["part"] if part["name"] == "libtiff (in Qt)")
    assert collecting.is_there(tiff, [Path("PySide6/Qt/plugins/imageformats/libqtiff.so")])
    assert collecting.is_there(tiff, [Path("PySide6/plugins/imageformats/qtiff.dll")])
    assert not collecting.is_there(tiff, [Path("PySide6/Qt/plugins/imageformats/libqsvg.so")])
    qt = next(part for part in collecting.index()["part"] if part["name"] == "Qt")
    assert collecting.is_there(qt, [Path("libqsvg.so")])


def test_an_empty_folder_is_no_package(collecting: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="no package"):
        collecting.libraries(tmp_path)


@pytest.mark.parametrize("folder", FOLDERS, ids=("linux", "windows"))
def test_every_library_of_a_package_made_here_is_named(collecting: ModuleType, folder: Path) -> None:
    if not folder.exists():
        pytest.skip("no package here: `make package` or `make package-windows` makes it")
    assert not collecting.strangers(collecting.index(), collecting.libraries(folder), folder)


def test_every_module_that_was_frozen_is_of_a_package_that_is_named(collecting: ModuleType) -> None:
    """What PyInstaller found by itself; it writes a list of it. A module that a hook drags along (pytz, rich) belongs to nobody."""
    lists = [found for folder in FROZEN if (found := folder / "guidance-kb" / "PYZ-00.toc").exists()]
    if not lists:
        pytest.skip("no package here: `make package` makes it")
    runtime = importlib.import_module("runtime")
    wanted = set(runtime.runtime(runtime.installed(), collecting.dependencies(), sys.platform))
    for file in lists:
        frozen = {
            name.split(".")[0]
            for name, place, *_ in ast.literal_eval(file.read_text("utf-8"))[1]
            if not STANDARD.search(place)
        }
        others = frozen - set(sys.stdlib_module_names) - {"guidance_kb", "tools", "_pyi_rth_utils"}
        owners = packages_distributions()
        strange = {
            name
            for name in others
            if not name.startswith("_sysconfigdata")
            and not wanted & {each.lower().replace("_", "-") for each in owners.get(name, [])}
        }
        assert strange <= OURS, strange


def test_every_text_of_the_index_is_there_and_every_text_is_used(collecting: ModuleType) -> None:
    known = collecting.index()
    named = {part["text"] for part in known["part"]} | {
        told["text"] for told in known["python"].values() if "text" in told
    }
    there = {file.name for file in (ROOT / "resources" / "licences").glob("*.txt")}
    assert there == {name for name in named if not name.startswith("..")}


def test_without_a_list_nothing_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("[]", "utf-8")
    assert licences(tmp_path) == ()
