"""The table of themes × interviewed countries."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guidance_kb.knowledge.model import CountryAnswer, Entry
from guidance_kb.ui.services import Services

Index = QModelIndex | QPersistentModelIndex


class CountryModel(QAbstractTableModel):
    """A cell is one country's answer to one theme: the title of its first entry, or why there is none."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        library = services.library
        self._themes = list(library.themes.values())
        self._countries = [country for country in library.countries.values() if country.interviewed]
        self._answers = {(answer.theme, answer.country): answer for answer in library.answers}
        self._entries: dict[str, list[Entry]] = {}

    def answer(self, index: Index) -> CountryAnswer:
        """The answer in a cell."""
        return self._answers[self._themes[index.row()].id, self._countries[index.column()].id]

    def entries(self, index: Index) -> list[Entry]:
        """The entries that hold the answer in a cell; none where the country was not asked."""
        section = self.answer(index).section
        if section is None:
            return []
        if section not in self._entries:
            self._entries[section] = self._services.library.entries_of_section(section)
        return self._entries[section]

    def heading(self, index: Index) -> tuple[str, str]:
        """The country and the question of a cell."""
        say = self._services.say
        return say(self._countries[index.column()].name), say(self._themes[index.row()].ask)

    def note(self, index: Index) -> str:
        """What one must know of the interview with the country of a cell."""
        note = self._countries[index.column()].note
        return self._services.say(note) if note else ""

    def why_empty(self, index: Index) -> str:
        """Why a cell holds no answer."""
        return (
            self.tr("Not asked in the interview, or not in the report")
            if self.answer(index).state == "not_asked"
            else ""
        )

    def refresh(self) -> None:
        """Says everything again, in the language now in force."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else len(self._themes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._countries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """The text of a cell."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        entries = self.entries(index)
        if not entries:
            return "–" if role == Qt.ItemDataRole.DisplayRole else self.why_empty(index)
        first = entries[0].text(self._services.language).title
        more = f" (+{len(entries) - 1})" if len(entries) > 1 else ""
        return first + more

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The countries across, the themes down; long names in several lines."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        named = self._countries[section] if orientation is Qt.Orientation.Horizontal else self._themes[section]
        return self._services.say(named.name)
