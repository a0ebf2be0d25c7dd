"""Writes the completion of the command line for bash, zsh and fish, from the program's own list of commands and options."""

import argparse
import sys
from pathlib import Path
from typing import Final

import shtab

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from guidance_kb.cli.arguments import parser

PLACES: Final = {
    "bash": "bash-completion/completions/guidance-kb",
    "zsh": "zsh/site-functions/_guidance-kb",
    "fish": "fish/vendor_completions.d/guidance-kb.fish",
}
"""The path that each shell searches, below /usr/share."""

FILES: Final = {"FILE", "F", "PATH_OR_ID", "PACK", "ANSWERS.json", "QUERIES.tsv"}


def with_files(of: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Mark every argument that is a file or folder, so that the shell completes paths."""
    for action in of._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                with_files(command)
        elif action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    return of


def write(share: Path) -> None:
    """Write the completion of each shell to its path below `share`."""
    for shell, place in PLACES.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(shtab.complete(with_files(parser()), shell=shell), "utf-8")
