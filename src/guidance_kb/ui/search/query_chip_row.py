"""The line that says what was searched: words, chips that can be taken away, and buttons that unfold the rest of them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.search.query_chips import Added, More, Piece, QueryWord
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.chip import Chip
from guidance_kb.ui.widgets.flow import FlowLayout
from guidance_kb.ui.widgets.pool import Pool
from guidance_kb.ui.widgets.roving import Roving


class QueryChipRow(QWidget):
    """Shows pieces in the widgets that are there already; only what is different from the last time changes.

    Args:
        theme: The look.
        ends: What may follow the pieces, in this order.

    Signals:
        taken_away (Addition): An addition is not wanted.
        toggled (str): The additions to this term are to be unfolded, or folded.
    """

    taken_away = Signal(object)
    toggled = Signal(str)

    def __init__(self, theme: Theme, ends: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = list(ends)
        self._flow = FlowLayout(self)
        self._terms = Pool(lambda _number: self._labelled("term"))
        self._between = Pool(lambda _number: self._labelled("between"))
        self._chips = Pool(self._make_chip)
        self._mores = Pool(self._make_more)
        self._added: list[Added] = []
        self._more: list[More] = []
        self._order: list[QWidget] = []
        self._keys = Roving(self)
        for end in self._ends:
            self._flow.addWidget(end)

    @property
    def chips(self) -> list[Chip]:
        """The additions that can be taken away, in order."""
        return self._chips.used

    @property
    def mores(self) -> list[QPushButton]:
        """The buttons that unfold the additions to a term, or fold them again."""
        return self._mores.used

    def text(self) -> str:
        """All that is said, in a row."""
        widgets = [widget for widget in [*self._order, *self._ends] if not widget.isHidden()]
        return " ".join(widget.text() for widget in widgets if isinstance(widget, QLabel | QPushButton))

    def show_pieces(self, pieces: Sequence[Piece], ends: Collection[QWidget] = ()) -> None:
        """Shows `pieces` and then `ends`; the keyboard on something that goes is handed to what takes its place."""
        focused = next((number for number, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        held = any(widget.hasFocus() for widget in [*self.chips, *self.mores, *self._ends])
        pools = (self._terms, self._between, self._chips, self._mores)
        for pool in pools:
            pool.begin()
        self._added = [piece for piece in pieces if isinstance(piece, Added)]
        self._more = [piece for piece in pieces if isinstance(piece, More)]
        order = [self._filled(piece) for piece in pieces]
        for end in ends:
            end.show()
        left: Sequence[QWidget] = self.chips or [end for end in ends if isinstance(end, QPushButton)]
        if held and left and not any(widget.hasFocus() for widget in [*order, *ends]):
            left[min(focused, len(left) - 1)].setFocus()
        for pool in pools:
            pool.finish()
        for end in self._ends:
            end.setVisible(end in ends)
        if order != self._order:
            self._order = order
            self._flow.set_order([*order, *self._ends])
            self._keys.set_widgets([widget for widget in [*order, *self._ends] if isinstance(widget, QPushButton)])
        else:
            self._keys.refresh()

    def _filled(self, piece: Piece) -> QWidget:
        match piece:
            case QueryWord(text, strong):
                words = (self._terms if strong else self._between).take()
                if words.text() != text:
                    words.setText(text)
                return words
            case Added(addition):
                chip = self._chips.take()
                name = self.tr("Do not search for “%1” as well").replace("%1", addition.label)
                chip.say(addition.label, name)
                return chip
            case More(term, count):
                more = self._mores.take()
                more.setText(f"+{count}" if count else self.tr("fewer"))
                name = self.tr("%1 more words that are searched for “%2”").replace("%1", str(count))
                fewer = self.tr("Show fewer of the words that are searched for “%2”")
                more.setAccessibleName((name if count else fewer).replace("%2", term))
                more.setToolTip(more.accessibleName())
                return more

    def _labelled(self, role: str) -> QLabel:
        made = label(role=role, wrap=False)
        self._flow.addWidget(made)
        return made

    def _make_chip(self, number: int) -> Chip:
        made = Chip(self._theme)
        made.taken_away.connect(lambda: self.taken_away.emit(self._added[number].addition))
        self._flow.addWidget(made)
        return made

    def _make_more(self, number: int) -> QPushButton:
        made = button("", "more", lambda: self.toggled.emit(self._more[number].term))
        self._flow.addWidget(made)
        return made
