"""The key file: an envelope as JSON, read with suspicion and written so that a power cut leaves the old or the new one whole.

```
{"format": "guidance-kb casebook key", "version": 1, "store": base64,
 "slots": [{"kind": "passphrase", "kdf": "argon2id", "memory": KiB, "iterations": n, "lanes": n, "salt": …, "nonce": …, "wrapped": …}, …]}
```
"""

import base64
import binascii
import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from guidance_kb.casebook.envelope import (
    NONCE_BYTES,
    SALT_BYTES,
    STORE_BYTES,
    WRAPPED_BYTES,
    Cost,
    Envelope,
    Slot,
    SlotKind,
)
from guidance_kb.casebook.refusals import AbsurdParameters, KeyFileDamaged, TooNew

_FORMAT: Final = "guidance-kb casebook key"
_VERSION: Final = 1
_LARGEST: Final = 64 * 1024  # bytes that are read; ours are under 1 KiB


def encode(envelope: Envelope) -> bytes:
    """Returns the text of the key file."""
    slots = [
        {
            "kind": slot.kind.value,
            "kdf": "argon2id",
            "memory": slot.cost.memory,
            "iterations": slot.cost.iterations,
            "lanes": slot.cost.lanes,
            "salt": _text(slot.salt),
            "nonce": _text(slot.nonce),
            "wrapped": _text(slot.wrapped),
        }
        for slot in envelope.slots
    ]
    whole = {"format": _FORMAT, "version": _VERSION, "store": _text(envelope.store), "slots": slots}
    return (json.dumps(whole, indent=1) + "\n").encode("ascii")


def decode(data: bytes) -> Envelope:
    """Returns the envelope in the text of a key file.

    Raises:
        KeyFileDamaged: It is not one, or a piece is missing or of the wrong size.
        AbsurdParameters: A slot asks for more work than any of ours.
        TooNew: A later version of the program wrote it.
    """
    try:
        whole = _Fields.of(json.loads(data))
        if whole.text("format") != _FORMAT:
            raise KeyFileDamaged
        if whole.number("version") > _VERSION:
            raise TooNew
        slots = tuple(_slot(_Fields.of(slot)) for slot in whole.items("slots"))
        store = whole.binary("store", STORE_BYTES)
    except (ValueError, RecursionError) as error:  # of JSON, UTF-8, base64, SlotKind and _Fields
        raise KeyFileDamaged from error
    if not slots or len({slot.kind for slot in slots}) < len(slots):
        raise KeyFileDamaged
    return Envelope(store, slots)


def read(path: Path) -> Envelope:
    """Returns the envelope in the key file at `path`.

    Raises:
        KeyFileDamaged, AbsurdParameters, TooNew: As `decode`.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return decode(file.read(_LARGEST))


def write(path: Path, envelope: Envelope) -> None:
    """Puts the key file at `path` in place of what is there.

    Raises:
        OSError: It could not be written; what was there is as it was.
    """
    write_durably(path, encode(envelope))


def write_durably(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, readable by this user only: temporary file, fsync, replace, fsync of the folder.

    Raises:
        OSError: It could not be written; what was there is as it was.
    """
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)  # of a write that was cut short
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes names in `folder` last over a power cut, where the system can: Windows and some network drives refuse."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _slot(fields: "_Fields") -> Slot:
    kind = SlotKind(fields.text("kind"))
    if fields.text("kdf") != "argon2id":
        raise ValueError
    cost = Cost(fields.number("memory"), fields.number("iterations"), fields.number("lanes"))
    if not cost.sane:
        raise AbsurdParameters
    return Slot(
        kind,
        cost,
        fields.binary("salt", SALT_BYTES),
        fields.binary("nonce", NONCE_BYTES),
        fields.binary("wrapped", WRAPPED_BYTES),
    )


class _Fields:
    """A JSON object of which nothing is believed: a field that is missing or of another type is a `ValueError`."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    @classmethod
    def of(cls, value: object) -> "_Fields":
        if not isinstance(value, dict):
            raise ValueError  # noqa: TRY004 - one kind of error for all that is wrong with the file
        return cls(value)

    def text(self, name: str) -> str:
        value = self._fields.get(name)
        if not isinstance(value, str):
            raise ValueError  # noqa: TRY004
        return value

    def number(self, name: str) -> int:
        value = self._fields.get(name)
        if type(value) is not int:  # a bool is an int too
            raise ValueError
        return value

    def items(self, name: str) -> list[object]:
        value = self._fields.get(name)
        if not isinstance(value, list):
            raise ValueError  # noqa: TRY004
        return value

    def binary(self, name: str, size: int) -> bytes:
        try:
            value = base64.b64decode(self.text(name), validate=True)
        except binascii.Error as error:
            raise ValueError from error
        if len(value) != size:
            raise ValueError
        return value


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
