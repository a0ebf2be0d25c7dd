"""The bar below the query summary: number of results, active filters, the filter panel, and the order."""

from dataclasses import replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from guidance_kb.search.query.plan import FIELD_NAMES, Field
from guidance_kb.search.results.answer import Count, SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.search.filter_panel import FilterPanel, value_name
from guidance_kb.ui.widgets.basics import button, column, label, text_and_icon
from guidance_kb.ui.widgets.chip import Chip, Pool
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class Arrangement(Enum):
    """How the results stand: by fit, by fit in groups by kind, or in report order."""

    FIT = auto()
    KIND = auto()
    REPORT = auto()


class FilterBar(TranslatedWidget, QWidget):
    """Filters and order of the results.

    Signals:
        chosen (SearchChoice): The user changed a filter or the order.
        grouped: The user put the results in groups, or out of them; the setting remembers it.
    """

    chosen = Signal(object)
    grouped = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._answer: SearchAnswer | None = None
        self._open = button("", "toggle", self._toggle, checkable=True)
        self._clear = button("", "link", self._clear_all)
        self._found = label(role="between", wrap=False)
        self._left = QWidget()
        self._flow = FlowLayout(self._left, spacing=6)
        self._chips = Pool(self._make_chip)
        self._on: list[tuple[Field, Count]] = []
        self._keys = Roving(self)
        self._orders = {
            order: button("", "tab", partial(self._choose_order, order), checkable=True) for order in Arrangement
        }
        self.panel = FilterPanel(services)
        self.panel.toggled.connect(self._toggle_value)
        self.panel.left.connect(self._close)
        self._lay_out()
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self._open, self._found, self._clear):
            self._flow.addWidget(widget)
        group = OneOf(self)
        for made in self._orders.values():
            group.addButton(made)
            self._flow.addWidget(made)
        whole = column(self)
        whole.addWidget(self._left)
        whole.addWidget(self.panel)
        self.panel.hide()

    @property
    def opener(self) -> QPushButton:
        """The button that opens and closes the filter panel."""
        return self._open

    @property
    def chips(self) -> list[Chip]:
        """The chips of the active filters, in order."""
        return self._chips.used

    @property
    def clear(self) -> QPushButton:
        """The button that removes all filters."""
        return self._clear

    def order_button(self, order: Arrangement) -> QPushButton:
        """Return the button of an arrangement."""
        return self._orders[order]

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Show the filters of an answer; hide if there is nothing to filter."""
        self._answer = answer
        there = answer is not None and bool(answer.facets) and bool(answer.unfiltered or answer.choice.facets)
        if not there:
            self._close()
        self.setVisible(there)
        if there:
            self._refresh()

    # --- Commands

    @property
    def _choice(self) -> SearchChoice:
        return self._answer.choice if self._answer else SearchChoice()

    def _toggle(self) -> None:
        self.panel.setVisible(self._open.isChecked())
        self._refresh()

    def _close(self) -> None:
        """Close the filter panel; move the focus to its button if it was in the panel."""
        if self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self._open.setFocus()
        self._open.setChecked(False)
        self.panel.hide()

    def _toggle_value(self, field: Field, identifier: str) -> None:
        self.chosen.emit(self._choice.toggled(field, identifier))

    def _clear_all(self) -> None:
        self.chosen.emit(self._choice.unfiltered())

    @property
    def _arrangement(self) -> Arrangement:
        if self._choice.order is SortOrder.SECTION:
            return Arrangement.REPORT
        return Arrangement.KIND if self._services.settings.read().by_kind else Arrangement.FIT

    def _choose_order(self, order: Arrangement) -> None:
        if order is self._arrangement:
            return
        if order is not Arrangement.REPORT:
            self._services.settings.change(by_kind=order is Arrangement.KIND)
        wanted = SortOrder.SECTION if order is Arrangement.REPORT else SortOrder.RELEVANCE
        if wanted is self._choice.order:
            self.grouped.emit()
        else:
            self.chosen.emit(replace(self._choice, order=wanted))

    # --- Display

    def _make_chip(self, number: int) -> Chip:
        made = Chip(self._services.theme, "filter")
        made.taken_away.connect(lambda: self._toggle_value(self._on[number][0], self._on[number][1].value.id))
        self._flow.addWidget(made)
        self._flow.set_order([self._open, *self._chips.used, made, self._clear, self._found, *self._orders.values()])
        return made

    def _refresh(self) -> None:
        answer = self._answer
        if answer is None:
            return
        focused = next((number for number, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self._on = [(field, count) for field, counts in answer.facets.items() for count in counts if count.chosen]
        self._chips.begin()
        for field, count in self._on:
            name = value_name(field, count.value)
            filtered = f"{as_title(FIELD_NAMES[field])}: {name}"
            self._chips.take().say(name, self.tr("Without the filter “%1”").replace("%1", filtered))
        if (focused is not None and focused >= len(self._on)) or (self._clear.hasFocus() and not self._on):
            (self.chips[-1] if self.chips else self._open).setFocus()
        self._chips.finish()
        self._clear.setVisible(bool(self._on))
        self._keys.set_widgets(self.chips)
        self._say_opener(len(self._on))
        self._found.setText(self.how_many(answer))
        self._orders[self._arrangement].setChecked(True)
        if not self.panel.isHidden():
            self.panel.show_facets(answer.facets)

    def how_many(self, answer: SearchAnswer) -> str:
        """Return the text for the number of results, and their number without filters if that differs."""
        if answer.total == answer.unfiltered:
            return self.tr("%1 found").replace("%1", QLocale().toString(answer.total))
        text = self.tr("%1 of %2 found")
        return text.replace("%1", QLocale().toString(answer.total)).replace("%2", QLocale().toString(answer.unfiltered))

    def _say_opener(self, on: int) -> None:
        theme = self._services.theme
        text = self.tr("Filter") + (f" · {on}" if on else "")
        drawing = icon("list-filter", theme.tokens.accent, theme.px(16))
        text_and_icon(self._open, drawing, theme.px(16), text)
        name = self.tr("Filters, %1 on").replace("%1", str(on)) if on else self.tr("Filters")
        self._open.setAccessibleName(name)

    def retranslate(self) -> None:
        self._say_opener(len(self._on))
        self._clear.setText(self.tr("Clear filters"))
        self._orders[Arrangement.FIT].setText(self.tr("Best first"))
        self._orders[Arrangement.KIND].setText(self.tr("By kind"))
        self._orders[Arrangement.REPORT].setText(self.tr("Report"))
        self._orders[Arrangement.REPORT].setToolTip(self.tr("As in the report"))
        self._orders[Arrangement.FIT].setAccessibleName(self.tr("Order: the best first"))
        self._orders[Arrangement.KIND].setAccessibleName(self.tr("Order: by kind, the best first"))
        self._orders[Arrangement.REPORT].setAccessibleName(self.tr("Order: as in the report"))
        self._refresh()
