"""The command line is documented: every command and every option. That its examples run, `tests/docs/test_examples.py` sees."""

import argparse
import re
from pathlib import Path

import pytest

from guidance_kb.cli.arguments import parser, protect_query
from tests.cli.conftest import Run

DOCUMENT = Path(__file__).parents[2] / "docs" / "command-line.md"


def sections() -> dict[str, str]:
    """The text of every section of the document, by its heading."""
    parts = re.split(r"^## (.+)$", DOCUMENT.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands() -> dict[str, argparse.ArgumentParser]:
    action = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    """The options of a command, but for those that are for developers, and told in CONTRIBUTING.md."""
    told = [action for action in command._actions if action.help != argparse.SUPPRESS]
    return {option for action in told for option in action.option_strings}


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name: str) -> None:
    everywhere = sections()["For every command"]
    section = sections()[name]
    usage = section.split("```")[0]
    assert f"`guidance-kb {name}" in usage
    for option in options(commands()[name]) - options(parser()):
        assert re.search(rf"^\| `{option}[ `]", section, re.MULTILINE), f"{name} {option}"
    for option in options(parser()):
        assert re.search(rf"^\|.*`{option}[ `]", everywhere, re.MULTILINE), option
    for action in commands()[name]._actions:
        if not action.option_strings:
            assert str(action.metavar or "knowledge") in usage
    assert "$ guidance-kb" in section or "| guidance-kb" in section


def test_nothing_is_documented_that_is_not_there() -> None:
    assert set(sections()) - {"For every command"} == set(commands())
    known = {option for command in (parser(), *commands().values()) for option in options(command)}
    assert set(re.findall(r"(?<=[`\s\[])--[a-z]+", DOCUMENT.read_text("utf-8"))) <= known


def test_the_answers_of_the_document_are_right(run: Run) -> None:
    block = re.search(r"```json\n(.+?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert block is not None
    signals = run("assess", "-", "--json", stdin=block[1].encode()).json["signals"]
    assert "care-duties" in {signal["id"] for signal in signals}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["search", "geld"], ["search", "geld"]),
        (["search", "-geld", "--json"], ["search", "--json", "--", "-geld"]),
        (["--lang", "en", "search", "-geld"], ["--lang", "en", "search", "--", "-geld"]),
        (["search", "-h"], ["search", "-h"]),
        (["search", "--batch", "-"], ["search", "--batch", "-"]),
        (["search", "--", "-geld"], ["search", "--", "-geld"]),
        (["show", "-x"], ["show", "-x"]),
        ([], []),
    ],
)
def test_a_dash_may_begin_a_query(typed: list[str], meant: list[str]) -> None:
    assert protect_query(typed) == meant
