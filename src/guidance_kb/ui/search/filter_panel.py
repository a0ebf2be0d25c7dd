"""The filter panel: all values of all filters, with the number of results for each."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.knowledge.names import IN_FULL, PLURALS
from guidance_kb.search.query.plan import FIELD_NAMES, Field, Value
from guidance_kb.search.results.answer import Count
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, SIZE, SPACE
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.switch import PaintedBox

# --- Check box with a count


_FEWEST = 2
"""Minimum number of digits for which a check box reserves width, so that the layout is stable while the user types."""


class CountCheckBox(PaintedBox):
    """A check box with a label and a count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = 0

    def say(self, text: str, count: int, name: str) -> None:
        """Show `text` and `count`; `name` is the accessible name, which contains both."""
        if text != self.text():
            self.setText(text)
        if count != self._count:
            longer = len(str(count)) != len(str(self._count))
            self._count = count
            self.update()
            if longer:
                self.updateGeometry()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return the size of the box, the label and the count."""
        px, metrics = self._theme.px, self.fontMetrics()
        words = f"{self.text()}{_figure(self._count):0>{_FEWEST}}"
        width = SPACE.xs + px(SIZE.box + 2 * SPACE.sm) + metrics.horizontalAdvance(words) + SPACE.xs
        return QSize(width, max(px(SIZE.box), metrics.height()) + px(SPACE.md))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the label and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)
        self._paint_ring(painter, RADIUS.inner)

    def _paint_box(self, painter: QPainter) -> None:
        tokens, size = self._theme.tokens, self._theme.px(SIZE.box)
        box = QRect(SPACE.xs, (self.height() - size) // 2, size, size)
        on, usable = self.isChecked(), self.isEnabled()
        edge = tokens.accent if on or self.underMouse() else tokens.strong_line
        fill = tokens.accent if on else tokens.surface
        if not usable:
            edge, fill = (tokens.faint, tokens.faint) if on else (tokens.line, tokens.raised)
        painter.setPen(QPen(QColor(edge), EDGE))
        painter.setBrush(QColor(fill))
        half = EDGE / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS.small, RADIUS.small)
        if on:
            inside = box.adjusted(RING, RING, -RING, -RING)
            painter.drawPixmap(inside, pixmap("check", tokens.on_accent, inside.width()))

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px, across = self._theme.tokens, self._theme.px, self.fontMetrics().horizontalAdvance
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = self.rect().adjusted(SPACE.xs + px(SIZE.box + SPACE.sm), 0, 0, 0)
        painter.setPen(QColor(tokens.ink if self.isEnabled() else tokens.faint))
        painter.drawText(words, middle, self.text())
        words.setLeft(words.left() + across(self.text()) + px(SPACE.sm))
        painter.setPen(QColor(tokens.soft_ink if self.isEnabled() else tokens.faint))
        painter.drawText(words, middle, _figure(self._count))


def _figure(count: int) -> str:
    """Return the count in the format of the current locale: `1.200`, `1,200`."""
    return QLocale().toString(count)


_BLOCKS: Final = ((Field.KIND,), (Field.COUNTRY,), (Field.CATEGORY, Field.DRIVE), (Field.THEME,))
"""The filters of each block of the panel, from top to bottom."""

_LONG = 12
"""Number of values from which a filter is shown in two columns."""

_SHARE = 0.45
"""Maximum share of the window height at 100 %; it is divided by the text scale, because the results need room too."""

_LEAST = 120
"""Lower bound for the maximum height, in pixels at 100 %: a heading and three lines."""

_SQUEEZED = 52
"""Minimum height in pixels at 100 %: a heading and a line. With a larger minimum, opening the panel would enlarge the window."""

_AROUND = 14
"""Margin of the panel in pixels."""


def value_name(field: Field, value: Value) -> str:
    """Return the short name of a value in the current language."""
    return as_title(PLURALS[cast("Kind", value.id)] if field is Field.KIND else value.name)


def _meaning(field: Field, value: Value) -> str:
    """Return the full name of a category of barriers; empty for values of other filters, whose names need no explanation."""
    return in_sentence(IN_FULL[cast("Category", value.id)]) if field is Field.CATEGORY else ""


class FilterGroup(QWidget):
    """The values of one filter.

    Signals:
        toggled (Field, str): The user toggled this value.
    """

    toggled = Signal(object, str)

    def __init__(self, services: Services, field: Field) -> None:
        super().__init__()
        self._services, self._field = services, field
        self._heading = label(role="overline", wrap=False)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._keys = Roving(self)
        self.ticks: dict[str, CountCheckBox] = {}
        whole = column(self, spacing=4)
        whole.addWidget(self._heading)
        add_layout(whole, self._grid)
        whole.addStretch(1)

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show the counts; the check boxes are created only if the values changed."""
        if list(self.ticks) != [count.value.id for count in counts]:
            self._make(counts)
        self._heading.setText(as_title(FIELD_NAMES[self._field]))
        for count in counts:
            tick = self.ticks[count.value.id]
            text = value_name(self._field, count.value)
            name = self.tr("%1: %2 found").replace("%1", text).replace("%2", QLocale().toString(count.count))
            tick.say(text, count.count, name)
            tick.setToolTip(_meaning(self._field, count.value))
            tick.setChecked(count.chosen)
            # a focused check box stays enabled: disabling it would move the focus
            tick.setEnabled(count.chosen or count.count > 0 or tick.hasFocus())
        self._keys.refresh()

    def _make(self, counts: Sequence[Count]) -> None:
        for tick in self.ticks.values():
            tick.deleteLater()
        rows = len(counts) if len(counts) < _LONG else (len(counts) + 1) // 2
        self.ticks = {}
        for number, count in enumerate(counts):
            made = self.ticks[count.value.id] = CountCheckBox(self._services.theme)
            made.clicked.connect(
                lambda _on=False, identifier=count.value.id: self.toggled.emit(self._field, identifier)
            )
            self._grid.addWidget(made, number % rows, number // rows)
            made.show()  # Qt would show it one frame later, and the panel would be measured without it
        self._keys.set_widgets(list(self.ticks.values()))


class FilterPanel(QFrame):
    """All filters, side by side if they fit; the height is limited so that results remain visible.

    Signals:
        toggled (Field, str): The user toggled a value.
        left: The user pressed Escape; the panel should be closed.
    """

    toggled = Signal(object, str)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = services.theme
        self.groups = {field: FilterGroup(services, field) for block in _BLOCKS for field in block}
        self._scroller = ScrollColumn(margins=(_AROUND, _AROUND, _AROUND, _AROUND))
        self._blocks = QWidget()
        self._flow = FlowLayout(self._blocks, spacing=18, level=False)
        for block in _BLOCKS:
            together = QWidget()
            inside = column(together, spacing=14)
            for field in block:
                inside.addWidget(self.groups[field])
                self.groups[field].toggled.connect(self.toggled)
            inside.addStretch(1)
            self._flow.addWidget(together)
        self._scroller.content.addWidget(self._blocks)
        column(self, margins=(1, 1, 1, 1)).addWidget(self._scroller)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._wanted = 1
        services.theme.changed.connect(self._fit)

    def show_facets(self, facets: Mapping[Field, Sequence[Count]]) -> None:
        """Show the counts of an answer."""
        for field, group in self.groups.items():
            group.show_counts(facets.get(field, ()))
        self._fit()

    def _fit(self) -> None:
        """Set the height to that of the content, up to a share of the window height; the content scrolls beyond that."""
        around = 2 * _AROUND + 2
        needed = self._flow.heightForWidth(self.width() - around) + around + 2
        most = max(round(self.window().height() * _SHARE / self._theme.scale), self._theme.px(_LEAST))
        before, self._wanted = self._wanted, max(min(needed, most), 1)
        self.setMinimumHeight(min(self._wanted, self._theme.px(_SQUEEZED)))
        self.setMaximumHeight(self._wanted)
        if self._wanted != before:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
