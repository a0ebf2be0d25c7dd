from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.ui.settings import Scheme, Settings, SettingsFile


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
