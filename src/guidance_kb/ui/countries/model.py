"""The table of themes × interviewed countries."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from guidance_kb.documents.countries import Cell, CountryComparison, comparison
from guidance_kb.knowledge.model import Entry
from guidance_kb.ui.core.services import Services

Index = QModelIndex | QPersistentModelIndex


class CountryModel(QAbstractTableModel):
    """A cell is one country's answer to one theme: the title of its first entry, or why there is none."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._compared = comparison(services.library)

    @property
    def compared(self) -> CountryComparison:
        """What is shown."""
        return self._compared

    def show(self, compared: CountryComparison) -> None:
        """Shows another comparison."""
        self.beginResetModel()
        self._compared = compared
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """The answer in a cell."""
        return self._compared.questions[index.row()].cells[index.column()]

    def entries(self, index: Index) -> tuple[Entry, ...]:
        """The entries that are shown of the answer in a cell."""
        return self.cell(index).entries

    def place(self, theme: str, country: str) -> QModelIndex:
        """Where a country's answer to a theme is; an invalid index if it is not shown."""
        themes = [question.theme.id for question in self._compared.questions]
        countries = [each.id for each in self._compared.countries]
        there = theme in themes and country in countries
        return self.index(themes.index(theme), countries.index(country)) if there else QModelIndex()

    def heading(self, index: Index) -> tuple[str, str]:
        """The country and the question of a cell."""
        say = self._services.say
        compared = self._compared
        return say(compared.countries[index.column()].name), say(compared.questions[index.row()].theme.ask)

    def note(self, index: Index) -> str:
        """What one must know of the interview with the country of a cell."""
        note = self._compared.countries[index.column()].note
        return self._services.say(note) if note else ""

    def why_empty(self, index: Index) -> str:
        """Why a cell holds no answer; empty for one that does."""
        cell = self.cell(index)
        return "" if cell.entries else self._services.say(cell.why_empty)

    def refresh(self) -> None:
        """Says everything again, in the language now in force."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else len(self._compared.questions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._compared.countries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """The text of a cell; why there is none stands softer."""
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case Qt.ItemDataRole.ForegroundRole:
                return None if self.entries(index) else QColor(self._services.theme.tokens.soft_ink)
            case Qt.ItemDataRole.DisplayRole if self.cell(index).answer.section and not self.entries(index):
                return "–"  # nothing about the barrier, which is so of most cells then
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.why_empty(index) or self._finding(index)
            case (
                Qt.ItemDataRole.AccessibleDescriptionRole
            ):  # a screen reader says the heading of a row at its first cell only
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
        """The countries across, the themes down; long names in several lines."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        compared = self._compared
        if orientation is Qt.Orientation.Horizontal:
            return self._services.say(compared.countries[section].name)
        return self._services.say(compared.questions[section].theme.name)
