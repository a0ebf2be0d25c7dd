"""Judged queries: queries with the documents that answer them.

A file has one query on each line, in columns separated by tabs: the query, its kind (words, everyday …), its language, the judgements
`id=grade` separated by spaces, with grades 1 (helps) and 2 (answers), and, in a file that is split, its half: `tune` or `held`. The name of
a section instead of an id (`2.1.3=1`) applies to all documents of that section. Lines that begin with `#` and a header line with the names
of these columns are skipped.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Language

_COLUMNS: Final = ("query", "kind", "language", "judgements", "half")
_HEADERS: Final = frozenset({_COLUMNS, _COLUMNS[:-1]})


class Half(StrEnum):
    """The halves of a split set."""

    TUNE = "tune"
    """For use while changing the search."""
    HELD = "held"
    """Held out: only measured, as an estimate for unseen queries."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with the grades of the documents, or sections, that answer it.

    Attributes:
        query: The query as a counselor would type it.
        kind: The kind of query, free text.
        language: The language of the interface.
        grades: 0 to 2 by id or section.
        half: The half of the set, or None in a file that is not split.
    """

    query: str
    kind: str
    language: Language
    grades: Mapping[str, int]
    half: Half | None = None


def read_judged(path: Path) -> list[JudgedQuery]:
    """Read a file of judged queries.

    Raises:
        KnownError: The file cannot be read, or a line is malformed.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(f"{path} kan niet worden gelezen: {error}", f"{path} cannot be read: {error}") from error
    return [
        _judged(line, f"{path}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#") and tuple(line.strip().lower().split("\t")) not in _HEADERS
    ]


def _judged(line: str, place: str) -> JudgedQuery:
    columns = line.split("\t")
    if len(columns) not in (len(_COLUMNS) - 1, len(_COLUMNS)):
        raise KnownError(
            f"{place}: verwacht vier of vijf kolommen, gescheiden door tabs",
            f"{place}: expected four or five columns, separated by tabs",
        )
    query, kind, language, judgements, *half = columns
    if language not in tuple(Language):
        raise KnownError(
            f"{place}: de taal is nl of en, niet “{language}”", f"{place}: the language is nl or en, not “{language}”"
        )
    if half and half[0] not in tuple(Half):
        raise KnownError(
            f"{place}: de helft is tune of held, niet “{half[0]}”",
            f"{place}: the half is tune or held, not “{half[0]}”",
        )
    grades: dict[str, int] = {}
    for judgement in judgements.split():
        match = re.fullmatch(r"(\S+)=([012])", judgement)
        if match is None:
            raise KnownError(
                f"{place}: “{judgement}” is geen id=cijfer (0 tot 2)",
                f"{place}: “{judgement}” is not id=grade (0 to 2)",
            )
        grades[match[1]] = int(match[2])
    return JudgedQuery(query, kind, Language(language), grades, Half(half[0]) if half else None)


def resolved(judged: Iterable[JudgedQuery], database: Path) -> list[JudgedQuery]:
    """Return the queries with each section replaced by grades for its documents.

    Raises:
        KnownError: A judgement refers to an unknown id or section.
    """
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT DISTINCT id, section FROM document").fetchall()
    known: dict[str, set[str]] = {}
    for document, section in rows:
        known.setdefault(section, set()).add(document)
        known.setdefault(document, set()).add(document)
    return [_resolved(one, known) for one in judged]


def _resolved(judged: JudgedQuery, known: Mapping[str, set[str]]) -> JudgedQuery:
    grades: dict[str, int] = {}
    for name, grade in judged.grades.items():
        if name not in known:
            raise KnownError(
                f"“{judged.query}”: “{name}” is geen id en geen paragraaf",
                f"“{judged.query}”: “{name}” is no id and no section",
            )
        for document in known[name]:
            grades[document] = judged.grades.get(document, max(grade, grades.get(document, 0)))
    return replace(judged, grades=grades)
