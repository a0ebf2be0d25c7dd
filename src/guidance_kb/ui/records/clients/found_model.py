"""What was found in the counselor's own words: a list, and how a line of it is painted, with what was found marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.full_text import FoundText, Source
from guidance_kb.documents.answers import answer_in_words, names_today
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import TYPE
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.marked_text import break_lines, marked
from guidance_kb.ui.widgets.rows import paint_box

Index = QModelIndex | QPersistentModelIndex
_LINES = 2
"""Lines of an excerpt."""


class FoundModel(QAbstractListModel):
    """The texts that were found."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._says = services, RecordFormatter(services, self)
        self._found: Sequence[FoundText] = ()

    def show(self, found: Sequence[FoundText]) -> None:
        """Shows other texts."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found(self, index: Index) -> FoundText:
        """The text at `index`."""
        return self._found[index.row()]

    def excerpt(self, index: Index) -> Excerpt:
        """What is shown of the text at `index`; of a note with an answer as a quotation."""
        found = self.found(index)
        return found.excerpt.quoted() if found.source is Source.ANSWER else found.excerpt

    def heading(self, found: FoundText) -> str:
        """Whose it is, where it stands, and of which day it is; of a note with an answer how that was answered."""
        names = {
            Source.ANSWER: self.tr("With an answer"),
            Source.NOTE: self.tr("Note"),
            Source.STEP: self.tr("Step"),
            Source.FOLLOW_UP: self.tr("Follow-up"),
            Source.CLIENT: self.tr("Remark"),
        }
        parts = [found.code, names[found.source]]
        if found.answer is not None:
            language = self._services.language
            called = names_today(self._services.library.items, found.item, language)
            parts.append(answer_in_words(called, found.answer, language))
        day = timestamps.day(found.moment) if found.source is Source.FOLLOW_UP else timestamps.day_of(found.moment)
        if day is not None:
            parts.append(self._says.day(day))
        return " · ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's name and default
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The excerpt; for a screen reader with whose it is."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.excerpt(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(self.found(index))}. {self.excerpt(index).text}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints a line of a `FoundModel`: the heading, and two lines of the text."""

    def __init__(self, model: FoundModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102 - Qt's arguments
        return QSize(0, self._theme.px(76))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a text."""
        px, tokens, found = self._theme.px, self._theme.tokens, self._model.found(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_box(painter, rect.adjusted(px(4), 1, -px(4), -1), state, self._theme)
        inner = rect.adjusted(px(14), px(8), -px(14), -px(8))
        painter.setFont(self._theme.letters(TYPE.caption, strong=True))
        painter.setPen(QColor(tokens.soft_ink))
        heading = painter.fontMetrics().elidedText(
            self._model.heading(found), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, heading)
        top = inner.top() + painter.fontMetrics().lineSpacing() + px(3)
        painter.setPen(QColor(tokens.ink))
        self._excerpt(self._model.excerpt(index), inner.width()).draw(painter, QPointF(inner.left(), top))
        painter.restore()

    def _excerpt(self, excerpt: Excerpt, width: int) -> QTextLayout:
        layout = QTextLayout(excerpt.text, self._theme.letters(TYPE.small))
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(wrapping)
        layout.setFormats(marked(excerpt.marks, self._theme.tokens))
        break_lines(layout, width, _LINES)
        return layout
