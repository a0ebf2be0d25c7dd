"""Asks the searcher what stands in the box, shows the newest answer only, and remembers the searches that counted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from guidance_kb.language import Language
from guidance_kb.ui.core.places import Location
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.search.recent import Recent

if TYPE_CHECKING:  # the first paint needs none of these
    from guidance_kb.search.query.filters import FilterNames
    from guidance_kb.search.results.answer import SearchAnswer
    from guidance_kb.search.results.completion import Completion

_HITS = 60
"""How many hits are asked for at every key: more than the list shows before a kind is unfolded, which asks for the rest of it."""

_STOOD = 3000
"""Milliseconds after which a search that stands is one that counts."""


class SearchController(QObject):
    """The way from a place to its answer.

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

    @property
    def ready(self) -> bool:
        """Whether the search has been made ready, and words can be completed."""
        return self._names is not None

    @property
    def query(self) -> str | None:
        """The query whose answer is shown."""
        return self._shown[0].query if self._shown else None

    def ask(self, place: Location, show: Callable[["SearchAnswer | None"], None]) -> bool:
        """Gets the answer to a place and has it shown; False when it is shown already, and nothing is asked."""
        asked, language = Location(place.room, place.query, choice=place.choice), self._services.language
        if self._shown == (asked, language):
            # A key may have been pressed and taken back at once; its answer would come after this one.
            self._services.jobs.drop("search")
            return False
        self._standing.stop()

        def done(answer: "SearchAnswer") -> None:
            """Shows the answer; without anything asked there is none."""
            self._shown = asked, language
            searched = bool(asked.query.strip() or asked.choice.facets)
            self._answer = answer if searched else None
            self._standing.start()
            show(self._answer)

        self._services.jobs.run(
            "search",
            lambda: self._services.searcher().search(asked.query, language, choice=asked.choice, limit=_HITS),
            done,
        )
        return True

    def warm_up(self) -> None:
        """Makes the search ready in the background, so that the first key is as quick as the others."""

        def ready() -> "FilterNames":
            searcher = self._services.searcher()
            searcher.search("a", Language.NL, limit=1)
            return searcher.names()

        self._services.jobs.run("warm-up", ready, self._know)

    def forget(self) -> None:
        """The knowledge is another: what is shown is to be asked again, and words are completed from what it holds now."""
        self._services.jobs.drop("search")
        self._standing.stop()
        self._shown = self._answer = None
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
