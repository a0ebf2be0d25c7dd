"""Personal data in client codes: for a warning during typing, never for a refusal."""

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
"""Letters, not all capitals: `Fatima82`, `jansen-3`; `K-014` and `WERK-7` do not match."""

_SHORTEST: Final = 3
"""Minimum number of letters of a name: `Ali`."""

_DAY: Final = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})")
)
"""A date without separators."""


def in_text(text: str, today: date) -> tuple[Doubt, ...]:
    """Return the kinds of personal data that a free text seems to contain, each once, in order."""
    return tuple(dict.fromkeys(Doubt(each.kind.value) for each in personal_data.found(text, today)))


def in_code(code: str, today: date) -> tuple[Doubt, ...]:
    """Return the kinds of personal data that a code seems to contain; digits and capitals are not suspicious."""
    found = list(in_text(code, today))
    if any(len(match[0]) >= _SHORTEST for match in _NAME.finditer(code)):
        found.append(Doubt.NAME)
    if any(_is_birth(match, today) for pattern in _DAY for match in pattern.finditer(code)):
        found.append(Doubt.BIRTH_DATE)
    return tuple(dict.fromkeys(found))


def _is_birth(match: re.Match[str], today: date) -> bool:
    """Return whether the digits may be the birth date of a living person."""
    year = int(match["y"])
    if year < 100:  # noqa: PLR2004 - two digits: this century if possible, else the last
        year += 2000 if year + 2000 <= today.year - YOUNGEST else 1900
    try:
        born = date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return False
    return today.year - OLDEST <= born.year <= today.year - YOUNGEST
