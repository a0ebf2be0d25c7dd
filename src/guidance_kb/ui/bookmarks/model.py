"""The bookmarks as rows of a list: those marked last first, and only those that hold the words of the filter."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guidance_kb.documents.bookmarks import sort_name
from guidance_kb.knowledge.bookmarks import BookmarkStatus, standing
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.services import Services

Index = QModelIndex | QPersistentModelIndex


class BookmarkModel(QAbstractListModel):
    """Rows of `Standing`.

    Attributes:
        shown: The rows.
        count: How many bookmarks there are, shown or not.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted = ""
        self.shown: Sequence[BookmarkStatus] = ()
        self.count = 0

    def filter(self, words: str) -> None:
        """Shows only those in whose title or note each of these words occurs."""
        self._wanted = words
        self.refresh()

    def refresh(self) -> None:
        """Shows what is kept now; rows that are the same rows stay where they are, whatever their notes say."""
        kept = self._services.bookmarks.kept.values()
        self.count = len(kept)
        found = [each for each in standing(self._services.library.place, kept) if self._is_wanted(each)]
        if [each.bookmark.id for each in found] == [each.bookmark.id for each in self.shown]:
            self.shown = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
        else:
            self.beginResetModel()
            self.shown = found
            self.endResetModel()

    def _is_wanted(self, one: BookmarkStatus) -> bool:
        text = fold(" ".join((*one.title, *one.bookmark.title, one.bookmark.note)))
        return all(word in text for word in fold(self._wanted).split())

    def number_of(self, identifier: str) -> int:
        """The row of a bookmark; -1 if it is not shown."""
        return next((n for n, each in enumerate(self.shown) if each.bookmark.id == identifier), -1)

    # ── what a row says ─────────────────────────────────────────────────────────────────────────

    def title(self, one: BookmarkStatus) -> str:
        """What it is called now, or was."""
        return self._services.say(one.title)

    def about(self, one: BookmarkStatus) -> str:
        """What it is and where it stands, or that it is gone; and what it was called when it was marked."""
        parts = [self._services.say(sort_name(one.kind)).capitalize()]
        if one.place is None:
            parts.append(self.tr("no longer in the content"))
        elif not self._services.library.sections[one.place.section].pack:
            parts.append(f"§{one.place.section}")
        if one.retitled:
            parts.append(self.tr("was called: {title}").format(title=self._services.say(one.bookmark.title)))
        return " · ".join(parts)

    # ── as Qt has it ────────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: D102 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; read out, with what it is about and the note. The delegate paints the rest."""
        if not index.isValid():
            return None
        one = self.shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(one)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (self.title(one), self.about(one), " ".join(one.bookmark.note.split()))
                return ", ".join(part for part in said if part)
        return None
