"""The order of names in a list, as a reader of Dutch or English looks for them."""

import re
import unicodedata
from typing import Final

_NUMBER: Final = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int, str], ...], str]


def by_name(name: str) -> Key:
    """The key to sort a name by: capitals and accents do not matter, and 2 comes before 10.

    `ij` counts as its two letters, as it does in Dutch word lists. Names that differ in capitals or accents only stand in a fixed order.
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()
    pieces = (piece for piece in _NUMBER.split(plain) if piece)
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces), name
