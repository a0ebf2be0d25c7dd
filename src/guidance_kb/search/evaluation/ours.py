"""Answers of our search to judged queries."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from guidance_kb.help.articles import texts
from guidance_kb.search.evaluation.judgements import JudgedQuery
from guidance_kb.search.evaluation.measures import DEPTH, Measured, measured
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.ranking.weights import Weights
from guidance_kb.search.searcher import Searcher


def answers(
    database: Path, judged: Sequence[JudgedQuery], weights: Weights | None = None, *, with_help: bool = False
) -> list[list[str]]:
    """Return the ids that our search finds for each query, the best first, at most `DEPTH`.

    `with_help` includes the help, as in the window, to show whether it displaces knowledge. A hit with a score of 0 counts as not found:
    that is how a weight of 0 removes the other language.
    """
    with closing(Searcher(database, weights, help_texts=texts if with_help else None)) as searcher:
        found = (searcher.search(one.query, one.language, limit=DEPTH).hits for one in judged)
        return [[hit.id for hit in hits if hit.score > 0] for hits in found]


# Ablation: the measures of the search without each of its mechanisms.


_ALL_ON: Final = Weights()


def _unsearched(*closeness: Closeness) -> Weights:
    return replace(_ALL_ON, closeness=MappingProxyType({**_ALL_ON.closeness, **dict.fromkeys(closeness, 0.0)}))


MECHANISMS: Final[Mapping[str, Weights]] = MappingProxyType(
    {
        "stems": _unsearched(Closeness.STEM),
        "compounds": _unsearched(Closeness.COMPOUND, Closeness.PARTS, Closeness.PART),
        "thesaurus": _unsearched(Closeness.SYNONYM),
        "phrasings": replace(_ALL_ON, phrasings=0.0, phrased=0.0),
        "phrasings as a whole": replace(_ALL_ON, phrased=0.0),
        "neighbours": replace(_ALL_ON, linked=0.0),
        "prefix": _unsearched(Closeness.PREFIX),
        "title weight": replace(_ALL_ON, title=_ALL_ON.body, keywords=_ALL_ON.body),
        "phrase": replace(_ALL_ON, adjacent=0.0),
        "fallback": replace(_ALL_ON, fallback=False),
        "spelling": replace(_ALL_ON, spelling=False),
        "other language": replace(_ALL_ON, other_language=0.0),
    }
)
"""The weights without each mechanism, by name."""


def ablation(database: Path, judged: Sequence[JudgedQuery]) -> list[Measured]:
    """Measure our search without each mechanism in turn."""
    return [measured(name, judged, answers(database, judged, weights)) for name, weights in MECHANISMS.items()]
