"""Reads a TOML file of a pack: UTF-8 without odd characters, and not nested so deeply that reading it would take long."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.knowledge.authoring.source_files import not_toml, not_utf8
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.limits import line_of_odd, odd
from guidance_kb.language import Text

_JOINED: Final = re.compile(
    rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{limits.JOINED}}}"""
)
"""Names joined by dots: the time that `tomllib` takes for them grows by the square of their number."""

_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_DEEP: Final = Text(
    f"te diep genest: hoogstens {limits.NESTING} haken of namen in elkaar",
    f"nested too deeply: at most {limits.NESTING} brackets or names in each other",
)


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
    if _JOINED.search(text):
        problems.append(Problem(name, "", "", _DEEP))
        return None
    try:
        raw = tomllib.loads(text)
    except RecursionError:
        problems.append(Problem(name, "", "", _DEEP))
        return None
    except ValueError as error:
        problems.append(Problem(name, "", "", not_toml(error)))
        return None
    found = [*_counts(name, raw), *_values(name, raw)]
    problems += found
    return None if found else raw


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
            for field, expected in _faults(table, (), 1):
                yield Problem(name, where, field, expected)


def _faults(value: object, path: tuple[str, ...], depth: int) -> Iterator[tuple[str, Text]]:
    if depth > limits.NESTING:
        yield shown(".".join(path)), _DEEP
    elif isinstance(value, str):
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
            yield from _faults(member, path, depth + 1)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _faults(key, path, depth)
            yield from _faults(member, (*path, key), depth + 1)


def _no(character: str) -> Text:
    return Text(f"een teken dat hier niet mag staan: {character}", f"a character that is not allowed here: {character}")
