"""What in a client code looks as if it tells who somebody is: to warn while it is typed, never to refuse."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.privacy import personal_data
from guidance_kb.casebook.privacy.personal_data import OLDEST, YOUNGEST


class Doubt(StrEnum):
    """What a code or a text looks like."""

    NAME = "name"
    BSN = "bsn"
    BIRTH_DATE = "birth_date"
    EMAIL = "email"
    PHONE = "phone"


_NAME: Final = re.compile(r"[^\W\d_]*[a-z][^\W\d_]*")
"""Letters, not all capitals: `Fatima82`, `jansen-3`; `K-014` and `WERK-7` are none."""

_SHORTEST: Final = 3
"""Letters that a name has at least: `Ali`."""

_DAY: Final = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})")
)
"""A date without anything between its parts."""


def in_text(text: str, today: date) -> tuple[Doubt, ...]:
    """Returns what a free text holds that looks personal, each once, in the order in which it stands."""
    return tuple(dict.fromkeys(Doubt(each.kind.value) for each in personal_data.found(text, today)))


def in_code(code: str, today: date) -> tuple[Doubt, ...]:
    """Returns what a code looks like; a code of digits and capitals raises no doubt."""
    found = list(in_text(code, today))
    if any(len(match[0]) >= _SHORTEST for match in _NAME.finditer(code)):
        found.append(Doubt.NAME)
    if any(_is_birth(match, today) for pattern in _DAY for match in pattern.finditer(code)):
        found.append(Doubt.BIRTH_DATE)
    return tuple(dict.fromkeys(found))


def _is_birth(match: re.Match[str], today: date) -> bool:
    """Whether the digits are a day on which somebody living may have been born."""
    year = int(match["y"])
    if year < 100:  # noqa: PLR2004 - two digits: this century if it can be, else the one before
        year += 2000 if year + 2000 <= today.year - YOUNGEST else 1900
    try:
        born = date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return False
    return today.year - OLDEST <= born.year <= today.year - YOUNGEST
