"""Functions for the canned queries of Datasette: `folded('Financiële drempel')` → `"financiele"* "drempel"*`, as the index is written,
and `in_dutch('finding')` → `bevinding`.

The index has folded words (without capitals and accents). Each word matches as a prefix, so that endings do not matter; no input is a
syntax error, because every word is quoted.
"""

import sqlite3

from datasette import hookimpl

from guidance_kb.knowledge.names import KINDS
from guidance_kb.search.language.folding import words

_DUTCH = {str(kind): said.nl for kind, said in KINDS.items()}


def folded(text: str | None) -> str:
    """Return typed text as a MATCH expression; one that matches nothing if the text has no word."""
    return " ".join(f'"{word}"*' for word in words(text or "")) or '""'


def in_dutch(kind: str) -> str:
    """Return the Dutch name of a kind of document; an unnamed kind unchanged."""
    return _DUTCH.get(kind, kind)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register the functions with each connection of Datasette."""
    conn.create_function("folded", 1, folded, deterministic=True)
    conn.create_function("in_dutch", 1, in_dutch, deterministic=True)
