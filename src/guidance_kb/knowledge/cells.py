"""What stands in a cell, or in two that belong together, of the knowledge database."""

import sqlite3

from guidance_kb.language import Text


def text_of(row: sqlite3.Row, name: str) -> Text:
    """The text in both languages, from the columns `NAME_nl` and `NAME_en`."""
    return Text(row[f"{name}_nl"], row[f"{name}_en"])


def maybe(row: sqlite3.Row, name: str) -> Text | None:
    """The same, or None where there is none."""
    return text_of(row, name) if row[f"{name}_nl"] else None


def strings(cell: str) -> tuple[str, ...]:
    """The texts of a JSON array of texts. One without escapes is taken apart by itself: every start reads some, and needs no JSON else."""
    if "\\" not in cell and cell.startswith('["') and cell.endswith('"]'):
        return tuple(cell[2:-2].split('", "'))
    import json  # noqa: PLC0415

    return tuple(json.loads(cell))
