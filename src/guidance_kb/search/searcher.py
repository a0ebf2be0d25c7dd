"""The entry point of the search. It imports Whoosh and the stemmer and opens the database with the first search."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice

if TYPE_CHECKING:
    from guidance_kb.help.articles import HelpText
    from guidance_kb.search.engine import Engine
    from guidance_kb.search.help_search import HelpSearch
    from guidance_kb.search.query.parser import FilterNames
    from guidance_kb.search.recommendations import Followed

_CACHE_KIB: Final = 12_000
"""Page cache in KiB, large enough for the shipped database; SQLite's default of 2,000 is exceeded every few queries.

Memory-mapping the file would be faster, but then removing a USB stick would crash the program instead of raising an error.
"""


class Searcher:
    """Searches a knowledge database, opened read-only with the first search, and the help if its texts are given.

    A searcher is used by one thread at a time; another thread may close it after that one has ended.
    """

    def __init__(
        self,
        database: Path,
        weights: Weights | None = None,
        *,
        help_texts: "Callable[[], Sequence[HelpText]] | None" = None,
    ) -> None:
        self._database = database
        self._weights = weights
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._help_texts = help_texts
        self._helper: HelpSearch | None = None

    def search(
        self,
        query: str,
        language: Language,
        *,
        choice: SearchChoice | None = None,
        kinds: Collection[str] = (),
        limit: int = 20,
    ) -> SearchAnswer:
        """Answer `query`. Any text is a valid query.

        Args:
            query: The query as typed; the last word also matches as a prefix.
            language: The preferred language of the hits, and the language of their reasons.
            choice: The user's choice: filters, removed additions, the order.
            kinds: The kinds of documents to return, all if empty. The counts are of all kinds.
            limit: The maximum number of hits.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            from guidance_kb.search.engine import Request  # noqa: PLC0415 - as heavy as the engine

            request = Request(query, language, choice or SearchChoice(), tuple(sorted(kinds)), limit)
            answer = self._ready().search(request)
            return answer if self._help_texts is None else self._help(self._help_texts).add(answer, request)

    def follow(
        self,
        note: str,
        language: Language,
        *,
        ticked: Sequence[str] = (),
        aside: Collection[str] = (),
        limit: int = 5,
    ) -> "list[Followed]":
        """Return the entries that fit a running note and ticked questions, the best first, each with its reasons.

        Args:
            note: The text typed in a conversation; its last `recommendations.LONGEST` characters are read, and nothing is kept.
            language: The preferred language of the entries, and the language of the reasons.
            ticked: Ids of items that were answered with "named", the latest last: it counts most.
            aside: Ids of barriers, drives and needs that were dismissed: ticks bring no entries for them.
            limit: The maximum number of entries.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            return self._ready().follow(note, language, ticked, aside, limit)

    def items(self, text: str, language: Language, *, limit: int) -> tuple[str, ...]:
        """Return the ids of the items of the checklist that fit what a client says, the best first. Nothing of it is kept.

        Args:
            text: What the client says; the last word may be incomplete.
            language: The language to prefer.
            limit: The maximum number of items.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            return self._ready().items.find(text, language, limit)

    def names(self) -> "FilterNames":
        """Return the values of each filter with their names."""
        with self._readable():
            return self._ready().names

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise KnownError(
                f"De kennisbank kan niet worden gelezen ({self._database}). Installeer of bouw haar opnieuw.",
                f"The knowledge database cannot be read ({self._database}). Install or build it again.",
            ) from error

    def reopen(self, database: Path) -> None:
        """Search another database from the next search on."""
        self.close()
        self._database = database

    def close(self) -> None:
        """Close the database; a later search opens it again."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._engine = None
        if self._helper is not None:
            self._helper.close()
            self._helper = None

    def _help(self, texts: "Callable[[], Sequence[HelpText]]") -> "HelpSearch":
        if self._helper is None:
            from guidance_kb.search.help_search import HelpSearch  # noqa: PLC0415 - as heavy as the engine

            self._helper = HelpSearch(texts())
        return self._helper

    def _ready(self) -> "Engine":
        if self._engine is None:
            from guidance_kb.search.engine import Engine  # noqa: PLC0415 - 120 ms that the first paint must not wait for

            self.close()  # left by a failed attempt on a damaged database
            address = f"{self._database.resolve().as_uri()}?mode=ro&immutable=1"
            # Another thread may close it when the program ends.
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._engine = Engine(self._connection, self._weights or Weights())
        return self._engine
