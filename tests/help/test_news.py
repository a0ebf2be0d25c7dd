import re
from pathlib import Path

import pytest

from guidance_kb import __version__
from guidance_kb.errors import KnownError
from guidance_kb.help.articles import news
from guidance_kb.paths import ROOT


def test_what_is_new_has_the_versions_of_the_changelog_and_this_one_first() -> None:
    changelog = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert [one.number for one in news()] == changelog
    assert news()[0].number == __version__


def test_each_version_says_something_in_both_languages() -> None:
    for version in news():
        assert 1 <= len(version.lines) <= 12
        assert all(line.nl.strip() and line.en.strip() and line.nl != line.en for line in version.lines)


@pytest.mark.parametrize(
    "content", ["", "version = 3", '[[version]]\nnumber = "1.0.0"\nnl = ["a", "b"]\nen = ["a"]', "[[version"]
)
def test_a_damaged_list_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "news.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(KnownError):
        news(file)
