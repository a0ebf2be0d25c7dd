"""What was searched, in pieces to show side by side: words, and chips for what can be taken away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Addition, Clause, Closeness, Mode, Plan, PlanFilter, Term
from guidance_kb.ui.search.words import FilterWords

FIRST: Final = 4
"""How many additions to a term are shown before they are unfolded."""

_MOST_TERMS, _LONGEST = 8, 40
"""Terms of a query, and characters of a term, that are shown."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """Words; `strong` for what was typed, softer for what we say about it."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """An addition that can be taken away."""

    addition: Addition


@dataclass(frozen=True, slots=True)
class More:
    """The `count` additions to a term that are not shown, or, with 0, the wish to see fewer again."""

    term: str
    count: int


Piece = QueryWord | Added | More


class QueryChips(QObject):
    """Takes a plan apart; a QObject so that Qt translates the words between."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = FilterWords(self)

    def of(self, plan: Plan, language: Language, unfolded: frozenset[str]) -> list[Piece]:
        """The pieces of a plan; a term in `unfolded` shows all its additions, also those in the other language."""
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
        name = self._words.field(condition.field).lower()
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
    """A word as it is shown: on one line, and cut when it is longer than any word."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
