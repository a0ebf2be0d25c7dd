"""The Windows package under Wine with a file gone, as after a virus scanner: what is missing is said, and what can work does."""

import json
import shutil
from pathlib import Path

import pytest

from tests.packaged import wine
from tests.packaged.wine import SOUGHT, Wine, folder, until

pytestmark = [pytest.mark.packaged, pytest.mark.wine, pytest.mark.timeout(900)]


def test_a_missing_file_is_named_in_a_sentence(installed: Wine, tmp_path: Path) -> None:
    copy = tmp_path / "kopie"
    shutil.copytree(folder(installed), copy)
    (copy / "program" / "python313.dll").rename(copy / "elders.dll")
    done = installed.run(copy / "guidance-kb.com", "--version")
    assert done.returncode == 1
    assert '"python313.dll" is missing or damaged' in done.stderr
    (copy / "elders.dll").rename(copy / "program" / "python313.dll")
    (copy / "program" / "guidance_kb" / "cli" / "__init__.pyc").unlink()
    done = installed.run(copy / "guidance-kb.com", "--version")
    assert done.returncode == 1
    assert "missing or damaged (guidance_kb.cli)" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_its_way_to_the_screen_the_commands_work_and_the_doctor_says_what_to_do(
    installed: Wine, tmp_path: Path
) -> None:
    copy = tmp_path / "kopie"
    shutil.copytree(folder(installed), copy)
    (copy / "program" / "lib" / "PySide6" / "plugins" / "platforms" / "qwindows.dll").unlink()
    assert installed.run(copy / "guidance-kb.com", "search", SOUGHT).returncode == 0
    done = installed.run(copy / "guidance-kb.com", "doctor", "--json")
    assert done.returncode == 1
    window = next(check for check in json.loads(done.stdout)["checks"] if check["id"] == "window")
    assert "qwindows.dll" in window["advice"]
    asked = installed.start(copy / "guidance-kb.exe")
    until(lambda: '"Guidance KB"' in installed.windows())  # a box of ours; that of Qt has another title
    installed.run("taskkill", "/F", "/IM", "guidance-kb.exe")
    asked.wait(timeout=wine.PATIENCE)
