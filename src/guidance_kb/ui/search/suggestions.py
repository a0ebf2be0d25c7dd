"""The list below the search box: recent searches, or how the word that is typed can be completed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import column, label

_MOST = 8
"""Rows that are shown at once; the others are scrolled to."""

_WIDEST = 460
"""Pixels at 100 %."""


class Suggestions(QFrame):
    """A list that lies over the window, below a box that keeps the keyboard.

    Signals:
        taken (int): The row with this number was chosen.
    """

    taken = Signal(int)

    def __init__(self, box: QWidget, theme: Theme) -> None:
        super().__init__(box)
        self._box, self._theme = box, theme
        self.setProperty("role", "popup")
        self._heading = label(role="overline", wrap=False)
        self._model = QStringListModel(self)
        self._texts: list[str] = []
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setProperty("role", "offers")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda index: self.taken.emit(index.row()))
        whole = column(self, spacing=4, margins=(6, 8, 6, 6))
        whole.addWidget(self._heading)
        whole.addWidget(self._list)
        self.hide()

    @property
    def current(self) -> int:
        """The number of the row that is pointed at, or -1."""
        return self._list.currentIndex().row()

    def texts(self) -> list[str]:
        """What the rows offer, without what is said about it."""
        return list(self._texts)

    def offer(self, heading: str, texts: Sequence[str], current: int = -1, meanings: Sequence[str] = ()) -> None:
        """Shows `texts` below the box, each with its meaning if there are any, and one of them pointed at; without texts the list goes."""
        if not texts:
            self.hide()
            return
        self._heading.setText(heading)
        self._list.setAccessibleName(heading)
        self._texts = list(texts)
        rows = (
            [f"{text} · {meaning}" for text, meaning in zip(texts, meanings, strict=True)] if meanings else self.texts()
        )
        if rows != self._model.stringList():
            self._model.setStringList(rows)
        self._list.setCurrentIndex(self._model.index(current) if current >= 0 else QModelIndex())
        self._place()
        self.show()
        self.raise_()
        self._tell()

    def move_by(self, step: int) -> None:
        """Points at the next row (1) or the one before (-1), round and round."""
        rows = self._model.rowCount()
        at = self.current
        to = (at + step) % rows if at >= 0 else (0 if step > 0 else rows - 1)
        self._list.setCurrentIndex(self._model.index(to))
        self._tell()

    def _tell(self) -> None:
        """Tells a screen reader which row is pointed at, though the keyboard stays in the box."""
        if self.current >= 0:
            event = QAccessibleEvent(self._list, QAccessible.Event.Focus)
            event.setChild(self.current)
            QAccessible.updateAccessibility(event)

    def _place(self) -> None:
        window, px = self._box.window(), self._theme.px
        if self.parentWidget() is not window:
            self.setParent(window)
        row = self._list.sizeHintForRow(0)
        self._list.setFixedHeight(row * min(self._model.rowCount(), _MOST) + 2)
        self.setFixedWidth(min(self._box.width(), px(_WIDEST)))
        self.adjustSize()
        self.move(self._box.mapTo(window, QPoint(0, self._box.height() + 4)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - Qt's name
        self.window().installEventFilter(self)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102 - Qt's name
        self.window().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Goes when the window is resized or left, or clicked where nothing else takes the click."""
        if event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.Resize,
            QEvent.Type.WindowDeactivate,
        ):
            self.hide()
        return super().eventFilter(watched, event)
