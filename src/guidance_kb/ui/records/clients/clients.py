"""The list of clients at the left: filtered by state, sorted, and searchable by a part of the client code."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guidance_kb.casebook.records.clients import PAGE, ClientFilter, ClientOrder, ClientPage, Listed
from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, TYPE
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.records.clients.small_form import CodeForm
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.marked_text import paint_box
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Model and delegate

Index = QModelIndex | QPersistentModelIndex

_FIRST, _MORE = "records: the list", "records: more of the list"


class ClientModel(QAbstractListModel):
    """List model of the clients that pass a filter, sorted. It reads pages from the casebook as the list is scrolled.

    Signals:
        filled: The first page was read, or the lines were read again.
    """

    filled = Signal()

    def __init__(self, service: CasebookService, says: RecordFormatter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._says = service, says
        self._lines: list[Listed] = []
        self._next: tuple[str, int] | None = None
        self._asked = False
        self._readings = 0
        self.which, self.order, self.code = ClientFilter.CURRENT, ClientOrder.CODE, ""

    def choose(self, which: ClientFilter, order: ClientOrder, code: str) -> None:
        """Set filter, order and code, and read the first page."""
        self.which, self.order, self.code = which, order, code
        self._read(PAGE)

    def refresh(self) -> None:
        """Read all loaded lines again."""
        self._read(max(PAGE, len(self._lines)))

    def line(self, index: Index) -> Listed:
        """Return the client at `index`."""
        return self._lines[index.row()]

    def row_of(self, client: int) -> int:
        """Return the row of a client, or -1."""
        return next((number for number, line in enumerate(self._lines) if line.id == client), -1)

    def retranslate(self) -> None:
        """Update the texts of all rows in the current language."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def _read(self, limit: int) -> None:
        which, order, code = self.which, self.order, self.code
        self._asked, self._readings = True, self._readings + 1
        self._service.query(
            self, _FIRST, lambda store: store.clients.list(which, order, code=code, limit=limit), self._fill
        )

    def _fill(self, page: ClientPage) -> None:
        self._asked, self._next = False, page.next
        if [line.id for line in page.lines] == [line.id for line in self._lines]:  # keeps selection and scrolling
            self._lines = list(page.lines)
            self.retranslate()
        else:
            self._reset(page.lines)
        self.filled.emit()

    def _reset(self, lines: Sequence[Listed]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    # ── model interface ─────────────────────────────────────────────────────────────────────────

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802 - Qt's name and default
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: ARG002, B008, N802
        which, order, code, after, reading = self.which, self.order, self.code, self._next, self._readings
        self._asked = True
        self._service.query(
            self,
            _MORE,
            lambda store: store.clients.list(which, order, code=code, after=after),
            lambda page: self._add(page, reading),
        )

    def _add(self, page: ClientPage, reading: int) -> None:
        if reading != self._readings or not page.lines:  # the list was reloaded meanwhile
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(page.lines) - 1)
        self._lines += page.lines
        self.endInsertRows()
        self._asked, self._next = False, page.next

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the client code, or the full text of the row for screen readers."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (line.code, self.mark(line), *self.below(line)) if part)
        return None

    def mark(self, line: Listed) -> str:
        """Return the mark of a client with an unfinished conversation; empty for others."""
        return self.tr("Draft") if line.draft else ""

    def below(self, line: Listed) -> tuple[str, str]:
        """Return the two lines below the code: the last conversation, and the open steps."""
        return self._says.last(line), self._says.open(line)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ClientDelegate(QStyledItemDelegate):
    """Paints the rows of a `ClientModel`. All rows have the same height, so that a long list scrolls without measuring each row."""

    def __init__(self, model: ClientModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        return QSize(0, self._theme.px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a client: the code, the mark, and the lines below."""
        px, tokens = self._theme.px, self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_box(painter, rect.adjusted(px(4), 1, -px(4), -1), state, self._theme)
        line = self._model.line(index)
        inner = rect.adjusted(px(14), px(5), -px(14), -px(5))
        third = inner.height() // 3
        top = QRect(inner.left(), inner.top(), inner.width(), third)
        painter.setFont(self._theme.letters(TYPE.body, strong=True))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(
            top, _LEFT, painter.fontMetrics().elidedText(line.code, Qt.TextElideMode.ElideRight, top.width())
        )
        painter.setFont(self._theme.letters(TYPE.caption, strong=True))
        painter.setPen(QColor(tokens.accent))
        if mark := self._model.mark(line):
            painter.drawText(top, _RIGHT, mark)
            size = px(SIZE.icon_small)
            left = top.right() - painter.fontMetrics().horizontalAdvance(mark) - size - px(4)
            painter.drawPixmap(left, top.center().y() - size // 2 + 1, pixmap("pencil-line", tokens.accent, size))
        painter.setFont(self._theme.letters(TYPE.caption))
        painter.setPen(QColor(tokens.soft_ink))
        for number, text in enumerate(self._model.below(line), 1):
            place = top.translated(0, number * third)
            painter.drawText(
                place, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            )
        painter.restore()


_COUNT = "records: how many of each"
_SHOWN = (ClientFilter.CURRENT, ClientFilter.DUE, ClientFilter.DRAFTS, ClientFilter.PAST_TERM, ClientFilter.ARCHIVED)

_FROM_THE_FIRST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home)
"""Keys that select the first client while none is selected."""


def _counts(store: Store) -> dict[ClientFilter, int]:
    return {which: store.clients.count(which) for which in _SHOWN}


class ClientsPane(QListView):
    """The list view of the clients.

    Signals:
        opened (int): The user opens the record of this client, which gets the focus.
    """

    opened = Signal(int)

    def __init__(self, model: ClientModel, services: Services) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ClientDelegate(model, services.theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(lambda index: self.opened.emit(model.line(index).id))
        services.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_keyboard(self) -> None:
        """Make the first row current if the list has the focus and no current row, without selecting it."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self._model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.show_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a record on Return or the right arrow; select the first client on Up, Down or Home while none is selected."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._model.line(self.currentIndex()).id)
        elif event.key() in _FROM_THE_FIRST and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)


class ClientList(TranslatedWidget, QWidget):
    """The list with its filters, order and search box.

    Signals:
        chosen (int): The user selected this client.
        opened (int): The user opens the record of this client, which gets the focus.
        made (int): This client was created.
    """

    chosen = Signal(int)
    opened = Signal(int)
    made = Signal(int)

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self.model = ClientModel(services.casebook, RecordFormatter(services, self), self)
        self.list = ClientsPane(self.model, services)
        self.new = button("", "", self.open_form)
        self.form = CodeForm(services)
        self.tabs = {which: button(role="tab", checkable=True) for which in _SHOWN}
        self.order, self.box = DropDown(services.theme), QLineEdit()
        self._counted: dict[ClientFilter, int] = {}
        self._marking = False
        self._nothing = label(role="soft")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.read()

    def _lay_out(self) -> None:
        self.box.setClearButtonEnabled(True)
        FieldIcons(self.box, self._services.theme)
        across = row()
        across.addWidget(self.box, 1)
        across.addWidget(self.new)
        tabs = FlowLayout(spacing=2, columns=True)
        group = OneOf(self)
        for each in self.tabs.values():
            group.addButton(each)
            tabs.addWidget(each)
        self.tabs[ClientFilter.CURRENT].setChecked(True)
        inside = column(self, spacing=8)
        add_layout(inside, across)
        inside.addWidget(self.form)
        add_layout(inside, tabs)
        inside.addWidget(self.order)
        inside.addWidget(self._nothing)
        inside.addWidget(self.list, 1)

    def _connect(self) -> None:
        for each in self.tabs.values():
            each.clicked.connect(self.read)
        self.order.activated.connect(self.read)
        self.box.textChanged.connect(self.read)
        self.box.returnPressed.connect(self._open_first)
        self.list.opened.connect(self.opened)
        self.list.selectionModel().selectionChanged.connect(self._choose)  # a current row need not be selected
        self.model.filled.connect(self._mark)
        self.form.made.connect(self.made)
        self.form.closed.connect(lambda: self.new.setFocus(Qt.FocusReason.OtherFocusReason))
        self._controller.refreshed.connect(self._refresh)
        self._controller.shown.connect(self._mark)
        self._services.theme.changed.connect(self.retranslate)

    @property
    def which(self) -> ClientFilter:
        """The active filter."""
        return next(which for which, tab in self.tabs.items() if tab.isChecked())

    def open_form(self) -> None:
        """Open the form for a new record."""
        self.form.open_form()

    def show_filter(self, which: ClientFilter) -> None:
        """Activate a filter."""
        self.tabs[which].setChecked(True)
        self.read()

    def read(self) -> None:
        """Read the list from its first page, with the current filter, order and code."""
        self.model.choose(self.which, ClientOrder(self.order.currentData()), self.box.text().strip())
        self._count()

    def _refresh(self) -> None:
        self.model.refresh()
        self._count()

    def _count(self) -> None:
        self._services.casebook.query(self, _COUNT, _counts, self._say_counts)

    def _say_counts(self, counts: dict[ClientFilter, int]) -> None:
        if counts != self._counted:
            self._counted = counts
            self._retranslate_tabs()

    def _choose(self) -> None:
        chosen = self.list.selectedIndexes()
        if chosen and not self._marking:
            self.chosen.emit(self.model.line(chosen[0]).id)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.opened.emit(self.model.line(self.model.index(0)).id)

    def _mark(self, _: object = None) -> None:
        """Select the client whose record is shown, and explain an empty list."""
        row_of = -1 if self._controller.client is None else self.model.row_of(self._controller.client)
        self._marking = True  # the user did not select it
        self.list.setCurrentIndex(self.model.index(row_of))
        self._marking = False
        self.list.show_keyboard()
        if not self.model.rowCount() and self.list.hasFocus():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self._nothing.setVisible(not self.model.rowCount())
        self._say_nothing()

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        size = self._services.theme.px(16)
        text_and_icon(self.new, icon("plus", self._services.theme.tokens.accent, size), size, self.tr("New"))
        self.new.setAccessibleName(self.tr("New client"))
        self.new.setToolTip(self.tr("New client (Ctrl+N)"))
        self.box.setPlaceholderText(self.tr("Find a code"))
        self.box.setAccessibleName(self.tr("Find a client by code"))
        self.order.setAccessibleName(self.tr("Order of the list"))
        self.list.setAccessibleName(self.tr("Clients"))
        names = {
            ClientOrder.CODE: self.tr("By code"),
            ClientOrder.LAST: self.tr("Last conversation first"),
            ClientOrder.DUE: self.tr("What is due first"),
        }
        if not self.order.count():
            for order in names:
                self.order.addItem("", order.value)
        for place, name in enumerate(names.values()):
            self.order.setItemText(place, name)
        self._retranslate_tabs()
        self._say_nothing()
        self.model.retranslate()

    def _retranslate_tabs(self) -> None:
        names = {
            ClientFilter.CURRENT: self.tr("Current"),
            ClientFilter.DUE: self.tr("Due"),
            ClientFilter.DRAFTS: self.tr("Drafts"),
            ClientFilter.PAST_TERM: self.tr("Past retention"),
            ClientFilter.ARCHIVED: self.tr("Archived"),
        }
        for which, tab in self.tabs.items():
            count = self._counted.get(which, 0)
            tab.setText(f"{names[which]} {count}" if count else names[which])

    def _say_nothing(self) -> None:
        said = {
            ClientFilter.CURRENT: self.tr("No clients yet. “New” makes a record, under a code and never under a name."),
            ClientFilter.DUE: self.tr("Nothing is due today."),
            ClientFilter.DRAFTS: self.tr("Every conversation has been finished."),
            ClientFilter.PAST_TERM: self.tr("No record is kept longer than its retention period."),
            ClientFilter.ARCHIVED: self.tr("The archive is empty."),
        }
        self._nothing.setText(
            self.tr("No client has this in the code.") if self.box.text().strip() else said[self.which]
        )
