"""What a user types to open something: the passphrase, or the recovery key; for backups, which have key slots of their own."""

from dataclasses import dataclass, field
from pathlib import Path

from guidance_kb.casebook import keyfile
from guidance_kb.casebook.attempt_delay import Tries
from guidance_kb.casebook.envelope import Cost, DataKey, Envelope, SlotKind, passphrase_secret
from guidance_kb.casebook.errors import (
    AbsurdParameters,
    CasebookError,
    KeyFileMissing,
    TooSoon,
    WrongPassphrase,
    WrongRecoveryKey,
    told,
)
from guidance_kb.casebook.files import TRIES
from guidance_kb.casebook.recovery import recovery_secret
from guidance_kb.casebook.timestamps import Clock


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
