"""Where the terms of a plan stand in a text: one way of finding, for the marks and for the ranking.

It finds what the MATCH text finds: the same words, from the same folding and the same stems. A text is two strings of
equally many words, separated by spaces: the folded words and their stems.
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


_APART: Final = " " * 20
"""What stands between two columns of a document: more words than any pattern spans, all of them empty."""


class Columns:
    """The columns of a document as one text, ready to be searched.

    Attributes:
        words: The words, with a space before, between and after them.
        stems: Their stems, likewise.
        holding: The different stems: most patterns have one that is not there, and need no search.
        starts: The number of the first word of each column.
    """

    __slots__ = ("holding", "starts", "stems", "words")

    def __init__(self, words: Sequence[str], stems: Sequence[str]) -> None:
        self.words, self.stems = f" {_APART.join(words)} ", f" {_APART.join(stems)} "
        self.holding = frozenset(map(intern, self.stems.split()))
        self.starts = tuple(accumulate((column.count(" ") + len(_APART) for column in words[:-1]), initial=0))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pattern of a clause.

    Attributes:
        clause: Its number.
        pattern: The pattern.
        needles: The strings to look for, in a text that has a space before, between and after its words.
        stems: Stems without which it is not in a text; none of words as typed in a row, and of a beginning of words.
        length: Words of an occurrence.
    """

    clause: int
    pattern: Pattern
    needles: tuple[str, ...]
    stems: tuple[str, ...] = ()
    length: int = 1

    def places(self, text: str) -> list[int]:
        """The numbers of the words of `text` at which it stands."""
        return self._near(text) if len(self.needles) > 1 else _places(self.needles[0], text)

    def _near(self, text: str) -> list[int]:
        """FTS5's NEAR: all the words, with at most `spread` other words between the first and the last."""
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
    """Finds the terms of a plan in texts of one language. Make one a plan and language, use it for many texts."""

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
        self._single, self._several = list(single.items()), several

    def find(self, words: str, stems: str) -> list[Occurrence]:
        """Returns the occurrences in a text; a place may be found more than once, by other terms or in other ways."""
        return self.find_in(Columns((words,), (stems,)))[0]

    def find_in(self, columns: Columns) -> list[list[Occurrence]]:
        """Returns the occurrences in each column of a document."""
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
    """Adds the occurrences of a pattern to those of each column."""
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
    """A phrase, words near each other, or a beginning."""
    stems = pattern.words if pattern.stemmed else ()
    if pattern.spread:
        return _Wanted(clause, pattern, tuple(f" {word} " for word in pattern.words), stems)
    phrase = f" {' '.join(pattern.words)}{'' if pattern.prefix else ' '}"
    return _Wanted(clause, pattern, (phrase,), stems, len(pattern.words))


def _places(needle: str, text: str) -> list[int]:
    """The number of the word at which `needle` begins, each time that it stands in `text`."""
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
