"""A sealed file: a header line, then the contents under AES-256-GCM, with a key that Argon2id derives from a spoken code.

The code is 21 digits in groups of three, to be read over the telephone in any language: 19 random ones (63 bits, and Argon2id makes each
guess expensive), and two check digits (ISO 7064, mod 97, as in an IBAN).
"""

import json
import re
import secrets
import unicodedata
from typing import Final

from cryptography.exceptions import InvalidTag

from guidance_kb.casebook.errors import CasebookError, TooNew
from guidance_kb.casebook.storage.rows import Fields, of_binary, of_cost
from guidance_kb.casebook.vault.envelope import NONCE_BYTES, SALT_BYTES, STANDARD, Cost, cipher
from guidance_kb.language import Text

LARGEST: Final = 8 * 2**20
"""Maximum size of a file in bytes; a record rarely needs a twentieth of it."""

_FORMAT: Final = "guidance-kb transfer"
_VERSION: Final = 1
_LONGEST_HEAD: Final = 1000  # bytes
_CHANCE: Final = 19  # random digits
_DIGITS: Final = _CHANCE + 2
_GROUP: Final = 3
_BETWEEN: Final = re.compile("[\\s\\-_.,/\u2010-\u2015\u2212]+")
_MEANT: Final = str.maketrans("OoIl", "0011")


class NoTransfer(CasebookError):
    """The file is not a transfer file of this program, or it is truncated."""

    says = Text(
        "Dit is geen overdrachtsbestand van dit programma, of het is beschadigd. Er is niets veranderd: vraag uw collega het opnieuw "
        "te maken.",
        "This is no transfer file of this program, or it is damaged. Nothing has changed: ask your colleague to make it again.",
    )


class WrongCode(CasebookError):
    """The code is wrong or the contents were changed: the two cannot be distinguished."""

    says = Text(
        "De code past niet bij dit bestand, of het bestand is beschadigd. Er is niets veranderd: controleer de code bij uw collega.",
        "The code does not fit this file, or the file is damaged. Nothing has changed: check the code with your colleague.",
    )


class MistypedCode(CasebookError):
    """The check digits do not match: a typing error, detected without decryption."""

    says = Text(
        "Er staat een fout in de code: het zijn zeven groepen van drie cijfers. Laat ze nog eens voorlezen.",
        "There is an error in the code: it is seven groups of three digits. Have them read out again.",
    )


class TooLarge(CasebookError):
    """The file exceeds the size limit."""

    says = Text(
        "Dit bestand is te groot voor een overdracht van één dossier. Er is niets veranderd.",
        "This file is too large for the transfer of one record. Nothing has changed.",
    )


def new_code() -> str:
    """Return a new code in its spoken form: `123 456 789 012 345 678 901`."""
    chance = secrets.randbelow(10**_CHANCE)
    digits = f"{chance:0{_CHANCE}}{98 - chance * 100 % 97:02}"
    return " ".join(digits[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


def code_digits(typed: str) -> str:
    """Return the digits of a typed code; spaces and dashes are ignored, O is read as 0, I and l as 1.

    Raises:
        MistypedCode: There are too many or too few digits, or the check digits do not match.
    """
    digits = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed)).translate(_MEANT)
    if not (digits.isascii() and digits.isdigit() and len(digits) == _DIGITS and int(digits) % 97 == 1):
        raise MistypedCode
    return digits


def seal(contents: bytes, code: str, cost: Cost = STANDARD) -> bytes:
    """Encrypt contents to a file.

    Args:
        contents: The contents.
        code: From `new_code`.
        cost: The cost of one guess.

    Raises:
        TooLarge: The file would exceed the size limit.
    """
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    head = {"format": _FORMAT, "version": _VERSION, **of_cost(cost), "salt": of_binary(salt), "nonce": of_binary(nonce)}
    line = json.dumps(head).encode("ascii")
    sealed = line + b"\n" + cipher(code_digits(code).encode("ascii"), salt, cost).encrypt(nonce, contents, line)
    if len(sealed) > LARGEST:
        raise TooLarge
    return sealed


def unseal(sealed: bytes, code: str) -> bytes:
    """Decrypt the contents of a file.

    Args:
        sealed: The file, which is not trusted.
        code: The code as typed.

    Raises:
        MistypedCode, WrongCode: The code is wrong.
        NoTransfer, TooLarge, TooNew: It is not a transfer file, or a later version of the program made it.
    """
    if len(sealed) > LARGEST:
        raise TooLarge
    line, found, box = sealed.partition(b"\n")
    if not found or len(line) > _LONGEST_HEAD:
        raise NoTransfer
    salt, nonce, cost = _head(line)
    try:
        return cipher(code_digits(code).encode("ascii"), salt, cost).decrypt(nonce, box, line)
    except InvalidTag as error:
        raise WrongCode from error
    except MemoryError as error:  # within our limits, but more memory than this machine has
        raise NoTransfer from error


def _head(line: bytes) -> tuple[bytes, bytes, Cost]:
    try:
        head = Fields.of(json.loads(line))
        if head.text("format") != _FORMAT:
            raise NoTransfer
        if head.number("version") > _VERSION:
            raise TooNew
        salt, nonce, cost = head.binary("salt", SALT_BYTES), head.binary("nonce", NONCE_BYTES), head.cost()
    except (ValueError, RecursionError) as error:
        raise NoTransfer from error
    if not cost.sane:
        raise NoTransfer
    return salt, nonce, cost
