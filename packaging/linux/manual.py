"""Fills in the manual pages: version and day, and in the English one all commands and options as the program itself knows them."""

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
    """Text for roff: a dash is a dash, and nothing at the beginning of a line is a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def option(action: argparse.Action) -> str:
    """An option or argument with its values and what it does."""
    values = action.metavar or ("|".join(str(choice) for choice in action.choices) if action.choices else "")
    shown = f" \\fI{escaped(str(values))}\\fR" if values and action.nargs != 0 else ""
    if not action.option_strings:
        return f".TP\n\\fI{escaped(str(values))}\\fR\n{escaped(action.help or '')}"
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
    return f".TP\n{names}{shown}\n{escaped((action.help or '').replace('%%', '%'))}"


def options(of: argparse.ArgumentParser, without: set[str]) -> list[str]:
    """Every option of a command that the reader may use, but for those whose names are in `without`."""
    return [
        option(action)
        for action in of._actions  # noqa: SLF001 - argparse has no other way to ask
        if action.help != argparse.SUPPRESS
        and not isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
        and not without.intersection(action.option_strings)
    ]


def commands(of: argparse.ArgumentParser) -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """The commands with what each does, in the order of the program's own help."""
    group = next(action for action in of._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    told = {choice.dest: choice.help or "" for choice in group._choices_actions}  # noqa: SLF001
    return {name: (told[name], command) for name, command in group.choices.items() if name in told}


def page(text: str) -> str:
    """One manual page, filled in."""
    top = parser()
    everywhere = {name for action in top._actions for name in action.option_strings}  # noqa: SLF001
    told = []
    for name, (what, command) in commands(top).items():
        told += [f'.SS "{name}"', escaped(what[0].upper() + what[1:] + "."), *options(command, everywhere)]
    filled = text.replace("@VERSION@", version()).replace("@DAY@", f"{day():%Y-%m-%d}")
    return filled.replace("@OPTIONS@", "\n".join(options(top, set()))).replace("@COMMANDS@", "\n".join(told))


def write(man: Path) -> None:
    """Writes the pages into the folder `man`, in both languages and under both names of the program."""
    for folder, source in ((man / "man1", "guidance-kb.1"), (man / "nl" / "man1", "guidance-kb.nl.1")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "guidance-kb.1").write_text(page((TEXTS / source).read_text("utf-8")), "utf-8")
        (folder / "guidance-kb-window.1").write_text(".so man1/guidance-kb.1\n", "utf-8")
