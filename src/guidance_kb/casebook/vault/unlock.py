"""What a user types to open something: the passphrase, or the recovery key; for backups, which have key slots of their own."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from guidance_kb.casebook.errors import (
    AbsurdParameters,
    CasebookError,
    KeyFileMissing,
    TooSoon,
    WrongPassphrase,
    WrongRecoveryKey,
    told,
)
from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.casebook.storage.files import TRIES
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.envelope import Cost, DataKey, Envelope, SlotKind, passphrase_secret
from guidance_kb.casebook.vault.recovery import recovery_secret

# How long to wait after wrong tries: rising, remembered by the vault and over a restart.
#
# Remembered in a small file of its own, `casebook.tries`, that holds how often and when last, and nothing else. Not in the key file:
# that one
# is worth too much to be rewritten at every slip of the finger. Who deletes the small file is rid of the delay, and so is who copies
# the key file; against them Argon2id stands, not this. The delay is for a person at an unwatched desk.

_LONGEST: Final = 60.0  # seconds


class Tries:
    """The wrong tries since the last right one."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._failures, self._last = _read(path)

    @property
    def wait(self) -> float:
        """Seconds to wait before the next try."""
        now = self._clock()
        if self._last is None:
            return 0.0
        if self._last > now:  # the clock was put back, perhaps by years: the delay starts now, once
            self._last = now
            self._save()
        return max(0.0, delay_after(self._failures) - (now - self._last).total_seconds())

    def failed(self) -> float:
        """Counts a wrong try and returns the seconds to wait before the next."""
        self._failures += 1
        self._last = self._clock()
        self._save()
        return delay_after(self._failures)

    def _save(self) -> None:
        last = self._last.isoformat() if self._last else None
        with contextlib.suppress(OSError):  # in a folder that cannot be written the vault still remembers
            write_durably(self._path, json.dumps({"failures": self._failures, "last": last}).encode())

    def succeeded(self) -> None:
        """Forgets the wrong tries."""
        self._failures, self._last = 0, None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def delay_after(failures: int) -> float:
    """Returns the seconds to wait after so many wrong tries: 1, 2, 4 … up to 60."""
    return min(_LONGEST, 2.0 ** min(failures - 1, 10)) if failures > 0 else 0.0


def _read(path: Path) -> tuple[int, datetime | None]:
    """What the file says; nothing, if it is not there or not ours."""
    try:
        whole = json.loads(path.read_bytes()[:1000])
        failures, last = whole["failures"], datetime.fromisoformat(whole["last"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return 0, None
    return (failures, last) if type(failures) is int and failures > 0 and last.tzinfo is not None else (0, None)


@dataclass(frozen=True)
class Secret:
    """What was typed."""

    kind: SlotKind
    value: bytes = field(repr=False)

    @classmethod
    def passphrase(cls, typed: str) -> "Secret":
        """Returns a passphrase."""
        return cls(SlotKind.PASSPHRASE, passphrase_secret(typed))

    @classmethod
    def recovery_key(cls, typed: str) -> "Secret":
        """Returns a recovery key.

        Raises:
            MistypedRecoveryKey: It does not add up.
        """
        return cls(SlotKind.RECOVERY, recovery_secret(typed))

    def wrap(self, key: DataKey, envelope: Envelope, cost: Cost) -> Envelope:
        """Returns the slots with the key wrapped under it, in place of what the slot of its kind held; a quarter of a second of work."""
        return envelope.with_slot(key, self.kind, self.value, cost)

    def opens(self, envelope: Envelope) -> bool:
        """Whether it opens these slots; a quarter of a second of work."""
        return envelope.unlock(self.kind, self.value) is not None


def slots(path: Path) -> Envelope:
    """Returns the slots in a key file.

    Raises:
        KeyFileMissing, KeyFileDamaged, AbsurdParameters, TooNew, CannotUse: As they say.
    """
    with told():
        if not path.exists():
            raise KeyFileMissing
        return keyfile.read(path)


def slots_of(path: Path, store: bytes) -> Envelope | None:
    """Returns the slots in a key file if they are of that casebook; None if not, or if the file is of no use."""
    try:
        found = slots(path)
    except CasebookError:
        return None
    return found if found.store == store else None


class Unlock:
    """Tries secrets on slots, with a delay after wrong ones; one for each folder, so that there is one delay."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._tries = Tries(folder / TRIES, clock)

    @property
    def wait(self) -> float:
        """Seconds until the next try is allowed; 0 when it is."""
        return self._tries.wait

    def unlock(self, secret: Secret, *envelopes: Envelope) -> DataKey:
        """Returns the data key of the first slots that the secret opens.

        Raises:
            WrongPassphrase, WrongRecoveryKey: It opens none.
            TooSoon: The delay after wrong tries is not over.
            AbsurdParameters: They ask for more memory than this machine has, though not for more than they may.
        """
        if self.wait > 0:
            raise TooSoon(self.wait)
        for envelope in envelopes:
            try:
                key = envelope.unlock(secret.kind, secret.value)
            except MemoryError as error:
                raise AbsurdParameters from error
            if key is not None:
                self._tries.succeeded()
                return key
        delay = self._tries.failed()
        raise WrongPassphrase(delay) if secret.kind is SlotKind.PASSPHRASE else WrongRecoveryKey(delay)
