"""What an organisation sets beforehand: below the user's own, and never in anybody's way."""

from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.preferences.organisation_defaults import places, read_defaults
from guidance_kb.ui.core.settings import Scheme, Settings, SettingsFile


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A file of defaults."""
    return tmp_path / "defaults.ini"


def settings(tmp_path: Path, theirs: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.ini", [theirs])


def test_what_nobody_chose_is_as_the_organisation_says(tmp_path: Path, theirs: Path) -> None:
    theirs.write_text("language = en\ntext_size=125\ncontact_organisation=Taalhuis, Utrecht\nmotion=FALSE\n", "utf-8")
    now = settings(tmp_path, theirs).read()
    assert now == Settings(Language.EN, text_size=125, motion=False, contact_organisation="Taalhuis, Utrecht")


def test_what_somebody_chose_goes_first_and_a_reset_goes_back_to_it(tmp_path: Path, theirs: Path) -> None:
    theirs.write_text("[General]\nscheme=dark\ntext_size=125\n", "utf-8")
    settings(tmp_path, theirs).change(scheme=Scheme.LIGHT)
    file = settings(tmp_path, theirs)
    assert (file.read().scheme, file.read().text_size) == (Scheme.LIGHT, 125)
    file.reset("scheme")
    assert file.read().scheme is Scheme.DARK


def test_the_built_in_default_can_be_chosen_over_that_of_the_organisation(tmp_path: Path, theirs: Path) -> None:
    theirs.write_text("scheme=dark\nrecent=false\n", "utf-8")
    settings(tmp_path, theirs).change(scheme=Scheme.SYSTEM, recent=True)
    now = settings(tmp_path, theirs).read()
    assert now.scheme is Scheme.SYSTEM
    assert now.recent


def test_what_was_not_chosen_follows_when_the_organisation_changes_its_mind(tmp_path: Path, theirs: Path) -> None:
    theirs.write_text("text_size=125\n", "utf-8")
    settings(tmp_path, theirs).change(scheme=Scheme.DARK)
    theirs.write_text("text_size=150\n", "utf-8")
    assert settings(tmp_path, theirs).read() == Settings(scheme=Scheme.DARK, text_size=150)


@pytest.mark.parametrize(
    "content",
    [
        b"hello there",
        b"[[[\nlanguage=en",
        b"\xff\xfe\x00\x01",
        b"language=en\nlanguage=nl",
        b"language=en\n" * 9000,
        b"\x00",
    ],
)
def test_a_file_that_is_none_is_told_and_ignored(tmp_path: Path, theirs: Path, content: bytes) -> None:
    theirs.write_bytes(content)
    file = settings(tmp_path, theirs)
    assert file.read() == Settings()
    assert file.defaults.path == theirs
    assert [problem.en for problem in file.defaults.problems] == ["The file cannot be read and does not count."]


def test_a_folder_in_its_place_is_told_too(theirs: Path) -> None:
    theirs.mkdir()
    assert len(read_defaults([theirs]).problems) == 1


def test_a_mistake_is_told_without_what_stood_there_and_leaves_the_rest(tmp_path: Path, theirs: Path) -> None:
    theirs.write_text(
        "# ours\ntext_size=130\ncolour=pink\nlanguage=en\nmotion=maybe\ncontact_name=" + "x" * 200, "utf-8-sig"
    )
    file = settings(tmp_path, theirs)
    assert file.read() == Settings(Language.EN)
    assert [problem.en for problem in file.defaults.problems] == [
        "“text_size” can be: 100, 125, 150, 175, 200.",
        "“colour” is no setting.",
        "“motion” can be: true, false.",
        "“contact_name” is too long.",
    ]


def test_only_the_first_file_counts_and_none_is_no_mistake(tmp_path: Path, theirs: Path) -> None:
    other = tmp_path / "other.ini"
    other.write_text("text_size=200", "utf-8")
    assert read_defaults([theirs, other]).values == {"text_size": 200}
    theirs.write_text("language=en", "utf-8")
    assert read_defaults([theirs, other]).values == {"language": Language.EN}
    assert not read_defaults([tmp_path / "none.ini"]).problems


def test_where_it_may_lie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GUIDANCE_KB_PROGRAM", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'one'}:not/absolute:{tmp_path / 'two'}")
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "ProgramData"))
    assert places("linux") == (
        Path("/etc/guidance-kb/defaults.ini"),
        tmp_path / "one" / "guidance-kb" / "defaults.ini",
        tmp_path / "two" / "guidance-kb" / "defaults.ini",
    )
    assert places("win32") == (tmp_path / "ProgramData" / "Guidance KB" / "defaults.ini",)
    (tmp_path / "portable.txt").touch()
    assert places("win32")[0] == tmp_path / "defaults.ini"
    assert places("linux")[0] == tmp_path / "defaults.ini"
    assert places("darwin")[0] == tmp_path / "defaults.ini"
