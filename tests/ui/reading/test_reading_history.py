"""What was read last: ids of knowledge only, as long as recent searches are kept, and forgotten with them."""

from dataclasses import replace
from pathlib import Path

import pytest

from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.reading.reading_history import MOST, LastRead
from guidance_kb.ui.shell.window import MainWindow


@pytest.fixture
def last(settings_file: SettingsFile) -> LastRead:
    return LastRead(settings_file)


def test_the_last_stands_first_and_nothing_stands_twice(last: LastRead, settings_file: SettingsFile) -> None:
    for identifier in ("care-duties", "2.1/levensloop", "care-duties"):
        last.add(identifier)
    assert LastRead(settings_file).ids == ("care-duties", "2.1/levensloop")


def test_only_so_many_are_kept(last: LastRead) -> None:
    for number in range(MOST + 3):
        last.add(f"entry-{number}")
    assert len(last.ids) == MOST
    assert last.ids[0] == f"entry-{MOST + 2}"


def test_switched_off_nothing_is_kept_or_told(last: LastRead, settings_file: SettingsFile) -> None:
    last.add("care-duties")
    settings_file.write(replace(settings_file.read(), recent=False))
    assert last.ids == ()
    last.add("money")
    settings_file.write(replace(settings_file.read(), recent=True))
    assert last.ids == ("care-duties",)


def test_what_is_no_id_in_the_file_is_left_out(last: LastRead, tmp_path: Path) -> None:
    (tmp_path / "recently-read.txt").write_text("care-duties\nJan Jansen, 12-3-1984\n\n" + "x" * 200 + "\n", "utf-8")
    assert last.ids == ("care-duties",)
    (tmp_path / "recently-read.txt").write_bytes(b"\xff\xfe\x00")
    assert last.ids == ()


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("x", "utf-8")
    last = LastRead(SettingsFile(tmp_path / "in-the-way" / "settings.ini"))
    last.add("care-duties")
    last.forget()
    assert last.ids == ()


def test_forgetting_and_switching_off_recent_searches_forget_it_too(
    window: MainWindow, settings_file: SettingsFile, tmp_path: Path
) -> None:
    file, last = tmp_path / "recently-read.txt", LastRead(settings_file)
    last.add("care-duties")
    window.forget_recent()
    assert not file.exists()
    last.add("care-duties")
    window.services.settings.change(recent=False)
    assert not file.exists()
