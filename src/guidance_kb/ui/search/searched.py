"""What stands above the results: what was searched, what else could be, and a way on when nothing was found."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.search.answer import Answer
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, card, clear, column, label
from guidance_kb.ui.widgets.flow import FlowLayout


class Searched(QWidget):
    """Says how a query was taken.

    Signals:
        suggested (str): Another query was chosen: exactly what was typed, a correction, or an example.
    """

    suggested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._answer: Answer | None = None
        self._line = label(role="soft")
        self._exactly = button("", "link", self._choose_exactly)
        self._meant = button("", "link", self._choose_meant)
        self._fallback = card("banner")
        self._fallback_text = label()
        column(self._fallback, margins=(12, 8, 12, 8)).addWidget(self._fallback_text)
        self._heading = label(role="heading")
        self._hint = label(role="soft")
        self.examples = QWidget()
        self._chips = FlowLayout(self.examples)
        whole = column(self, margins=(18, 0, 18, 0))
        for part in (self._line, self._exactly, self._meant, self._fallback, self._heading, self._hint, self.examples):
            whole.addWidget(part)

    @property
    def says_fallback(self) -> bool:
        """Whether the reader is told that not all words were found together."""
        return self._fallback.isVisible()

    @property
    def offers(self) -> list[str]:
        """The other queries on offer, as their buttons say them."""
        return [offer.text() for offer in (self._exactly, self._meant) if offer.isVisible()]

    def show_answer(self, answer: Answer | None) -> None:
        """Says it of an answer, or, without one, what can be searched for."""
        self._answer = answer
        self._speak()

    def _choose_exactly(self) -> None:
        if self._answer is not None:
            self.suggested.emit(self._answer.plan.exact_query)

    def _choose_meant(self) -> None:
        if self._answer is not None:
            self.suggested.emit(self._answer.suggestion)

    def _speak(self) -> None:
        answer = self._answer
        found = answer is not None and bool(answer.hits)
        self._line.setVisible(answer is not None)
        self._exactly.setVisible(answer is not None and bool(answer.plan.corrections))
        self._meant.setVisible(answer is not None and bool(answer.suggestion))
        self._fallback.setVisible(answer is not None and found and answer.fallback)
        for widget in (self._heading, self._hint, self.examples):
            widget.setVisible(not found)
        self._exactly.setText(self.tr("Search exactly what I typed"))
        self._fallback_text.setText(self.tr("Nothing holds all of these words. This is what holds some of them."))
        if answer is None:
            self._heading.setText(self.tr("Search all that is known"))
            self._hint.setText(
                self.tr(
                    "Findings, practices of five countries, recommendations, barriers and questions. Everyday words work too:"
                )
            )
        else:
            self._line.setText(answer.explanation(self._services.language))
            self._meant.setText(self.tr("Did you mean “%1”?").replace("%1", answer.suggestion))
            self._heading.setText(self.tr("Nothing found"))
            self._hint.setText(self.tr("Try fewer or other words. Everyday words work too:"))
        if not found:
            self._show_examples()

    def _show_examples(self) -> None:
        clear(self._chips)
        for example in (
            self.tr("no babysitter"),
            self.tr("afraid to fail"),
            self.tr("first weeks"),
            self.tr("persona"),
            self.tr("learning at work"),
            self.tr("country:ireland"),
        ):
            self._chips.addWidget(button(example, "chip", partial(self.suggested.emit, example)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
