"""Asks the searcher what stands in the box, shows the newest answer only, and remembers the searches that counted."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from guidance_kb.language import Language
from guidance_kb.ui.core.navigation import Location
from guidance_kb.ui.core.services import Services

if TYPE_CHECKING:
    from guidance_kb.search.query.filters import FilterNames
    from guidance_kb.search.results.answer import SearchAnswer
    from guidance_kb.search.results.completion import Completion
    from guidance_kb.ui.search.view import SearchView


# The recent searches: the newest first, in a small file of their own beside the settings. Never anything of a client.


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


_HITS = 60
"""How many hits are asked for at every key: more than the list shows before a kind is unfolded, which asks for the rest of it."""

_STOOD = 3000
"""Milliseconds after which a search that stands is one that counts."""


class SearchController(QObject):
    """The way from a place to its answer in the search view.

    Attributes:
        recent: The searches that counted.
    """

    def __init__(self, services: Services, recent: Recent, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: tuple[Location, Language] | None = None
        self._answer: SearchAnswer | None = None
        self._standing = QTimer(self)
        self._standing.setSingleShot(True)
        self._standing.setInterval(_STOOD)
        self._standing.timeout.connect(self.remember)
        self.recent = recent
        self._names: FilterNames | None = None
        self._view: SearchView | None = None

    def show_in(self, view: "SearchView") -> None:
        """Show all answers in `view` from now on."""
        self._view = view

    @property
    def ready(self) -> bool:
        """Whether the search has been made ready, and words can be completed."""
        return self._names is not None

    @property
    def query(self) -> str | None:
        """The query whose answer is shown."""
        return self._shown[0].query if self._shown else None

    def show(self, place: Location, position: object = None) -> None:
        """Show the answer to a place's query and then its page, as it stood when it was left."""
        asked, language = Location(place.room, place.query, choice=place.choice), self._services.language
        if self._shown == (asked, language):
            # A key may have been pressed and taken back at once; its answer would come after this one.
            self._services.jobs.drop("search")
            if self._view is not None:
                self._view.show_page(place.page, position)
            return
        self._standing.stop()

        def done(answer: "SearchAnswer") -> None:
            """Show the answer; without anything asked there is none."""
            self._shown = asked, language
            searched = bool(asked.query.strip() or asked.choice.facets)
            self._answer = answer if searched else None
            self._standing.start()
            if self._view is not None:
                self._view.show_answer(self._answer, place.page, position)

        self._services.jobs.run(
            "search",
            lambda: self._services.searcher().search(asked.query, language, choice=asked.choice, limit=_HITS),
            done,
        )

    def warm_up(self) -> None:
        """Makes the search ready in the background, so that the first key is as quick as the others."""

        def ready() -> "FilterNames":
            searcher = self._services.searcher()
            searcher.search("a", Language.NL, limit=1)
            return searcher.names()

        self._services.jobs.run("warm-up", ready, self._know)

    def forget(self) -> None:
        """Let go of all answers: the knowledge is another, and they may name what is not there any more."""
        self._services.jobs.drop("search")
        self._standing.stop()
        self._shown = self._answer = None
        if self._view is not None:
            self._view.show_answer(None)
        self.warm_up()

    def _know(self, names: "FilterNames") -> None:
        self._names = names

    def completions(self, text: str, cursor: int) -> "Sequence[Completion]":
        """How the word before the cursor can be completed; not at all until the search is ready."""
        if self._names is None:
            return ()
        from guidance_kb.search.results.completion import completions  # noqa: PLC0415 - it brings Whoosh, which is there by now

        return completions(text, cursor, self._names, self._services.language)

    def remember(self) -> None:
        """Keeps the search that is shown: one whose words all stand in the knowledge, so that no name of a person is kept."""
        answer = self._answer
        if answer is not None and answer.hits and not answer.missing and not answer.plan.corrections:
            self.recent.add(answer.plan.query)
