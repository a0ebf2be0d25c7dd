"""Runs searches in the background, shows only the latest answer, and records the recent searches."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from guidance_kb.language import Language
from guidance_kb.ui.core.navigation import Location
from guidance_kb.ui.core.services import Services

if TYPE_CHECKING:
    from guidance_kb.search.query.parser import FilterNames
    from guidance_kb.search.results.answer import SearchAnswer
    from guidance_kb.search.results.completion import Completion
    from guidance_kb.ui.search.view import SearchView


# --- Recent searches: a small file next to the settings, latest first; never data about clients


MOST: Final = 12
"""Maximum number of recent searches."""

_LONGEST: Final = 200
"""Maximum number of characters of a recent search; a longer query is a pasted text."""

_MONTH: Final = r"(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_PERSONAL: Final = (
    re.compile(r"\S@\S"),  # an e-mail address
    re.compile(r"(?:\d[\s./()+-]{0,3}){8}"),  # a citizen service number or a telephone number
    re.compile(r"\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})\b"),  # a date of birth
    re.compile(rf"\b\d{{1,2}}\.?\s*{_MONTH}\.?\s*\d{{2,4}}\b", re.IGNORECASE),
)


def looks_personal(text: str) -> bool:
    """Return whether `text` may contain an e-mail address, a citizen service number (BSN), a telephone number or a date of birth."""
    return any(pattern.search(text) for pattern in _PERSONAL)


class Recent:
    """The recent searches.

    Args:
        path: The file, one search per line; it may be missing.
        on: Whether searches are recorded.
    """

    def __init__(self, path: Path, *, on: bool = True) -> None:
        self._path = path
        self._on = on
        self._queries = self._read() if on else []

    @property
    def queries(self) -> Sequence[str]:
        """The searches, latest first."""
        return tuple(self._queries)

    def add(self, query: str) -> None:
        """Add a search; duplicates are moved to the front, and the previous search is replaced if this one continues it."""
        line = " ".join(query.split())
        if not self._on or not line or len(line) > _LONGEST or looks_personal(line):
            return
        known = [other for other in self._queries if other.casefold() != line.casefold()]
        if known and line.casefold().startswith(known[0].casefold()):
            known = known[1:]  # the user typed on after the previous search
        self._write([line, *known][:MOST])

    def forget(self) -> None:
        """Remove all searches."""
        self._write([])

    def switch(self, *, on: bool) -> None:
        """Start or stop recording; stopping removes the recorded searches."""
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
        """Replace the searches; if the file cannot be written, they are kept in memory only."""
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
"""Number of hits requested at every keystroke: more than are shown of folded kinds. Unfolding requests the remaining hits."""

QUESTIONS: Final = 3
"""Number of questions of the running conversation that are shown above the hits."""

_STOOD = 3000
"""A query left unchanged this long (ms) is added to the recent searches."""


class SearchController(QObject):
    """Shows the answer to the query of a location in the search view.

    Attributes:
        recent: The recent searches.
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
        """Show answers in `view` from now on."""
        self._view = view

    @property
    def ready(self) -> bool:
        """Whether the search is warmed up, so that completions are available."""
        return self._names is not None

    @property
    def query(self) -> str | None:
        """The query whose answer is shown."""
        return self._shown[0].query if self._shown else None

    def show(self, place: Location, position: object = None) -> None:
        """Show the answer to the query of a location, then its page, at `position` if given."""
        asked, language = replace(place, page=None), self._services.language
        if self._shown == (asked, language):
            # the user may have typed a letter and removed it at once; drop the search for it
            self._services.jobs.drop("search")
            if self._view is not None:
                self._view.show_page(place.page, position)
            return
        self._standing.stop()

        wants_questions = self._services.conversation.access is not None and not asked.choice.facets

        def work() -> "tuple[SearchAnswer, tuple[str, ...]]":
            """Search; also for the questions that fit, unless the query itself is narrowed by filters."""
            searcher = self._services.searcher()
            answer = searcher.search(asked.query, language, choice=asked.choice, limit=_HITS)
            if not wants_questions or answer.plan.filters or not answer.plan.clauses:
                return answer, ()
            return answer, searcher.items(asked.query, language, limit=QUESTIONS)

        def done(found: "tuple[SearchAnswer, tuple[str, ...]]") -> None:
            """Show the answer; None if there is neither a query nor a filter."""
            self._shown = asked, language
            answer, questions = found
            searched = bool(asked.query.strip() or asked.choice.facets)
            self._answer = answer if searched else None
            self._standing.start()
            if self._view is not None:
                self._view.show_answer(self._answer, place.page, position, questions)

        self._services.jobs.run("search", work, done)

    def warm_up(self) -> None:
        """Initialise the search in the background, so that the first keystroke is as fast as the next."""

        def ready() -> "FilterNames":
            searcher = self._services.searcher()
            searcher.search("a", Language.NL, limit=1)
            return searcher.names()

        self._services.jobs.run("warm-up", ready, self._know)

    def forget(self) -> None:
        """Drop all answers because the knowledge changed and they may refer to removed entries."""
        self.clear()
        self.warm_up()

    def clear(self) -> None:
        """Drop the answer, also from the view."""
        self.drop_answer()
        self._answer = None
        if self._view is not None:
            self._view.show_answer(None)

    def drop_answer(self) -> None:
        """Have the next location answered anew, even if its answer is the one that is shown."""
        self._services.jobs.drop("search")
        self._standing.stop()
        self._shown = None

    def _know(self, names: "FilterNames") -> None:
        self._names = names

    def completions(self, text: str, cursor: int) -> "Sequence[Completion]":
        """Return the completions of the word before the cursor; none until the search is ready."""
        if self._names is None:
            return ()
        from guidance_kb.search.results.completion import completions  # noqa: PLC0415 - imports Whoosh, which is loaded by now

        return completions(text, cursor, self._names, self._services.language)

    def remember(self) -> None:
        """Add the shown query to the recent searches if all its words occur in the knowledge, so that names of persons are not stored.

        A query typed while a conversation was running is never added.
        """
        answer = self._answer
        if self._shown is None or self._shown[0].private:
            return
        if answer is not None and answer.hits and not answer.missing and not answer.plan.corrections:
            self.recent.add(answer.plan.query)
