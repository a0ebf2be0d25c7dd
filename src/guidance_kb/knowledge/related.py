"""Entries related to an entry, ranked, with reasons: direct links, shared subjects, shared works."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final

from guidance_kb.language import Text

MOST: Final = 6
"""Maximum number of related entries."""

_LINK: Final = 3.0
_OUR_LINK: Final = 2.0
_SHARED: Final = {"barrier": 2.0, "drive": 2.0, "work": 1.5, "theme": 1.0}
"""Weight of a shared subject or work, divided by its frequency: 1 + log2 of the number of entries that have it."""

_LINKED: Final = Text("het rapport legt het verband", "the report makes the link")
_OURS: Final = Text("ons verband", "our link")
_REASONS: Final = {
    "barrier": Text("ook over de belemmering: {}", "also about the barrier: {}"),
    "drive": Text("ook over de drijfveer: {}", "also about the drive: {}"),
    "work": Text("haalt ook aan: {}", "also cites: {}"),
    "theme": Text("zelfde vraag: {}", "same question: {}"),
}

_LINKS = """
    SELECT other, min(ours) AS ours FROM (
        SELECT target AS other, ours FROM link JOIN entry ON entry.id = target WHERE source = ?1 AND type = 'related'
        UNION ALL SELECT source, ours FROM link WHERE target = ?1 AND type = 'related'
    ) GROUP BY other ORDER BY other
"""
_COMMON = """
    WITH about (entry, kind, what) AS (
        SELECT source, type, target FROM link JOIN entry ON entry.id = source WHERE type IN ('barrier', 'drive')
        UNION ALL SELECT entry, 'work', work FROM entry_work
        UNION ALL SELECT entry, 'theme', theme FROM entry_theme
    ),
    mine AS (SELECT kind, what FROM about WHERE entry = ?1),
    usual AS (SELECT kind, what, count(*) AS entries FROM about JOIN mine USING (kind, what) GROUP BY kind, what)
    SELECT about.entry AS other, kind, what, entries FROM about JOIN usual USING (kind, what) WHERE about.entry <> ?1
    ORDER BY entries, kind, what
"""

Rows = Callable[[str, Sequence[str]], list[sqlite3.Row]]
"""Runs a query on the knowledge database: SQL and parameters to rows."""


@dataclass(frozen=True, slots=True)
class Related:
    """A related entry and the reasons, the strongest first."""

    id: str
    reasons: tuple[Text, ...]


def related(rows: Rows, names: Callable[[str, str], Text], identifier: str) -> tuple[Related, ...]:
    """Return the entries related to an entry, the closest first, at most `MOST`.

    Args:
        rows: Runs a query on the database.
        names: Returns the name of a barrier, drive, work or theme, by kind and id.
        identifier: The id of the entry; anything else has no related entries.
    """
    scores: dict[str, float] = {}
    reasons: dict[str, dict[Text, None]] = {}

    def add(other: str, score: float, reason: Text) -> None:
        scores[other] = scores.get(other, 0.0) + score
        reasons.setdefault(other, {})[reason] = None

    for row in rows(_LINKS, [identifier]):
        add(row["other"], *((_OUR_LINK, _OURS) if row["ours"] else (_LINK, _LINKED)))
    for row in rows(_COMMON, [identifier]):
        score = _SHARED[row["kind"]] / (1 + log2(row["entries"]))
        add(row["other"], score, _filled(_REASONS[row["kind"]], names(row["kind"], row["what"])))
    return tuple(_best(scores, reasons))


def _best(scores: Mapping[str, float], reasons: Mapping[str, Mapping[Text, None]]) -> list[Related]:
    first = sorted(scores, key=lambda other: (-scores[other], other))[:MOST]
    return [Related(other, tuple(reasons[other])) for other in first]


def _filled(reason: Text, name: Text) -> Text:
    return Text(reason.nl.format(name.nl), reason.en.format(name.en))
