"""Where the terms of a plan stand in a text: one way of finding, for the marks and for the ranking.

It finds what the MATCH text finds: the same words, from the same folding and the same stems. A text is a row of words
as one string with a space before, between and after them: `str.find` is much faster than a loop over words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.plan import ANYWHERE, Closeness, Pattern, Plan


class Occurrence(NamedTuple):
    """A place where a term stands.

    Attributes:
        place: Number of the first word.
        length: How many words.
        clause: Number of the clause in the plan.
        closeness: How near it is to what was typed.
        label: The synonym that was found, as the thesaurus writes it.
    """

    place: int
    length: int
    clause: int
    closeness: Closeness
    label: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    clause: int
    pattern: Pattern
    needles: tuple[str, ...]

    def at(self, place: int, length: int) -> Occurrence:
        return Occurrence(place, length, self.clause, self.pattern.closeness, self.pattern.label)


GAP_LENGTH: Final = 6
GAP: Final = " |" * GAP_LENGTH + " "
"""Words that no text holds: put between two columns, they keep a phrase or neighbours from being found across."""


def row(words: str) -> str:
    """Returns words, separated by spaces, as the string in which `Finder` looks."""
    return f" {words} "


class Finder:
    """Finds the terms of a plan in texts of one language. Make one a plan and language, use it for many texts."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._wanted = [
            _Wanted(number, pattern, _needles(pattern))
            for number, clause in enumerate(plan.clauses)
            for term in clause
            for pattern in term.patterns(language)
        ]

    def find(self, words: str, stems: str) -> list[Occurrence]:
        """Returns the occurrences in a text, given the `row` of its folded words and that of their stems.

        A place may be found more than once, by different terms or in different ways.
        """
        found: list[Occurrence] = []
        for wanted in self._wanted:
            text = stems if wanted.pattern.stemmed else words
            if wanted.needles[0] not in text:
                continue
            if wanted.pattern.spread > 0:
                found += _near(wanted, text)
                continue
            length = 1 if wanted.pattern.spread == ANYWHERE else len(wanted.pattern.words)
            found += [wanted.at(place, length) for needle in wanted.needles for place in _places(needle, text)]
        return found


def _needles(pattern: Pattern) -> tuple[str, ...]:
    if pattern.spread == 0:
        return (f" {' '.join(pattern.words)}{'' if pattern.prefix else ' '}",)
    return tuple(f" {word} " for word in pattern.words)


def _places(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield text.count(" ", 0, at)
        at = text.find(needle, at + 1)


def _near(wanted: _Wanted, text: str) -> Iterator[Occurrence]:
    """FTS5's NEAR: all the words, with at most `spread` other words between the first and the last."""
    places = sorted((place, number) for number, needle in enumerate(wanted.needles) for place in _places(needle, text))
    reach = wanted.pattern.spread + 1
    for start, (first, _) in enumerate(places):
        window = [(place, number) for place, number in places[start:] if place - first <= reach]
        if len({number for _, number in window}) == len(wanted.needles):
            for place, _number in window:
                yield wanted.at(place, 1)
