"""The whole self-check as text to read or copy and as data for other tools."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.doctor import content, installation, places, records
from guidance_kb.doctor.check import Check, State, same
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
_SEND: Final = Text(
    "Stuur het rapport aan wie u helpt; er staat niets over cliënten in. Daarna kunt u het wissen.",
    "Send the report to whoever helps you; it holds nothing about clients. After that you can erase it.",
)
_NOT_WELL: Final = Text("Niet alles is in orde: zie de regels met FOUT.", "Not all is well: see the lines with WRONG.")


def checks(database: Callable[[], Path]) -> Iterator[Check]:
    """Run every check that needs no window, in the order of the report. Takes a few seconds and never raises.

    Args:
        database: Returns the path of the knowledge database in use, or raises a `KnownError` with the reason why there is none.
    """
    yield from installation.versions()
    yield from places.checks()
    yield from content.checks(database)
    yield from records.checks(paths.casebook_folder())
    yield from installation.files_and_space()
    yield _recent_errors(ErrorFile(paths.error_file()))


def _recent_errors(file: ErrorFile) -> Check:
    """Check for recent errors: class, place in the code and time; never their messages."""
    kept, name = file.all(), Text("Recente fouten", "Recent errors")
    if not kept:
        return Check("errors", name, "ok", Text("geen", "none"))
    times, last = sum(each.times for each in kept), kept[-1]
    told = f"{times}: {last.when[:10]} {last.line}"
    return Check("errors", name, "note", same(told), _SEND)


def is_well(found: Sequence[Check]) -> bool:
    """Return whether no check is wrong; a note is no error."""
    return all(check.state != "wrong" for check in found)


def verdict(found: Sequence[Check]) -> Text:
    """Return the overall result as a sentence."""
    if not is_well(found):
        return _NOT_WELL
    return _NOTED if any(check.state == "note" for check in found) else _WELL


def as_data(found: Sequence[Check], language: Language) -> dict[str, Any]:
    """Return the report for other tools; its keys and the ids are stable (docs/command-line.md)."""
    return {"well": is_well(found), "checks": [_as_data(check, language) for check in found]}


def as_text(found: Sequence[Check], language: Language, errors: ErrorFile | None = None) -> str:
    """Return the report as text to copy, followed by the technical reports in `errors`."""
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
