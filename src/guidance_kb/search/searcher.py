"""The door to the search. Light: Whoosh, the stemmer and the database wait for the first search."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.ranking.weights import Weights
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice

if TYPE_CHECKING:
    from guidance_kb.help.articles import HelpText
    from guidance_kb.search.engine import Engine
    from guidance_kb.search.help_search import HelpSearch
    from guidance_kb.search.query.filters import FilterNames
    from guidance_kb.search.recommendations import Followed

_CACHE_KIB: Final = 12_000
"""Of the database, kept in memory as it is read: all of the shipped one. SQLite's own 2,000 are read anew for every few queries. Mapping
the file would be quicker still, but then a stick that is pulled out would end the program, and not be an error."""


class Searcher:
    """Searches a knowledge database, which it opens read-only at the first search, and the help if it is given its texts.

    One searcher is used by one thread at a time; it may be closed by another when that one has ended.
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
        """Answers `query`, whatever was typed.

        Args:
            query: As typed; the last word counts as a beginning of words.
            language: The language that the hits are preferred in, and that their reasons are in.
            choice: What the reader chose beside the query: filters, additions taken away, the order.
            kinds: The kinds of documents to return, all when empty. The counts are of all kinds.
            limit: The most hits to return.

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
        """Returns the entries that fit a running note and ticked questions, the best first, each with its reasons.

        Args:
            note: What was typed in a conversation; the last `following.LONGEST` characters are read, and nothing is kept.
            language: The language that the entries are preferred in, and that the reasons are in.
            ticked: Ids of conversation questions that were answered with "named", the last one last: it counts most.
            aside: Ids of barriers, drives and needs that were set aside: what is ticked brings nothing for them.
            limit: The most entries to return.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            return self._ready().follow(note, language, ticked, aside, limit)

    def names(self) -> "FilterNames":
        """Returns the values that each filter may take, by the names that may be typed for them."""
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
        """Searches another database from the next search on."""
        self.close()
        self._database = database

    def close(self) -> None:
        """Closes the database; a later search opens it again."""
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

            self.close()  # of an earlier try on a database that was damaged
            address = f"{self._database.resolve().as_uri()}?mode=ro&immutable=1"
            # Another thread may close it, where the program ends.
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._engine = Engine(self._connection, self._weights or Weights())
        return self._engine
