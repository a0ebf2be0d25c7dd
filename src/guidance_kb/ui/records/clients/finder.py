"""Search in the texts of the records. It needs an open casebook, stores no query, and is separate from the search of the knowledge base."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.full_text import MOST, FoundText, Source
from guidance_kb.documents.answers import answer_in_words, names_today
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import TYPE
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.marked_text import break_lines, marked, paint_box
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Model and delegate

Index = QModelIndex | QPersistentModelIndex
_LINES = 2
"""The number of lines of an excerpt."""


class FoundModel(QAbstractListModel):
    """List model of the texts that were found."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._says = services, RecordFormatter(services, self)
        self._found: Sequence[FoundText] = ()

    def show(self, found: Sequence[FoundText]) -> None:
        """Replace the texts."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found(self, index: Index) -> FoundText:
        """Return the text at `index`."""
        return self._found[index.row()]

    def excerpt(self, index: Index) -> Excerpt:
        """Return the excerpt of the text at `index`; a note with an answer is quoted."""
        found = self.found(index)
        return found.excerpt.quoted() if found.source is Source.ANSWER else found.excerpt

    def heading(self, found: FoundText) -> str:
        """Return the heading of a text: client code, source and day, and for a note with an answer also the answer."""
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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the excerpt, or heading and excerpt for screen readers."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.excerpt(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(self.found(index))}. {self.excerpt(index).text}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints the rows of a `FoundModel`: the heading, and the excerpt with highlights."""

    def __init__(self, model: FoundModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        return QSize(0, self._theme.px(76))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
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


_SEARCH = "records: search in notes"
_LONGEST = 500
"""The maximum length of a query: each word takes time on the worker, which also saves."""
_PAUSE = 80
"""The delay in milliseconds between the last keystroke and the search."""


class Texts(QListView):
    """The list view of the texts that were found.

    Signals:
        opened (FoundText): The user wants to go to this text.
    """

    opened = Signal(object)

    def __init__(self, model: FoundModel, services: Services) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(FoundDelegate(model, services.theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        services.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.found(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RecordFinder(TranslatedWidget, QWidget):
    """The search in the records: a query box, a check box for the current client only, and the results.

    Signals:
        opened (FoundText): The user wants to go to this text.
    """

    opened = Signal(object)

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self.box, self.only, self.said = QLineEdit(), QCheckBox(), label(role="caption")
        self.model = FoundModel(services, self)
        self.list = Texts(self.model, services)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self.box.setClearButtonEnabled(True)
        FieldIcons(self.box, services.theme)
        self.box.setMaxLength(_LONGEST)
        inside = column(self, spacing=8)
        for part in (self.box, self.only, self.said):
            inside.addWidget(part)
        inside.addWidget(self.list, 1)
        self.box.textChanged.connect(self._pause.start)
        self.box.returnPressed.connect(self._to_list)
        self.only.toggled.connect(self.search)
        self.list.opened.connect(self.opened)
        controller.shown.connect(self._follow)
        controller.refreshed.connect(self._again)
        self._follow()
        self._set_texts()

    def search(self) -> None:
        """Search for the text in the box."""
        self._pause.stop()
        query = self.box.text()
        client = self._controller.client if self.only.isChecked() else None
        if query.strip():
            self._services.casebook.query(self, _SEARCH, lambda store: store.words.search(query, client), self._show)
        else:
            self._services.casebook.query(self, _SEARCH, lambda _store: [], self._show)

    def _again(self) -> None:
        if self.isVisible() and self.box.text().strip():
            self.search()

    def _show(self, found: list[FoundText]) -> None:
        self.model.show(found)
        self._say()

    def _to_list(self) -> None:
        self.search()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, _: object = None) -> None:
        """Enable the check box only while a record is shown, and search again if the client changed."""
        there = self._controller.client is not None
        self.only.setEnabled(there)
        if not there:
            self.only.setChecked(False)
        elif self.only.isChecked():
            self.search()

    def _say(self) -> None:
        count = self.model.rowCount()
        if not self.box.text().strip():
            said = self.tr(
                "Searches notes, notes with answers, steps, follow-ups and remarks. What you search for is not kept."
            )
        elif count == MOST:
            said = self.tr("The best {count}").format(count=count)
        else:
            said = (
                self.tr("Found nothing with all these words")
                if not count
                else self.tr("Found: {count}").format(count=count)
            )
        self.said.setText(said)

    def _set_texts(self) -> None:
        self.box.setPlaceholderText(self.tr("Search in notes"))
        self.box.setAccessibleName(self.tr("Search in notes"))
        self.only.setText(self.tr("Only of the client shown"))
        self.list.setAccessibleName(self.tr("Texts found"))
        self._say()

    def retranslate(self) -> None:
        self._set_texts()
        self.list.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
