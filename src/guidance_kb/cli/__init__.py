# ruff: noqa: PLC0415 - the window, which is opened most, needs no command line, and a command only its own module
"""The command line: the functions of the window for people and other tools (docs/command-line.md)."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from guidance_kb.cli.output import complain, prepare, stop_writing
from guidance_kb.errors import KnownError, type_and_place
from guidance_kb.language import Language, Text

if TYPE_CHECKING:
    import argparse

DEBUG = "GUIDANCE_KB_DEBUG"
"""Environment variable that adds the type and place of an unexpected error to its message."""

_UNEXPECTED = Text(
    "Er ging iets mis dat we niet hadden voorzien. Uw gegevens zijn niet gewijzigd. Probeer “guidance-kb doctor”.",
    "Something went wrong that we did not foresee. Your data is unchanged. Try “guidance-kb doctor”.",
)
_CANNOT_WRITE = Text("De uitvoer kan niet worden geschreven: {}.", "The output cannot be written: {}.")
_STOPPED = Text("Gestopt met Ctrl+C.", "Stopped with Ctrl+C.")
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window if there is none, and return the exit code.

    Args:
        argv: The arguments after the program's name; those of this process if None.

    Returns:
        0 on success, 1 if the user's data or request is wrong (one clear line on stderr), 130 after Ctrl+C.

    Raises:
        SystemExit: With 2 after a usage error, with 0 after `--help` and `--version`.
    """
    prepare()
    language = Language.NL
    try:
        words = sys.argv[1:] if argv is None else argv
        if not words:
            return _window()
        from guidance_kb.cli.arguments import parser, protect_query

        arguments = parser().parse_args(protect_query(words))
        language = Language(arguments.lang)
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()  # here a full disk or a closed pipe can still be reported
    except KnownError as error:
        from guidance_kb.knowledge.authoring.problems import ContentError

        said = error.say(language)
        complain(said.splitlines() if isinstance(error, ContentError) else [said])
        return 1
    except KeyboardInterrupt:
        complain([_STOPPED.say(language)])
        stop_writing()
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has closed the pipe
        stop_writing()
        return 0
    except Exception as error:  # noqa: BLE001 - nothing raises a traceback at a user
        complain([_sentence(error, language), *_place(error)])
        if not _of_output(error):
            _keep(error)
        stop_writing()
        return 1
    return code


def _run(arguments: "argparse.Namespace") -> int:  # noqa: C901, PLR0911 - a table, written as `match` so that packagers see the imports
    """Import and run the command of `arguments`, or open the window if there is none, and return the exit code."""
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
            from pathlib import Path

            from guidance_kb.app import main as window

            return window(Path(arguments.knowledge) if arguments.knowledge else None)


def _window() -> int:
    gc.disable()  # nothing becomes garbage during start, and collecting takes time; the window enables it
    from guidance_kb.app import main as window

    return window()


def _of_output(error: Exception) -> bool:
    """Return whether the error is of the output stream, not of a file."""
    return isinstance(error, OSError) and error.filename is None


def _sentence(error: Exception, language: Language) -> str:
    if _of_output(error) and isinstance(error, OSError):
        return _CANNOT_WRITE.say(language).format(error.strerror or type(error).__name__)
    return _UNEXPECTED.say(language)


def _keep(error: Exception) -> None:
    """Store the technical report of an unexpected error, for `doctor`."""
    from guidance_kb.paths import error_file
    from guidance_kb.reports import ErrorFile, report_of

    ErrorFile(error_file()).keep(report_of(error))


def _place(error: Exception) -> list[str]:
    """Return the type and place of an error if requested; never its message, which may hold a client's words."""
    return [type_and_place(error)] if os.environ.get(DEBUG) else []
