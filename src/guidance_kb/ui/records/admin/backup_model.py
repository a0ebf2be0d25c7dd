"""The backups as a table: when, how large, and whether each can be read to its last page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.errors import CasebookError
from guidance_kb.casebook.storage.integrity import Contents
from guidance_kb.ui.records.admin.words import KeepingWords

Index = QModelIndex | QPersistentModelIndex
_WHEN, _SIZE, _STATE = range(3)
_COLUMNS: Final = 3


class BackupModel(QAbstractTableModel):
    """The newest first. What was found of each stays as long as the backup does."""

    def __init__(self, words: KeepingWords) -> None:
        super().__init__(words)
        self._words = words
        self.backups: Sequence[Backup] = ()
        self._found: dict[Backup, Contents | CasebookError] = {}

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.backups = backups
        self._found = {backup: found for backup, found in self._found.items() if backup in backups}
        self.endResetModel()

    def show_found(self, backup: Backup, found: Contents | CasebookError) -> None:
        """Shows what was found when a backup was read."""
        self._found[backup] = found
        if backup in self.backups:
            place = self.index(list(self.backups).index(backup), _STATE)
            self.dataChanged.emit(place, place)

    def unread(self) -> Backup | None:
        """The newest backup that was not read yet."""
        return next((backup for backup in self.backups if backup not in self._found), None)

    def speak(self) -> None:
        """Says everything in the language now in force."""
        if self.backups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.backups) - 1, _COLUMNS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Made"), self.tr("Size"), self.tr("Read to its last page"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell; what was found in a backup also as a tip, for it may be long."""
        backup = self.backups[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _STATE:
            return self._state(backup)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return self._words.moment(backup.made)
            case 1:
                return self._words.size(backup.size)
        return self._state(backup)

    def _state(self, backup: Backup) -> str:
        found = self._found.get(backup)
        if found is None:
            return self.tr("not yet")
        if isinstance(found, CasebookError):
            return self.tr("damaged: not to be used")
        good = self.tr("good: {contents} · from before a restore") if backup.replaced else self.tr("good: {contents}")
        return good.format(contents=self._words.contents(found))
