"""Whether the list of checksums is signed with the publisher's key: minisign's own format (Ed25519), read here without the tool."""

import base64
import hashlib
from enum import Enum, auto
from pathlib import Path
from typing import Final

_ENDING: Final = ".minisig"
_LARGEST: Final = 10_000
"""Bytes of a key or a signature."""

_WHOLE, _HASHED = b"Ed", b"ED"
"""How the signature was made: of the file itself, or of its BLAKE2b hash."""


class Signature(Enum):
    """What is known of who made the list."""

    NOT_CONFIGURED = auto()
    """This program has no key to check with."""
    GOOD = auto()
    BAD = auto()
    MISSING = auto()


def signature_of(signed: Path, key: Path) -> Signature:
    """Checks the signature beside `signed` with a public key; whatever is wrong with either, it is not good."""
    if not key.is_file():
        return Signature.NOT_CONFIGURED
    beside = signed.with_name(signed.name + _ENDING)
    if not beside.is_file():
        return Signature.MISSING
    try:
        good = _is_good(signed.read_bytes(), _lines(beside), _lines(key))
    except (OSError, ValueError, IndexError):
        good = False
    return Signature.GOOD if good else Signature.BAD


def _lines(file: Path) -> list[str]:
    with file.open("rb") as stream:
        raw = stream.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise ValueError(file.name)
    return raw.decode("utf-8").splitlines()


def _is_good(signed: bytes, signature: list[str], key: list[str]) -> bool:
    """Whether the signature and the comment that it vouches for are of this key.

    Raises:
        ValueError: A line is not what minisign writes.
        IndexError: A line is not there.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only where a key is configured
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    public = base64.b64decode(key[1], validate=True)
    made = base64.b64decode(signature[1], validate=True)
    comment = signature[2].removeprefix("trusted comment: ")
    vouched = base64.b64decode(signature[3], validate=True)
    if public[:2] != _WHOLE or made[:2] not in (_WHOLE, _HASHED) or made[2:10] != public[2:10]:
        return False
    content = hashlib.blake2b(signed).digest() if made[:2] == _HASHED else signed
    try:
        one = Ed25519PublicKey.from_public_bytes(public[10:])
        one.verify(made[10:], content)
        one.verify(vouched, made[10:] + comment.encode())
    except InvalidSignature:
        return False
    return True
