"""The key envelope: one random data key, wrapped in slots, each opened by its own secret.

The data key is the raw key of the SQLCipher database. A slot wraps it with AES-256-GCM under a key that Argon2id derives from the secret:
the passphrase or the recovery key. A new passphrase rewraps one slot and does not change the database; without either secret the data is
lost.
"""

import base64
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

STORE_BYTES: Final = 16
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
WRAPPED_BYTES: Final = KEY_BYTES + 16  # with the tag of GCM


class SlotKind(StrEnum):
    """The kind of secret that opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a slot
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Cost:
    """The Argon2id parameters, which set the cost of one guess.

    Attributes:
        memory: In KiB.
        iterations: Passes over that memory.
        lanes: Parts of the memory that are filled in parallel.
    """

    memory: int
    iterations: int
    lanes: int

    @property
    def sane(self) -> bool:
        """Whether a key file may demand this cost.

        The upper bounds keep a hostile file from blocking the program: four times the work of `STANDARD` at most, a second or two.
        The lower bounds catch nonsense. A cheap slot is no attack, because only someone who knows the secret can make one that opens.
        """
        return self.memory * self.iterations <= _MOST_WORK and all(
            low <= value <= high
            for value, low, high in (
                (self.memory, _LEAST.memory, _MOST.memory),
                (self.iterations, _LEAST.iterations, _MOST.iterations),
                (self.lanes, _LEAST.lanes, _MOST.lanes),
            )
        )


STANDARD: Final = Cost(
    memory=64 * 1024, iterations=3, lanes=4
)  # the second recommended option of RFC 9106, for ordinary amounts of memory
_LEAST: Final = Cost(memory=8 * 1024, iterations=1, lanes=1)
_MOST: Final = Cost(memory=256 * 1024, iterations=12, lanes=16)
_MOST_WORK: Final = 4 * STANDARD.memory * STANDARD.iterations  # KiB of memory times passes


@dataclass(frozen=True)
class DataKey:
    """The key of a database.

    Attributes:
        store: 16 bytes, the id of the casebook: the salt at the start of its database and of every backup.
        secret: 32 bytes, the raw key.
    """

    store: bytes
    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "DataKey":
        """Return the key of a new casebook."""
        return cls(secrets.token_bytes(STORE_BYTES), secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True)
class Slot:
    """The data key, wrapped under one secret.

    Attributes:
        kind: The kind of secret that opens it.
        cost: The cost used for Argon2id.
        salt: 16 bytes, for Argon2id.
        nonce: 12 bytes, for AES-GCM.
        wrapped: 48 bytes: the encrypted data key and the tag.
    """

    kind: SlotKind
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True)
class Envelope:
    """The slots of one casebook, as stored in the key file.

    Attributes:
        store: The id of the casebook, as in `DataKey`.
        slots: At most one of each kind.
    """

    store: bytes
    slots: tuple[Slot, ...]

    def unlock(self, kind: SlotKind, secret: bytes) -> DataKey | None:
        """Return the data key; None if there is no such slot or `secret` does not open it, which look the same from outside."""
        slot = next((slot for slot in self.slots if slot.kind is kind), None)
        if slot is None:
            return None
        try:
            key = cipher(secret, slot.salt, slot.cost).decrypt(
                slot.nonce, slot.wrapped, _bound(self.store, slot.kind, slot.cost)
            )
        except InvalidTag:
            return None
        return DataKey(self.store, key)

    def with_slot(self, key: DataKey, kind: SlotKind, secret: bytes, cost: Cost) -> "Envelope":
        """Return the envelope with `key` wrapped under `secret`, replacing the slot of this kind."""
        salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
        wrapped = cipher(secret, salt, cost).encrypt(nonce, key.secret, _bound(key.store, kind, cost))
        others = tuple(other for other in self.slots if other.kind is not kind)
        return replace(self, slots=(*others, Slot(kind, cost, salt, nonce, wrapped)))


def passphrase_secret(passphrase: str) -> bytes:
    """Return the input of Argon2id for a passphrase: normalised to NFKC, so that é is é on every keyboard and system."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def cipher(secret: bytes, salt: bytes, cost: Cost) -> AESGCM:
    """Return the cipher whose key Argon2id derives from a secret; this is the slow part of opening a slot.

    Raises:
        MemoryError: The cost is more than this machine has.
    """
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory)
    return AESGCM(kdf.derive(secret))


def _bound(store: bytes, kind: SlotKind, cost: Cost) -> bytes:
    """Return the associated data of the tag, which binds a slot to its casebook, kind and cost."""
    store_id = base64.b16encode(store).decode()
    return (
        f"guidance-kb casebook slot 1|{store_id}|{kind}|argon2id|{cost.memory}|{cost.iterations}|{cost.lanes}".encode()
    )
