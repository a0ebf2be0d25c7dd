"""Excerpts: the part of a text that shows best why it was found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Occurrence, OccurrenceFinder
from guidance_kb.search.language.folding import Range, ranges_at, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Plan

# --- Highlights: the ranges of the original text that match a plan


def marks(text: str, plan: Plan, language: Language) -> list[Range]:
    """Return the ranges of `text`, which is in `language`, to highlight: in order, not empty, not overlapping."""
    found = words(text)
    occurrences = OccurrenceFinder(plan, language).find(" ".join(found), " ".join(stemming(language).stems(found)))
    return marks_at(text, occurrences)


def marks_at(text: str, occurrences: Iterable[Occurrence]) -> list[Range]:
    """Return the ranges to highlight for known occurrences in `text`."""
    spans = {(at.place, at.length) for at in occurrences}
    if not spans:
        return []
    spots = ranges_at(text, {place + more for place, length in spans for more in range(length)})
    found = sorted(
        spots[place] if length == 1 else (spots[place][0], max(spots[at][1] for at in range(place, place + length)))
        for place, length in spans
    )
    merged = [found[0]]
    for start, end in found[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


LENGTH: Final = 160
"""Length of an excerpt in characters, about two lines in the list of hits."""

_ELLIPSIS: Final = "…"
_STOPS: Final = (".", "!", "?")
_CLOSING: Final = "”’\"')"
_NOT_LAST: Final = " \n,;:"
"""Characters removed before an ellipsis."""

_SPACE: Final = re.compile(r"\s")
_SENTENCE_END: Final = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text with the ranges to highlight in it; `ours` if the report does not say it."""

    text: str
    marks: tuple[Range, ...] = ()
    ours: bool = False

    def labelled(self, label: str) -> "Excerpt":
        """Return the excerpt with a label before it."""
        by = len(label)
        return replace(self, text=label + self.text, marks=tuple((first + by, last + by) for first, last in self.marks))

    def quoted(self) -> "Excerpt":
        """Return the excerpt in quotation marks."""
        return Excerpt(f"“{self.text}”", tuple((first + 1, last + 1) for first, last in self.marks))


def excerpt(text: str, ranges: Sequence[Range], length: int = LENGTH) -> Excerpt:
    """Return about `length` characters of `text` with as many of the highlighted `ranges` as fit, cut between words.

    The excerpt begins at a sentence where that loses no highlight. Line breaks become spaces, so that it is one line. An ellipsis marks a
    sentence that continues; after the end of a sentence there is none.
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


def part_excerpt(text: str, ranges: Sequence[Range], retold: int | None) -> Excerpt:
    """Return an excerpt of either what the report says or of one line of ours, whichever has the most highlights.

    Args:
        text: The body of a document.
        ranges: The ranges to highlight.
        retold: The number of lines, from the first, that retell the report; None if there is no such difference.
    """
    if retold is None:
        return excerpt(text, ranges)
    lines = text.split("\n")
    told = "\n".join(lines[:retold])
    parts, start = [(0, len(told))], len(told) + 1
    for line in lines[retold:]:
        parts.append((start, start + len(line)))
        start += len(line) + 1
    inside = [[one for one in ranges if start <= one[0] and one[1] <= end] for start, end in parts]
    best = max(range(len(parts)), key=lambda number: _shown(inside[number]))
    start, end = parts[best]
    found = excerpt(text[start:end], [(first - start, last - start) for first, last in inside[best]])
    return replace(found, ours=best > 0)


def _shown(ranges: Sequence[Range]) -> int:
    """Return how many of the ranges one excerpt can show."""
    if not ranges:
        return 0
    first, last = _densest(ranges, LENGTH)
    return last - first + 1


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
    """Return the first and last index of the most ranges that fit in `length` characters; the earliest of equals."""
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
    """Return the end of the text without trailing punctuation, but at least `least`, the end of the last highlight."""
    while end > least and text[end - 1] in _NOT_LAST:
        end -= 1
    return end
