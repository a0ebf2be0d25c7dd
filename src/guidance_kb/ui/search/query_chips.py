"""The interpreted query as a line of words and removable chips."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from guidance_kb.language import Language
from guidance_kb.search.query.plan import FIELD_NAMES, Addition, Clause, Closeness, Mode, Plan, PlanFilter, Term
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.chip import Chip, Pool
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.roving import Roving

FIRST: Final = 4
"""Number of expansions shown of a term that is not unfolded."""

_MOST_TERMS, _LONGEST = 8, 40
"""Maximum number of clauses of a query, and of characters of a word, that are shown."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """Text of the line; `strong` for the user's words, not for the words between them."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """An expansion that the user can remove."""

    addition: Addition


@dataclass(frozen=True, slots=True)
class More:
    """A button: `count` hidden expansions of a term; 0 if all are shown and the button folds them."""

    term: str
    count: int


Piece = QueryWord | Added | More


class QueryChips(QObject):
    """Converts a plan to pieces; a QObject for the sake of `tr`."""

    def of(self, plan: Plan, language: Language, unfolded: frozenset[str]) -> list[Piece]:
        """Return the pieces of a plan; terms in `unfolded` show all expansions, including those in the other language."""
        pieces: list[Piece] = [QueryWord(self.tr("any of"))] if plan.mode is Mode.ANY else []
        between = self.tr("or") if plan.mode is Mode.ANY else self.tr("and")
        for number, clause in enumerate(plan.clauses[:_MOST_TERMS]):
            if number:
                pieces.append(QueryWord(between))
            pieces += self._clause(clause, language, unfolded, bracketed=len(clause) > 1 and len(plan.clauses) > 1)
        if len(plan.clauses) > _MOST_TERMS:
            pieces.append(QueryWord("…"))
        if plan.mode is Mode.FEW:
            pieces.append(QueryWord(self.tr("then what has some of these words")))
        if plan.excluded:
            pieces.append(QueryWord(self.tr("without")))
            pieces += self._joined((_quoted(term) for term in plan.excluded), self.tr("or"))
        for condition in plan.filters:
            pieces += self._filter(condition, language)
        pieces += [QueryWord(self.tr("%1 (unknown)").replace("%1", _short(value))) for value in plan.unknown]
        return pieces

    def _clause(
        self, clause: Clause, language: Language, unfolded: frozenset[str], *, bracketed: bool
    ) -> Iterator[Piece]:
        if bracketed:
            yield QueryWord("(")
        for number, term in enumerate(clause):
            if number:
                yield QueryWord(self.tr("or"))
            yield QueryWord(_quoted(term), strong=True)
            if term.typed:
                yield QueryWord(self.tr("(you typed %1)").replace("%1", _short(term.typed)))
            yield from self._additions(term, language, unfolded=term.text in unfolded)
        if bracketed:
            yield QueryWord(")")

    def _additions(self, term: Term, language: Language, *, unfolded: bool) -> Iterator[Piece]:
        own = term.additions(language)
        others = {
            addition: closeness for addition, closeness in term.additions(language.other).items() if addition not in own
        }
        first = dict(list(own.items())[:FIRST])
        rest = len(own) + len(others) - len(first)
        yield from self._grouped(own if unfolded else first)
        if unfolded and others:
            yield QueryWord(self.tr("in Dutch") if language is Language.EN else self.tr("in English"))
            yield from (Added(addition) for addition in others)
        if rest:
            yield More(term.text, 0 if unfolded else rest)

    def _grouped(self, additions: dict[Addition, Closeness]) -> Iterator[Piece]:
        says = {
            Closeness.SYNONYM: self.tr("also"),
            Closeness.COMPOUND: self.tr("part of"),
            Closeness.PARTS: self.tr("parts"),
        }
        said: Closeness | None = None
        for addition, closeness in additions.items():
            if closeness is not said:
                said = closeness
                yield QueryWord(says[closeness])
            yield Added(addition)

    def _filter(self, condition: PlanFilter, language: Language) -> Iterator[Piece]:
        name = in_sentence(FIELD_NAMES[condition.field])
        said = self.tr("without %1").replace("%1", name) if condition.excluded else name
        yield QueryWord(f"{said}:")
        yield from self._joined((value.name.say(language) for value in condition.values), self.tr("or"))

    @staticmethod
    def _joined(texts: Iterable[str], word: str) -> Iterator[Piece]:
        for number, text in enumerate(texts):
            if number:
                yield QueryWord(word)
            yield QueryWord(text, strong=True)


def _quoted(term: Term) -> str:
    text = _short(term.text)
    return f"“{text}”" if term.phrase else text + ("*" if term.starred else "")


def _short(text: str) -> str:
    """Return a text on one line, truncated to `_LONGEST` characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


# --- The row of widgets


class QueryChipRow(QWidget):
    """A row of labels, chips and buttons; it reuses its widgets and updates only those that differ.

    Args:
        theme: The current look.
        ends: Widgets that can follow the pieces, in this order.
        parent: The Qt parent.

    Signals:
        taken_away (Addition): The user removed an expansion.
        toggled (str): The user unfolded or folded the expansions of this term.
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
        """The chips of the shown expansions, in order."""
        return self._chips.used

    @property
    def mores(self) -> list[QPushButton]:
        """The buttons that unfold or fold the expansions of a term."""
        return self._mores.used

    def text(self) -> str:
        """Return the visible text of the row."""
        widgets = [widget for widget in [*self._order, *self._ends] if not widget.isHidden()]
        return " ".join(widget.text() for widget in widgets if isinstance(widget, QLabel | QPushButton))

    def show_pieces(self, pieces: Sequence[Piece], ends: Collection[QWidget] = ()) -> None:
        """Show `pieces`, then `ends`; if the focused widget disappears, the widget in its place gets the focus."""
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

    def empty(self) -> None:
        """Hide everything and remove its texts: they may be a client's words."""
        self.show_pieces(())
        for pool in (self._terms, self._between, self._chips, self._mores):
            for widget in pool.made:
                widget.setText("")
                widget.setAccessibleName("")
                widget.setToolTip("")

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
