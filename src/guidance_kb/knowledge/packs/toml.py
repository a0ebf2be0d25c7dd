"""Reads a TOML file of a pack: UTF-8 without odd characters, and not nested so deeply that reading it would take long."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from guidance_kb.knowledge.authoring.problems import Problem, shown
from guidance_kb.knowledge.authoring.source_files import not_toml, not_utf8
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.limits import line_of_odd, odd
from guidance_kb.language import Text

_TOKEN: Final = re.compile(r'"""|\'\'\'|["\'#\[\]{}.,=\n]')
_ENDS: Final = {
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+"{3,5}', re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*+'{3,5}", re.DOTALL),
    '"': re.compile(r'(?:[^"\\\n]|\\.)*+"'),
    "'": re.compile(r"[^'\n]*+'"),
    "#": re.compile(r"[^\n]*+"),
}
"""How what begins so goes on until its end; the last words of a long text may be one or two quotes more."""

_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_DEEP: Final = Text(
    f"te diep genest: hoogstens {limits.NESTING} haken of namen in elkaar",
    f"nested too deeply: at most {limits.NESTING} brackets or names in each other",
)
_OPEN: Final = Text("verwacht: TOML: een tekst zonder einde", "expected TOML: a text without an end")


def read(name: str, data: bytes, problems: list[Problem]) -> dict[str, Any] | None:
    """Returns what a file holds, or None with what is wrong with it in `problems`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(name, "", "", not_utf8(error)))
        return None
    if character := odd(text):
        problems.append(Problem(name, f"line {line_of_odd(text)}", "", _no(character)))
        return None
    if expected := _structure(text):
        problems.append(Problem(name, "", "", expected))
        return None
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(Problem(name, "", "", not_toml(error)))
        return None
    found = [*_counts(name, raw), *_values(name, raw)]
    problems += found
    return None if found else raw


def _structure(text: str) -> Text | None:
    """Says what is wrong with the brackets and dots; texts and remarks are passed over."""
    depth = dots = place = 0
    while token := _TOKEN.search(text, place):
        place = token.end()
        match token[0]:
            case "[" | "{":
                depth, dots = depth + 1, 0
            case "]" | "}":
                depth, dots = max(depth - 1, 0), 0
            case ".":
                dots += 1
            case "," | "=" | "\n":
                dots = 0
            case opening:
                end = _ENDS[opening].match(text, place)
                if end is None:
                    return _OPEN
                place = end.end()
        if max(depth, dots) > limits.NESTING:
            return _DEEP
    return None


def _counts(name: str, raw: dict[str, Any]) -> Iterator[Problem]:
    for kind, most in limits.TABLES.items():
        tables = raw.get(kind)
        if isinstance(tables, list) and len(tables) > most:
            yield Problem(name, "", kind, too_many(most))


def too_many(most: int) -> Text:
    """Says that there are more than `most` of something."""
    return Text(f"te veel: hoogstens {most}", f"too many: at most {most}")


def _values(name: str, raw: dict[str, Any]) -> Iterator[Problem]:
    """What no text and no list of a pack may be, whatever field it stands in."""
    for kind, tables in raw.items():
        for number, table in enumerate(tables if isinstance(tables, list) else [tables], 1):
            label = (table.get("id") or table.get("name")) if isinstance(table, dict) else None
            where = f"{shown(kind)} {shown(label) if isinstance(label, str) else f'number {number}'}"
            for field, expected in _faults(table, ()):
                yield Problem(name, where, field, expected)


def _faults(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    if isinstance(value, str):
        if character := odd(value):
            yield shown(".".join(path)), _no(character)
        if found := _HTML.search(value):
            at = shown(value[found.start() :][:30])
            yield (
                shown(".".join(path)),
                Text(f"verwacht: geen HTML, gevonden: “{at}”", f"expected no HTML, found “{at}”"),
            )
    elif isinstance(value, list):
        if len(value) > limits.LIST:
            yield shown(".".join(path)), too_many(limits.LIST)
            return
        for member in value:
            yield from _faults(member, path)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _faults(key, path)
            yield from _faults(member, (*path, key))


def _no(character: str) -> Text:
    return Text(f"een teken dat hier niet mag staan: {character}", f"a character that is not allowed here: {character}")
