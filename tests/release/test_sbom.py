"""The bill of materials: valid, complete, the same twice. Needs the tools of the release (`sh packaging/release/tools.sh release`)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "packaging" / "release"
TOOLS = ROOT / "build" / "tools" / "release"
pytestmark = pytest.mark.skipif(
    not TOOLS.exists(), reason="the tools of the release are not installed: `sh packaging/release/tools.sh release`"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package in small: the libraries whose versions are asked for, where a package has them."""
    folder = tmp_path_factory.mktemp("package")
    (folder / "sqlcipher3").mkdir()
    for file in Path(sqlcipher3.__file__).parent.glob("_sqlite3.*"):
        (folder / "sqlcipher3" / file.name).write_bytes(file.read_bytes())
    return folder


def make(package: Path, target: Path) -> subprocess.CompletedProcess[str]:
    told = os.environ | {"SOURCE_DATE_EPOCH": "1764000000"}
    return subprocess.run(
        [sys.executable, SCRIPTS / "sbom.py", package, target],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def file(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bill") / "one.cdx.json"
    done = make(package, target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def bill(file: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return made


def test_it_holds_what_the_program_runs_with_and_no_tool_of_ours(bill: dict[str, Any]) -> None:
    names = {each["name"] for each in bill["components"]}
    assert {
        "PySide6_Essentials",
        "cryptography",
        "pydantic_core",
        "Qt",
        "OpenSSL",
        "SQLite",
        "SQLCipher",
        "Inter",
        "Lucide",
        "Snowball",
    } <= names
    assert not {"libtiff (in Qt)", "libwebp (in Qt)"} & names  # this package has not the plugins of Qt that hold them
    assert not {"pytest", "mypy", "ruff", "pyinstaller", "pip", "cyclonedx-bom", "guidance-kb"} & names
    assert len({each["bom-ref"] for each in bill["components"]}) == len(bill["components"])
    refs = {each["bom-ref"] for each in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    assert {ref for each in bill["dependencies"] for ref in [each["ref"], *each.get("dependsOn", [])]} <= refs
    assert bill["metadata"]["timestamp"] == "2025-11-24T16:00:00+00:00"
    assert str(ROOT) not in json.dumps(bill)


def test_the_same_commit_gives_the_same_bytes(bill: dict[str, Any], file: Path, package: Path, tmp_path: Path) -> None:
    assert make(package, tmp_path / file.name).returncode == 0
    assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    assert bill["serialNumber"].startswith("urn:uuid:")


def test_the_check_refuses_what_the_schema_does_not_know(bill: dict[str, Any], tmp_path: Path) -> None:
    bill["components"][0]["type"] = "rumour"
    (tmp_path / "bad.json").write_text(json.dumps(bill), "utf-8")
    python = TOOLS / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    assert (
        subprocess.run(
            [python, SCRIPTS / "valid.py", tmp_path / "bad.json"], capture_output=True, check=False
        ).returncode
        == 1
    )
