"""Ablation: the measures of the search without each of its mechanisms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from guidance_kb.search.evaluation.judgements import JudgedQuery
from guidance_kb.search.evaluation.measures import Measured, measured
from guidance_kb.search.evaluation.ours import answers
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.ranking.weights import Weights

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
