"""The countries view: the table, and beside it the whole answer of the chosen cell."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
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

from guidance_kb.ui.countries.model import CountryModel
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, clear, column, label


class CellDelegate(QStyledItemDelegate):
    """Makes a cell as high as its text; Qt forgets that the padding of the style sheet leaves the text less width."""

    def __init__(self, services: Services, parent: QTableView) -> None:
        super().__init__(parent)
        self._services = services

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As much room as the text of a cell takes with the padding around it, which Qt forgets."""
        inside = QStyleOptionViewItem(option)
        around = 2 * (self._services.theme.px(6) + 2)  # the padding, and the border of the chosen cell
        inside.rect = option.rect.adjusted(0, 0, -around, 0)
        return super().sizeHint(inside, index)


class CountriesView(QWidget):
    """Themes × countries.

    Signals:
        page_chosen (str): An entry is to be read.
    """

    page_chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._model = CountryModel(services, self)
        self._title = label(role="title")
        self._lead = label(role="soft")
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setItemDelegate(CellDelegate(services, self.table))
        self.setFocusProxy(self.table)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)  # the arrows go from cell to cell; Tab goes on, to what the cell says
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self._soon = QTimer(self, singleShot=True, interval=0)  # once, after all columns have their width
        self._soon.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(self._soon.start)
        self._country = label(role="heading")
        self._question = label(role="soft")
        self._note = label(role="caption")
        self._list = column(spacing=12)
        self._lay_out()
        services.theme.changed.connect(self._size_rows)
        self._speak()

    def _lay_out(self) -> None:
        left = QWidget()
        inside = column(left, spacing=8, margins=(24, 18, 12, 18))
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        inside.addWidget(self.table, 1)
        page = QWidget()
        cell = column(page, spacing=10, margins=(20, 20, 20, 20))
        for widget in (self._country, self._question):
            cell.addWidget(widget)
        cell.addLayout(self._list)
        cell.addWidget(self._note)
        cell.addStretch(1)
        right = self._pane = QScrollArea()
        right.setProperty("role", "pane")
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setWidget(page)
        right.setMinimumWidth(self._services.theme.px(260))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setSizes([990, 290])
        column(self).addWidget(split)

    def _show_cell(self, index: QModelIndex) -> None:
        clear(self._list)
        if not index.isValid():
            self._country.setText(self.tr("Choose a cell"))
            self._question.setText(self.tr("The whole answer appears here."))
            self._note.clear()
            return
        country, question = self._model.heading(index)
        self._country.setText(country)
        self._question.setText(question)
        self._note.setText(self._model.note(index))
        entries = self._model.entries(index)
        if not entries:
            self._list.addWidget(label(self._model.why_empty(index)))
        for entry in entries:
            title = button("", "link", partial(self.page_chosen.emit, entry.id))
            text = entry.text(self._services.language)
            title.setText(self.tr("Read"))
            title.setAccessibleName(f"{self.tr('Read')}: {text.title}")
            self._list.addWidget(label(text.title, "strong"))
            self._list.addWidget(label(f"§{entry.section}", "caption"))
            self._list.addWidget(title)
        self._list.addStretch(1)  # room that is left over stands below, not between the texts

    def _size_rows(self) -> None:
        self.table.verticalHeader().setFixedWidth(self._services.theme.px(132))
        self.table.horizontalHeader().setMinimumSectionSize(self._services.theme.px(156))
        self.table.resizeRowsToContents()

    def _speak(self) -> None:
        self._title.setText(self.tr("Countries"))
        self._lead.setText(
            self.tr(
                "What five countries answered in the interviews of 2022. A dash: not asked, or not in the report. "
                "Ireland was asked five questions only."
            )
        )
        self.table.setAccessibleName(self.tr("Themes and countries"))
        self._pane.setAccessibleName(self.tr("The whole answer"))
        self._size_rows()
        current = self.table.currentIndex()
        row, across = current.row(), current.column()
        self._model.refresh()
        self.table.setCurrentIndex(self._model.index(row, across))
        self._show_cell(self.table.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
