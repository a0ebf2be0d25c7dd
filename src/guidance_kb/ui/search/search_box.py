"""The search box, with recent searches while it is empty and completions while the user types."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.suggestions import Suggestions
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.search.results.completion import Completion


_LONGEST_QUERY = 5000
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Completing = Callable[[str, int], "Sequence[Completion]"]
"""Returns the completions of a text at a cursor position."""


class SearchBox(TranslatedWidget, QLineEdit):
    """The search box.

    Attributes:
        completing: Returns the completions of the text; the window sets it once the search is ready.
        recent: Returns the recent searches.

    Signals:
        left_downwards: The user pressed Down; the results should get the focus.
        left: The user pressed Escape; the page should get the focus. The text is kept.
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
        """The list below the box, created at first use."""
        made = Suggestions(self, self._theme)
        made.taken.connect(self._take)
        return made

    # --- Completions and recent searches

    def _complete(self, text: str) -> None:
        self._completions = self.completing(text, self.cursorPosition()) if text else ()
        # for values of a filter the first is preselected; a plain word may become anything
        ready = bool(self._completions) and self._completions[0].whole
        shown = [completion.shown for completion in self._completions]
        meanings = [self._meaning(each.partition(":")[0]) for each in shown]
        heading = self.tr("Filters")
        if ready:  # all completions are values of one filter: its meaning is shown once, in the heading
            self.suggestions.offer(f"{heading} · {meanings[0]}", shown, 0)
        else:
            self.suggestions.offer(heading, shown, meanings=meanings)

    def _meaning(self, name: str) -> str:
        """Return the meaning of a filter, for users who do not know its prefix."""
        from guidance_kb.search.query.parser import FIELDS  # noqa: PLC0415 - imports Whoosh, which is loaded by now
        from guidance_kb.search.query.plan import Field  # noqa: PLC0415 - not needed for the first paint

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
        """Put the completion or recent search with this number into the box."""
        texts, completions = self.suggestions.texts(), self._completions
        self.suggestions.hide()
        if completions:
            self.setText(completions[number].text)
            self.setCursorPosition(completions[number].cursor)
        else:
            self.setText(texts[number])
        self.setFocus()
        self.textEdited.emit(self.text())

    # --- Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Navigate the list, or move to the results; Escape hides the list, then leaves the box without changing its text."""
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
        """Accept a completion with Tab before moving the focus."""
        if following and self._completions and self.suggestions.isVisible():
            self._take(max(self.suggestions.current, 0))
            return True
        self._offer_nothing()
        return super().focusNextPrevChild(following)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer the recent searches if the box is empty."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer_recent()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._offer_nothing()
        super().focusOutEvent(event)

    def retranslate(self) -> None:
        self._offer_nothing()
