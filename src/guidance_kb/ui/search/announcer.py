"""Has a screen reader say what a search found, once nobody types any more: the keyboard stays in the box meanwhile."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from guidance_kb.search.answer import SearchAnswer
from guidance_kb.ui.search.empty_results import EmptyResults
from guidance_kb.ui.search.filter_bar import FilterBar
from guidance_kb.ui.search.query_summary import QuerySummary
from guidance_kb.ui.widgets.announcement import announce, in_a_row

_STILL = 600
"""Milliseconds without another answer: somebody who types is not told of every letter."""


class ResultsAnnouncer:
    """Says of each answer what stands above the results, in the order in which it stands there.

    Args:
        view: What it is said about.
    """

    def __init__(self, view: QWidget, searched: QuerySummary, narrowing: FilterBar, nothing: EmptyResults) -> None:
        self._view, self._searched, self._narrowing, self._nothing = view, searched, narrowing, nothing
        self._answer: SearchAnswer | None = None
        self._soon = QTimer(view, singleShot=True, interval=_STILL)
        self._soon.timeout.connect(self._tell)

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Will say it of an answer that was not said before; without one there is nothing to say."""
        before, self._answer = self._answer, answer
        if answer is None:
            self._soon.stop()
        elif before is None or (answer.plan, answer.choice) != (before.plan, before.choice):
            self._soon.start()

    @property
    def words(self) -> str:
        """What is said."""
        answer = self._answer
        if answer is None:
            return ""
        if not answer.hits:
            return in_a_row(self._nothing.text().splitlines())
        found = self._narrowing.how_many(answer)
        return in_a_row((self._searched.banner, found, *self._searched.offers))

    def _tell(self) -> None:
        announce(self._view, self.words)
