# ruff: noqa: PLC0415 - the point of this module: a command imports what it needs, and no other does
"""Dispatch of commands to their modules, each imported on demand."""

import argparse
from pathlib import Path


def run(arguments: argparse.Namespace) -> int:  # noqa: C901, PLR0911 - a table, written as `match` so that packagers see the imports
    """Run the command of `arguments`, or open the window if there is none, and return the exit code."""
    match arguments.command:
        case "search":
            from guidance_kb.cli import search

            return search.run(arguments)
        case "show":
            from guidance_kb.cli import show

            return show.run(arguments)
        case "export":
            from guidance_kb.cli import export

            return export.run(arguments)
        case "checklist":
            from guidance_kb.cli import checklist

            return checklist.run(arguments)
        case "assess":
            from guidance_kb.cli import assess

            return assess.run(arguments)
        case "build":
            from guidance_kb.cli import build

            return build.run(arguments)
        case "packs":
            from guidance_kb.cli import packs

            return packs.run(arguments)
        case "eval":
            from guidance_kb.cli import evaluate

            return evaluate.run(arguments)
        case "casebook":
            from guidance_kb.cli import casebook

            return casebook.run(arguments)
        case "doctor":
            from guidance_kb.cli import doctor

            return doctor.run(arguments)
        case _:
            from guidance_kb.app import main as window

            return window(Path(arguments.knowledge) if arguments.knowledge else None)
