"""A function for the canned queries of Datasette: `folded('Financiële drempel')` → `"financiele"* "drempel"*`, as the index is written.

The index holds folded words (no capitals, no accents). Each word counts as the beginning of one, so that endings do not matter; no input
is a fault, because every word is quoted.
"""

import sqlite3

from datasette import hookimpl

from guidance_kb.search.folding import words


def folded(text: str | None) -> str:
    """Returns what somebody typed as a MATCH expression; one that finds nothing if there is no word in it."""
    return " ".join(f'"{word}"*' for word in words(text or "")) or '""'


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Gives each connection of Datasette the function."""
    conn.create_function("folded", 1, folded, deterministic=True)
