"""Two countries side by side: their full answers in two columns, by theme."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from guidance_kb.documents.countries import Cell, CountryComparison, CountryQuestion
from guidance_kb.knowledge.model import Country, Entry
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import STRONG, TYPE, Tokens
from guidance_kb.ui.reading import html
from guidance_kb.ui.rules.page import RulesBrowser
from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class Beside(TranslatedWidget, QWidget):
    """A choice of two countries, each above the column of its answers.

    Attributes:
        left, right: The drop-down lists of countries.
        page: The answers.

    Signals:
        chosen: The user chose another country.
    """

    chosen = Signal()

    def __init__(self, services: Services, countries: Sequence[Country], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._countries = countries
        self._shown: CountryComparison | None = None
        self.left, self.right = DropDown(services.theme), DropDown(services.theme)
        self.page = RulesBrowser()  # it has many links, but is one stop of the Tab key
        self.page.link_opened.connect(services.navigator.open_page)
        whole = column(self, spacing=8, margins=(24, 0, 24, 18))
        across = row(spacing=12)
        for place, choice in enumerate((self.left, self.right)):
            for country in countries:
                choice.addItem("", country.id)
            choice.setCurrentIndex(place)
            choice.currentIndexChanged.connect(lambda _at, choice=choice: self._choose(choice))
            across.addWidget(choice, 1)
        self._pair = self.pair
        add_layout(whole, across)
        whole.addWidget(self.page, 1)
        services.theme.changed.connect(self._write)
        self.retranslate()

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two countries."""
        return self.left.currentData(), self.right.currentData()

    def _choose(self, choice: QComboBox) -> None:
        """Handle a choice on one side; if it is the country of the other side, swap the two."""
        if self.left.currentData() == self.right.currentData():
            other, before = (self.right, self._pair[0]) if choice is self.left else (self.left, self._pair[1])
            with QSignalBlocker(other):
                other.setCurrentIndex(other.findData(before))
        self._pair = self.pair
        self.chosen.emit()

    def show_comparison(self, compared: CountryComparison) -> None:
        """Show the answers of the two countries."""
        self._shown = compared
        self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        services = self._services
        questions = "".join(self._question(question) for question in self._shown.questions)
        page = f'<table width="100%" cellspacing="0" cellpadding="{services.theme.px(8)}">{questions}</table>'
        if not questions:
            page = html.paragraph(self.tr("No answer of these two is about this barrier."))
        self.page.show_html(page, style_sheet(services.theme.tokens, services.theme.scale))

    def _question(self, question: CountryQuestion) -> str:
        say, line = self._services.say, self._services.theme.tokens.raised
        head = f'<p class="theme">{escape(say(question.theme.name))}</p><p class="over">{escape(say(question.theme.ask))}</p>'
        cells = "".join(f'<td width="50%" valign="top">{self._cell(cell)}</td>' for cell in question.cells)
        return f'<tr><td colspan="2" bgcolor="{line}">{head}</td></tr><tr>{cells}</tr>'

    def _cell(self, cell: Cell) -> str:
        services = self._services
        if not cell.entries:
            return html.paragraph(services.say(cell.why_empty), "over")
        return "".join(
            f'<p class="finding">{html.link(entry.id, entry.text(services.language).title)}</p>'
            f"{entry.text(services.language).html}{html.paragraph(self._section(entry), 'over')}"
            for entry in cell.entries
        )

    def _section(self, entry: Entry) -> str:
        return self._services.library.sections[entry.section].named(self._services.language)

    def retranslate(self) -> None:
        for choice, name in (
            (self.left, self.tr("Country on the left")),
            (self.right, self.tr("Country on the right")),
        ):
            choice.setAccessibleName(name)
            for place, country in enumerate(self._countries):
                choice.setItemText(place, self._services.say(country.name))
        self.page.setAccessibleName(self.tr("Answers of two countries"))
        self.page.setAccessibleDescription(self.tr("Right and Left go from answer to answer; Enter opens its page"))
        self._write()


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet of the page: that of the reading pane with smaller text, to fit two columns."""

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return f"""{html.style_sheet(tokens, scale)}
    p, li, td {{ font-size: {px(TYPE.body)}; line-height: 140%; }}
    p {{ margin: 0 0 {px(6)} 0; }}
    p.theme {{ font-size: {px(TYPE.lead)}; font-weight: {STRONG}; margin: 0; }}
    p.finding a, p.finding {{ font-size: {px(TYPE.body)}; font-weight: {STRONG}; line-height: 130%; margin-bottom: {px(4)}; }}
    p.over {{ font-size: {px(TYPE.small)}; color: {tokens.soft_ink}; margin: 0 0 {px(6)} 0; }}
    """
