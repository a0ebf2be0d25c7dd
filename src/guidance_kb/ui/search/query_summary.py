"""The summary above the results: the interpreted query with its expansions, corrections and suggestions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guidance_kb.search.query.plan import Addition, ViewOffer
from guidance_kb.search.results.answer import CLOSEST, SearchAnswer
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.search.query_chips import QueryChipRow, QueryChips
from guidance_kb.ui.widgets.basics import button, card, column, label
from guidance_kb.ui.widgets.chip import Chip
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class QuerySummary(TranslatedWidget, QWidget):
    """Shows how a query was interpreted.

    Signals:
        suggested (str): The user chose another query: the exact text typed, or a suggestion.
        chosen (SearchChoice): The user removed an expansion, or restored all.
    """

    suggested = Signal(str)
    chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._answer: SearchAnswer | None = None
        self._unfolded: frozenset[str] = frozenset()
        self._pieces = QueryChips(self)
        self._exactly = button("", "link", self._choose_exactly)
        self._meant = button("", "link", self._choose_meant)
        self._go = button("", "link", self._go_to_view)
        self._without = label(role="between", wrap=False)
        self._restore = button("", "link", self._put_back)
        self._line = QueryChipRow(services.theme, (self._exactly, self._meant, self._without, self._restore))
        self._line.taken_away.connect(self._take_away)
        self._line.toggled.connect(self._toggle)
        self._banner = card("banner")
        self._told = label()
        column(self._banner, margins=(12, 8, 12, 8)).addWidget(self._told)
        whole = column(self)
        whole.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)  # first: it is what was asked for
        whole.addWidget(self._line)
        whole.addWidget(self._banner)

    @property
    def says_fallback(self) -> bool:
        """Whether the message that no text has all words is visible."""
        return self._banner.isVisible()

    @property
    def banner(self) -> str:
        """The text of that message."""
        return self._told.text()

    @property
    def offers(self) -> list[str]:
        """The labels of the visible buttons that offer a view or another query."""
        return [offer.text() for offer in (self._go, self._exactly, self._meant) if offer.isVisible()]

    @property
    def go(self) -> QPushButton:
        """The button that goes to the view that the query asks for."""
        return self._go

    @property
    def meant(self) -> QPushButton:
        """The button that searches for the suggested query."""
        return self._meant

    @property
    def chips(self) -> list[Chip]:
        """The chips of the shown expansions, in order."""
        return self._line.chips

    @property
    def mores(self) -> list[QPushButton]:
        """The buttons that unfold or fold the expansions of a term."""
        return self._line.mores

    @property
    def restore(self) -> QPushButton:
        """The button that restores the removed expansions."""
        return self._restore

    def text(self) -> str:
        """Return the visible text of the line."""
        return self._line.text()

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Show how the query of an answer was interpreted; hide if there is no answer."""
        if answer is None or self._answer is None or answer.plan.query != self._answer.plan.query:
            self._unfolded = frozenset()
        self._answer = answer
        self.retranslate()

    # --- Commands

    def _choose_exactly(self) -> None:
        if self._answer is not None:
            self.suggested.emit(self._answer.plan.exact_query)

    def _choose_meant(self) -> None:
        if self._answer is not None:
            self.suggested.emit(self._answer.suggestion)

    def _go_to_view(self) -> None:
        asked = self._answer.view if self._answer is not None else None
        if asked is not None and asked.row:
            self._services.navigator.show_theme(asked.row)
        elif asked is not None:
            self._services.navigator.go_to_room(ViewId(asked.view))

    def _take_away(self, addition: Addition) -> None:
        if self._answer is not None:
            self.chosen.emit(self._answer.choice.without(addition))

    def _put_back(self) -> None:
        if self._answer is not None:
            self.chosen.emit(self._answer.choice.restored())

    def _toggle(self, term: str) -> None:
        self._unfolded ^= {term}
        self.retranslate()

    # --- Display

    def retranslate(self) -> None:
        answer = self._answer
        self.setVisible(answer is not None and not answer.plan.empty)
        if answer is None:
            self._empty()
            return
        removed = ", ".join(addition.label for addition in answer.plan.removed)
        self._go.setText(self._way(answer.view) if answer.view else "")
        self._exactly.setText(self.tr("Search exactly what I typed"))
        self._meant.setText(self.tr("Did you mean “%1”?").replace("%1", answer.suggestion))
        self._without.setText(self.tr("without: %1").replace("%1", removed))
        self._restore.setText(self.tr("Put back"))
        self._restore.setAccessibleName(self.tr("Search for these words again: %1").replace("%1", removed))
        self._go.setVisible(answer.view is not None)
        ends: list[QWidget] = [self._exactly] if answer.plan.corrections else []
        ends += [self._meant] if answer.suggestion else []
        ends += [self._without, self._restore] if removed else []
        self._line.show_pieces(self._pieces.of(answer.plan, self._services.language, self._unfolded), ends)
        self._say_fallback(answer)

    def _way(self, asked: ViewOffer) -> str:
        """Return the text of the way to a view, with the row of it that the query names."""
        name, row = asked.name.say(self._services.language), asked.row_name.say(self._services.language)
        if not row:
            return self.tr("Go to %1").replace("%1", name)
        return self.tr("Go to %1, row %2").replace("%1", name).replace("%2", f"“{row}”")

    def _empty(self) -> None:
        """Remove the texts of the answer before, which are hidden: they may be a client's words."""
        self._line.empty()
        for part in (self._go, self._meant, self._without, self._told):
            part.setText("")
        self._restore.setAccessibleName("")

    def _say_fallback(self, answer: SearchAnswer) -> None:
        told = ""
        if answer.fallback and answer.missing:
            language = self._services.language
            told = f"{answer.unknown_words(language)} {CLOSEST.say(language)}"
        elif answer.fallback:
            told = self.tr("No text has all of these words. These texts have some of them.")
        self._told.setText(told)
        self._banner.setVisible(bool(told))
