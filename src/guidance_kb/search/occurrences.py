"""Where the terms of a plan stand in a text: one way of finding, for the marks and for the ranking.

It finds what the MATCH text finds: the same words, from the same folding and the same stems. A text is two strings of
equally many words, separated by spaces: the folded words and their stems.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.plan import ANYWHERE, Closeness, Pattern, Plan
from guidance_kb.search.stemming import stemming


class Occurrence(NamedTuple):
    """A place where a term stands.

    Attributes:
        place: Number of the first word.
        length: How many words.
        clause: Number of the clause in the plan.
        closeness: How near it is to what was typed.
        label: The synonym that was found, as the thesaurus writes it, or the compound, or the parts.
        share: Of a part: how much of its compound it is.
    """

    place: int
    length: int
    clause: int
    closeness: Closeness
    label: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pattern of a clause, with the strings to look for in a text that has a space before, between and after its words."""

    clause: int
    pattern: Pattern
    needles: tuple[str, ...]

    def at(self, place: int, length: int = 1) -> Occurrence:
        pattern = self.pattern
        return Occurrence(place, length, self.clause, pattern.closeness, pattern.label, pattern.share)


class Finder:
    """Finds the terms of a plan in texts of one language. Make one a plan and language, use it for many texts.

    It searches strings rather than lists of words: ten times as fast where most words are not in most texts.
    """

    def __init__(self, plan: Plan, language: Language) -> None:
        self._stem = stemming(language).stem
        self._single: dict[str, list[_Wanted]] = {}
        self._other: list[_Wanted] = []
        for number, clause in enumerate(plan.clauses):
            for term in clause:
                for pattern in term.patterns(language):
                    self._add(number, pattern)

    def _add(self, clause: int, pattern: Pattern) -> None:
        if pattern.prefix or (len(pattern.words) > 1 and pattern.spread != ANYWHERE):
            self._other.append(_Wanted(clause, pattern, _needles(pattern)))
            return
        for word in pattern.words:  # a word itself is looked for only where its stem is
            stem = word if pattern.stemmed else self._stem(word)
            self._single.setdefault(stem, []).append(_Wanted(clause, pattern, (f" {word} ",)))

    def find(self, words: str, stems: str) -> list[Occurrence]:
        """Returns the occurrences in a text; a place may be found more than once, by other terms or in other ways."""
        if not words:
            return []
        present = set(stems.split(" "))
        words, stems = f" {words} ", f" {stems} "
        found: list[Occurrence] = []
        for stem, several in self._single.items():
            if stem in present:
                for wanted in several:
                    text = stems if wanted.pattern.stemmed else words
                    found += [wanted.at(place) for place in _places(wanted.needles[0], text)]
        for wanted in self._other:
            text = stems if wanted.pattern.stemmed else words
            if wanted.needles[0] in text:
                if wanted.pattern.spread:
                    found += _near(wanted, text)
                else:
                    length = len(wanted.pattern.words)
                    found += [wanted.at(place, length) for place in _places(wanted.needles[0], text)]
        return found


def _needles(pattern: Pattern) -> tuple[str, ...]:
    if pattern.spread:
        return tuple(f" {word} " for word in pattern.words)
    return (f" {' '.join(pattern.words)}{'' if pattern.prefix else ' '}",)


def _places(needle: str, text: str) -> Iterator[int]:
    """The number of the word at which `needle` begins, each time that it stands in `text`."""
    at = text.find(needle)
    place = 0
    counted = 0
    while at >= 0:
        place += text.count(" ", counted, at)
        counted = at
        yield place
        at = text.find(needle, at + 1)


def _near(wanted: _Wanted, text: str) -> Iterator[Occurrence]:
    """FTS5's NEAR: all the words, with at most `spread` other words between the first and the last."""
    if not all(needle in text for needle in wanted.needles):
        return
    places = sorted((place, number) for number, needle in enumerate(wanted.needles) for place in _places(needle, text))
    reach = wanted.pattern.spread + 1
    for start, (first, _) in enumerate(places):
        window = [(place, number) for place, number in places[start:] if place - first <= reach]
        if len({number for _, number in window}) == len(wanted.needles):
            yield from (wanted.at(place) for place, _ in window)
