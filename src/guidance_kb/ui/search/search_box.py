"""The search box, with the recent searches while it is empty and completions while one types."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import column, label

if TYPE_CHECKING:
    from guidance_kb.search.results.completion import Completion


# The list below the search box: recent searches, or how the word that is typed can be completed.


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


_LONGEST_QUERY = 5000
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Completing = Callable[[str, int], "Sequence[Completion]"]
"""Completes a text at a place."""


class SearchBox(QLineEdit):
    """The search box.

    Attributes:
        completing: Gives the completions of what is typed; the window sets it once the search is ready.
        recent: Gives the recent searches.

    Signals:
        left_downwards: The down key was pressed: the keyboard goes to the results.
        left: Escape was pressed: the keyboard goes to what is shown, and what stands in the box stays.
    """

    left_downwards = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setMaxLength(_LONGEST_QUERY)
        self.completing: Completing = lambda _text, _cursor: ()
        self.recent: Callable[[], Sequence[str]] = tuple
        self._completions: Sequence[Completion] = ()
        self._theme = theme
        self.textEdited.connect(self._complete)
        self.textChanged.connect(lambda _text: None if self.hasFocus() else self._offer_nothing())

    @cached_property
    def suggestions(self) -> "Suggestions":
        """The list below the box, made when it is first needed."""
        made = Suggestions(self, self._theme)
        made.taken.connect(self._take)
        return made

    # ── what is offered ─────────────────────────────────────────────────────────────────────────

    def _complete(self, text: str) -> None:
        self._completions = self.completing(text, self.cursorPosition()) if text else ()
        ready = bool(self._completions) and self._completions[0].whole  # a value is meant; a word may become anything
        shown = [completion.shown for completion in self._completions]
        meanings = [self._meaning(each.partition(":")[0]) for each in shown]
        heading = self.tr("Filters")
        if ready:  # all are values of one filter: what it keeps is said once, above them
            self.suggestions.offer(f"{heading} · {meanings[0]}", shown, 0)
        else:
            self.suggestions.offer(heading, shown, meanings=meanings)

    def _meaning(self, name: str) -> str:
        """What a filter keeps, for who does not know the word with a colon."""
        from guidance_kb.search.query.parser import FIELDS  # noqa: PLC0415 - it brings Whoosh, which is there by now
        from guidance_kb.search.query.plan import Field  # noqa: PLC0415 - not for the first paint

        return {
            Field.KIND: self.tr("one kind of text"),
            Field.COUNTRY: self.tr("about one country"),
            Field.THEME: self.tr("about one theme"),
            Field.BARRIER: self.tr("about one barrier"),
            Field.CATEGORY: self.tr("about one kind of barrier"),
            Field.DRIVE: self.tr("about one drive"),
        }[FIELDS[name]]

    def _offer_recent(self) -> bool:
        self._completions = ()
        queries = self.recent()
        self.suggestions.offer(self.tr("Recent searches"), queries)
        return bool(queries)

    def _offer_nothing(self) -> None:
        if "suggestions" in self.__dict__:
            self.suggestions.hide()

    def _take(self, number: int) -> None:
        """Puts the completion, or the recent search, with this number in the box."""
        texts, completions = self.suggestions.texts(), self._completions
        self.suggestions.hide()
        if completions:
            self.setText(completions[number].text)
            self.setCursorPosition(completions[number].cursor)
        else:
            self.setText(texts[number])
        self.setFocus()
        self.textEdited.emit(self.text())

    # ── keys and clicks ─────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes through what is offered, else to the results; Escape puts away what is offered, then leaves the box with what is in it."""
        offered, key = self.suggestions.isVisible(), event.key()
        if offered and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.suggestions.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif offered and key in _TAKING and self.suggestions.current >= 0:
            self._take(self.suggestions.current)
        elif offered and key == Qt.Key.Key_Escape:
            self.suggestions.hide()
        elif key == Qt.Key.Key_Down:
            if self.text() or not self._offer_recent():
                self.left_downwards.emit()
            else:
                self.suggestions.move_by(1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            if key in _TAKING:
                self.suggestions.hide()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's argument
        """The Tab key takes a completion before it goes on."""
        if following and self._completions and self.suggestions.isVisible():
            self._take(max(self.suggestions.current, 0))
            return True
        self._offer_nothing()
        return super().focusNextPrevChild(following)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in the empty box offers the recent searches."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer_recent()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - Qt's name
        self._offer_nothing()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._offer_nothing()
        super().changeEvent(event)
