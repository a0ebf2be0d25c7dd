"""The list of clients: lines are read from the casebook a page at a time, when the list is scrolled that far."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from guidance_kb.casebook.records.clients import PAGE, ClientFilter, ClientOrder, ClientPage, Listed
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.records.clients.record_format import RecordFormatter

Index = QModelIndex | QPersistentModelIndex

_FIRST, _MORE = "records: the list", "records: more of the list"


class ClientModel(QAbstractListModel):
    """The clients that a filter shows, in an order.

    Signals:
        filled: The first page is there, or the lines were read again.
    """

    filled = Signal()

    def __init__(self, desk: CasebookService, says: RecordFormatter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._says = desk, says
        self._lines: list[Listed] = []
        self._next: tuple[str, int] | None = None
        self._asked = False
        self._readings = 0
        self.which, self.order, self.code = ClientFilter.CURRENT, ClientOrder.CODE, ""

    def choose(self, which: ClientFilter, order: ClientOrder, code: str) -> None:
        """Shows other clients, from the first page."""
        self.which, self.order, self.code = which, order, code
        self._read(PAGE)

    def refresh(self) -> None:
        """Reads again what is shown, as far as it was scrolled."""
        self._read(max(PAGE, len(self._lines)))

    def line(self, index: Index) -> Listed:
        """The client at `index`."""
        return self._lines[index.row()]

    def row_of(self, client: int) -> int:
        """The row of a client, or -1."""
        return next((number for number, line in enumerate(self._lines) if line.id == client), -1)

    def speak(self) -> None:
        """Says every line again, in the language now in force."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def _read(self, limit: int) -> None:
        which, order, code = self.which, self.order, self.code
        self._asked, self._readings = True, self._readings + 1
        self._desk.ask(_FIRST, lambda store: store.clients.list(which, order, code=code, limit=limit), self._fill)

    def _fill(self, page: ClientPage) -> None:
        self._asked, self._next = False, page.next
        if [line.id for line in page.lines] == [line.id for line in self._lines]:  # the choice and the scrolling stay
            self._lines = list(page.lines)
            self.speak()
        else:
            self._reset(page.lines)
        self.filled.emit()

    def _reset(self, lines: Sequence[Listed]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    # ── what Qt asks ────────────────────────────────────────────────────────────────────────────

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, D102, N802 - Qt's name and default
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: ARG002, B008, D102, N802
        which, order, code, after, reading = self.which, self.order, self.code, self._next, self._readings
        self._asked = True
        self._desk.ask(
            _MORE,
            lambda store: store.clients.list(which, order, code=code, after=after),
            lambda page: self._add(page, reading),
        )

    def _add(self, page: ClientPage, reading: int) -> None:
        if reading != self._readings or not page.lines:  # of a list that is not the one shown any more
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(page.lines) - 1)
        self._lines += page.lines
        self.endInsertRows()
        self._asked, self._next = False, page.next

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The code; for a screen reader all that the line shows."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (line.code, self.mark(line), *self.below(line)) if part)
        return None

    def mark(self, line: Listed) -> str:
        """What is marked at a client: that a conversation is not finished."""
        return self.tr("Draft") if line.draft else ""

    def below(self, line: Listed) -> tuple[str, str]:
        """The two lines below the code."""
        return self._says.last(line), self._says.open(line)
