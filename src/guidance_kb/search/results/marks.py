"""Marks: the ranges of a text that a plan found, in the original text."""

from collections.abc import Iterable

from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Occurrence, OccurrenceFinder
from guidance_kb.search.language.folding import Range, ranges, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Plan


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
