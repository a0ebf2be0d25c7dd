"""Raw FTS5, to measure beside: unicode61 over title and body, the same words, in the order of bm25, with snippets."""

import re
import sqlite3
from pathlib import Path
from typing import Self


class RawFts5:
    """What SQLite alone makes of the same texts: no stems, synonyms, marks in titles, kinds or reasons."""

    def __init__(self, knowledge: Path, index: Path) -> None:
        making = sqlite3.connect(index)
        making.execute("CREATE VIRTUAL TABLE raw USING fts5 (id UNINDEXED, title, body, tokenize = 'unicode61')")
        making.execute("ATTACH ? AS knowledge", (str(knowledge),))
        making.execute("INSERT INTO raw SELECT id, title, body FROM knowledge.document ORDER BY number")
        making.execute("INSERT INTO raw (raw) VALUES ('optimize')")
        making.commit()
        making.close()
        self._connection = sqlite3.connect(f"{index.as_uri()}?mode=ro&immutable=1", uri=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def search(self, query: str, limit: int) -> list[tuple[str, str, str]]:
        """The best as (id, title, snippet): all words, or when no text has them all, any; the last is a prefix."""
        words = [f'"{word}"' for word in re.findall(r"\w+", query)]
        if not words:
            return []
        words[-1] += " *"
        return self._found(" AND ".join(words), limit) or (self._found(" OR ".join(words), limit) if words[1:] else [])

    def _found(self, match: str, limit: int) -> list[tuple[str, str, str]]:
        sql = "SELECT id, title, snippet(raw, 2, '[', ']', '…', 24) FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT ?"
        return self._connection.execute(sql, (match, limit)).fetchall()
