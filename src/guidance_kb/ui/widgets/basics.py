"""Constructors for labels, buttons, cards and lines; the property `role` selects their style."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, SPACE

# A button filled with the accent colour has a double focus ring: dark outside, light inside.


class PrimaryButton(QPushButton):
    """A button filled with the accent colour: the primary action, or a selected answer. One ring would be hard to see on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button by the style sheet, and a second focus ring inside the first, in the colour of the text."""
        super().paintEvent(event)
        if not self.hasFocus() or (self.isCheckable() and not self.isChecked()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.HighlightedText), EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = RING + EDGE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS.inner, RADIUS.inner)


_Box = TypeVar("_Box", bound=QBoxLayout)

_FILLED = ("primary", "state")
"""Roles that are filled with the accent colour, at least while they are checked."""


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label that shows `text` as plain text: markup could load files."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(
    text: str = "", role: str = "", on_click: Callable[[], object] | None = None, *, checkable: bool = False
) -> QPushButton:
    """Return a push button. `role` is primary, quiet, link, chip, topic, more, toggle, tab or state; see the style sheet."""
    made = PrimaryButton(text) if role in _FILLED else QPushButton(text)
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if role:
        made.setProperty("role", role)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_only(made: QPushButton, icon: QIcon, size: int, name: str) -> None:
    """Give a button an icon, an accessible name and a tool tip; a shortcut in brackets at the end of `name` is in the tool tip only."""
    made.setIcon(icon)
    made.setIconSize(QSize(size, size))
    made.setAccessibleName(name.rsplit(" (", 1)[0])
    made.setToolTip(name)


def text_and_icon(made: QPushButton, icon: QIcon, size: int, text: str) -> None:
    """Give a button an icon and a text with a space between them."""
    made.setIcon(icon)
    made.setIconSize(QSize(size, size))
    made.setText(f"\N{EN SPACE}{text}")
    made.setAccessibleName(text)


def card(role: str = "card") -> QFrame:
    """Return a frame with a role: card, note, banner or pane."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def line() -> QFrame:
    """Return a horizontal hairline."""
    return card("line")


def column(
    parent: QWidget | None = None, *, spacing: int = SPACE.md, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Return a vertical layout."""
    return _box(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing, margins)


def row(
    parent: QWidget | None = None, *, spacing: int = SPACE.md, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Return a horizontal layout."""
    return _box(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing, margins)


def _box(made: _Box, spacing: int, margins: tuple[int, int, int, int]) -> _Box:
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    return made


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a change of a property that it selects on."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def discard_widgets(half_made: Iterable[QObject]) -> None:
    """Delete partly built objects at once, so that they receive no more language or theme changes."""
    for each in half_made:
        each.deleteLater()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete)
