"""A file of settings that is damaged is set aside, and of a newer one a copy is kept; the program starts anyway."""

from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.ui.core.settings import Settings, SettingsFile
from guidance_kb.ui.startup.settings_file import put_right


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_where_there_is_none_or_a_whole_one_there_is_nothing_to_say(path: Path) -> None:
    assert put_right(path) is None
    SettingsFile(path).write(Settings(language=Language.EN, text_size=150))
    assert put_right(path) is None
    assert SettingsFile(path).read().text_size == 150
    path.write_bytes(b"")
    assert put_right(path) is None


@pytest.mark.parametrize(
    "content",
    [b"\0" * 300, b"\x89PNG\r\n\x1a\n" + b"x" * 50, b"language=\xff\xfe", b"a=1\n" * 100_000],
)
def test_a_damaged_one_is_set_aside_as_it_was(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    told = put_right(path)
    assert told is not None
    assert "standaardinstellingen" in told.text.nl
    assert not path.exists()
    (aside,) = path.parent.glob("settings-damaged-*.ini")
    assert aside.read_bytes() == content
    assert aside.name in told.text.nl
    assert aside.name in told.text.en
    assert SettingsFile(path).read() == Settings()


def test_of_a_newer_one_a_copy_is_kept_once_and_what_is_known_is_used(path: Path) -> None:
    newer = "[General]\nformat=7\nlanguage=en\ntext_size=175\nhologram=on\n"
    path.write_text(newer, "utf-8")
    for _ in range(2):
        told = put_right(path)
        assert told is not None
        assert "newer version" in told.text.en
    settings = SettingsFile(path)
    assert settings.read().text_size == 175
    settings.change(text_size=125)
    kept = path.with_name("settings-format-7.ini")
    assert kept.read_text("utf-8") == newer
    assert "hologram=on" in path.read_text("utf-8")


def test_one_that_cannot_be_read_is_told(path: Path) -> None:
    path.mkdir()
    told = put_right(path)
    assert told is not None
    assert "kan niet worden gelezen" in told.text.nl
    assert SettingsFile(path).read() == Settings()
