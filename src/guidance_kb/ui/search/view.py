"""The search view: query summary, filters, results, and the reading pane."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.excerpt import marks
from guidance_kb.ui.core.answers import answer_words
from guidance_kb.ui.core.navigation import PageView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import is_pressed
from guidance_kb.ui.reading.page_menu import ListMenu
from guidance_kb.ui.reading.view import PagePosition, ReadingView
from guidance_kb.ui.search.conversation_bar import ConversationBar
from guidance_kb.ui.search.empty_results import EmptyResults
from guidance_kb.ui.search.filter_bar import FilterBar
from guidance_kb.ui.search.model import Heading, ResultGroup, ResultModel, Row, folded, name_of, question_hits, rows
from guidance_kb.ui.search.query_summary import QuerySummary
from guidance_kb.ui.search.result_list import ResultList
from guidance_kb.ui.widgets.announcement import announce, in_a_row, tell_current
from guidance_kb.ui.widgets.basics import column, line
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Announcements to screen readers

_STILL = 600
"""Milliseconds without a new answer before the announcement, so that typing is not interrupted."""


class ResultsAnnouncer:
    """Announces the text above the results to screen readers, in visual order; the focus stays in the box.

    Args:
        view: The widget that makes the announcement.
        searched: The query summary.
        narrowing: The filter bar, for the number of results.
        nothing: The placeholder if there are no results.
    """

    def __init__(self, view: QWidget, searched: QuerySummary, narrowing: FilterBar, nothing: EmptyResults) -> None:
        self._view, self._searched, self._narrowing, self._nothing = view, searched, narrowing, nothing
        self._answer: SearchAnswer | None = None
        self._soon = QTimer(view, singleShot=True, interval=_STILL)
        self._soon.timeout.connect(self._tell)

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Schedule the announcement of an answer if its plan or choice is new; cancel it if there is no answer."""
        before, self._answer = self._answer, answer
        if answer is None:
            self._soon.stop()
        elif before is None or (answer.plan, answer.choice) != (before.plan, before.choice):
            self._soon.start()

    @property
    def words(self) -> str:
        """The text of the announcement."""
        answer = self._answer
        if answer is None:
            return ""
        if not answer.hits:
            return in_a_row(self._nothing.text().splitlines())
        found = self._narrowing.how_many(answer)
        return in_a_row((self._searched.banner, found, *self._searched.offers))

    def _tell(self) -> None:
        announce(self._view, self.words)


_MOST = 500
"""Maximum number of hits shown of an unfolded kind."""


@dataclass(frozen=True, slots=True)
class Position:
    """The state of the view: unfolded headings, scroll offset of the list in pixels, and the page with its position."""

    unfolded: frozenset[str]
    scrolled: int
    page: str | None
    read: PagePosition


class SearchView(TranslatedWidget, PageView, QWidget):
    """The results and the reading pane."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._answer: SearchAnswer | None = None
        self._questions: list[Hit] = []
        self._unfolded: frozenset[str] = frozenset()
        self._awaits_focus = False
        self._best: str | None = None
        self.reading = ReadingView(services)
        self._model = ResultModel(services.library, services.conversation, self)
        self.results = ResultList(self._model, services.theme)
        ListMenu(services, self.results, self._model.id_of)
        self.results.left_upwards.connect(services.navigator.focus_search)
        self.results.clicked.connect(self._on_clicked)
        self.results.activated.connect(self._on_clicked)
        self.results.entered.connect(self._enter)
        self.results.ticked.connect(self._tick)
        self.results.kept.connect(self._keep_words)
        self.conversation_bar = ConversationBar(services)
        self.results.doubleClicked.connect(lambda _: self._enter())
        self.results.selectionModel().currentChanged.connect(self._on_current)
        self.searched, self.narrowing, self.nothing = (
            QuerySummary(services),
            FilterBar(services),
            EmptyResults(services),
        )
        self.telling = ResultsAnnouncer(self, self.searched, self.narrowing, self.nothing)
        for part in (self.searched, self.nothing):
            part.suggested.connect(services.navigator.search_for)
        for teller in (self.searched, self.narrowing, self.nothing):
            teller.chosen.connect(services.navigator.narrow)
        self.narrowing.grouped.connect(self._group)
        self._lay_out()
        self.retranslate()
        self.show_answer(None)

    def _lay_out(self) -> None:
        self._above = QFrame()
        above = column(self._above, spacing=8, margins=(18, 10, 18, 8))
        above.addWidget(self.searched)
        above.addWidget(self.narrowing)
        left = QFrame()
        inside = column(left, spacing=0)
        inside.addWidget(self.nothing, 1)
        inside.addWidget(self.results, 1)
        left.setMinimumWidth(300)
        self._line = line()
        whole = column(self, spacing=0)
        whole.addWidget(self.conversation_bar)
        whole.addWidget(self._above)
        whole.addWidget(self._line)
        whole.addWidget(self.reading.beside(left), 1)

    # --- Display

    @property
    def position(self) -> Position:
        """The current state of the view, for the history."""
        scrolled = self.results.verticalScrollBar().value()
        return Position(self._unfolded, scrolled, self.reading.shown, self.reading.position)

    def find_on_page(self) -> bool:
        """Open the bar to find text on the page."""
        return self.reading.find_beside(self)

    def show_answer(
        self,
        answer: SearchAnswer | None,
        page: str | None = None,
        position: object = None,
        questions: Sequence[str] = (),
    ) -> None:
        """Show an answer and `page` (None: the best hit); restore `position` if given.

        If the answer is None, the placeholder with example queries is shown.

        Args:
            answer: The answer.
            page: The id of the page.
            position: What `position` returned when the view was left.
            questions: The ids of the questions for the running conversation, the best first.
        """
        before, self._answer = self._answer, answer
        language = self._services.language
        self._questions = [] if answer is None else question_hits(questions, answer, self._services.library, language)
        again = _asks_the_same(before, answer)
        back = position if isinstance(position, Position) else None
        unfolded, self._unfolded = self._unfolded if again else back.unfolded if back else frozenset(), frozenset()
        self._show_rows()
        for heading in self._model.folded(unfolded):
            self._unfold(heading, back)
        for part in (self.searched, self.narrowing, self.nothing, self.telling):
            part.show_answer(answer)
        if self._questions:  # there is something to show, though perhaps nothing was found
            self.nothing.hide()
        for frame in (self._above, self._line):
            frame.setVisible(answer is not None)
        if not (again and self._read_on(page)):
            self.show_page(page)
            if not again:
                self._scroll(page)
            self._restore(back)

    def _scroll(self, page: str | None) -> None:
        """Scroll a new list to the top, or to the row of `page`; `setCurrentIndex` in a blocked selection does not scroll."""
        if page is None:
            self.results.scrollToTop()
        elif (current := self.results.currentIndex()).isValid():
            self.results.scrollTo(current)

    def _read_on(self, page: str | None) -> bool:
        """Keep the shown page if it is the requested one, and return whether it is."""
        shown = self.reading.shown
        if shown != (page or self._best):  # going back from a chosen page to the best hit changes the page
            return False
        number = self._model.number_of(shown) if shown is not None else -1
        if number < 0 or not isinstance(row := self._model.row(self._model.index(number)), Hit):
            return False
        self._select(number)
        self.reading.mark_again(self._marker, row.found_in)
        return True

    @property
    def answer(self) -> SearchAnswer | None:
        """The shown answer."""
        return self._answer

    def show_page(self, identifier: str | None, position: object = None) -> None:
        """Show a page (None: the best hit) in the reading pane and select its row if it is a result.

        With a `position`, the state is restored, and a page that is still shown is not loaded again.
        """
        back = position if isinstance(position, Position) else None
        if back is None or self.reading.shown is None or self.reading.shown != (identifier or self._best):
            self._show_page(identifier)
        self._restore(back)

    def _restore(self, position: Position | None) -> None:
        """Restore the scroll positions of the list and the page."""
        if position is None:
            return
        self.results.doItemsLayout()
        self.results.verticalScrollBar().setValue(position.scrolled)
        if self.reading.shown == position.page:
            self.reading.restore(position.read)

    def _show_page(self, identifier: str | None) -> None:
        number = self._model.first_hit() if identifier is None else self._model.number_of(identifier)
        if number >= 0:
            self._select(number)
            self._read(self._model.row(self._model.index(number)))
        elif identifier is None:
            self.reading.clear()
        else:
            self.results.selectionModel().clear()
            self.reading.show_page(identifier)
        self._best = self.reading.shown if identifier is None else None

    def focus_results(self) -> None:
        """Focus the list now, or when the pending answer fills it."""
        # setFocus on a hidden list takes effect when it is shown, and would take the focus from a user who types the next query
        self._awaits_focus = self.results.isHidden()
        if not self._awaits_focus:
            self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_box(self) -> None:
        """Take the focus from the search box. Without a list to go to, go back to the conversation that is running."""
        if self.results.isHidden() and self.conversation_bar.go_back():
            return
        self.focus_results()

    def keep_focus_in_box(self) -> None:
        """Cancel a pending `focus_results`, because the user is typing in the search box."""
        self._awaits_focus = False

    def _show_rows(self) -> None:
        by_kind = self._services.settings.read().by_kind
        answer, questions = self._answer, self._questions
        unfolded = self._unfolded | _listed(answer)
        shown = rows(answer, unfolded, questions, by_kind=by_kind) if answer else []
        card = questions[0] if questions else answer.to_say if answer else None
        self._model.show(shown, self._services.language, card)
        self.results.setVisible(bool(shown))  # hidden, so that the placeholder gets the space
        # an empty list is not a tab stop
        self.results.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.NoFocus)
        if shown and self._awaits_focus:
            self.focus_results()

    def _select(self, number: int) -> None:
        """Select a row without emitting selection signals."""
        selection = self.results.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's argument
        self.results.setCurrentIndex(self._model.index(number))
        selection.blockSignals(False)  # noqa: FBT003
        self.results.viewport().update()
        if self.results.hasFocus():
            tell_current(self.results)

    def _read(self, row: Row) -> None:
        if isinstance(row, Hit) and self._answer is not None:
            self.reading.show_page(row.id, self._marker, row.found_in)

    def _marker(self, text: str, language: Language) -> list[tuple[int, int]]:
        if self._answer is None:
            return []
        helped = self._answer.helped if self._services.is_help(self.reading.shown or "") else None
        return marks(text, helped or self._answer.plan, language)

    def _enter(self) -> None:
        """Move the focus to the page of the current hit; open help pages in the help view."""
        row = self._model.row(self.results.currentIndex())
        if isinstance(row, Hit) and self._services.is_help(row.id):
            self._services.navigator.open_help(row.id, self._answer.helped if self._answer else None)
        else:
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, item: str, state: State) -> None:
        """Answer a question of the running conversation, and tell a screen reader the answer."""
        access = self._services.conversation.access
        if access is not None:
            access.set_state(item, state)
            self._tell_answer(item)

    def _keep_words(self, item: str) -> None:
        """Name a question in the words of the query, as the box of the conversation does."""
        access = self._services.conversation.access
        if access is not None and self._answer is not None:
            access.name_in_words(item, " ".join(self._answer.plan.query.split()))
            self._tell_answer(item)

    def _tell_answer(self, item: str) -> None:
        access = self._services.conversation.access
        answer = None if access is None else access.answer(item)
        if answer is not None:
            announce(self.results, answer_words(answer))

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and isinstance(row := self._model.row(current), Hit):
            self._choose(row)

    def _choose(self, hit: Hit) -> None:
        self._services.navigator.keep_page(hit.id)  # first: the history reads the position of the view in this call
        self._read(hit)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, Hit):
            self._choose(row)
        elif folded(row):
            self._unfold(row)

    def _show_more_rows(self, position: Position | None) -> None:
        """Show the rows after unfolding; keep the selection, and the scroll position unless `position` is given."""
        scrolled = self.results.verticalScrollBar().value()
        self._show_rows()
        shown = self.reading.shown
        if shown is not None and (number := self._model.number_of(shown)) >= 0:
            self._select(number)
            row = self._model.row(self._model.index(number))
            found_in = row.found_in if isinstance(row, Hit) else None
            self.reading.mark_again(self._marker, found_in, self.reading.chosen_language)
        self.results.doItemsLayout()
        self.results.verticalScrollBar().setValue(scrolled)
        self._restore(position)

    def _group(self) -> None:
        """Show the same answer in groups or without; the page stays."""
        self._show_more_rows(None)
        self.results.scrollToTop()

    def _unfold(self, heading: Heading, position: Position | None = None) -> None:
        """Show all results of a heading; hits that the answer lacks are searched for.

        Args:
            heading: The folded heading.
            position: The position to restore afterwards.
        """
        answer = self._answer
        if answer is None:
            return
        kinds = (heading.kind,) if isinstance(heading, ResultGroup) else ()
        self._unfolded |= {name_of(heading)}
        if isinstance(heading, ResultGroup) and sum(hit.kind == heading.kind for hit in answer.hits) == heading.count:
            self._show_more_rows(position)
            return
        query, choice, language = answer.plan.query, answer.choice, self._services.language

        def done(more: SearchAnswer) -> None:
            """Add the hits to the shown answer, unless another answer is shown by now."""
            now = self._answer
            if now is None or now.plan is not answer.plan:
                return
            known = {hit.id for hit in now.hits}
            self._answer = replace(now, hits=(*now.hits, *(hit for hit in more.hits if hit.id not in known)))
            self._show_more_rows(position)

        self._services.jobs.run(
            f"unfold {kinds}",
            lambda: self._services.searcher().search(query, language, choice=choice, kinds=kinds, limit=_MOST),
            done,
        )

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # chips are created and reordered as answers arrive
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = is_pressed(event, "to-results")
        if leaves and self.conversation_bar.go_back():
            return
        if leaves and self.reading.holds_focus and not self.results.isHidden():
            self.focus_results()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.results.setAccessibleName(self.tr("Results"))


def _listed(answer: SearchAnswer | None) -> frozenset[str]:
    """Return the kind that the query asks for by name, if all of it is loaded: it is shown unfolded."""
    if answer is None or answer.listed is None:
        return frozenset()
    loaded = sum(hit.kind == answer.listed for hit in answer.hits)
    return frozenset({answer.listed}) if loaded == answer.counts.get(answer.listed) else frozenset()


def _asks_the_same(before: SearchAnswer | None, now: SearchAnswer | None) -> bool:
    """Return whether two answers have the same query and choice, so that they differ in language only."""
    return before is not None and now is not None and (before.plan.query, before.choice) == (now.plan.query, now.choice)
