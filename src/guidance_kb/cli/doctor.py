"""`guidance-kb doctor`: is everything there, and if not, what to do. The report holds no client data and no user name."""

import argparse
from collections.abc import Mapping
from typing import Final

from guidance_kb.cli.checks import Check, State, checks
from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.language import Language, Text

_MARKS: Final[Mapping[State, Text]] = {
    "ok": Text("goed", "ok"),
    "note": Text("let op", "note"),
    "wrong": Text("FOUT", "WRONG"),
}
_WELL: Final = Text("Alles is in orde.", "All is well.")
_NOT_WELL: Final = Text("Niet alles is in orde: zie de regels met FOUT.", "Not all is well: see the lines with WRONG.")


def run(arguments: argparse.Namespace) -> int:
    """Prints the report; the exit code is 1 when something is wrong."""
    language = Language(arguments.lang)
    found = list(checks(arguments))
    well = all(check.state != "wrong" for check in found)
    if arguments.json:
        write_json({"well": well, "checks": [_as_data(check, language) for check in found]})
    else:
        for check in found:
            _print(check, language)
        write()
        write((_WELL if well else _NOT_WELL).say(language))
    return 0 if well else 1


def _as_data(check: Check, language: Language) -> dict[str, str | None]:
    advice = check.advice.say(language) if check.advice and check.state != "ok" else None
    return {
        "id": check.id,
        "name": check.name.say(language),
        "state": check.state,
        "value": check.value,
        "advice": advice,
    }


def _print(check: Check, language: Language) -> None:
    write(f"{_MARKS[check.state].say(language):<7}{check.name.say(language)}: {check.value}")
    if check.advice and check.state != "ok":
        write("\n".join(wrapped(f"→ {check.advice.say(language)}", " " * 7)))
