"""`guidance-kb eval`: how good the ranking of the search is, measured."""

import argparse
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.cli.opening import database
from guidance_kb.cli.output import write
from guidance_kb.errors import KnownError
from guidance_kb.search.evaluation import evaluate, read_judged, table

QUERIES: Final = paths.ROOT / "tests" / "search" / "queries.tsv"
"""Our own judged queries; there from source only."""


def run(arguments: argparse.Namespace) -> int:
    """Prints the measures as a table in Markdown.

    Raises:
        KnownError: There are no queries, or a line of them is not right.
    """
    queries: Path = arguments.queries or QUERIES
    if not queries.exists():
        raise KnownError(
            f"“{queries}” bestaat niet. Noem een bestand: query, soort, taal en oordelen, gescheiden door tabs.",
            f"“{queries}” does not exist. Name a file: query, kind, language and judgements, separated by tabs.",
        )
    judged = read_judged(queries)
    if not judged:
        raise KnownError(f"“{queries}” bevat geen zoekvragen.", f"“{queries}” holds no queries.")
    write(table(evaluate(database(arguments), judged)))
    return 0
