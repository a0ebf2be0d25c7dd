import subprocess
import sys
from pathlib import Path

import pytest

from guidance_kb import __version__
from guidance_kb.cli.doctor import advice_without_window
from tests.cli.command import environment
from tests.cli.conftest import Run


def test_all_is_well(run: Run) -> None:
    done = run("doctor", "--json")
    assert (done.code, done.err) == (0, "")
    assert list(done.json) == ["well", "checks"]
    assert done.json["well"] is True
    for check in done.json["checks"]:
        assert list(check) == ["id", "name", "state", "value", "advice"]
        assert check["state"] in ("ok", "note")
        assert (check["advice"] is None) == (check["state"] == "ok")
    found = {check["id"]: check["value"] for check in done.json["checks"]}
    assert found["program"] == f"guidance-kb {__version__}"
    assert {
        "python",
        "system",
        "sqlite",
        "knowledge",
        "content",
        "counts",
        "search",
        "resources",
        "space",
        "display",
        "qt",
        "fonts",
        "screen-reader",
    } <= set(found)
    assert "Inter" in found["fonts"]
    assert found["place-data"]


def test_to_read(run: Run) -> None:
    assert run("doctor").out.rstrip().endswith(("Alles is in orde.", "let op de regels met “let op”."))
    assert run("doctor", "--lang", "en").out.rstrip().endswith(("All is well.", "see the lines with “note”."))


def test_without_a_display_the_commands_work(run: Run) -> None:
    done = run("doctor", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.code == 0
    assert "de opdrachten werken wel" in done.out


def test_what_is_wrong_says_what_to_do(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "knowledge.db"
    broken.write_bytes(b"not a database")
    done = run("doctor", "--knowledge", str(broken))
    assert done.code == 1
    assert "FOUT   Kennisbank: " in done.out
    assert "→ Bouw de kennisbank opnieuw" in done.out
    assert done.err == ""
    knowledge = next(
        check
        for check in run("doctor", "--json", "--knowledge", str(broken)).json["checks"]
        if check["id"] == "knowledge"
    )
    assert knowledge["state"] == "wrong"
    assert knowledge["advice"]


def test_damage_inside_the_database_is_found(run: Run, tmp_path: Path, knowledge_db: Path) -> None:
    data = bytearray(knowledge_db.read_bytes())
    half = len(data) // 2
    data[half : half + 20_000] = bytes(20_000)
    broken = tmp_path / "knowledge.db"
    broken.write_bytes(data)
    assert run("doctor", "--knowledge", str(broken)).code == 1


def test_the_home_folder_is_not_told(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "jan.jansen"
    home.mkdir()
    done = run("doctor", "--knowledge", str(home / "knowledge.db"), HOME=str(home), USERPROFILE=str(home))
    assert "jan.jansen" not in done.out


def test_where_qt_opens_no_window_that_is_a_line(run: Run) -> None:
    done = run("doctor", "--json", QT_QPA_PLATFORM="nonsense")
    assert done.code == 1
    window = next(check for check in done.json["checks"] if check["id"] == "window")
    assert window["state"] == "wrong"
    assert "venster" in window["advice"]


def test_where_qt_would_show_a_box_first_the_process_ends_at_once() -> None:
    said = "from guidance_kb.ui.doctor import self_check; self_check.without_a_box(); self_check.of_this_screen()"
    done = subprocess.run(
        [sys.executable, "-c", said],
        env=environment(None, QT_QPA_PLATFORM="nonsense"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, b"")  # by itself, not ended by Qt


@pytest.mark.parametrize(
    ("system", "named", "not_named"),
    [("win32", "qwindows.dll", "libxcb"), ("linux", "libxcb-cursor0", "qwindows"), ("darwin", "opnieuw", "libxcb")],
)
def test_what_to_do_without_a_window_depends_on_the_system(system: str, named: str, not_named: str) -> None:
    advice = advice_without_window(system)
    assert named in advice.nl
    assert all(not_named not in said for said in advice)
    assert "de opdrachten werken wel" in advice.nl.lower()
    assert "the commands do work" in advice.en.lower()


def test_an_error_that_nobody_foresaw_is_kept_and_told(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "errors.jsonl").write_text(
        '{"when": "2026-11-25T10:00:00+01:00", "system": "x", "errors": ["ValueError", "  ui/shell/window.py:1 show"], "times": 3}\n',
        "utf-8",
    )
    errors = next(check for check in run("doctor", "--json").json["checks"] if check["id"] == "errors")
    assert errors["state"] == "note"
    assert errors["value"] == "3: 2026-11-25 ValueError ui/shell/window.py:1 show"
