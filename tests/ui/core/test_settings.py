from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.ui.core.settings import Scheme, Settings, SettingsFile


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    chosen = Settings(Language.EN, Scheme.CONTRAST, 150, recent=False, motion=False)
    SettingsFile(tmp_path / "s.ini").write(chosen)
    assert SettingsFile(tmp_path / "s.ini").read() == chosen


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.ini").read() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "language=xx\nscheme=pink\ntext_size=7",
        "language=\ntext_size=much",
        "[[[",
        "\x00\x01",
        "text_size=100000000000000000000",
        "recent=perhaps\nmotion=a little",
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "s.ini").write_text(f"[General]\n{text}\n", "utf-8")
    assert SettingsFile(tmp_path / "s.ini").read() == Settings()


def test_a_damaged_value_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text("[General]\nlanguage=en\nscheme=pink\ntext_size=125\n", "utf-8")
    assert SettingsFile(tmp_path / "s.ini").read() == Settings(Language.EN, Scheme.SYSTEM, 125)


def test_the_recent_searches_have_a_file_of_their_own_beside_it(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "s.ini").recent == tmp_path / "recent-searches.txt"


def test_only_what_was_chosen_stands_in_the_file(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "s.ini")
    file.change(text_size=150)
    assert (tmp_path / "s.ini").read_text("utf-8") == "[General]\ntext_size=150\n"
    file.reset()
    assert "text_size" not in (tmp_path / "s.ini").read_text("utf-8")


def test_what_is_not_ours_stays_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text("[General]\nformat=1\n[other]\nx=1\n", "utf-8")
    file = SettingsFile(tmp_path / "s.ini")
    file.change(text_size=150)
    file.reset()
    text = (tmp_path / "s.ini").read_text("utf-8")
    assert "format=1" in text
    assert "x=1" in text


def test_a_choice_is_told_once_with_what_held_before(tmp_path: Path) -> None:
    file, told = SettingsFile(tmp_path / "s.ini"), list[tuple[Settings, Settings]]()
    file.changed.connect(lambda before, now: told.append((before, now)))
    file.change(motion=False)
    file.change(motion=False)
    assert told == [(Settings(), Settings(motion=False))]


def test_signs_of_every_kind_are_read_back(tmp_path: Path) -> None:
    name = 'Anna, "de Vries"; [x]=é @%1 \\n'
    SettingsFile(tmp_path / "s.ini").change(contact_name=name)
    assert SettingsFile(tmp_path / "s.ini").read().contact_name == name


def test_where_nothing_can_be_written_a_choice_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("", "utf-8")
    file = SettingsFile(tmp_path / "in-the-way" / "settings.ini")
    file.change(text_size=150)
    assert file.read().text_size == 150
    assert not file.is_kept
