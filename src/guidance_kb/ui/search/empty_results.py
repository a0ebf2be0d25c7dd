"""The placeholder shown instead of results: the reason, and queries to try."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, clear
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class EmptyResults(TranslatedWidget, QWidget):
    """Shows why there are no results and offers queries; before the first search, shows examples of queries.

    Signals:
        suggested (str): The user chose a topic or an example.
        chosen (SearchChoice): The user asked for the results without filters.
    """

    suggested = Signal(str)
    chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._answer: SearchAnswer | None = None
        self._heading = label(role="heading")
        self._why = label(role="soft")
        self._unfiltered = button("", "", self._choose_unfiltered)
        self._hint = label(role="soft")
        self.topics = QWidget()
        self._flow = FlowLayout(self.topics)
        self._offered: list[QPushButton] = []
        self._keys = Roving(self)
        # scrolls, because large text and an error message above leave little space
        scroller = ScrollColumn(spacing=10, margins=(18, 14, 18, 14))
        for part in (self._heading, self._why, self._unfiltered, self._hint, self.topics):
            scroller.content.addWidget(part)
        column(self).addWidget(scroller)

    @property
    def offers(self) -> list[str]:
        """The offered queries."""
        return [made.text() for made in self._offered]

    @property
    def unfiltered(self) -> QPushButton:
        """The button that shows the results without filters."""
        return self._unfiltered

    def text(self) -> str:
        """Return the shown text, without the offered queries."""
        return "\n".join(part.text() for part in (self._heading, self._why, self._hint) if not part.isHidden())

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Show the reason for an answer without hits, or examples if there is no answer; hide if there are hits."""
        self._answer = answer
        self.setVisible(answer is None or not answer.hits)
        if answer is None or not answer.hits:
            self.retranslate()

    def _choose_unfiltered(self) -> None:
        if self._answer is not None:
            self.chosen.emit(self._answer.choice.unfiltered())

    def retranslate(self) -> None:
        answer = self._answer
        filtered = answer is not None and answer.unfiltered > 0
        why = self._reason(answer) if answer is not None else ""
        topics = answer.nearest if answer is not None else ()
        self._heading.setText(self.tr("Search all that is known") if answer is None else self.tr("Nothing found"))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._unfiltered.setVisible(filtered)
        if answer is not None:
            text = self.tr("Show all %1 without filters")
            self._unfiltered.setText(text.replace("%1", str(answer.unfiltered)))
        self._hint.setText(self._lead(answer))
        self._hint.setVisible(not filtered)
        self.topics.setVisible(not filtered)
        self._offer(topics or self._examples())

    def _reason(self, answer: SearchAnswer) -> str:
        if answer.unfiltered:
            return self.tr("With these filters nothing is left of what was found.")
        if not answer.missing:
            return self.tr("No text contains this.") if len(answer.plan.clauses) > 1 else ""
        rest = len(answer.missing) < len(answer.plan.clauses)
        more = self.tr("The other words alone found nothing either.") if rest else ""
        return f"{answer.unknown_words(self._services.language)} {more}".strip()

    def _lead(self, answer: SearchAnswer | None) -> str:
        if answer is None:
            return self.tr(
                "Findings, practices from five countries, recommendations, barriers and questions. Everyday words work "
                "too:"
            )
        if answer.nearest:
            return self.tr("What comes closest:")
        return self.tr("Try fewer or other words. Everyday words work too:")

    def _examples(self) -> tuple[str, ...]:
        return (
            self.tr("no babysitter"),
            self.tr("afraid to fail"),
            self.tr("first weeks"),
            self.tr("persona"),
            self.tr("learning at work"),
            self.tr("country:ireland"),
        )

    def _offer(self, topics: tuple[str, ...]) -> None:
        if tuple(self.offers) == topics:
            return
        clear(self._flow)
        self._offered = [button(topic, "topic", partial(self.suggested.emit, topic)) for topic in topics]
        for made in self._offered:
            self._flow.addWidget(made)
        self._keys.set_widgets(self._offered)
