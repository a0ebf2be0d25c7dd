"""The errors of the casebook: each reason why it does not open or cannot be written, with a sentence for the user.

No sentence names a folder, a client or typed text, and none reveals more about the keys than the user needs.
"""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import ClassVar, Final

from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.errors import KnownError
from guidance_kb.language import Text


class Remedy(StrEnum):
    """A way to recover from a casebook that does not open."""

    RESTORE_BACKUP = "restore_backup"
    SET_ASIDE = "set_aside"  # keep the damaged files in a folder of their own and start an empty casebook
    FIND_FILE = "find_file"  # put the missing or right file back


class CasebookError(KnownError):
    """The casebook was not opened or not changed.

    Attributes:
        says: The sentence for the user; each subclass sets its own.
        remedies: The ways to recover, the best first; empty if the sentence is enough.
    """

    says: ClassVar[Text] = Text("Dit kan nu niet.", "This cannot be done now.")
    remedies: ClassVar[tuple[Remedy, ...]] = ()

    def __init__(self, text: Text | None = None) -> None:
        super().__init__(*(text or self.says))


class WrongSecret(CasebookError):
    """A wrong passphrase or recovery key; the subclass tells which.

    Attributes:
        delay: Seconds to wait before the next attempt, for a countdown in the window.
    """

    def __init__(self, delay: float) -> None:
        super().__init__()
        self.delay = delay


class WrongPassphrase(WrongSecret):
    """A wrong passphrase."""

    says = Text("De wachtzin klopt niet; er is niets veranderd.", "The passphrase is not right; nothing has changed.")


class WrongRecoveryKey(WrongSecret):
    """A recovery key without typing errors that does not, or no longer, open this casebook."""

    says = Text(
        "Deze herstelsleutel is niet van deze dossiers, of is door een nieuwe vervangen; er is niets veranderd.",
        "This recovery key is not of this casebook, or was replaced by a new one; nothing has changed.",
    )


class TooSoon(CasebookError):
    """An attempt during the attempt delay; the secret was not tried, and the attempt does not count.

    Attributes:
        delay: Seconds still to wait.
    """

    def __init__(self, delay: float) -> None:
        seconds = max(1, round(delay))
        super().__init__(
            Text(f"Wacht nog {seconds} s en probeer het dan opnieuw.", f"Wait another {seconds} s and then try again.")
        )
        self.delay = delay


class MistypedRecoveryKey(CasebookError):
    """A recovery key with a typing error; its checksum shows that without an attempt."""

    says = Text(
        "Er staat een typefout in de herstelsleutel: vergelijk de zeven groepen met het papier.",
        "There is a typing error in the recovery key: compare the seven groups with the paper.",
    )


class WeakPassphrase(CasebookError):
    """A new passphrase that is too easy to guess; the text is that of its `Strength`."""


class NoCasebook(CasebookError):
    """There is no casebook in the folder: neither a key file nor a database."""

    says = Text("Er zijn hier nog geen dossiers aangemaakt.", "No casebook has been created here yet.")


class AlreadyThere(CasebookError):
    """A casebook cannot be created because the folder has one already."""

    says = Text(
        "Er staan al dossiers in deze map; er is niets aangemaakt en niets overschreven.",
        "There is a casebook in this folder already; nothing was created and nothing overwritten.",
    )


class Unopenable(CasebookError):
    """Files are missing, damaged or of different casebooks; the passphrase may be right."""

    remedies: ClassVar[tuple[Remedy, ...]] = (Remedy.FIND_FILE, Remedy.RESTORE_BACKUP, Remedy.SET_ASIDE)


class KeyFileMissing(Unopenable):
    """The database exists, but its key file does not."""

    says = Text(
        "Het sleutelbestand casebook.key ontbreekt. De dossiers zelf staan er nog: zet het bestand terug, of zet een reservekopie terug.",
        "The key file casebook.key is missing. The records themselves are still there: put the file back, or restore a backup.",
    )


class KeyFileDamaged(Unopenable):
    """The content of the key file is invalid."""

    says = Text(
        "Het sleutelbestand casebook.key is beschadigd. De dossiers zelf zijn niet aangeraakt: zet een goede kopie of een "
        "reservekopie terug.",
        "The key file casebook.key is damaged. The records themselves were not touched: put a good copy back, or restore a backup.",
    )


class AbsurdParameters(Unopenable):
    """The key file demands more (or less) memory or time than the program ever sets; no secret was tried."""

    says = Text(
        "Het sleutelbestand casebook.key vraagt om rekenwerk dat niet kan kloppen en is niet door dit programma gemaakt. De dossiers "
        "zelf zijn niet aangeraakt: zet het goede bestand terug, of zet een reservekopie terug.",
        "The key file casebook.key asks for work that cannot be right and was not made by this program. The records themselves were not "
        "touched: put the right file back, or restore a backup.",
    )


class OtherStore(Unopenable):
    """The key file and the database are of different casebooks."""

    says = Text(
        "Het sleutelbestand casebook.key hoort niet bij deze dossiers. Er is niets veranderd: zet het bestand terug dat erbij hoort, "
        "of zet een reservekopie terug.",
        "The key file casebook.key does not belong to this casebook. Nothing has changed: put back the file that does, or "
        "restore a backup.",
    )


class StoreMissing(Unopenable):
    """The key file exists, but the database does not."""

    says = Text(
        "Het bestand met de dossiers, casebook.db, ontbreekt. Zet het terug, of zet een reservekopie terug.",
        "The file with the records, casebook.db, is missing. Put it back, or restore a backup.",
    )


class Damaged(Unopenable):
    """The key is right, but the database is damaged. It stays where it is until the user chooses `Vault.quarantine`.

    Attributes:
        faults: The findings of the check, page by page, without data about clients.
    """

    says = Text(
        "Het bestand met de dossiers is beschadigd. Er is niets overschreven: zet een reservekopie terug, dan wordt het "
        "beschadigde bestand apart gezet en bewaard.",
        "The file with the records is damaged. Nothing was overwritten: restore a backup, and the damaged file is set aside and kept.",
    )
    remedies = (Remedy.RESTORE_BACKUP, Remedy.SET_ASIDE)

    def __init__(self, faults: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.faults = faults


class FolderInUse(CasebookError):
    """Another process, or another vault in this one, uses the casebook."""

    says = Text(
        "De dossiers zijn al geopend in een ander venster of programma. Sluit dat eerst; er is niets veranderd.",
        "The casebook is already open in another window or program. Close that first; nothing has changed.",
    )


class TooNew(CasebookError):
    """A later version of the program wrote the file."""

    says = Text(
        "Deze dossiers zijn gemaakt met een nieuwere versie van het programma. Er is niets veranderd: werk het programma bij.",
        "This casebook was made by a newer version of the program. Nothing has changed: update the program.",
    )


class CannotUse(CasebookError):
    """The disk cannot be read or written; stored data has not changed."""

    says = Text(
        "De schijf meldt een fout bij het lezen of schrijven. Wat al was opgeslagen is niet veranderd: controleer de schijf of de "
        "verbinding ermee en probeer het opnieuw.",
        "The disk reports an error in reading or writing. What was saved before has not changed: check the disk or the connection to it "
        "and try again.",
    )


class DiskFull(CannotUse):
    """The disk is full."""

    says = Text(
        "De schijf is vol. Wat al was opgeslagen is veilig: maak ruimte vrij en probeer het opnieuw.",
        "The disk is full. What was saved before is safe: free some space and try again.",
    )


class NotAllowed(CannotUse):
    """The user has no permission to write to the folder, or to read it."""

    says = Text(
        "In de map van de dossiers mag niet geschreven worden. Wat al was opgeslagen is veilig: geef uzelf schrijfrechten op de map, "
        "of kies een andere.",
        "The casebook's folder may not be written to. What was saved before is safe: give yourself the right to write to it, "
        "or choose another.",
    )


_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}

_OF_CODE: Final[dict[int, Callable[[], CasebookError]]] = {
    sqlcipher.SQLITE_BUSY: FolderInUse,
    sqlcipher.SQLITE_LOCKED: FolderInUse,
    sqlcipher.SQLITE_NOTADB: Damaged,
    sqlcipher.SQLITE_CORRUPT: Damaged,
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: NotAllowed,
    sqlcipher.SQLITE_PERM: NotAllowed,
    sqlcipher.SQLITE_CANTOPEN: NotAllowed,
    sqlcipher.SQLITE_IOERR: CannotUse,
}
_PRIMARY: Final = 0xFF  # an extended result code of SQLite has the primary code in its lowest byte


@contextmanager
def told() -> Iterator[None]:
    """Translate errors of the file system and of SQLCipher to `CasebookError`; programming errors, such as bad SQL, pass unchanged."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from error
    except sqlcipher.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)  # absent if sqlcipher3 itself raises the error
        reason = _OF_CODE.get(code & _PRIMARY)
        if reason is None:
            raise
        raise reason() from error


def of_system(error: OSError) -> CannotUse:
    """Return the `CasebookError` for an error of the file system."""
    if error.errno in _FULL:
        return DiskFull()
    return NotAllowed() if error.errno in _FORBIDDEN else CannotUse()
