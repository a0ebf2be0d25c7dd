"""The recent searches: the newest first, in a small file of their own beside the settings. Never anything of a client."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

MOST: Final = 12
"""How many searches are kept."""

_LONGEST: Final = 200
"""A longer query is a text, and no search to come back to."""

_MONTH: Final = r"(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_PERSONAL: Final = (
    re.compile(r"\S@\S"),  # an e-mail address
    re.compile(r"(?:\d[\s./()+-]{0,3}){8}"),  # a citizen service number or a telephone number
    re.compile(r"\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})\b"),  # a date of birth
    re.compile(rf"\b\d{{1,2}}\.?\s*{_MONTH}\.?\s*\d{{2,4}}\b", re.IGNORECASE),
)


def looks_personal(text: str) -> bool:
    """Whether `text` may hold an e-mail address, a citizen service number (BSN), a telephone number or a date of birth."""
    return any(pattern.search(text) for pattern in _PERSONAL)


class Recent:
    """The recent searches of one reader.

    Args:
        path: The file, one search a line; it need not be there.
        on: Whether searches are kept.
    """

    def __init__(self, path: Path, *, on: bool = True) -> None:
        self._path = path
        self._on = on
        self._queries = self._read() if on else []

    @property
    def queries(self) -> Sequence[str]:
        """The searches, the newest first."""
        return tuple(self._queries)

    def add(self, query: str) -> None:
        """Keeps a search; the same one, or the beginning of it that was the last, is not kept twice."""
        line = " ".join(query.split())
        if not self._on or not line or len(line) > _LONGEST or looks_personal(line):
            return
        known = [other for other in self._queries if other.casefold() != line.casefold()]
        if known and line.casefold().startswith(known[0].casefold()):
            known = known[1:]  # it was typed on
        self._write([line, *known][:MOST])

    def forget(self) -> None:
        """Forgets all searches."""
        self._write([])

    def switch(self, *, on: bool) -> None:
        """Keeps searches from now on, or keeps none and forgets those that were."""
        self._on = on
        if not on:
            self.forget()

    def _read(self) -> list[str]:
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []
        return [line for line in lines if line.strip() and not looks_personal(line)][:MOST]

    def _write(self, queries: list[str]) -> None:
        """Writes them; a folder that cannot be written leaves them for this run only."""
        if queries == self._queries:
            return
        self._queries = queries
        try:
            if queries:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text("".join(f"{query}\n" for query in queries), "utf-8")
            else:
                self._path.unlink(missing_ok=True)
        except OSError:
            return
