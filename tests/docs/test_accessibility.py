"""docs/accessibility.md names tests and files that are there, and holds what a screen reader said in both languages."""

import re

from guidance_kb.paths import ROOT
from tests.ui import contrasts

PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
SCRIPTS = ("searching", "contact", "records", "settings", "helping", "safe")
TESTS = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py")}
FILES = [path.relative_to(ROOT).as_posix() for folder in ("tests", "src") for path in (ROOT / folder).rglob("*")]


def test_every_test_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert named
    assert not [name for name in named if not any(f"def {name}(" in text for text in TESTS.values())]


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([\w/]+\.py)`", PAGE))
    assert named
    assert not [name for name in named if not any(path.endswith(name) for path in FILES)]


def test_what_was_said_is_there_in_both_languages() -> None:
    said = re.findall(r"<!-- said: (\w+) (\w+) -->\n```text\n(.+?)\n```\n<!-- end -->", PAGE, re.DOTALL)
    assert {(script, language) for script, language, _ in said} == {
        (script, language) for script in SCRIPTS for language in ("nl", "en")
    }


def test_the_contrasts_are_those_of_today() -> None:
    [told] = re.findall(r"<!-- contrasts -->\n(.+?)\n<!-- end -->", PAGE, re.DOTALL)
    assert told.splitlines() == list(contrasts.table()), "`python -m tests.ui.contrasts` prints them"
