"""`docs/administrators.md` is true to the code: settings and their values, places of files, exit codes of the setup."""

import re
from pathlib import PurePosixPath

import pytest

from guidance_kb.paths import MARKER, ROOT
from guidance_kb.preferences.options import LONGEST, OPTIONS, Option
from guidance_kb.preferences.organisation_defaults import NAME, places

PAGE = (ROOT / "docs" / "administrators.md").read_text("utf-8")
SETUP = (ROOT / "packaging" / "windows" / "setup.nsi").read_text("utf-8")


def _row(option: Option) -> tuple[list[str], str]:
    """What the page says of a setting: its values, and what it comes as."""
    found = re.search(rf"^\| [^|]*`{option.key}`[^|]* \| ([^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert found is not None, option.key
    return re.findall(r"`([^`]+)`", found[1]), found[2].strip(" `")


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: str(option.key))
def test_every_setting_stands_there_as_it_is(option: Option) -> None:
    values, comes_as = _row(option)
    if option.choices:
        assert values == [str(value) for value, _ in option.choices]
        assert comes_as == str(option.default)
    elif isinstance(option.default, bool):
        assert values == ["true", "false"]
        assert comes_as == str(option.default).lower()
    else:
        assert (values, comes_as) == ([], "empty")
        assert f"at most {LONGEST} signs" in PAGE


def test_no_setting_stands_there_that_is_not() -> None:
    table = PAGE[PAGE.index("| name | may be") : PAGE.index("UTF-8, one setting a line")]
    named = re.findall(
        r"`([a-z_]+)`", " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    )
    assert sorted(named) == sorted(option.key for option in OPTIONS)


def test_the_example_is_understood() -> None:
    known = {option.key: option for option in OPTIONS}
    example = re.search(r"```ini\n(.+?)```", PAGE, re.DOTALL)
    assert example is not None
    lines = [line.split(" = ") for line in example[1].splitlines() if not line.startswith(";")]
    assert all(known[name].understood(value) is not None for name, value in lines)


def test_the_file_of_defaults_is_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
    assert str(PurePosixPath(places("linux")[0])) in PAGE
    assert str(PurePosixPath(places("darwin")[0])) in PAGE
    assert rf"%PROGRAMDATA%\Guidance KB\{NAME}" in PAGE
    assert f"`{MARKER}`" in PAGE


def test_the_exit_codes_of_the_setup_are_those_of_its_source() -> None:
    told = re.search(r"exit code: (.+)", SETUP)
    assert told is not None
    for code in re.findall(r"(\d) ", told[1]):
        assert f" {code} " in PAGE[PAGE.index("Exit codes of the setup") :].split("\n")[0]
    assert "/ALLOWDOWNGRADE" in PAGE
    assert "AtLeastBuild} 17763" in SETUP, "which is Windows 10 version 1809"
