"""The list of results; the questions of the running conversation are ticked in it."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from guidance_kb.conversation.answers import State
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.core.answers import answer_of
from guidance_kb.ui.core.window_shortcuts import is_pressed
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.search.delegate import ResultDelegate
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.widgets.announcement import follow_selection


class ResultList(QListView):
    """The list of results with single selection; its rows adapt to its width.

    Signals:
        left_upwards: The user pressed Up on the first row; the search box should get the focus.
        entered: The user pressed Enter on a hit.
        ticked (str, State): The user answered this question of the running conversation, by key or by mouse.
        kept (str): The user pressed Ctrl+Enter on this question: it is named, in the words of the query.
    """

    left_upwards = Signal()
    entered = Signal()
    ticked = Signal(str, object)
    kept = Signal(str)

    def __init__(self, model: ResultModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self._delegate = ResultDelegate(model, theme, self)
        self._pressed: tuple[str, State] | None = None
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        question, state = self._question, answer_of(event)
        if question and state is not None:
            self.ticked.emit(question, state)
        elif question and is_pressed(event, "tick-in-words"):
            self.kept.emit(question)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= self._model.first_hit():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.on_hit:
                self.entered.emit()

    @property
    def _question(self) -> str:
        """The id of the question of the running conversation on the current row; empty on any other row."""
        current = self.currentIndex()
        row = self._model.row(current) if current.isValid() else None
        return row.id if isinstance(row, Hit) and self._model.answer(row) is not None else ""

    # ── the marks of questions, which are painted ───────────────────────────────────────────────

    def _mark_at(self, place: QPoint) -> tuple[str, State] | None:
        """Return the question and the mark at a place of the list, or None."""
        index = self.indexAt(place)
        row = self._model.row(index) if index.isValid() else None
        if not isinstance(row, Hit) or self._model.answer(row) is None:
            return None
        state = self._delegate.mark_at(self.visualRect(index), place)
        return None if state is None else (row.id, state)

    def _point(self, mark: tuple[str, State] | None) -> None:
        if mark != self._delegate.pointed:
            self._delegate.pointed = mark
            if mark is None:
                self.viewport().unsetCursor()
            else:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the row as it is at a press on a mark: its release ticks."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._mark_at(event.position().toPoint()) if left else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the mark that was pressed, if the mouse is still on it."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed == self._mark_at(event.position().toPoint()):
            self.ticked.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press on a mark as another one."""
        if self._mark_at(event.position().toPoint()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._mark_at(event.position().toPoint()))
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    @property
    def on_hit(self) -> bool:
        """Whether the current row is a hit."""
        return self.currentIndex().isValid() and isinstance(self._model.row(self.currentIndex()), Hit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # the height of a row depends on its width
            self.scheduleDelayedItemsLayout()
