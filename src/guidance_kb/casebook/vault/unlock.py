"""The secrets that a user types, the passphrase or the recovery key, and the attempt delay. Backups have key slots of their own."""

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

# --- Attempt delay
#
# The delay rises with every wrong attempt and survives a restart: `casebook.tries` has the number of wrong attempts and the time of the
# last. The key file does not have them, because it is too important to be rewritten at every typing error. Deleting `casebook.tries` or
# copying the key file avoids the delay; the protection against that is Argon2id. The delay is for a person at an unattended desk.

_LONGEST: Final = 60.0  # seconds


class Tries:
    """The wrong attempts since the last successful one."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._failures, self._last = _read(path)

    @property
    def wait(self) -> float:
        """Seconds to wait before the next attempt."""
        now = self._clock()
        if self._last is None:
            return 0.0
        if self._last > now:  # the clock was set back, perhaps by years: start the delay again from now, once
            self._last = now
            self._save()
        return max(0.0, delay_after(self._failures) - (now - self._last).total_seconds())

    def failed(self) -> float:
        """Count a wrong attempt and return the seconds to wait before the next."""
        self._failures += 1
        self._last = self._clock()
        self._save()
        return delay_after(self._failures)

    def _save(self) -> None:
        last = self._last.isoformat() if self._last else None
        with contextlib.suppress(OSError):  # if the folder is read-only, the attempts still count in memory
            write_durably(self._path, json.dumps({"failures": self._failures, "last": last}).encode())

    def succeeded(self) -> None:
        """Reset the wrong attempts."""
        self._failures, self._last = 0, None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def delay_after(failures: int) -> float:
    """Return the seconds to wait after `failures` wrong attempts: 1, 2, 4 … up to 60."""
    return min(_LONGEST, 2.0 ** min(failures - 1, 10)) if failures > 0 else 0.0


def _read(path: Path) -> tuple[int, datetime | None]:
    """Return the stored attempts; none if the file does not exist or is invalid."""
    try:
        whole = json.loads(path.read_bytes()[:1000])
        failures, last = whole["failures"], datetime.fromisoformat(whole["last"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return 0, None
    return (failures, last) if type(failures) is int and failures > 0 and last.tzinfo is not None else (0, None)


@dataclass(frozen=True)
class Secret:
    """A typed secret."""

    kind: SlotKind
    value: bytes = field(repr=False)

    @classmethod
    def passphrase(cls, typed: str) -> "Secret":
        """Return a passphrase."""
        return cls(SlotKind.PASSPHRASE, passphrase_secret(typed))

    @classmethod
    def recovery_key(cls, typed: str) -> "Secret":
        """Return a recovery key.

        Raises:
            MistypedRecoveryKey: It has a typing error.
        """
        return cls(SlotKind.RECOVERY, recovery_secret(typed))

    def wrap(self, key: DataKey, envelope: Envelope, cost: Cost) -> Envelope:
        """Return the envelope with the key wrapped under this secret, replacing the slot of its kind; it takes a quarter of a second."""
        return envelope.with_slot(key, self.kind, self.value, cost)

    def opens(self, envelope: Envelope) -> bool:
        """Return whether this secret opens the envelope; it takes a quarter of a second."""
        return envelope.unlock(self.kind, self.value) is not None


def slots(path: Path) -> Envelope:
    """Return the slots in a key file.

    Raises:
        KeyFileMissing, KeyFileDamaged, AbsurdParameters, TooNew, CannotUse: The key file cannot be used, for the reason in the name.
    """
    with told():
        if not path.exists():
            raise KeyFileMissing
        return keyfile.read(path)


def slots_of(path: Path, store: bytes) -> Envelope | None:
    """Return the slots in a key file; None if they are of another casebook or the file cannot be used."""
    try:
        found = slots(path)
    except CasebookError:
        return None
    return found if found.store == store else None


class Unlock:
    """Tries secrets on slots, with a delay after wrong attempts; one for each folder, so that there is one delay."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._tries = Tries(folder / TRIES, clock)

    @property
    def wait(self) -> float:
        """Seconds until the next attempt is allowed; 0 if it is allowed now."""
        return self._tries.wait

    def unlock(self, secret: Secret, *envelopes: Envelope) -> DataKey:
        """Return the data key from the first envelope that the secret opens.

        Raises:
            WrongPassphrase, WrongRecoveryKey: The secret opens none of them.
            TooSoon: The attempt delay is not over.
            AbsurdParameters: An envelope demands more memory than this machine has, though within the limits.
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
