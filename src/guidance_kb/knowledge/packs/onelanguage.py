"""Packs in one language: what is not translated stands in the other language too, and says so before its title.

An organisation that works in Dutch writes in Dutch; the program asks both languages of us, and of nobody else. Where all of a table is in
one language, the other is filled from it before anything is checked: whatever holds for texts holds for these.
"""

from collections.abc import Mapping
from typing import Any, Final

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.pack import ABOUT
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.knowledge.authoring.translation_gaps import marked, names

_TABLES: Final = ("section", "entry", "concept")
_OTHER: Final = {"nl": "en", "en": "nl"}

Absent = frozenset[tuple[str, str, str]]
"""What is not translated: the file, the table in it as a problem names it, and the language that is not there."""


def complete(files: Mapping[str, dict[str, Any]]) -> Absent:
    """Fills in what the files of a pack say in one language only, and returns what that was. Any value may stand in them."""
    absent = set()
    for file, raw in files.items():
        if file == ABOUT:
            tables = [("", raw)]
        else:
            found = [(kind, table) for kind in _TABLES for table in _list(raw.get(kind)) if isinstance(table, dict)]
            tables = [(f"{kind} {shown(table.get('id') or table.get('name') or '')}", table) for kind, table in found]
        for where, table in tables:
            if language := _fill(table, is_entry=where.startswith("entry ")):
                absent.add((file, where, language))
    return frozenset(absent)


def told_once(problems: list[Problem], absent: Absent) -> list[Problem]:
    """The problems, but for those of a text that is only there because another was: that one has them too."""
    return [each for each in problems if (each.file, each.where, each.field.partition(".")[0]) not in absent]


def untranslated(content: Content) -> int:
    """How many entries are in one language only."""
    return sum(names(entry.nl.title, "nl") or names(entry.en.title, "en") for entry in content.entry)


def _fill(table: dict[str, Any], *, is_entry: bool) -> str:
    """Fills in the language that a table lacks, and returns which; empty when it has both, or none."""
    there = [language for language in _OTHER if language in table]
    if len(there) != 1:
        return ""
    known, other = there[0], _OTHER[there[0]]
    text = table[known]
    table[other] = _marked(text, other) if is_entry and isinstance(text, dict) else text
    address = table.get("address")
    if is_entry and isinstance(address, dict) and f"hours_{known}" in address:
        address.setdefault(f"hours_{other}", address[f"hours_{known}"])
    return other


def _marked(text: dict[str, Any], language: str) -> dict[str, Any]:
    title = text.get("title")
    return {**text, "title": marked(title, language)} if isinstance(title, str) else text


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
