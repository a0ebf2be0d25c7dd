"""Completes the manual pages: version and date, and in the English page all commands and options, from the program's own parser."""

import argparse
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from version import day, version

from guidance_kb.cli.arguments import parser

TEXTS: Final = Path(__file__).parent / "share"


def escaped(text: str) -> str:
    """Return text for roff: dashes are escaped, and no line begins with a roff command."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def option(action: argparse.Action) -> str:
    """Return an option or argument with its values and description."""
    values = action.metavar or ("|".join(str(choice) for choice in action.choices) if action.choices else "")
    shown = f" \\fI{escaped(str(values))}\\fR" if values and action.nargs != 0 else ""
    if not action.option_strings:
        return f".TP\n\\fI{escaped(str(values))}\\fR\n{escaped(action.help or '')}"
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
    return f".TP\n{names}{shown}\n{escaped((action.help or '').replace('%%', '%'))}"


def options(of: argparse.ArgumentParser, without: set[str]) -> list[str]:
    """Return every option of a command that users see, except those in `without`."""
    return [
        option(action)
        for action in of._actions  # noqa: SLF001 - argparse has no other way to ask
        if action.help != argparse.SUPPRESS
        and not isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
        and not without.intersection(action.option_strings)
    ]


def commands(of: argparse.ArgumentParser) -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """Return the commands with their descriptions and parsers, in the order of the program's help."""
    group = next(action for action in of._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    told = {choice.dest: choice.help or "" for choice in group._choices_actions}  # noqa: SLF001
    return {name: (told[name], command) for name, command in group.choices.items() if name in told}


def page(text: str) -> str:
    """Return a completed manual page."""
    top = parser()
    everywhere = {name for action in top._actions for name in action.option_strings}  # noqa: SLF001
    told = []
    for name, (what, command) in commands(top).items():
        told += [f'.SS "{name}"', escaped(what[0].upper() + what[1:] + "."), *options(command, everywhere)]
    filled = text.replace("@VERSION@", version()).replace("@DAY@", f"{day():%Y-%m-%d}")
    return filled.replace("@OPTIONS@", "\n".join(options(top, set()))).replace("@COMMANDS@", "\n".join(told))


def write(man: Path) -> None:
    """Write the pages into the folder `man`, in both languages and under both names of the program."""
    for folder, source in ((man / "man1", "guidance-kb.1"), (man / "nl" / "man1", "guidance-kb.nl.1")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "guidance-kb.1").write_text(page((TEXTS / source).read_text("utf-8")), "utf-8")
        (folder / "guidance-kb-window.1").write_text(".so man1/guidance-kb.1\n", "utf-8")
