"""The bar to find text on the shown page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from guidance_kb.search.language.folding import Range, fold
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import button, icon_only, label, row
from guidance_kb.ui.widgets.field_icons import FieldHint
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


def found(text: str, wanted: str) -> list[Range]:
    """Return the ranges of `text` that match `wanted`, ignoring case and accents; they do not overlap."""
    sought = fold(wanted.strip())
    if not sought.strip():
        return []
    pieces = [fold(character) for character in text]
    origin = [place for place, piece in enumerate(pieces) for _ in piece]
    levelled = "".join(pieces)
    places: list[Range] = []
    at = levelled.find(sought)
    while at >= 0:
        places.append((origin[at], origin[at + len(sought) - 1] + 1))
        at = levelled.find(sought, at + len(sought))
    return places


class FindBar(TranslatedWidget, QFrame):
    """A text box with the number of matches and buttons for the next match, the previous match, and closing.

    Signals:
        typed (str): The text to find changed.
        stepped (int): The user asked for the next match (1) or the previous (-1).
        closed: The user asked to close the bar.
    """

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "findbar")
        self._theme = theme
        self._at, self._count = -1, 0
        self.box = QLineEdit()
        self._hint = FieldHint(self.box)
        self.box.setMaxLength(200)
        self.box.textEdited.connect(self.typed)
        self.told = label(role="between", wrap=False)
        self._previous = button("", "quiet", lambda: self.stepped.emit(-1))
        self._next = button("", "quiet", lambda: self.stepped.emit(1))
        self._close = button("", "quiet", self.closed.emit)
        across = row(self, spacing=8, margins=(12, 6, 12, 6))
        across.addWidget(self.box, 1)
        for widget in (self.told, self._previous, self._next, self._close):
            across.addWidget(widget)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def open(self, selected: str) -> None:
        """Show the bar, search for `selected` if it is not empty, and focus the box."""
        if selected:
            self.box.setText(selected)
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def show_place(self, at: int, count: int) -> None:
        """Show the position among the matches, counted from 0."""
        self._at, self._count = at, count
        self._say_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter (next), Shift+Enter (previous) and Escape (close)."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_place(self) -> None:
        if self._count:
            text = self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(self._count))
        else:
            text = self.tr("not on this page") if self.box.text().strip() else ""
        self.told.setText(text)
        for step in (self._previous, self._next):
            step.setEnabled(self._count > 1)

    def retranslate(self) -> None:
        accent, size = self._theme.tokens.accent, self._theme.px(16)
        name = self.tr("Find on this page")
        self._hint.say(name, self.tr("Find"))
        self.box.setAccessibleName(name)
        icon_only(self._previous, icon("chevron-up", accent, size), size, self.tr("Previous (Shift+Enter)"))
        icon_only(self._next, icon("chevron-down", accent, size), size, self.tr("Next (Enter)"))
        icon_only(self._close, icon("x", accent, size), size, self.tr("Close (Esc)"))
        self._say_place()
