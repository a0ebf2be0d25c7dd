"""What is too small for its words, what lies on what, and what sticks out: read off a window that is laid out.

And a language that does not exist: English, with accented letters and two fifths longer, as a translation may be that nobody wrote yet.
"""

import math
import re
from collections.abc import Iterator
from html import escape
from itertools import combinations
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from guidance_kb.ui.look.tokens import STRONG
from guidance_kb.ui.startup.window import BREAK
from guidance_kb.ui.widgets.chip import Chip

SLACK: Final = 1
"""Pixels that rounding may take."""

_LONGER: Final = 0.4

_KEPT: Final = re.compile(r"(\{\w*\}|%L?\w+|&\w|<[^>]*>|\([^()]*\+[^()]*\)|\n)")
"""What stands in a text and is no word: places for values, mnemonics, markup, keys, and the end of a line."""

_ACCENTED: Final = str.maketrans("aeiouyncAEIOUC", "äéîöûýñçÄÉÎÖÛÇ")

_FILLING: Final = "lorëm îpsum dölor sit àmet çonsectetür "

_OVERLAYS: Final = ("QuerySheet", "KeySheet", "Shade")
"""What lies on the rest by intention, until it is put away."""

_OURS_WITH_Q: Final = ("Question", "QuerySheet")
"""Names of ours that begin as those of Qt do."""

_WHOLE: Final = (QLineEdit, QComboBox, QAbstractSpinBox)
"""What Qt lays out inside by itself."""


class Lengthened(QTranslator):
    """Speaks every text of the code with accents and 40 % longer; nothing of Qt's own.

    It has no parent, so that a change of language leaves it to whoever made it.
    """

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002 - Qt's
        if context == "QShortcut":  # the names of keys: Qt fills in their numbers
            return source
        return source if context.startswith("Q") and context not in _OURS_WITH_Q else lengthened(source)


def lengthened(source: str) -> str:
    """A text with accents and 40 % longer; the last sign of it stays the last."""
    parts = _KEPT.split(source)
    words = "".join(part if at % 2 else part.translate(_ACCENTED) for at, part in enumerate(parts))
    length = math.ceil(_LONGER * sum(len(part) for part in parts[::2]))
    if not any(letter.isalpha() for letter in "".join(parts[::2])):
        return source
    more = (_FILLING * (length // len(_FILLING) + 1))[: max(length - 1, 1)]
    more = more[:-1] + "o" if more.endswith(" ") else more
    found = re.search(r"(\s*(\([^()]*\+[^()]*\))?[\s.:;,?!…]*)$", words)
    end = found.start() if found else len(words)
    return f"{words[:end]} {more}{words[end:]}"


def faults(window: QWidget) -> list[str]:
    """Everything that is wrong in what a window shows, each told in a line that is the same at every run."""
    QCoreApplication.processEvents()
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            found += _of_words(widget)
            found += _of_children(widget)
    return found


def _above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


# ── words ────────────────────────────────────────────────────────────────────────────────────────


def _of_words(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text():
        return _of_label(widget)
    if isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton) and widget.text():
        return _of_button(widget)
    if isinstance(widget, QPushButton) and widget.hasHeightForWidth() and widget.layout() is not None:
        return _too_low(widget)
    return _of_field(widget)


def _of_field(widget: QWidget) -> list[str]:
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        return _of_hint(widget)
    if isinstance(widget, QComboBox):
        return _of_choice(widget)
    return _of_table(widget) if isinstance(widget, QTableView) else []


def _of_hint(field: QLineEdit) -> list[str]:
    """A hint that ends in dots: less of it is to be said where there is less room."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    icon = field.style().pixelMetric(QStyle.PixelMetric.PM_LineEditIconSize, option, field)
    icons = len(field.findChildren(QToolButton)) * (icon + icon // 4 + 6)  # as Qt places them
    room = inside.width() - field.textMargins().left() - field.textMargins().right() - icons - 4
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
    return [f"cut: {name_of(field)}: hint {room} wide, needs {needed}"] if room + SLACK < needed else []


def _of_choice(choice: QComboBox) -> list[str]:
    """What is chosen, cut; with all of it in the tip it may end in dots."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice).width()
    needed = choice.fontMetrics().horizontalAdvance(choice.currentText())
    if room + SLACK >= needed or choice.currentText() in choice.toolTip():
        return []
    return [f"cut: {name_of(choice)}: «{choice.currentText()}» {room} wide, needs {needed}"]


def _of_table(table: QTableView) -> list[str]:
    """Words of cells and headings that are wider than they have room for, and texts that are higher."""
    across, down = table.horizontalHeader(), table.verticalHeader()
    model = table.model()
    found = []
    for row in range(model.rowCount()):
        text = str(model.headerData(row, Qt.Orientation.Vertical) or "")
        if down.isVisible():
            found += _of_piece(text, table, down, QSize(down.width(), down.sectionSize(row)))
        for column in range(model.columnCount()):
            size = QSize(across.sectionSize(column), down.sectionSize(row))
            found += _of_piece(str(model.index(row, column).data() or ""), table, table, size)
    for column in range(model.columnCount()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        found += _of_piece(text, table, across, QSize(across.sectionSize(column), across.height()))
    return found


def _of_piece(text: str, table: QTableView, drawn: QWidget, size: QSize) -> list[str]:
    """A text in a part of a table of this size, with the padding of the style sheet around it."""
    font, rect = QFont(drawn.font()), QRect(QPoint(), size)
    if isinstance(drawn, QHeaderView):
        font.setWeight(QFont.Weight(STRONG))
        heading = QStyleOptionHeader()
        heading.initFrom(drawn)
        heading.rect, heading.orientation = rect, drawn.orientation()
        inside = drawn.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, heading, drawn)
    else:
        cell = QStyleOptionViewItem()
        cell.initFrom(drawn)
        cell.rect, cell.text = rect, text
        cell.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
        inside = drawn.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, drawn)
        margin = drawn.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, drawn) + 1
        inside = inside.adjusted(margin, 0, -margin, 0)  # Qt's own, within the padding
    metrics = QFontMetrics(font)
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    high = metrics.boundingRect(QRect(0, 0, inside.width(), 0), Qt.TextFlag.TextWordWrap, text).height()
    told = f"{name_of(table)}: «{text}»"
    wide = [f"cut: {told} {inside.width()} wide, needs {widest}"] if inside.width() + SLACK < widest else []
    return wide + ([f"cut: {told} {inside.height()} high, needs {high}"] if inside.height() + SLACK < high else [])


def _of_label(label: QLabel) -> list[str]:
    if label.text() and escape(label.text()) in label.toolTip():
        return []  # made to be cut, and then says all of it
    if not label.wordWrap():
        return _too_narrow(label, label.sizeHint().width())
    metrics = label.fontMetrics()
    longest = max(metrics.horizontalAdvance(word) for word in label.text().replace(BREAK, " ").split() or [""])
    around = label.width() - label.contentsRect().width()
    return _too_low(label) or _too_narrow(label, longest + around)


def _of_button(button: QAbstractButton) -> list[str]:
    if button.text() in button.toolTip() or isinstance(button, Chip):
        return []  # made to be cut, and then says all of it
    if isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return []
    return _too_narrow(button, button.sizeHint().width())


def _too_narrow(widget: QWidget, needed: int) -> list[str]:
    if widget.width() + SLACK >= needed:
        return []
    return [f"cut: {name_of(widget)}: {widget.width()} wide, needs {needed}"]


def _too_low(widget: QWidget) -> list[str]:
    needed = widget.heightForWidth(widget.width())
    if widget.height() + SLACK >= needed:
        return []
    return [f"cut: {name_of(widget)}: {widget.height()} high, needs {needed}"]


def _is_blank(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull()


# ── places ───────────────────────────────────────────────────────────────────────────────────────


def _of_children(widget: QWidget) -> list[str]:
    if isinstance(widget, _WHOLE):
        return []
    if isinstance(widget, QAbstractScrollArea):
        return _of_scrolled(widget)
    if isinstance(widget.parentWidget(), QAbstractScrollArea):
        return []  # the viewport: what it shows is longer than it is; that is what it is for
    shown = [child for child in widget.children() if isinstance(child, QWidget) and _is_placed(child)]
    out = [child for child in shown if not _inside(child.geometry(), widget.rect())]
    seen = [child for child in shown if not _is_blank(child)]  # what only keeps a place free may have something on it
    over = [(one, other) for one, other in combinations(seen, 2) if _meet(one.geometry(), other.geometry())]
    return [
        *(f"out: {name_of(child)}: {_told(child)} in {name_of(widget)}: {_told(widget)}" for child in out),
        *(f"over: {name_of(one)}: {_told(one)} and {name_of(other)}: {_told(other)}" for one, other in over),
    ]


def _of_scrolled(area: QAbstractScrollArea) -> list[str]:
    """What scrolls only up and down, and yet holds something wider than itself."""
    inner = getattr(area, "widget", lambda: None)()
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner is None or not never or inner.width() <= area.viewport().width() + SLACK:
        return []
    return [f"out: {name_of(inner)}: {_told(inner)} in {name_of(area)}: {_told(area)}"]


def _is_placed(child: QWidget) -> bool:
    floats = child.isWindow() or type(child).__name__ in _OVERLAYS or isinstance(child, QSplitterHandle | QScrollBar)
    return child.isVisible() and not floats and child.width() > 0 and child.height() > 0


def _inside(inner: QRect, outer: QRect) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _meet(one: QRect, other: QRect) -> bool:
    common = one.intersected(other)
    return common.width() > SLACK and common.height() > SLACK


# ── telling ──────────────────────────────────────────────────────────────────────────────────────


def name_of(widget: QWidget) -> str:
    """What a widget is, in which of ours it stands, and the beginning of what it says."""
    ours = next((w for w in _above(widget) if type(w).__module__.startswith("guidance_kb.")), None)
    said = said_by(widget) or widget.objectName()
    return f"{type(ours).__name__}/{type(widget).__name__} «{' '.join(said.split())[:60]}»"


def said_by(widget: QWidget) -> str:
    """What it says: its text, or else its name for a screen reader."""
    text = getattr(widget, "text", "")
    return (text() if callable(text) else text) or widget.accessibleName()


def _told(widget: QWidget) -> str:
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return f"{place.x()},{place.y()} {place.width()}x{place.height()}"
