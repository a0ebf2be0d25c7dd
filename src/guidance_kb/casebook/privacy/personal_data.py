"""Detection of personal data in free text and in client codes: citizen service numbers, birth dates, e-mail addresses, phone numbers.

It serves a warning during typing, never a refusal. Few false alarms matter more than completeness: there is no warning for an amount, a
year, a postcode or an article number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class PersonalDataKind(StrEnum):
    """Kinds of personal data; a name is looked for in client codes only."""

    NAME = "name"
    BSN = "bsn"
    BIRTH_DATE = "birth_date"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Personal:
    """A part of a text, from `start` to `end` (exclusive), that looks personal."""

    kind: PersonalDataKind
    start: int
    end: int


OLDEST: Final = 110
"""Maximum age in years."""

YOUNGEST: Final = 12
"""Age in years below which a date is rarely a birth date, unless the text says so."""

_BORN: Final = re.compile(
    r"(?:\bgeb(?:oren|oortedatum)?|\bborn|\b(?:date of )?birth(?: ?date|day)?|\bverjaardag)\W{0,3}(?:(?:op|on|is|of) )?$",
    re.IGNORECASE,
)
"""Words directly before a date that make it a birth date."""

_SINCE: Final = re.compile(r"\b(?:sinds|vanaf|tot|per|since|from|until)\W{1,2}$", re.IGNORECASE)
"""Words directly before a date that make it another date."""

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june",
            "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_BEGIN: Final = r"(?<![\w.,/+-])"
_END: Final = r"(?!\w|[-/.,:]\d)"
_DATE: Final = tuple(
    re.compile(_BEGIN + pattern + _END, re.IGNORECASE)
    for pattern in (
        r"(?P<d>\d{1,2})(?P<s>[-/. ])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})",
        r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        rf"(?P<d>\d{{1,2}})(?P<s>e|th|st|nd|rd)?[ -](?:of )?(?P<m>{_MONTH})\.?[ -](?P<y>\d{{4}})",
        rf"(?P<m>{_MONTH})\.? (?P<d>\d{{1,2}})(?P<s>th|st|nd|rd)?,? (?P<y>\d{{4}})",
    )
)
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)*\.[^\W\d_]{2,}")
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{2,4}){2,4}\b")
_PHONE: Final = re.compile(
    rf"{_BEGIN}(?:(?:\+|00) ?31(?: ?- ?|[ .])?(?:\(0\) ?)?|(?:\((?=0\d{{1,3}}\)))?0)[1-9](?:\)?(?: ?[-\u2011\u2013] ?|[ .])?\d){{8}}{_END}"
)
_MOST_GROUPS: Final = 6
"""Maximum number of groups of digits in a phone number; more are a list of numbers."""

_BSN: Final = re.compile(
    r"(?<![\w.,/+€$£-])(?<![€$£] )(?<!\beur )"
    r"(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}([. -])\d{2}\2\d{3})"
    r"(?!-?\w|[.,/]\d|[.,]-| ?(?:€|euro?\b))",
    re.IGNORECASE,
)
_NAMED_BSN: Final = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi(?:nummer)?)(?:[- ]?(?:nummer|nr\.?))?(?: is)?\W{0,3}(\d{8,9})(?!\d)",
    re.IGNORECASE,
)
_BSN_LENGTH: Final = 9


def found(text: str, today: date) -> tuple[Personal, ...]:
    """Return the personal data in `text`, in order and without overlap; `today` limits the years of a birth."""
    emails = [match.span() for match in _EMAIL.finditer(text)]
    text = _hidden(text, emails)
    text = _hidden(text, [match.span() for match in _IBAN.finditer(text)])
    dates = [match for pattern in _DATE for match in pattern.finditer(text) if _is_date(match)]
    births = [match.span() for match in dates if _is_birth(match, today)]
    text = _hidden(text, [match.span() for match in dates])  # the digits of other dates are not phone numbers
    phones = [match.span() for match in _PHONE.finditer(text) if _is_phone(match[0])]
    text = _hidden(text, phones)
    named = [match.span(1) for match in _NAMED_BSN.finditer(text) if is_bsn(match[1])]
    text = _hidden(text, named)
    bsns = [match.span() for match in _BSN.finditer(text) if is_bsn(match[0])]
    kinds = (
        (PersonalDataKind.EMAIL, emails),
        (PersonalDataKind.BIRTH_DATE, births),
        (PersonalDataKind.PHONE, phones),
        (PersonalDataKind.BSN, named),
        (PersonalDataKind.BSN, bsns),
    )
    pieces = {(start, end): Personal(kind, start, end) for kind, spans in kinds for start, end in spans}
    return tuple(pieces[span] for span in sorted(pieces))


def is_bsn(number: str) -> bool:
    """Return whether `number`, nine digits or eight without a leading zero, passes the check of a BSN.

    9a + 8b + … + 2h - i is a multiple of 11 (the "elfproef", https://nl.wikipedia.org/wiki/Burgerservicenummer).
    """
    digits = "".join(filter(str.isdecimal, number)).zfill(_BSN_LENGTH)
    if len(digits) != _BSN_LENGTH or int(digits) == 0:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def _hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with spans overwritten, so that nothing else is found in them; its length is unchanged."""
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _is_date(match: re.Match[str]) -> bool:
    """Return whether the date exists; numbers separated by spaces count only after words for a birth."""
    month, year = match["m"].casefold(), int(match["y"])
    try:
        date(year + 1900 if len(match["y"]) == len("84") else year, _MONTHS.get(month) or int(month), int(match["d"]))
    except ValueError:
        return False
    return match["s"] != " " or _is_called_birth(match)


def _is_birth(match: re.Match[str], today: date) -> bool:
    if _is_called_birth(match):
        return True
    if len(match["y"]) == len("84") or _SINCE.search(_before(match)):
        return False
    return today.year - OLDEST <= int(match["y"]) <= today.year - YOUNGEST


def _is_called_birth(match: re.Match[str]) -> bool:
    return _BORN.search(_before(match)) is not None


def _before(match: re.Match[str]) -> str:
    """Return the text directly before a match."""
    return match.string[max(0, match.start() - 40) : match.start()]


def _is_phone(number: str) -> bool:
    """Return whether its groups of digits form a phone number and not a list of times or numbers."""
    dotted = "." in number and any(separator in number for separator in " -")
    return not dotted and len(re.findall(r"\d+", number)) <= _MOST_GROUPS


# --- Kinds in a free text and in a client code


_NAME: Final = re.compile(r"[^\W\d_]*[a-z][^\W\d_]*")
"""Letters, not all capitals: `Fatima82`, `jansen-3`; `K-014` and `WERK-7` do not match."""

_SHORTEST: Final = 3
"""Minimum number of letters of a name: `Ali`."""

_DAY: Final = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})")
)
"""A date without separators."""


def in_text(text: str, today: date) -> tuple[PersonalDataKind, ...]:
    """Return the kinds of personal data that a free text seems to contain, each once, in order."""
    return tuple(dict.fromkeys(each.kind for each in found(text, today)))


def in_code(code: str, today: date) -> tuple[PersonalDataKind, ...]:
    """Return the kinds of personal data that a code seems to contain; digits and capitals are not suspicious."""
    kinds = list(in_text(code, today))
    if any(len(match[0]) >= _SHORTEST for match in _NAME.finditer(code)):
        kinds.append(PersonalDataKind.NAME)
    if any(_may_be_birth(match, today) for pattern in _DAY for match in pattern.finditer(code)):
        kinds.append(PersonalDataKind.BIRTH_DATE)
    return tuple(dict.fromkeys(kinds))


def _may_be_birth(match: re.Match[str], today: date) -> bool:
    """Return whether the digits may be the birth date of a living person."""
    year = int(match["y"])
    if year < 100:  # noqa: PLR2004 - two digits: this century if possible, else the last
        year += 2000 if year + 2000 <= today.year - YOUNGEST else 1900
    try:
        born = date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return False
    return today.year - OLDEST <= born.year <= today.year - YOUNGEST
