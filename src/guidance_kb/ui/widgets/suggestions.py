"""A list of suggestions over the window, below a box that keeps the keyboard focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import column, label

_MOST = 8
"""Maximum number of visible rows; the list scrolls beyond that."""

_WIDEST = 460
"""Maximum width in pixels at 100 %."""


class Suggestions(QFrame):
    """A list over the window, below a box that keeps the focus.

    Signals:
        taken (int): The user chose the row with this number.
    """

    taken = Signal(int)

    def __init__(self, box: QWidget, theme: Theme, widest: int = _WIDEST) -> None:
        """Create a hidden list.

        Args:
            box: The box below which it is shown.
            theme: The source of the sizes.
            widest: The maximum width in pixels at 100 %; it is never wider than the box.
        """
        super().__init__(box)
        self._widest = widest
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
        whole = column(self, spacing=SPACE.xs, margins=(SPACE.sm, SPACE.md, SPACE.sm, SPACE.sm))
        whole.addWidget(self._heading)
        whole.addWidget(self._list)
        self.hide()

    @property
    def current(self) -> int:
        """The number of the current row, or -1."""
        return self._list.currentIndex().row()

    def texts(self) -> list[str]:
        """Return the offered texts, without their meanings."""
        return list(self._texts)

    def offer(self, heading: str, texts: Sequence[str], current: int = -1, meanings: Sequence[str] = ()) -> None:
        """Show `texts` below the box, with their meanings if given, and make a row current; hide the list if there are none."""
        if not texts:
            self.hide()
            return
        self._list.show()
        self._heading.setText(heading)
        self._list.setAccessibleName(heading)
        self._texts = list(texts)
        rows = (
            [f"{text} · {meaning}" if meaning else text for text, meaning in zip(texts, meanings, strict=True)]
            if meanings
            else self.texts()
        )
        if rows != self._model.stringList():
            self._model.setStringList(rows)
        self._list.setCurrentIndex(self._model.index(current) if current >= 0 else QModelIndex())
        self._place()
        self.show()
        self.raise_()
        self._tell()

    def say(self, text: str) -> None:
        """Show a text instead of suggestions."""
        self._texts = []
        self._model.setStringList([])
        self._list.hide()
        self._heading.setText(text)
        self._place()
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Move the current row by 1 or -1, wrapping around."""
        rows = self._model.rowCount()
        at = self.current
        to = (at + step) % rows if at >= 0 else (0 if step > 0 else rows - 1)
        self._list.setCurrentIndex(self._model.index(to))
        self._tell()

    def _tell(self) -> None:
        """Announce the current row to screen readers, although the focus is in the box."""
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
        self.setFixedWidth(min(self._box.width(), px(self._widest)))
        self.adjustSize()
        self.move(self._box.mapTo(window, QPoint(0, self._box.height() + 4)))

    def showEvent(self, event: QShowEvent) -> None:
        self.window().installEventFilter(self)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.window().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the list when the window is clicked, resized or deactivated."""
        if event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.Resize,
            QEvent.Type.WindowDeactivate,
        ):
            self.hide()
        return super().eventFilter(watched, event)
