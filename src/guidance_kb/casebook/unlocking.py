"""What a user types to open something: the passphrase, or the recovery key; for backups, which have key slots of their own."""

from dataclasses import dataclass, field
from pathlib import Path

from guidance_kb.casebook import keyfile
from guidance_kb.casebook.envelope import DataKey, Envelope, SlotKind, passphrase_secret
from guidance_kb.casebook.files import TRIES
from guidance_kb.casebook.moments import Clock
from guidance_kb.casebook.recovery import recovery_secret
from guidance_kb.casebook.refusals import KeyFileMissing, Refused, TooSoon, WrongPassphrase, WrongRecoveryKey, told
from guidance_kb.casebook.tries import Tries


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
    except Refused:
        return None
    return found if found.store == store else None


class Unlocking:
    """Tries a secret on slots, with the delay that the vault of the folder keeps."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._tries = Tries(folder / TRIES, clock)

    def unlock(self, secret: Secret, *envelopes: Envelope) -> DataKey:
        """Returns the data key of the first slots that the secret opens.

        Raises:
            WrongPassphrase, WrongRecoveryKey: It opens none.
            TooSoon: The delay after wrong tries is not over.
        """
        if self._tries.wait > 0:
            raise TooSoon(self._tries.wait)
        for envelope in envelopes:
            key = envelope.unlock(secret.kind, secret.value)
            if key is not None:
                self._tries.succeeded()
                return key
        delay = self._tries.failed()
        raise WrongPassphrase(delay) if secret.kind is SlotKind.PASSPHRASE else WrongRecoveryKey(delay)
