"""Measures the ranking on judged queries, beside raw FTS5 on the same text in the same run.

A file of judged queries has one query a line, in four columns separated by tabs: the query, its kind (words, everyday …),
its language, and the judgements `id=grade` separated by spaces, with grades 1 (helps) and 2 (answers). The name of a section
instead of an id (`2.1.3=1`) judges all that stands in that section. Lines that begin with `#` and a first line
`query kind language judgements` are skipped.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Final, NamedTuple

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher

DEPTH: Final = 10
"""Hits of an answer that are looked at."""

FIRST: Final = 3
"""Hits that count as "on top"."""

_COLUMNS: Final = 4
_HEADER: Final = "query\tkind\tlanguage\tjudgements"


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the grades of the documents, or sections, that answer it."""

    query: str
    kind: str
    language: Language
    grades: Mapping[str, int]


class Score(NamedTuple):
    """Measures of one answer or their means, each from 0 to 1.

    Attributes:
        ndcg: nDCG@10 with gain 2^grade - 1.
        mrr: One over the rank of the first hit with a grade, 0 when there is none in the first ten.
        first: Whether a hit with a grade is among the first three.
    """

    ndcg: float
    mrr: float
    first: float


class Row(NamedTuple):
    """The means over the queries of one kind: ours, and those of raw FTS5."""

    kind: str
    queries: int
    ours: Score
    raw: Score


def read_judged(path: Path) -> list[Judged]:
    """Reads a file of judged queries.

    Raises:
        KnownError: The file cannot be read, or a line is not as it should be.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(f"{path} kan niet worden gelezen: {error}", f"{path} cannot be read: {error}") from error
    return [
        _judged(line, f"{path}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#") and line.strip().lower() != _HEADER
    ]


def _judged(line: str, place: str) -> Judged:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise KnownError(
            f"{place}: verwacht vier kolommen, gescheiden door tabs",
            f"{place}: expected four columns, separated by tabs",
        )
    query, kind, language, judgements = columns
    if language not in tuple(Language):
        raise KnownError(
            f"{place}: de taal is nl of en, niet “{language}”", f"{place}: the language is nl or en, not “{language}”"
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
    return Judged(query, kind, Language(language), grades)


def measure(ranked: Sequence[str], grades: Mapping[str, int]) -> Score:
    """Measures one answer: ids, the best first, against grades by id."""
    gains = [grades.get(found, 0) for found in ranked[:DEPTH]]
    ideal = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    first = next((rank for rank, grade in enumerate(gains, start=1) if grade), 0)
    return Score(
        ndcg=_discounted(gains) / ideal if ideal else 0.0,
        mrr=1 / first if first else 0.0,
        first=float(0 < first <= FIRST),
    )


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1.0) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def evaluate(database: Path, queries: Sequence[Judged]) -> list[Row]:
    """Measures our search and raw FTS5 on judged queries: one row a kind, in order of appearance, and one over all.

    Raises:
        KnownError: A judgement names nothing that can be found.
    """
    searcher = Searcher(database)
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        judged = [_spread(one, _sections(connection)) for one in queries]
        raw = _RawFts5(connection)
        with closing(searcher), closing(raw):
            ours = [measure(_ours(searcher, one), one.grades) for one in judged]
            theirs = [measure(raw.search(one.query), one.grades) for one in judged]
    kinds = dict.fromkeys(one.kind for one in judged)
    rows = [
        _row(kind, [(mine, other) for one, mine, other in zip(judged, ours, theirs, strict=True) if one.kind == kind])
        for kind in kinds
    ]
    return [*rows, _row("all", list(zip(ours, theirs, strict=True)))] if rows else []


def table(rows: Sequence[Row]) -> str:
    """Returns the rows as a Markdown table."""
    lines = [
        "| kind | queries | nDCG@10 | MRR | hits@3 | raw FTS5 nDCG@10 | MRR | hits@3 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row.kind} | {row.queries} | " + " | ".join(f"{value:.3f}" for value in (*row.ours, *row.raw)) + " |"
        for row in rows
    ]
    return "\n".join(lines)


def _ours(searcher: Searcher, judged: Judged) -> list[str]:
    return [hit.id for hit in searcher.search(judged.query, judged.language, limit=DEPTH).hits]


def _row(kind: str, scores: Sequence[tuple[Score, Score]]) -> Row:
    return Row(kind, len(scores), _mean([ours for ours, _ in scores]), _mean([raw for _, raw in scores]))


def _mean(scores: Sequence[Score]) -> Score:
    return Score(*(sum(values) / len(scores) for values in zip(*scores, strict=True)))


def _sections(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The ids in each section, and each id by itself."""
    found: dict[str, set[str]] = {}
    for document, section in connection.execute("SELECT DISTINCT id, section FROM document"):
        found.setdefault(section, set()).add(document)
        found.setdefault(document, set()).add(document)
    return found


def _spread(judged: Judged, sections: Mapping[str, set[str]]) -> Judged:
    grades: dict[str, int] = {}
    for name, grade in judged.grades.items():
        if name not in sections:
            raise KnownError(
                f"“{judged.query}”: “{name}” is geen id en geen paragraaf",
                f"“{judged.query}”: “{name}” is no id and no section",
            )
        for document in sections[name]:
            grades[document] = judged.grades.get(document, max(grade, grades.get(document, 0)))
    return Judged(judged.query, judged.kind, judged.language, grades)


class _RawFts5:
    """What one gets from SQLite alone: unicode61 on title and body, the words quoted, all of them and else any."""

    def __init__(self, knowledge: sqlite3.Connection) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE raw USING fts5 (id UNINDEXED, title, body, tokenize = 'unicode61')"
        )
        self._connection.executemany(
            "INSERT INTO raw (rowid, id, title, body) VALUES (?, ?, ?, ?)",
            knowledge.execute("SELECT number, id, title, body FROM document ORDER BY number"),
        )

    def search(self, query: str) -> list[str]:
        quoted = [f'"{word}"' for word in re.findall(r"\w+", query)]
        return (self._found(" AND ".join(quoted)) or self._found(" OR ".join(quoted))) if quoted else []

    def _found(self, match: str) -> list[str]:
        # Both languages of an entry may match: twice as many rows are enough for ten different ids.
        rows = self._connection.execute(
            "SELECT id FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT ?", (match, 2 * DEPTH)
        )
        return list(dict.fromkeys(found for (found,) in rows))[:DEPTH]

    def close(self) -> None:
        self._connection.close()
