"""Functions for the canned queries of Datasette: `folded('Financiële drempel')` → `"financiele"* "drempel"*`, as the index is written,
and `in_dutch('finding')` → `bevinding`.

The index holds folded words (no capitals, no accents). Each word counts as the beginning of one, so that endings do not matter; no input
is a fault, because every word is quoted.
"""

import sqlite3

from datasette import hookimpl

from guidance_kb.knowledge.names import KINDS
from guidance_kb.search.language.folding import words

_DUTCH = {str(kind): said.nl for kind, said in KINDS.items()}


def folded(text: str | None) -> str:
    """Returns what somebody typed as a MATCH expression; one that finds nothing if there is no word in it."""
    return " ".join(f'"{word}"*' for word in words(text or "")) or '""'


def in_dutch(kind: str) -> str:
    """Returns what a kind of document is called in Dutch; a kind without a name as it is."""
    return _DUTCH.get(kind, kind)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Gives each connection of Datasette the functions."""
    conn.create_function("folded", 1, folded, deterministic=True)
    conn.create_function("in_dutch", 1, in_dutch, deterministic=True)
