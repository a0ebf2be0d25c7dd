"""The map as lists, for keyboard and screen readers: all nodes, and the links of the selected node."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import RADIUS, RING, SPACE, TYPE
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.basics import button, column, label, line
from guidance_kb.ui.widgets.field_icons import FieldHint, FieldIcons
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Model


Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group of rows, with their number."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A row for a node: its id, its title, and the text below the title."""

    id: str
    title: str
    below: str


Row = Heading | LinkLine


class ListingModel(QAbstractListModel):
    """Model of rows under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place(self, identifier: str | None) -> QModelIndex:
        """Return the index of the row of a node; an invalid index if there is none."""
        found = next(
            (n for n, row in enumerate(self._rows) if isinstance(row, LinkLine) and row.id == identifier), None
        )
        return QModelIndex() if found is None else self.index(found)

    def line(self, index: Index) -> LinkLine | None:
        """Return the row at `index`; None for a heading or an invalid index."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, LinkLine) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the text of a row; the accessible text includes the text below the title."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title if isinstance(row, LinkLine) else f"{row.words} · {row.count}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.below}" if isinstance(row, LinkLine) else f"{row.words}: {row.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make headings unselectable, so that the arrow keys skip them."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(self._rows[index.row()], LinkLine) else Qt.ItemFlag.NoItemFlags


def everything(
    nodes: Sequence[Node], heading: Callable[[Node], str], title: Callable[[Node], str], below: Callable[[Node], str]
) -> list[Row]:
    """Return rows for the nodes under the headings of their parts."""
    rows: list[Row] = []
    for _, group in groupby(nodes, key=lambda node: (node.kind, node.part)):
        together = list(group)
        rows.append(Heading(heading(together[0]), len(together)))
        rows += [LinkLine(node.id, title(node), below(node)) for node in together]
    return rows


def links(
    graph: Graph,
    of: Mapping[str, bool],
    heading: Callable[[Node], str],
    title: Callable[[Node], str],
    below: Callable[[Node, bool], str],
) -> list[Row]:
    """Return rows for the linked nodes under the headings of their kinds.

    Args:
        graph: The graph.
        of: For each linked node, whether the link is ours.
        heading: Returns the heading of a node's kind.
        title: Returns the title of a node.
        below: Returns the text below the title; the second argument is whether the link is ours.
    """
    rows: list[Row] = []
    linked = [node for node in graph.nodes if node.id in of]
    for _, group in groupby(linked, key=lambda node: node.kind):
        together = list(group)
        rows.append(Heading(heading(together[0]), len(together)))
        rows += [LinkLine(node.id, title(node), below(node, of[node.id])) for node in together]
    return rows


# --- Delegate


_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE, _ABOVE, _BETWEEN = SPACE.xl, 5, 1
"""Pixels: horizontal padding at every text size, aligned with the widgets above the list; vertical padding and line gap at 100 %."""


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a `ListingModel`: a heading, or a title with a text below it."""

    def __init__(self, model: ListingModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme, self._list = model, theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        """Return the width of the list and the height of the wrapped text."""
        width = self._list.viewport().width()
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            words = f"{row.words} · {row.count}"
            return QSize(width, self._height(words, width, TYPE.caption, strong=True) + self._theme.px(16))
        below = self._height(row.below, width, TYPE.caption) + self._theme.px(_BETWEEN) if row.below else 0
        return QSize(width, self._height(row.title, width, TYPE.small) + below + 2 * self._theme.px(_ABOVE) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a line."""
        painter.save()
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, f"{row.words} · {row.count}")
        else:
            self._paint_line(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        px = self._theme.px
        painter.setFont(self._theme.letters(TYPE.caption, strong=True))
        painter.setPen(QColor(self._theme.tokens.soft_ink))
        painter.drawText(rect.adjusted(_SIDE, px(11), -_SIDE, 0), _WRAPPED, words)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: LinkLine) -> None:
        px, tokens, rect, state = self._theme.px, self._theme.tokens, option.rect, option.state
        box = rect.adjusted(px(4), 1, -px(4), -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint if selected else tokens.raised))
            painter.drawRoundedRect(box, RADIUS.inner, RADIUS.inner)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.inner, RADIUS.inner)
        words = rect.adjusted(_SIDE, px(_ABOVE) + 1, -_SIDE, 0)
        painter.setFont(self._theme.letters(TYPE.small))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(words, _WRAPPED, line.title)
        words.setTop(words.top() + self._height(line.title, rect.width(), TYPE.small) + px(_BETWEEN))
        painter.setFont(self._theme.letters(TYPE.caption))
        painter.setPen(QColor(tokens.soft_ink))
        painter.drawText(words, _WRAPPED, line.below)

    def _height(self, words: str, width: int, size: int, *, strong: bool = False) -> int:
        room = QRect(0, 0, max(width - 2 * _SIDE, 80), 10_000)
        return QFontMetrics(self._theme.letters(size, strong=strong)).boundingRect(room, _WRAPPED, words).height()


_LOWEST = 100
"""Minimum height of a list in pixels, so that a long title at large text fits."""


class LinkListView(QListView):
    """List view of a `ListingModel`.

    Signals:
        taken (str): The user moved to this row with the keyboard.
        entered (str): The user pressed Enter on a row.
        clicked_on (str): The user clicked a row, possibly the current one.
        doubled (str): The user double-clicked a row.
        typed (str): The user typed a character to filter by.
        left: The user pressed Escape.
    """

    taken = Signal(str)
    entered = Signal(str)
    clicked_on = Signal(str)
    doubled = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = ListingModel(self)
        self._quiet = self._pressed = False
        self._chosen: str | None = None
        self.setMinimumHeight(_LOWEST)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self.rows, theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._take)
        self.clicked.connect(lambda index: self._say(self.clicked_on, index))  # also for the current row
        self.doubleClicked.connect(lambda index: self._say(self.doubled, index))
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def show_rows(self, rows: Sequence[Row], chosen: str | None) -> None:
        """Replace the rows and select `chosen`, without emitting signals."""
        self._quiet = True
        self.rows.show(rows)
        self._quiet = False
        self.choose(chosen)

    def choose(self, identifier: str | None) -> None:
        """Select the row of a node, or none, without emitting signals."""
        self._chosen = identifier
        index = self.rows.place(identifier)
        self._quiet = True
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()  # keeps the current index, from which the arrow keys continue
        self._quiet = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep the selection: Qt would make the first row current on focus."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def _take(self, index: QModelIndex) -> None:
        if not self._quiet and not self._pressed:
            self._say(self.taken, index)

    def _say(self, signal: SignalInstance, index: QModelIndex) -> None:
        if (found := self.rows.line(index)) is not None:
            self._chosen = found.id
            signal.emit(found.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Delay the selection until release: it shows the links below, which would move the row from under the mouse."""
        self._pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Restore the selection if the mouse was released elsewhere than on the pressed row."""
        super().mouseReleaseEvent(event)
        self._pressed = False
        current = self.rows.line(self.currentIndex())
        if current is not None and current.id != self._chosen:
            self.choose(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit signals for Enter, Escape and letters; letters filter instead of Qt's keyboard search."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say(self.entered, self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if self.selectionModel().hasSelection():
            self.scrollTo(self.currentIndex())  # a selection shows more widgets below, so the list shrinks


class LinkPanel(TranslatedWidget, QWidget):
    """Panel with a filter box, the list of all nodes, and below it the selected node with its links.

    Signals:
        chosen (str): The user selected a node.
        marked (str): The user selected a link; the argument is the linked node.
        opened (str): The user asked for the page of a node.
        narrowed (str): The filter text changed.
        left: The user pressed Escape; all nodes should be shown.
    """

    chosen = Signal(str)
    marked = Signal(str)
    opened = Signal(str)
    narrowed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hand: str | None = None
        self.box = QLineEdit(maxLength=80, clearButtonEnabled=True)
        FieldIcons(self.box, theme)
        self._hint = FieldHint(self.box)
        self.things, self.links = LinkListView(theme), LinkListView(theme)
        self.title, self.whose = label(role="strong"), label(role="caption")
        self.read = button("", "link", self._open)
        self.none, self.nothing = label(role="soft"), label(role="soft")
        self._lay_out()
        self.box.textChanged.connect(self.narrowed)
        for listing in (self.things, self.links):
            listing.typed.connect(self.look_for)
            listing.left.connect(self.left)
        self.things.taken.connect(self.chosen)
        self.things.clicked_on.connect(self.chosen)
        self.things.entered.connect(self.opened)
        self.things.doubled.connect(self.opened)
        self.links.taken.connect(self.marked)
        self.links.clicked_on.connect(self.marked)
        self.links.entered.connect(self.chosen)
        self.links.doubled.connect(self.chosen)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = column(self, spacing=0, margins=(0, 12, 0, 0))
        top = column(margins=(12, 0, 12, 8))
        top.addWidget(self.box)
        top.addWidget(self.nothing)
        box = QWidget()
        hand = column(box, spacing=3, margins=(12, 10, 12, 4))
        for part in (self.title, self.whose, self.read, self.none):
            hand.addWidget(part)
        add_layout(whole, top)
        whole.addWidget(self.things, 5)
        whole.addWidget(line())
        whole.addWidget(box)
        whole.addWidget(self.links, 6)

    def look_for(self, letters: str) -> None:
        """Focus the filter box and put `letters` into it."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.setText(letters)

    def show_things(self, rows: Sequence[Row], chosen: str | None) -> None:
        """Show the nodes that match the filter, with `chosen` selected."""
        self.nothing.setVisible(not rows)
        self.things.show_rows(rows, chosen)

    def show_hand(self, identifier: str | None, title: str, whose: str, links: Sequence[Row]) -> None:
        """Show the selected node and its links; None shows a hint instead.

        Args:
            identifier: The id of the node.
            title: Its title.
            whose: Its kind and part, and the number of links.
            links: The rows of the links.
        """
        self._hand = identifier
        self.title.setText(title)
        self.whose.setText(whose)
        self.links.show_rows(links, None)
        for part in (self.title, self.whose, self.read, self.links):
            part.setVisible(identifier is not None)
        self.none.setVisible(identifier is None)
        self.read.setAccessibleName(f"{self.read.text()}: {title}")
        self.links.setAccessibleName(self.tr("Links of %1").replace("%1", title))

    def _open(self) -> None:
        if self._hand is not None:
            self.opened.emit(self._hand)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape in the box or a button, and Down in the box, which moves to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.box.hasFocus():
            self.things.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._hint.say(self.tr("Filter by words"), self.tr("Filter"))
        self.box.setAccessibleName(self.tr("Filter by words"))
        self.things.setAccessibleName(self.tr("Everything on the map"))
        self.things.setAccessibleDescription(self.tr("Enter opens the page; Escape shows everything again"))
        self.links.setAccessibleDescription(self.tr("Enter goes to what it is linked to"))
        self.read.setText(self.tr("Read (Enter)"))
        self.none.setText(
            self.tr("Choose something, or walk over the picture with the arrow keys: its links appear here.")
        )
        self.nothing.setText(self.tr("Nothing on the map has these words."))
