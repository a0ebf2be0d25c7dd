"""`guidance-kb eval`: measures the ranking of the search."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.cli.openers import database
from guidance_kb.cli.output import write, write_json
from guidance_kb.errors import KnownError
from guidance_kb.search.evaluation.judgements import Half, JudgedQuery, read_judged, resolved
from guidance_kb.search.evaluation.measures import (
    FailedQuery,
    Measured,
    ablation,
    answers,
    as_text,
    by_kind,
    by_mechanism,
    by_mechanism_and_kind,
    failing,
    measured,
    sayable,
)

QUERIES: Final = paths.ROOT / "tests" / "search" / "queries.tsv"
"""The judged queries of the tests; present in the source tree only."""

_OURS: Final = "Guidance KB"


def run(arguments: argparse.Namespace) -> int:
    """Print the measures as tables in Markdown or as JSON, or the queries with bad answers.

    Raises:
        KnownError: There are no queries, or a line of them is malformed.
    """
    knowledge = database(arguments)
    judged = resolved(_read(arguments.queries or QUERIES), knowledge)
    if arguments.failing:
        _print_failing(arguments, judged, knowledge)
        return 0
    ours = measured(_OURS, judged, answers(knowledge, judged, with_help=True), sayable(knowledge))
    without = ablation(knowledge, judged)
    if arguments.json:
        data = {"engines": [ours], "without": without}
        lists = {name: list(map(_data, several)) for name, several in data.items()}
        write_json({"queries": len(judged), **lists})
    else:
        write(_tables(ours, without))
    return 0


def _tables(ours: Measured, without: Sequence[Measured]) -> str:
    parts = ["### Ours", by_kind(ours)]
    parts += ["### Without one mechanism, nDCG@10", by_mechanism(ours, without)]
    parts += ["### Without one mechanism, difference by kind", by_mechanism_and_kind(ours, without)]
    return "\n\n".join(parts)


def _read(queries: Path) -> list[JudgedQuery]:
    if not queries.exists():
        raise KnownError(
            f"“{queries}” bestaat niet. Noem een bestand: query, soort, taal en oordelen, gescheiden door tabs.",
            f"“{queries}” does not exist. Name a file: query, kind, language and judgements, separated by tabs.",
        )
    judged = read_judged(queries)
    if not judged:
        raise KnownError(f"“{queries}” bevat geen zoekvragen.", f"“{queries}” holds no queries.")
    return judged


def _print_failing(arguments: argparse.Namespace, judged: Sequence[JudgedQuery], knowledge: Path) -> None:
    """Print failing queries. Held-out ones are shown only on request; files without halves are for tuning."""
    held = arguments.failing == Half.HELD
    wanted = [one for one in judged if (one.half is Half.HELD) == held]
    failures = failing(wanted, answers(knowledge, wanted))
    if arguments.json:
        write_json({"queries": len(wanted), "failing": list(map(_failure, failures))})
    else:
        write(as_text(failures, len(wanted)))


def _failure(failure: FailedQuery) -> dict[str, object]:
    first, missed = ([document._asdict() for document in side] for side in (failure.first, failure.missed))
    return {**failure._asdict(), "first": first, "missed": missed}


def _data(measures: Measured) -> dict[str, object]:
    return {"name": measures.name, "rows": list(_rows(measures))}


def _rows(measures: Measured) -> Iterator[dict[str, object]]:
    for half, kind, queries, score in measures.rows:
        yield {
            "half": half,
            "kind": kind,
            "queries": queries,
            "ndcg": score.ndcg,
            "mrr": score.mrr,
            "hits3": score.first,
            "say3": score.say,
        }
