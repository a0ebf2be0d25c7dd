"""Answers of our search to judged queries."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from guidance_kb.help.articles import texts
from guidance_kb.search.evaluation.judgements import JudgedQuery
from guidance_kb.search.evaluation.measures import DEPTH
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
