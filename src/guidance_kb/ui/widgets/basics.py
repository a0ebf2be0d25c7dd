"""Labels, buttons, cards and lines, made in one line each; `role` chooses the look."""

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

# Buttons that are filled with the accent: the ring of the keyboard is drawn twice there, dark without and light within.


class PrimaryButton(QPushButton):
    """What is to be done now, or an answer that is chosen: on the accent one ring alone would hardly be seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button as the style sheet says, and within its ring another in the colour of its words."""
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
"""The roles that are filled with the accent, at least while they are on."""


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A label that shows `text` as it is: never as markup, which could load files."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(
    text: str = "", role: str = "", on_click: Callable[[], object] | None = None, *, checkable: bool = False
) -> QPushButton:
    """A push button; `role` is primary, quiet, link, chip, topic, more, toggle, tab or state: see the style sheet."""
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
    """Gives a button an icon and, for screen readers and as a tip, its name; the key in brackets at its end is in the tip only."""
    made.setIcon(icon)
    made.setIconSize(QSize(size, size))
    made.setAccessibleName(name.rsplit(" (", 1)[0])
    made.setToolTip(name)


def text_and_icon(made: QPushButton, icon: QIcon, size: int, text: str) -> None:
    """Gives a button an icon and, a little away from it, its text."""
    made.setIcon(icon)
    made.setIconSize(QSize(size, size))
    made.setText(f"\N{EN SPACE}{text}")
    made.setAccessibleName(text)


def card(role: str = "card") -> QFrame:
    """A frame of a role: card, note, banner or pane."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def line() -> QFrame:
    """A hairline across."""
    return card("line")


def column(
    parent: QWidget | None = None, *, spacing: int = SPACE.md, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A layout from top to bottom."""
    return _box(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing, margins)


def row(
    parent: QWidget | None = None, *, spacing: int = SPACE.md, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A layout from left to right."""
    return _box(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing, margins)


def _box(made: _Box, spacing: int, margins: tuple[int, int, int, int]) -> _Box:
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    return made


def restyle(widget: QWidget) -> None:
    """Applies the style sheet again after a property changed that it selects on."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def let_go(half_made: Iterable[QObject]) -> None:
    """Removes what could not be made whole, at once: it is not to hear of another language or look any more."""
    for each in half_made:
        each.deleteLater()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete)
