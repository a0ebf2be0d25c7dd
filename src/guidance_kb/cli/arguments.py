"""The arguments of `guidance-kb`. Light: this module is imported before any other."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, get_args

from guidance_kb import __version__
from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language

DEFAULT_LIMIT: Final = 10
MAX_LIMIT: Final = 1000


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="guidance-kb",
        description="What is known about reaching and motivating adults, at hand during a guidance conversation. "
        "Without a command, the window opens.",
        epilog="Exit codes: 0 done, 1 the data or the request is wrong (one line on stderr), 2 usage.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"guidance-kb {__version__}")
    _common(top, lang=Language.NL.value, knowledge=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name, help_text, add in _COMMANDS:
        command = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
        _common(command, lang=argparse.SUPPRESS, knowledge=argparse.SUPPRESS)
        add(command)
    return top


def protect_query(argv: Sequence[str]) -> list[str]:
    """Make `search -geld` a query: `search` has long options only, so a word with a single dash is not an option."""
    words = list(argv)
    if "search" not in words:
        return words
    at = words.index("search") + 1
    for place in range(at, len(words)):
        word = words[place]
        if word == "--":
            break
        if len(word) > 1 and word[0] == "-" and word[1] != "-" and word != "-h":
            return [*words[:place], *words[place + 1 :], "--", word]
    return words


def _common(command: argparse.ArgumentParser, *, lang: str, knowledge: object) -> None:
    """Add the options that are allowed before and after the command."""
    command.add_argument(
        "--lang",
        choices=[language.value for language in Language],
        default=lang,
        help="language of what is printed (default: nl)",
    )
    command.add_argument(
        "--knowledge",
        metavar="FILE",
        type=Path,
        default=knowledge,
        help="another knowledge.db (default: $GUIDANCE_KB_KNOWLEDGE, or the program's own)",
    )


def _search(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "query", metavar="QUERY", nargs="?", help="words; see docs/command-line.md for phrases, filters and more"
    )
    what.add_argument(
        "--batch", metavar="FILE", help="read one query a line (- for standard input), print one JSON line each"
    )
    command.add_argument(
        "--kind", action="append", default=[], choices=get_args(Kind), help="only this kind; may be repeated"
    )
    command.add_argument(
        "--limit",
        type=_limit,
        default=DEFAULT_LIMIT,
        metavar="N",
        help=f"at most N hits, 1 to {MAX_LIMIT} (default: {DEFAULT_LIMIT})",
    )
    _json(command)
    command.add_argument(
        "--explain", action="store_true", help="say what the query was taken to mean, and the score of each hit"
    )


def _show(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "id", metavar="ID", help="of an entry, barrier, drive, need, item, work or concept, or the name of a section"
    )
    _json(command)


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "what",
        metavar="WHAT",
        choices=["knowledge", "thesaurus", "countries", "bookmarks"],
        help="knowledge: everything, as JSON; thesaurus: the concepts, as SKOS (Turtle); countries: what they answered, as CSV; "
        "bookmarks: your own, as Markdown",
    )
    command.add_argument("--out", metavar="F", type=Path, help="the file to write (default: standard output)")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="JSON, the only form of knowledge")
    form.add_argument("--csv", action="store_true", help="CSV, of countries only")
    form.add_argument("--markdown", action="store_true", help="Markdown, of bookmarks only")


def _checklist(command: argparse.ArgumentParser) -> None:
    one = command.add_mutually_exclusive_group()
    one.add_argument("--json", action="store_true", help="JSON")
    one.add_argument(
        "--rules", action="store_true", help="the rules in words: what raises each drive, need and barrier"
    )
    one.add_argument(
        "--form", choices=("core", "whole"), help="an empty form as an HTML page: the core on one sheet, or all items"
    )


def _assess(command: argparse.ArgumentParser) -> None:
    command.add_argument("answers", metavar="ANSWERS.json", help="the answers (- for standard input)")
    _json(command)


def _build(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", metavar="F", type=Path, help="the database to write (default: the program's own)")
    command.add_argument(
        "--resources", metavar="DIR", type=Path, help="the content folder (default: the program's own)"
    )
    command.add_argument(
        "--pack",
        metavar="PACK",
        type=Path,
        action="append",
        default=[],
        help="a knowledge pack, a folder or a zip; may be repeated",
    )


def _packs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        metavar="ACTION",
        nargs="?",
        default="list",
        choices=["list", "inspect", "add", "remove"],
        help="list (when left out), inspect PATH, add PATH, remove ID",
    )
    command.add_argument("target", metavar="PATH_OR_ID", nargs="?", help="a folder or a zip, or the id of a pack")
    _json(command)


def _eval(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "queries", metavar="QUERIES.tsv", nargs="?", type=Path, help="judged queries (default: those of the tests)"
    )
    command.add_argument(
        "--failing",
        choices=["tune", "held"],
        nargs="?",
        const="tune",
        help="instead of tables, the queries that are answered badly: those to tune on, or those held apart (never tune on these)",
    )
    _json(command)


def _doctor(command: argparse.ArgumentParser) -> None:
    _json(command)
    command.add_argument(
        "--screen", action="store_true", help=argparse.SUPPRESS
    )  # Qt's part of the report; `doctor` runs this itself


def _casebook(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        metavar="ACTION",
        choices=["backup", "verify", "restore", "export", "calendar", "erase"],
        help="backup, verify [BACKUP], restore BACKUP, export CODE, calendar, erase CODE",
    )
    command.add_argument("target", metavar="TARGET", nargs="?", help="the name or folder of a backup, or a client code")
    command.add_argument(
        "--folder", metavar="DIR", type=Path, help="the casebook's folder (default: the program's own)"
    )
    command.add_argument(
        "--fd", metavar="N", type=int, help="read the passphrase from this file descriptor, do not ask"
    )
    command.add_argument("--recovery", action="store_true", help="open with the recovery key, not the passphrase")
    command.add_argument(
        "--out", metavar="F", type=Path, help="export, calendar: the file to write (export: default standard output)"
    )
    command.add_argument("--yes", action="store_true", help="restore, erase: do it, do not only show what it would do")
    command.add_argument("--backups", action="store_true", help="erase: then remove the backups that hold the record")
    _json(command)


def _json(command: argparse.ArgumentParser, help_text: str = "JSON, for other tools") -> None:
    command.add_argument("--json", action="store_true", help=help_text)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MAX_LIMIT)) or not 1 <= int(text) <= MAX_LIMIT:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 to {MAX_LIMIT}, found {text[:20]!r}")
    return int(text)


_COMMANDS: Final[tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...]] = (
    ("search", "search all knowledge", _search),
    ("show", "show one thing in full, with its source", _show),
    ("export", "print all knowledge, the thesaurus, what countries answered, or your bookmarks", _export),
    ("checklist", "print the checklist and its rules", _checklist),
    ("assess", "turn answers into signals, gaps and what to ask next; nothing is stored", _assess),
    ("build", "build the knowledge database from the content folder", _build),
    ("packs", "the knowledge packs that are installed: list, inspect, add, remove", _packs),
    ("eval", "measure the ranking of the search on judged queries", _eval),
    (
        "casebook",
        "back up, verify and restore the client records, export or erase one, write a calendar; asks for the passphrase",
        _casebook,
    ),
    ("doctor", "check the program; the report holds no client data", _doctor),
)
