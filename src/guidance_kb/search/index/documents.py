"""Sets of documents as integers with one bit for each document, so that filters and counts are bitwise operations.

Bit n represents the documents numbered 2n + 1 (Dutch) and 2n + 2 (English): the same entry in both languages.
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
    """Return the set of documents with these numbers, of either language."""
    return documents_at([(number - 1) >> 1 for number in numbers])


def documents_at(places: Sequence[int]) -> Documents:
    """Return the set of documents with these bits."""
    if not places:
        return 0
    if len(places) < _FEW:
        bits = bytearray((max(places) >> 3) + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")
    digits = bytearray(b"0") * (max(places) + 1)  # slower to set up, then twice as fast
    deque(map(digits.__setitem__, places, repeat(_ONE)), maxlen=0)
    digits.reverse()  # the first digit is the most significant
    return int(digits, 2)


def places_of(found: Documents) -> Iterator[int]:
    """Yield the bits of a set, in order."""
    digits = f"{found:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def numbers(found: Documents, language: Language) -> Iterator[int]:
    """Yield the numbers of documents in `language`, in order."""
    first = 1 if language is Language.NL else 2
    return (2 * place + first for place in places_of(found))


def in_language(number: int, language: Language) -> int:
    """Return the number, in `language`, of the entry that has a document with this number."""
    return ((number - 1) & ~1) + (1 if language is Language.NL else 2)


def with_most(sets: Sequence[Documents], among: Documents) -> Iterator[Documents]:
    """Yield the documents of `among` by how many of `sets` contain them: all, all but one, … none."""
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
    """Return the numbers of up to `most` documents of `among`, those in most sets first.

    Args:
        among: The documents to choose from.
        held: Sets to count membership in.
        named: Sets that break ties; remaining ties go to the first documents.
        language: The language of the numbers.
        most: The maximum number of documents.
    """
    chosen: list[int] = []
    for holding in with_most(held, among):
        for naming in with_most(named, holding) if holding else ():
            chosen += islice(numbers(naming, language), most - len(chosen))
            if len(chosen) == most:
                return chosen
    return chosen
