"""Sets of documents: one whole number with a bit a document, so that all that filters, combines and counts is a bitwise operation.

Bit n stands for the documents with the numbers 2n + 1 (Dutch) and 2n + 2 (English): the same entry in both languages.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import Final

from guidance_kb.language import Language

Documents = int
"""A set of documents."""

_ONE: Final = ord("1")
_FEW: Final = 1000


def documents(numbers: Iterable[int]) -> Documents:
    """Returns the set of documents with these numbers, of either language."""
    return documents_at([(number - 1) >> 1 for number in numbers])


def documents_at(places: Sequence[int]) -> Documents:
    """Returns the set of documents with these bits."""
    if not places:
        return 0
    if len(places) < _FEW:
        bits = bytearray((max(places) >> 3) + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")
    digits = bytearray(b"0") * (max(places) + 1)  # more work at first, and then twice as fast
    deque(map(digits.__setitem__, places, repeat(_ONE)), maxlen=0)
    digits.reverse()  # the first digit is the highest
    return int(digits, 2)


def places_of(found: Documents) -> Iterator[int]:
    """Yields the bits of a set, in order."""
    digits = f"{found:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def numbers(found: Documents, language: Language) -> Iterator[int]:
    """Yields the numbers of documents in `language`, in order."""
    first = 1 if language is Language.NL else 2
    return (2 * place + first for place in places_of(found))


def in_language(number: int, language: Language) -> int:
    """Returns the number of the same entry in `language`, for the number of a document in either."""
    return ((number - 1) & ~1) + (1 if language is Language.NL else 2)


def with_most(sets: Sequence[Documents], among: Documents) -> Iterator[Documents]:
    """Yields the documents of `among` that are in all of `sets`, those in all but one, and so on to those in none."""
    at_least = [among] + [0] * len(sets)
    for one in sets:
        for many in range(len(sets), 0, -1):
            at_least[many] |= at_least[many - 1] & one
    more = 0
    for having in reversed(at_least):
        yield having & ~more
        more = having


def foremost(
    among: Documents, held: Sequence[Documents], named: Sequence[Documents], language: Language, most: int
) -> list[int]:
    """Returns the numbers of up to `most` documents of `among`, those that hold most first.

    Args:
        among: The documents to choose from.
        held: Sets of which it counts in how many a document is.
        named: Sets that decide between those that are in equally many of `held`; the first documents of equals are chosen.
        language: That of the numbers.
        most: How many.
    """
    chosen: list[int] = []
    for holding in with_most(held, among):
        for naming in with_most(named, holding) if holding else ():
            chosen += islice(numbers(naming, language), most - len(chosen))
            if len(chosen) == most:
                return chosen
    return chosen
