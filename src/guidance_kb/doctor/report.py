"""The whole self-check, and how it is said: to read, to copy, for other tools."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.doctor import content, machine, places, recent, records, versions
from guidance_kb.doctor.check import Check, State
from guidance_kb.language import Language, Text
from guidance_kb.reports import ErrorFile

MARKS: Final[dict[State, Text]] = {
    "ok": Text("goed", "ok"),
    "note": Text("let op", "note"),
    "wrong": Text("FOUT", "WRONG"),
}
_WELL: Final = Text("Alles is in orde.", "All is well.")
_NOTED: Final = Text(
    "Het programma werkt; let op de regels met “let op”.", "The program works; see the lines with “note”."
)
_NOT_WELL: Final = Text("Niet alles is in orde: zie de regels met FOUT.", "Not all is well: see the lines with WRONG.")


def checks(database: Callable[[], Path]) -> Iterator[Check]:
    """Look at everything that needs no window, in the order of the report; take a few seconds. Never raises.

    Args:
        database: Gives the knowledge database in use, or raises a `KnownError` that says why there is none.
    """
    yield from versions.checks()
    yield from places.checks()
    yield from content.checks(database)
    yield from records.checks(paths.casebook_folder())
    yield from machine.checks()
    yield recent.check(ErrorFile(paths.error_file()))


def is_well(found: Sequence[Check]) -> bool:
    """Whether nothing is wrong; a note is no error."""
    return all(check.state != "wrong" for check in found)


def verdict(found: Sequence[Check]) -> Text:
    """What it comes to, in a sentence."""
    if not is_well(found):
        return _NOT_WELL
    return _NOTED if any(check.state == "note" for check in found) else _WELL


def as_data(found: Sequence[Check], language: Language) -> dict[str, Any]:
    """The report for other tools; its keys and the ids are stable (docs/command-line.md)."""
    return {"well": is_well(found), "checks": [_as_data(check, language) for check in found]}


def as_text(found: Sequence[Check], language: Language, errors: ErrorFile | None = None) -> str:
    """The report to be copied, with the technical reports in `errors` below it."""
    lines = []
    for check in found:
        lines.append(f"{MARKS[check.state].say(language):<7}{check.name.say(language)}: {check.value.say(language)}")
        if check.advice and check.state != "ok":
            lines.append(f"       → {check.advice.say(language)}")
    lines += ["", verdict(found).say(language)]
    for report in errors.all() if errors else ():
        lines += ["", report.text]
    return "\n".join(lines)


def _as_data(check: Check, language: Language) -> dict[str, str | None]:
    advice = check.advice.say(language) if check.advice and check.state != "ok" else None
    return {
        "id": check.id,
        "name": check.name.say(language),
        "state": check.state,
        "value": check.value.say(language),
        "advice": advice,
    }
