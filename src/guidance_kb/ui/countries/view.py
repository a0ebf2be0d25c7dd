"""The countries view: a table of all countries, or two side by side; with a filter by barrier, printing, and export to PDF and CSV."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from guidance_kb.documents.countries import (
    CountryComparison,
    barriers_in,
    comparison,
    countries_csv,
    countries_page,
    csv_file,
)
from guidance_kb.documents.page import save
from guidance_kb.ui.core.save_dialog import ask_where, tell_saved
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.countries.beside import Beside
from guidance_kb.ui.countries.matrix import Matrix
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.widgets.basics import button, column, label, text_and_icon
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class CountriesView(TranslatedWidget, QWidget):
    """The countries view.

    Attributes:
        compared: The comparison shown.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._title, self._lead = label(role="title", wrap=False), label(role="soft")
        self.barrier = DropDown(services.theme)
        self.barrier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.two = button("", "toggle", self._compare, checkable=True)
        self.csv = button("", "quiet", self._save_csv)
        self.print, self.pdf = button("", "quiet", self._print), button("", "quiet", self._save_pdf)
        self.matrix = Matrix(services)
        self.table = self.matrix.table
        self.compared: CountryComparison = self.matrix.model.compared
        self._counts = barriers_in(services.library, self.compared)
        self._beside: Beside | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QWidget()
        across = FlowLayout(head, spacing=8)
        for part in (self._title, self.barrier, self.two, self.csv, self.print, self.pdf):
            across.addWidget(part)
        top = column(spacing=6, margins=(24, 14, 24, 8))
        top.addWidget(head)
        top.addWidget(self._lead)
        self._stack.addWidget(self.matrix)
        whole = column(self, spacing=0)
        add_layout(whole, top)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.barrier.currentIndexChanged.connect(self._compare)
        self._services.theme.changed.connect(self._draw)

    @property
    def beside(self) -> Beside:
        """The page with two countries side by side, created on first use."""
        if self._beside is None:
            countries = [country for country in self._services.library.countries.values() if country.interviewed]
            self._beside = Beside(self._services, countries)
            self._beside.chosen.connect(self._compare)
            self._stack.addWidget(self._beside)
        return self._beside

    def _compare(self) -> None:
        """Show the comparison of the chosen countries and barrier."""
        two = self.two.isChecked()
        countries = self.beside.pair if two else ()
        self.compared = comparison(self._services.library, countries, self.barrier.currentData() or "")
        shown: Beside | Matrix = self.beside if two else self.matrix
        shown.show_comparison(self.compared)
        self._stack.setCurrentWidget(shown)
        self._say_what_is_shown()

    def show_theme(self, theme: str) -> None:
        """Show the row of a theme, of all countries; select the first answer in it."""
        with QSignalBlocker(self.barrier), QSignalBlocker(self.two):
            self.barrier.setCurrentIndex(0)
            self.two.setChecked(False)
        self._compare()
        self.matrix.show_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the comparison; with a focus proxy, Tab would skip the controls above it."""
        (self.beside.left if self.two.isChecked() else self.table).setFocus(event.reason())

    # ── export ──────────────────────────────────────────────────────────────────────────────────

    def html(self) -> str:
        """Return the comparison as a page to print."""
        return countries_page(self._services.library, self.compared, self._services.language)

    def data(self) -> bytes:
        """Return the comparison as the content of a CSV file."""
        return csv_file(countries_csv(self._services.library, self.compared, self._services.language))

    def _print(self) -> None:
        from guidance_kb.ui.core import printing  # noqa: PLC0415 - rarely used

        printing.print_page(self, self.html)

    def _save_pdf(self) -> None:
        from guidance_kb.ui.core import printing  # noqa: PLC0415

        self._save("pdf", lambda: printing.pdf(self.html()))

    def _save_csv(self) -> None:
        self._save("csv", self.data)

    def _save(self, suffix: str, content: Callable[[], bytes]) -> None:
        def write(path: Path) -> None:
            save(path, content())
            tell_saved(self, path)

        name = self.tr("countries")
        ask_where(self, self.tr("Save"), f"{name}.{suffix}", write, self._services.jobs.failed.emit)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def _say_what_is_shown(self) -> None:
        said = self.tr("What five countries answered in the interviews of 2022. Ireland was asked five questions only.")
        said += " " + self.tr("A dash: not asked, or not in the report. A country or theme leads to all about it.")
        if self.compared.barrier:
            several = self.tr("%1 findings are about this barrier. A dash: nothing about it.")
            one = self.tr("1 finding is about this barrier. A dash: nothing about it.")
            said = (one if self.compared.entries == 1 else several).replace("%1", str(self.compared.entries))
        self._lead.setText(said)

    def _fill_barriers(self) -> None:
        """Fill the filter with each barrier that has answers, and their number."""
        chosen = self.barrier.currentData()
        with QSignalBlocker(self.barrier):
            self.barrier.clear()
            self.barrier.addItem(self.tr("About any barrier"), "")
            for barrier, count in self._counts.items():
                name = self._services.library.barriers[barrier].text(self._services.language).name
                self.barrier.addItem(f"{name} ({count})", barrier)
            self.barrier.setCurrentIndex(max(self.barrier.findData(chosen), 0))

    def _draw(self) -> None:
        accent, size = self._services.theme.tokens.accent, self._services.theme.px(16)
        text_and_icon(self.csv, icon("file-down", accent, size), size, self.tr("CSV…"))
        text_and_icon(self.print, icon("printer", accent, size), size, self.tr("Print…"))
        text_and_icon(self.pdf, icon("file-down", accent, size), size, self.tr("PDF…"))
        text_and_icon(self.two, icon("columns-2", accent, size), size, self.tr("Two side by side"))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Countries"))
        self.barrier.setAccessibleName(self.tr("Only answers about this barrier"))
        self.csv.setToolTip(self.tr("Save what is shown as CSV, for a spreadsheet"))
        self.pdf.setToolTip(self.tr("Save what is shown as PDF"))
        self._fill_barriers()
        self._draw()
        self._say_what_is_shown()
