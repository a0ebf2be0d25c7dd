"""The table of themes and countries, with the full answer of the selected cell next to it."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from guidance_kb.documents.countries import Cell, CountryComparison, comparison
from guidance_kb.knowledge.model import Entry
from guidance_kb.language import Text
from guidance_kb.ui.core.kept_split import KeptSplit
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import RING, SPACE, TYPE
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

Index = QModelIndex | QPersistentModelIndex

_FIELDS: Final = {True: Text("land", "country"), False: Text("thema", "theme")}
"""The filters of the search for a column and for a row."""


class CountryModel(QAbstractTableModel):
    """The model of themes × interviewed countries. A cell shows the title of the first entry of the answer, or why there is none."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._compared = comparison(services.library)

    @property
    def compared(self) -> CountryComparison:
        """The comparison shown."""
        return self._compared

    def show(self, compared: CountryComparison) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._compared = compared
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return the answer in a cell."""
        return self._compared.questions[index.row()].cells[index.column()]

    def entries(self, index: Index) -> tuple[Entry, ...]:
        """Return the entries of a cell that are shown."""
        return self.cell(index).entries

    def place(self, theme: str, country: str) -> QModelIndex:
        """Return the index of a country's answer to a theme, or an invalid index if it is not shown."""
        themes = [question.theme.id for question in self._compared.questions]
        countries = [each.id for each in self._compared.countries]
        there = theme in themes and country in countries
        return self.index(themes.index(theme), countries.index(country)) if there else QModelIndex()

    def heading(self, index: Index) -> tuple[str, str]:
        """Return the country and the question of a cell."""
        say = self._services.say
        compared = self._compared
        return say(compared.countries[index.column()].name), say(compared.questions[index.row()].theme.ask)

    def note(self, index: Index) -> str:
        """Return the note on the interview with the country of a cell, or an empty string."""
        note = self._compared.countries[index.column()].note
        return self._services.say(note) if note else ""

    def query(self, section: int, orientation: Qt.Orientation) -> str:
        """Return the query that finds all about a country or a theme."""
        across, compared = orientation is Qt.Orientation.Horizontal, self._compared
        name = compared.countries[section].name if across else compared.questions[section].theme.name
        said = self._services.say(name)
        quoted = f'"{said}"' if " " in said else said
        return f"{self._services.say(_FIELDS[across])}:{quoted}"

    def tip(self, section: int, orientation: Qt.Orientation) -> str:
        """Return what a press on a country or a theme gives."""
        across, compared = orientation is Qt.Orientation.Horizontal, self._compared
        name = compared.countries[section].name if across else compared.questions[section].theme.name
        return self.tr("Search for all about: {name}").format(name=self._services.say(name))

    def why_empty(self, index: Index) -> str:
        """Return why a cell has no answer, or an empty string if it has one."""
        cell = self.cell(index)
        return "" if cell.entries else self._services.say(cell.why_empty)

    def refresh(self) -> None:
        """Reload all texts in the current language."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._compared.questions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._compared.countries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the text of a cell; the reason for an empty one is in a softer colour."""
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case Qt.ItemDataRole.ForegroundRole:
                return None if self.entries(index) else QColor(self._services.theme.tokens.soft_ink)
            case Qt.ItemDataRole.DisplayRole if not self.entries(index):
                return "–"  # many cells are empty; the line above the table says what a dash means
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.why_empty(index) or self._finding(index)
            case (
                Qt.ItemDataRole.AccessibleDescriptionRole
            ):  # screen readers read the row heading only at the first cell
                across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
                return f"{self.headerData(index.row(), down)}, {self.headerData(index.column(), across)}"
        return None

    def _finding(self, index: Index) -> str:
        entries = self.entries(index)
        more = f" (+{len(entries) - 1})" if len(entries) > 1 else ""
        return entries[0].text(self._services.language).title + more

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return the name of a country or a theme, aligned so that long names wrap."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        compared = self._compared
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(section, orientation)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._services.say(compared.countries[section].name)
        return self._services.say(compared.questions[section].theme.name)


_PANE: Final = 260
"""The minimum width of the pane next to the table, in pixels at 100 %."""

_WIDEST_PANE: Final = 440
"""The upper limit of that minimum in pixels, at any text size, to leave space for the table."""


_COLUMN: Final = 156
"""The minimum width of a column, in pixels at 100 %."""

_QT_MARGIN: Final = 3
"""Pixels that Qt adds on each side of the text of a cell, inside the padding."""


class ThemeHeader(QHeaderView):
    """The vertical header with the themes, as wide as their longest word."""

    def __init__(self, services: Services, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._services = services
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # measured only when the texts change
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def set_width(self) -> None:
        """Set the width to that of the longest word at the current text size."""
        words = " ".join(self._text(row) for row in range(self.count())).split()
        self.setFixedWidth(max((self._metrics.horizontalAdvance(word) for word in words), default=0) + self._around)

    def sectionSizeFromContents(self, row: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a theme with wrapped lines; Qt measures it as one line."""
        inside = QRect(0, 0, max(self.width() - self._around, 1), 0)
        text = self._metrics.boundingRect(inside, Qt.TextFlag.TextWordWrap, self._text(row))
        return QSize(self.width(), text.height() + self._around)

    def _text(self, row: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical) or "")

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._services.theme.letters(TYPE.body, strong=True))

    @property
    def _around(self) -> int:
        """The width of the padding, the border, Qt's margins and rounding."""
        return 2 * (self._services.theme.px(SPACE.md) + _QT_MARGIN) + 2


class CellDelegate(QStyledItemDelegate):
    """A delegate that gives cells the height of their text; Qt ignores that the padding of the style sheet narrows the text."""

    def __init__(self, services: Services, parent: QTableView) -> None:
        super().__init__(parent)
        self._services = services

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size that the text of a cell needs within its padding."""
        inside = QStyleOptionViewItem(option)
        around = 2 * (self._services.theme.px(6) + 2)  # the padding, and the border of the selected cell
        inside.rect = option.rect.adjusted(0, 0, -around, 0)
        return super().sizeHint(inside, index)


class Matrix(TranslatedWidget, QSplitter):
    """The table with themes as rows and countries as columns, and a pane with the full answer of the selected cell."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._services = services
        self.model = CountryModel(services, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(services, self.table))
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)  # arrow keys move between cells, Tab moves to the pane
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setCornerButtonEnabled(False)  # it selects all cells, but only one can be selected
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._themes = ThemeHeader(services, self.table)
        self.table.setVerticalHeader(self._themes)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        follow_selection(self.table)
        for header, orientation in (
            (self.table.horizontalHeader(), Qt.Orientation.Horizontal),
            (self._themes, Qt.Orientation.Vertical),
        ):
            header.setSectionsClickable(True)
            header.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            header.sectionClicked.connect(partial(self._find_all, orientation))
        self._soon = QTimer(self, singleShot=True, interval=0)  # once, after all columns have been resized
        self._soon.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(self._soon.start)
        theme, across, down = services.theme, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._country = LinkRow(
            theme, lambda: self._find_all(across, self.table.currentIndex().column()), role="heading"
        )
        self._question = LinkRow(theme, lambda: self._find_all(down, self.table.currentIndex().row()), role="soft")
        self._note = label(role="caption")
        self._list = column(spacing=12)
        self._pane = QScrollArea()
        self._lay_out()
        services.theme.changed.connect(self._size_rows)
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget()
        column(left, margins=(24, 0, 12, 18)).addWidget(self.table)
        page = QWidget()
        cell = column(page, spacing=10, margins=(20, 20, 20, 20))
        for widget in (self._country, self._question):
            cell.addWidget(widget)
        add_layout(cell, self._list)
        cell.addWidget(self._note)
        cell.addStretch(1)
        self._pane.setProperty("role", "pane")
        speak_as(self._pane, QAccessible.Role.Grouping)
        self._pane.setWidgetResizable(True)
        self._pane.setFrameShape(QFrame.Shape.NoFrame)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setWidget(page)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(self._pane)
        self.setStretchFactor(0, 1)
        self.setSizes([990, KeptSplit(self, self._services.settings, "countries", 1).width(290)])

    def show_comparison(self, compared: CountryComparison) -> None:
        """Show another comparison, and keep the selected cell if it is still shown."""
        current = self.table.currentIndex()
        answer = self.model.cell(current).answer if current.isValid() else None
        self.model.show(compared)
        if answer is not None:
            self.table.setCurrentIndex(self.model.place(answer.theme, answer.country))
        self._show_cell(self.table.currentIndex())
        self._size_rows()

    def _find_all(self, orientation: Qt.Orientation, section: int) -> None:
        """Search for all about the country of a column or the theme of a row."""
        if section >= 0:
            self._services.navigator.search_for(self.model.query(section, orientation))

    def show_theme(self, theme: str) -> None:
        """Select the first answer to a theme, and scroll to its row."""
        row = [question.theme.id for question in self.model.compared.questions].index(theme)
        cells = [self.model.index(row, column) for column in range(self.model.columnCount())]
        index = next((cell for cell in cells if self.model.entries(cell)), cells[0])
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _show_cell(self, index: QModelIndex) -> None:
        clear(self._list)
        for part in (self._country, self._question):
            part.setEnabled(index.isValid())
        if not index.isValid():
            self._country.say(self.tr("Choose a cell"))
            self._question.say(self.tr("The whole answer appears here."))
            self._note.clear()
            return
        country, question = self.model.heading(index)
        self._country.say(country)
        self._question.say(question)
        self._country.setToolTip(self.model.tip(index.column(), Qt.Orientation.Horizontal))
        self._question.setToolTip(self.model.tip(index.row(), Qt.Orientation.Vertical))
        self._note.setText(self.model.note(index))
        if why := self.model.why_empty(index):
            self._list.addWidget(label(why))
        for entry in self.model.entries(index):
            read = LinkRow(self._services.theme, partial(self._services.navigator.open_page, entry.id))
            section = self._services.library.sections[entry.section]
            read.say(entry.text(self._services.language).title, section.named(self._services.language))
            self._list.addWidget(read)
        self._list.addStretch(1)  # free space goes below the texts, not between them

    def _size_rows(self) -> None:
        self._pane.setMinimumWidth(min(self._services.theme.px(_PANE), _WIDEST_PANE))
        self._themes.set_width()
        self.table.horizontalHeader().setMinimumSectionSize(self._least_column())
        self.table.resizeRowsToContents()

    def _least_column(self) -> int:
        """Return the minimum column width for the longest word of all cells."""
        theme, model = self._services.theme, self.model
        cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
        words = {word for cell in cells for word in str(cell.data() or "").split()}
        metrics = QFontMetrics(theme.letters(TYPE.small))
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return max(theme.px(_COLUMN), longest + 2 * (theme.px(SPACE.sm) + RING + _QT_MARGIN) + 2)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Themes and countries"))
        self._pane.setAccessibleName(self.tr("The whole answer"))
        self.show_comparison(self.model.compared)
