"""The piece of a text that shows best why it was found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Occurrence, OccurrenceFinder
from guidance_kb.search.language.folding import Range, ranges, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Plan

# Marks: the ranges of a text that a plan found, in the original text.


def marks(text: str, plan: Plan, language: Language) -> list[Range]:
    """Returns the ranges of `text`, which is in `language`, to mark: in order, not empty, not overlapping."""
    found = words(text)
    occurrences = OccurrenceFinder(plan, language).find(" ".join(found), " ".join(stemming(language).stems(found)))
    return marks_at(text, occurrences)


def marks_at(text: str, occurrences: Iterable[Occurrence]) -> list[Range]:
    """Returns the ranges to mark for occurrences that were found in `text` before."""
    places = list(occurrences)
    if not places:
        return []
    spots = ranges(text)
    found = sorted((spots[at.place][0], max(end for _, end in spots[at.place : at.place + at.length])) for at in places)
    merged = [found[0]]
    for start, end in found[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


LENGTH: Final = 160
"""Characters of an excerpt, about two lines in the list of hits."""

_ELLIPSIS: Final = "…"
_STOPS: Final = (".", "!", "?")
_CLOSING: Final = "”’\"')"
_NOT_LAST: Final = " \n,;:"
"""What does not stand before an ellipsis."""

_SPACE: Final = re.compile(r"\s")
_SENTENCE_END: Final = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with the ranges to mark in that piece."""

    text: str
    marks: tuple[Range, ...] = ()

    def quoted(self) -> "Excerpt":
        """The same in quotation marks."""
        return Excerpt(f"“{self.text}”", tuple((first + 1, last + 1) for first, last in self.marks))


def excerpt(text: str, ranges: Sequence[Range], length: int = LENGTH) -> Excerpt:
    """Returns about `length` characters of `text` with as many of the marked `ranges` as fit, cut between words.

    The excerpt begins at a sentence where that costs no mark. Line breaks become spaces, so that it stays on one line. An ellipsis says
    that a sentence goes on; where one has ended there is none.
    """
    start = _start(text, ranges, length)
    end = len(text) if len(text) - start <= length else _cut_end(text, start, start + length)
    if end < len(text):
        end = _without_comma(text, end, max((min(last, end) for first, last in ranges if first < end), default=1))
    goes_on = end < len(text) and not text[start:end].rstrip(_CLOSING).endswith(_STOPS)
    before = _ELLIPSIS if start > 0 else ""
    after = _ELLIPSIS if goes_on else ""
    shown = before + _SPACE.sub(" ", text[start:end]) + after
    shift = len(before) - start
    inside = tuple(
        (max(first, start) + shift, min(last, end) + shift) for first, last in ranges if first < end and last > start
    )
    return Excerpt(shown, inside)


def _start(text: str, ranges: Sequence[Range], length: int) -> int:
    if len(text) <= length or not ranges:
        return 0
    first_mark, last_mark = _densest(ranges, length)
    begin = ranges[first_mark][0]
    last = ranges[last_mark][1]
    earliest = max(0, last - length)
    if earliest == 0:
        return 0
    window = text[earliest:begin]
    sentence = max(window.rfind(end) + len(end) if end in window else -1 for end in _SENTENCE_END)
    if sentence >= 0:
        return earliest + sentence
    context = max(earliest, begin - length // 3)
    space = text.find(" ", context, begin)
    return space + 1 if space >= 0 else begin


def _densest(ranges: Sequence[Range], length: int) -> tuple[int, int]:
    """The first and last of the most ranges that fit in `length` characters; the earliest of equals."""
    best = (0, 0)
    first = 0
    for last, (_, end) in enumerate(ranges):
        while first < last and end - ranges[first][0] > length:
            first += 1
        if last - first > best[1] - best[0]:
            best = (first, last)
    return best


def _cut_end(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start + 1, end + 1)
    return space if space > start + (end - start) // 2 else end


def _without_comma(text: str, end: int, least: int) -> int:
    """The place before what does not stand at the end of a piece, but not before `least`, where the last mark ends."""
    while end > least and text[end - 1] in _NOT_LAST:
        end -= 1
    return end
