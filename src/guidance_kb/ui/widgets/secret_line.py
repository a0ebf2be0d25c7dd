"""A line edit for a secret: the typed text is kept outside the field, which holds one bullet for each character.

Qt reports every letter typed into a `QLineEdit` to assistive technology, even if it shows bullets, and every program on the same bus
receives it (2026-12-02: `object:text-changed:insert`; Orca spoke a passphrase). Text that the field does not hold cannot leak to the bus,
to the primary selection of X11 or to an input method.
"""

import unicodedata
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QWidget

_BULLET: Final = "\N{BLACK CIRCLE}"

_BESIDE: Final = 2
"""Pixels between the edge of the text area and the text, as in Qt."""

_NOT_WRITTEN: Final = ("Cc", "Cn")
"""Unicode categories of characters that no key types into a line: control characters and unassigned ones."""


class SecretLine(QLineEdit):
    """A line edit whose `text()` is not available to assistive technology, the clipboard or an input method.

    Its signals carry bullets. It has no undo, and nothing can be copied or dragged out of it.

    Attributes:
        is_shown: Whether the typed text is visible on screen. A screen reader gets bullets in either case.
    """

    def __init__(self, parent: QWidget | None = None, *, shown: bool = False) -> None:
        super().__init__(parent)
        self._secret, self.is_shown = "", shown
        self._scrolled = 0.0
        self.setEchoMode(QLineEdit.EchoMode.Password)  # bullets or the secret are painted here
        self.setInputMethodHints(
            self.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setAcceptDrops(False)
        self.textChanged.connect(self._follow)  # must be first: later receivers read `text`
        self.cursorPositionChanged.connect(self._paint_shown)
        self.selectionChanged.connect(self._paint_shown)

    # --- Content

    def text(self) -> str:
        """Return the typed text."""
        return self._secret

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Replace the text."""
        text = (text or "")[: self.maxLength()]
        other, as_long = text != self._secret, len(text) == len(super().text())
        self._secret = text
        super().setText(_BULLET * len(text))
        if other and as_long:  # Qt sees no change
            self.textChanged.emit(super().text())

    def clear(self) -> None:
        """Clear the text."""
        self.setText("")

    def insert(self, text: str) -> None:
        """Insert `text` at the cursor in place of the selection, up to the maximum length."""
        start, end = self._selected()
        text = text[: max(0, self.maxLength() - len(self._secret) + end - start)]
        self._secret = self._secret[:start] + text + self._secret[end:]
        super().insert(_BULLET * len(text))

    def _selected(self) -> tuple[int, int]:
        if self.hasSelectedText():
            return self.selectionStart(), self.selectionEnd()
        return self.cursorPosition(), self.cursorPosition()

    def paste(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Insert the text of the clipboard."""
        if not self.isReadOnly():
            self.insert(QGuiApplication.clipboard().text(mode))

    def show_secret(self, *, shown: bool) -> None:
        """Show the typed text on screen, or bullets."""
        self.is_shown = shown
        self.update()

    def _follow(self, held: str) -> None:
        """Apply Qt's deletions to the secret; move text that entered the field in another way into the secret and replace it by bullets."""
        secret, at = self._secret, self.cursorPosition()
        more = len(held) - len(secret)
        if not held.strip(_BULLET):
            if more:
                self._secret = (
                    secret[:at] + secret[at - more :]
                    if more < 0
                    else secret[: at - more] + held[:more] + secret[at - more :]
                )
            self._paint_shown()
            return
        before = min(len(held) - len(held.lstrip(_BULLET)), len(secret))
        after = min(len(held) - len(held.rstrip(_BULLET)), len(secret) - before)
        self._secret = secret[:before] + held[before : len(held) - after] + secret[len(secret) - after :]
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's name
        super().setText(_BULLET * len(self._secret))
        self.setCursorPosition(len(self._secret) - after)
        self.blockSignals(blocked)
        self._paint_shown()

    # --- Input events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif _writes(event):
            self.insert(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: D102 - Qt's name
        if self.isReadOnly():
            event.ignore()
            return
        if event.replacementLength():
            self.setSelection(self.cursorPosition() + event.replacementStart(), event.replacementLength())
        if event.commitString() or event.replacementLength():
            self.insert(event.commitString())
        event.accept()  # the input method itself shows the unfinished text

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - Qt's name
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":  # Qt's own action pastes into the field
                action.triggered.disconnect()
                action.triggered.connect(lambda _checked=False: self.paste())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102 - Qt's name
        if event.button() is Qt.MouseButton.MiddleButton:
            event.accept()
        elif event.button() is Qt.MouseButton.LeftButton and self._paints_secret:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.cursorForward(extends, self._place_at(event.position()) - self.cursorPosition())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102 - Qt's name
        if event.buttons() & Qt.MouseButton.LeftButton and self._paints_secret:
            self.cursorForward(True, self._place_at(event.position()) - self.cursorPosition())  # noqa: FBT003 - Qt's
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102 - Qt's name
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif QGuiApplication.clipboard().supportsSelection():
            self.deselect()
            self.paste(QClipboard.Mode.Selection)

    # --- Painting

    @property
    def _paints_secret(self) -> bool:
        return self.is_shown and bool(self._secret)

    def _paint_shown(self) -> None:
        if self.is_shown:
            self.update()

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _room(self) -> QRect:
        """Return the rectangle for the text, without the icons."""
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, self._option(), self)
        room.adjust(_BESIDE, 0, -_BESIDE, 0)
        for made in self.findChildren(QToolButton):
            if made.geometry().center().x() < self.width() / 2:
                room.setLeft(max(room.left(), made.geometry().right() + 1 + _BESIDE))
            else:
                room.setRight(min(room.right(), made.geometry().left() - 1 - _BESIDE))
        return room

    def _laid_out(self) -> tuple[QTextLayout, QTextLine]:
        """Return the secret laid out in one line. The caller must keep the layout alive: a QTextLine does not own it."""
        layout = QTextLayout(self._secret, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(_units(self._secret))
        layout.endLayout()
        return layout, line

    def _x_of(self, line: QTextLine, place: int) -> float:
        return cast("tuple[float, int]", line.cursorToX(_units(self._secret[:place])))[0]

    def _place_at(self, point: QPointF) -> int:
        """Return the cursor position nearest to a point."""
        _layout, line = self._laid_out()
        unit = line.xToCursor(point.x() - self._room().left() + self._scrolled)
        return next(place for place in range(len(self._secret) + 1) if _units(self._secret[:place]) >= unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the typed text if it is shown; leave everything else to Qt."""
        if not self._paints_secret:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, self._option(), painter, self)
        room, (layout, line) = self._room(), self._laid_out()
        caret = self._x_of(line, self.cursorPosition())
        longest = max(0.0, line.naturalTextWidth() + 1 - room.width())
        self._scrolled = min(max(min(self._scrolled, caret), caret + 1 - room.width()), longest)
        top = room.top() + (room.height() - line.height()) / 2
        origin = QPointF(room.left() - self._scrolled, top)
        painter.setClipRect(room)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        layout.draw(painter, origin, [self._selection()] if self.hasSelectedText() else [])
        if self.hasFocus():
            layout.drawCursor(painter, origin, _units(self._secret[: self.cursorPosition()]))

    def _selection(self) -> QTextLayout.FormatRange:
        made, looks, palette = QTextLayout.FormatRange(), QTextCharFormat(), self.palette()
        looks.setBackground(palette.brush(QPalette.ColorRole.Highlight))
        looks.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
        start, end = self._selected()
        made.start = _units(self._secret[:start])
        made.length = _units(self._secret[start:end])
        made.format = looks
        return made


def _writes(event: QKeyEvent) -> bool:
    """Return whether a key types a character, by Qt's own rules."""
    if not event.text():
        return False
    category = unicodedata.category(event.text()[0])
    if category == "Cf":
        return True
    control = Qt.KeyboardModifier.ControlModifier  # with Alt it is AltGr
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held != control and category not in _NOT_WRITTEN


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
