"""CONTRIBUTING says what else changes with a change, by commands and files that are there, and every place that knows the rooms."""

import re

import pytest

from guidance_kb.paths import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SOURCE = ROOT / "src" / "guidance_kb"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

_TABLE = re.search(r"\| you changed \|.*?\n\n", PAGE, re.DOTALL)
assert _TABLE is not None
ROWS = {row.split("|")[1].strip(): row.split("|")[2] for row in _TABLE[0].splitlines()[2:] if row}


def test_each_kind_of_contribution_has_a_row() -> None:
    assert {"an entry", "an item", "a setting", "a view", "a text of the window", "how something looks"} <= ROWS.keys()


@pytest.mark.parametrize("row", ROWS)
def test_what_a_row_names_is_there(row: str) -> None:
    named = re.findall(r"`([^`]+)`", ROWS[row])
    assert named
    commands = [name.removeprefix("make ") for name in named if name.startswith("make ")]
    files = [name for name in named if not name.startswith("make ") and ("/" in name or "." in name)]
    assert [name for name in commands if name not in TARGETS] == []
    assert [name for name in files if not (ROOT / name).exists() and not (SOURCE / name).exists()] == []


def test_the_row_of_a_view_names_each_module_that_lists_the_rooms() -> None:
    """A room that one of them lacks makes the window fail at its start, or go unswept."""
    lists = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if len(set(re.findall(r"ViewId\.([A-Z]+)", path.read_text("utf-8")))) > 4
    }
    assert lists
    assert [path for path in sorted(lists) if f"`{path}`" not in ROWS["a view"]] == []
