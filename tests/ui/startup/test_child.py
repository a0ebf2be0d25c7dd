"""The program as it is started, where nobody sees a window: what is wrong is one readable line, and the exit code is 1."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, run_apart

__all__ = ["run_apart"]


def told(run: Run, *words: str, **environment: str) -> str:
    done = run(*words, **environment)
    assert done.code == 1, done.err
    lines = [line for line in done.err.splitlines() if "propagateSizeHints" not in line]
    assert len(lines) == 1, done.err
    return lines[0]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}


def test_missing_and_damaged_knowledge(run_apart: Run, tmp_path: Path, home: dict[str, str]) -> None:
    assert "ontbreekt" in told(run_apart, "--knowledge", str(tmp_path / "gone.db"), **home)
    (tmp_path / "damaged.db").write_bytes(b"\0" * 9000)
    assert "beschadigd" in told(run_apart, "--knowledge", str(tmp_path / "damaged.db"), **home)


def test_a_file_in_the_place_of_the_data(
    run_apart: Run, tmp_path: Path, knowledge_db: Path, home: dict[str, str]
) -> None:
    (tmp_path / "data").touch()
    assert "Er kan niets worden bewaard" in told(run_apart, "--knowledge", str(knowledge_db), **home)


def test_damaged_settings_are_set_aside_whatever_else_is_wrong(
    run_apart: Run, tmp_path: Path, home: dict[str, str]
) -> None:
    settings = tmp_path / "config" / "guidance-kb" / "settings.ini"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(bytes(range(256)))
    assert "ontbreekt" in told(run_apart, "--knowledge", str(tmp_path / "gone.db"), **home)
    (aside,) = settings.parent.glob("settings-damaged-*.ini")
    assert aside.read_bytes() == bytes(range(256))


def test_a_portable_program_that_cannot_write(
    run_apart: Run, tmp_path: Path, knowledge_db: Path, home: dict[str, str]
) -> None:
    (tmp_path / "portable.txt").touch()
    (tmp_path / "data").touch()
    line = told(
        run_apart, "--knowledge", str(knowledge_db), GUIDANCE_KB_PROGRAM=str(tmp_path), GUIDANCE_KB_DATA="", **home
    )
    assert "draagbare map" in line
