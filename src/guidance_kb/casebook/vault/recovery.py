"""The recovery key: 160 random bits on paper that open the casebook if the passphrase is forgotten; and the rule for which backups to keep.

The key is written as 35 characters in seven groups of five, in Crockford's base 32 (no I, L, O or U). The last three characters are a
checksum, so that a typing error is detected at once and does not count as an attempt. Reading accepts lower case, spaces, dashes, and
O, I, L and U for 0, 1, 1 and V.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from guidance_kb.casebook.errors import MistypedRecoveryKey

# --- Backups to keep: all of the last day, one for each of seven days and four weeks, and none beyond the limit


ALL_OF: Final = timedelta(hours=24)
DAYS: Final = 7
"""Number of days with a backup of which the last backup is kept."""

WEEKS: Final = 4
"""Number of weeks with a backup of which the last one is kept; weeks without work do not count, so that a summer break removes nothing."""

LONGEST: Final = timedelta(days=91)
"""Maximum age of any backup, after which erased data is gone from all backups."""


def superfluous(made: Iterable[datetime], now: datetime, limit: timedelta) -> set[datetime]:
    """Return the moments of the backups to remove; never the newest, and never one in the future.

    Args:
        made: When each backup was made, in UTC.
        now: In UTC.
        limit: The maximum age of a backup.
    """
    known = sorted((moment for moment in made if moment <= now), reverse=True)
    stays = {moment for moment in known if now - moment <= ALL_OF}
    stays.update(_last_of_each(known, "%Y-%m-%d")[:DAYS])
    stays.update(_last_of_each(known, "%G-%V")[:WEEKS])
    stays = {moment for moment in stays if now - moment <= limit}
    return set(known) - stays - set(known[:1])


def _last_of_each(newest_first: Iterable[datetime], period: str) -> list[datetime]:
    """Return the last moment of each local day or week."""
    last: dict[str, datetime] = {}
    for moment in newest_first:
        last.setdefault(moment.astimezone().strftime(period), moment)
    return list(last.values())


GROUPS: Final = 7
_GROUP: Final = 5
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS: Final = 5  # for each character
_SECRET_BYTES: Final = 20
_CHECK: Final = 3  # characters
_MEANT: Final = str.maketrans("OILU", "011V")
_BETWEEN: Final = re.compile("[\\s\\-_.\u2010-\u2015\u2212]+")


def new_recovery_key() -> str:
    """Return a new key in its printed form: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`."""
    return written(secrets.token_bytes(_SECRET_BYTES))


def written(secret: bytes) -> str:
    """Return the printed form of `secret` (20 bytes)."""
    text = _characters(int.from_bytes(secret), _SECRET_BYTES * 8 // _BITS) + _checksum(secret)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def recovery_secret(key: str) -> bytes:
    """Return the 20 bytes of a typed recovery key.

    Raises:
        MistypedRecoveryKey: It is too long or short, has an invalid character, or its checksum does not match.
    """
    text = _cleaned(key)
    if len(text) != GROUPS * _GROUP or not set(text) <= set(_ALPHABET):
        raise MistypedRecoveryKey
    number = 0
    for character in text[:-_CHECK]:
        number = (number << _BITS) + _ALPHABET.index(character)
    secret = number.to_bytes(_SECRET_BYTES)
    if _checksum(secret) != text[-_CHECK:]:
        raise MistypedRecoveryKey
    return secret


def groups_to_retype() -> tuple[int, int]:
    """Return the numbers of two groups, 1 to 7, lowest first, that the user must copy from the paper."""
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second


def check_groups(key: str, typed: Mapping[int, str]) -> bool:
    """Return whether every group in `typed` (typed text by group number, from 1) matches `key`; False if nothing was typed."""
    whole = _cleaned(key)
    groups = {number: whole[(number - 1) * _GROUP : number * _GROUP] for number in range(1, GROUPS + 1)}
    return bool(typed) and all(_cleaned(text) == groups.get(number) for number, text in typed.items())


def _cleaned(text: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MEANT)


def _characters(number: int, count: int) -> str:
    return "".join(_ALPHABET[(number >> (_BITS * place)) % len(_ALPHABET)] for place in reversed(range(count)))


def _checksum(secret: bytes) -> str:
    """Return three characters: the first 15 bits of a separate SHA-256, which do not help in guessing 160 bits."""
    digest = hashlib.sha256(b"guidance-kb recovery key" + secret).digest()
    return _characters(int.from_bytes(digest[:2]) >> 1, _CHECK)
