"""The key file: an envelope as JSON, validated when read, and replaced atomically when written.

```
{"format": "guidance-kb casebook key", "version": 1, "store": base64,
 "slots": [{"kind": "passphrase", "kdf": "argon2id", "memory": KiB, "iterations": n, "lanes": n, "salt": …, "nonce": …, "wrapped": …}, …],
 "check": SHA-256 of every byte before this line, as hex}
```
The check distinguishes damage from a wrong passphrase. It is no protection against changes, because whoever changes the file can compute
it again; the slots authenticate themselves (`envelope`). It reveals nothing about the keys, because anyone with the file can compute it.
Older files have no check line, and get one when they are written again. Later versions of the format must end on this line too.
"""

import hashlib
import json
from pathlib import Path
from typing import Final

from guidance_kb.casebook.errors import AbsurdParameters, KeyFileDamaged, TooNew
from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.casebook.storage.rows import Fields, of_binary, of_cost
from guidance_kb.casebook.vault.envelope import (
    NONCE_BYTES,
    SALT_BYTES,
    STORE_BYTES,
    WRAPPED_BYTES,
    Envelope,
    Slot,
    SlotKind,
)

_FORMAT: Final = "guidance-kb casebook key"
_VERSION: Final = 1
_LARGEST: Final = 64 * 1024  # the maximum number of bytes read; the program's own files are under 1 KiB
_NAMES: Final = {"format", "version", "store", "slots"}
_MARK: Final = b',\n "check": "'  # the text between the checked part and the check
_END: Final = b'"\n}\n'


def encode(envelope: Envelope) -> bytes:
    """Return the text of the key file."""
    slots = [
        {
            "kind": slot.kind.value,
            **of_cost(slot.cost),
            "salt": of_binary(slot.salt),
            "nonce": of_binary(slot.nonce),
            "wrapped": of_binary(slot.wrapped),
        }
        for slot in envelope.slots
    ]
    whole = {"format": _FORMAT, "version": _VERSION, "store": of_binary(envelope.store), "slots": slots}
    return _with_check(json.dumps(whole, indent=1).removesuffix("\n}").encode("ascii"))


def decode(data: bytes) -> Envelope:
    """Return the envelope in the text of a key file.

    Raises:
        KeyFileDamaged: The text is not a key file, the check fails, or a field is missing or has the wrong size.
        AbsurdParameters: A slot demands more work than the program ever sets.
        TooNew: A later version of the program wrote it.
    """
    is_checked = _is_checked(data)
    try:
        whole = Fields.of(json.loads(data))
        if whole.text("format") != _FORMAT:
            raise KeyFileDamaged
        version = whole.number("version")
        if version != _VERSION:
            raise TooNew if version > _VERSION and is_checked else KeyFileDamaged
        whole.refuse_others(_NAMES | ({"check"} if is_checked else set()))
        slots = tuple(_slot(Fields.of(slot)) for slot in whole.items("slots"))
        store = whole.binary("store", STORE_BYTES)
    except (ValueError, RecursionError) as error:  # raised by JSON, UTF-8, SlotKind and Fields
        raise KeyFileDamaged from error
    if not slots or len({slot.kind for slot in slots}) < len(slots):
        raise KeyFileDamaged
    return Envelope(store, slots)


def read(path: Path) -> Envelope:
    """Return the envelope in the key file at `path`.

    Raises:
        KeyFileDamaged, AbsurdParameters, TooNew: As `decode`.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return decode(file.read(_LARGEST))


def write(path: Path, envelope: Envelope) -> None:
    """Replace the key file at `path` atomically.

    Raises:
        OSError: It could not be written; the existing file has not changed.
    """
    write_durably(path, encode(envelope))


def _with_check(checked: bytes) -> bytes:
    return checked + _MARK + hashlib.sha256(checked).hexdigest().encode("ascii") + _END


def _is_checked(data: bytes) -> bool:
    """Return whether the text ends on a valid check; a text without one is of an older version, or damaged in a way that its fields show.

    Raises:
        KeyFileDamaged: The check does not match.
    """
    checked, mark, _ = data.rpartition(_MARK)
    if mark and data != _with_check(checked):
        raise KeyFileDamaged
    return bool(mark)


def _slot(fields: Fields) -> Slot:
    kind, cost = SlotKind(fields.text("kind")), fields.cost()
    if not cost.sane:
        raise AbsurdParameters
    return Slot(
        kind,
        cost,
        fields.binary("salt", SALT_BYTES),
        fields.binary("nonce", NONCE_BYTES),
        fields.binary("wrapped", WRAPPED_BYTES),
    )
