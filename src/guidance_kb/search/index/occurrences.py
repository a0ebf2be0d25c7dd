"""Occurrences of the terms of a plan in a text, used for highlighting and ranking.

The result agrees with the MATCH text: the same words, with the same folding and stems. A text is two strings with equally many words,
separated by spaces: the folded words and their stems.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from sys import intern
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import ANYWHERE, Closeness, Pattern, Plan


class Occurrence(NamedTuple):
    """An occurrence of a term.

    Attributes:
        place: The index of the first word.
        length: The number of words.
        clause: The index of the clause in the plan.
        closeness: How close it is to the typed word.
        label: The synonym as written in the thesaurus, or the compound, or the parts.
        share: For a part: its share of the compound.
    """

    place: int
    length: int
    clause: int
    closeness: Closeness
    label: str
    share: float = 1.0


_APART: Final = " " * 20
"""Separator between two columns of a document: more empty words than any pattern spans."""


class Columns:
    """The columns of a document joined into one text for matching.

    Attributes:
        words: The words, with a space before, between and after them.
        stems: Their stems, likewise.
        holding: The set of stems: most patterns have one that is not in it, and need no search.
        starts: The index of the first word of each column.
    """

    __slots__ = ("holding", "starts", "stems", "words")

    def __init__(self, words: Sequence[str], stems: Sequence[str]) -> None:
        self.words, self.stems = f" {_APART.join(words)} ", f" {_APART.join(stems)} "
        self.holding = frozenset(map(intern, self.stems.split()))
        self.starts = tuple(accumulate((column.count(" ") + len(_APART) for column in words[:-1]), initial=0))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pattern prepared for matching.

    Attributes:
        clause: The index of its clause.
        pattern: The pattern.
        needles: The strings to search, for a text with a space before, between and after its words.
        stems: Stems that a matching text must have; empty for an exact phrase and for a prefix.
        length: The number of words of an occurrence.
    """

    clause: int
    pattern: Pattern
    needles: tuple[str, ...]
    stems: tuple[str, ...] = ()
    length: int = 1

    def places(self, text: str) -> list[int]:
        """Return the indexes of the words of `text` at which it occurs."""
        return self._near(text) if len(self.needles) > 1 else _places(self.needles[0], text)

    def _near(self, text: str) -> list[int]:
        """Match as FTS5's NEAR: all the words, with at most `spread` other words between the first and the last."""
        reach, needed = self.pattern.spread + 1, len(self.needles)
        of_each = [_places(needle, text) for needle in self.needles]
        rarest = min(of_each, key=len)
        places = sorted(
            (place, number)
            for number, those in enumerate(of_each)
            for place in those
            if (at := bisect_left(rarest, place - reach)) < len(rarest) and rarest[at] <= place + reach
        )
        found: list[int] = []
        for start, (first, _) in enumerate(places[: len(places) - needed + 1]):
            window = [(place, number) for place, number in places[start:] if place - first <= reach]
            if len({number for _, number in window}) == needed:
                found += (place for place, _ in window)
        return found


class OccurrenceFinder:
    """Finds the terms of a plan in texts of one language. Create one for each plan and language, and use it for many texts."""

    def __init__(self, plan: Plan, language: Language) -> None:
        stem_of = stemming(language).stem
        single: dict[str, list[_Wanted]] = {}
        several: list[_Wanted] = []
        for number, clause in enumerate(plan.clauses):
            for term in clause:
                for pattern in term.patterns(language):
                    if pattern.prefix or (len(pattern.words) > 1 and pattern.spread != ANYWHERE):
                        several.append(_together(number, pattern))
                    else:
                        for word in pattern.words:
                            stem = word if pattern.stemmed else stem_of(word)
                            wanted = _Wanted(number, pattern, (f" {word} ",), (stem,))
                            single.setdefault(stem, []).append(wanted)
        self._by_stem = single
        self._single, self._several = list(single.items()), several

    def find(self, words: str, stems: str) -> list[Occurrence]:
        """Return the occurrences in a text; a position may be found more than once, by other terms or patterns."""
        return self.find_in(Columns((words,), (stems,)))[0]

    def find_words(self, words: Sequence[str], stems: Sequence[str]) -> list[list[Occurrence]]:
        """Return the occurrences in the same columns as `find_in`, of a clause at a place the nearest only.

        If all patterns are of one word, it takes one pass over the text: quicker for a text that is read once.
        """
        if self._several:
            return self.find_in(Columns(words, stems))
        return [self._in_column(*column) for column in zip(words, stems, strict=True)]

    def _in_column(self, words: str, stems: str) -> list[Occurrence]:
        wanted = self._by_stem
        places = [(place, stem) for place, stem in enumerate(stems.split()) if stem in wanted]
        each = words.split() if places else []
        found: list[Occurrence] = []
        for place, stem in places:
            clause = -1
            for one in wanted[stem]:
                pattern = one.pattern
                if one.clause != clause and (pattern.stemmed or pattern.words == (each[place],)):
                    clause = one.clause
                    found.append(Occurrence(place, 1, clause, pattern.closeness, pattern.label, pattern.share))
        return found

    def find_in(self, columns: Columns) -> list[list[Occurrence]]:
        """Return the occurrences in each column of a document."""
        found: list[list[Occurrence]] = [[] for _ in columns.starts]
        holding = columns.holding
        for stem, each in self._single:
            if stem in holding:
                for wanted in each:
                    _find(wanted, columns, found)
        for wanted in self._several:
            if holding.issuperset(wanted.stems):
                _find(wanted, columns, found)
        return found


def _find(wanted: _Wanted, columns: Columns, found: Sequence[list[Occurrence]]) -> None:
    """Add the occurrences of a pattern to those of each column."""
    pattern, starts = wanted.pattern, columns.starts
    clause, length, closeness, label, share = (
        wanted.clause,
        wanted.length,
        pattern.closeness,
        pattern.label,
        pattern.share,
    )
    for place in wanted.places(columns.stems if pattern.stemmed else columns.words):
        column = bisect_right(starts, place) - 1
        found[column].append(Occurrence(place - starts[column], length, clause, closeness, label, share))


def _together(clause: int, pattern: Pattern) -> _Wanted:
    """Return the prepared form of a phrase, of words near each other, or of a prefix."""
    stems = pattern.words if pattern.stemmed else ()
    if pattern.spread:
        return _Wanted(clause, pattern, tuple(f" {word} " for word in pattern.words), stems)
    phrase = f" {' '.join(pattern.words)}{'' if pattern.prefix else ' '}"
    return _Wanted(clause, pattern, (phrase,), stems, len(pattern.words))


def _places(needle: str, text: str) -> list[int]:
    """Return the index of the word at which `needle` begins, for each occurrence in `text`."""
    found: list[int] = []
    at = text.find(needle)
    place = 0
    counted = 0
    while at >= 0:
        place += text.count(" ", counted, at)
        counted = at
        found.append(place)
        at = text.find(needle, at + 1)
    return found
