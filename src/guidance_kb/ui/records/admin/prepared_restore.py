"""Preparing a restore on the casebook's worker, and finding backups in a folder that was carried here."""

from pathlib import Path

from guidance_kb.casebook.backup.backups import Backup, Backups, at
from guidance_kb.casebook.backup.restoration import Prepared, Restoration, Restored
from guidance_kb.casebook.errors import told
from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.records.admin.auto_backup import now


class PreparedRestore:
    """What is prepared, and then what came of it; touched by the worker alone, so that it is found there by whoever asks later."""

    def __init__(self) -> None:
        self._prepared: Prepared | None = None
        self._outcome: Restored | KnownError = KnownError("Er is niets teruggezet.", "Nothing was restored.")

    def prepare(self, vault: Vault, wanted: Backup | None, secret: Secret) -> Preview:
        """Prepares the backup that is wanted, or the newest good one.

        Raises:
            KnownError: As `Restoration.prepare`; there is no good backup.
        """
        backups = Backups(vault, now)
        restoring = Restoration(vault, backups, now)
        backup = wanted or restoring.newest_good(secret)
        if backup is None:
            raise KnownError(
                "Er is hier geen goede reservekopie. Er is niets veranderd: hebt u er een op een andere plek, kies die map dan.",
                "There is no good backup here. Nothing has changed: if you have one elsewhere, choose its folder.",
            )
        self._prepared = restoring.prepare(backup, secret)
        return self._prepared.preview

    def apply(self) -> Restored:
        """Puts it in place.

        Raises:
            KnownError: The disk is full, say.
        """
        prepared, self._prepared = self._prepared, None
        if prepared is None:
            raise BugError("nothing is prepared")
        try:
            self._outcome = prepared.apply()
        except KnownError as error:
            self._outcome = error
        return self.outcome()

    def outcome(self) -> Restored:
        """Returns what came of it.

        Raises:
            KnownError: It went wrong.
        """
        if isinstance(self._outcome, KnownError):
            raise self._outcome
        return self._outcome

    def discard(self) -> None:
        """Lets go of it."""
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            prepared.discard()


def backups_within(folder: Path) -> list[Backup]:
    """The backups in a folder that somebody pointed at: itself, those below it, and those in its folder `backups`; the newest first."""
    with told():
        below = [each for parent in (folder, folder / "backups") if parent.is_dir() for each in parent.iterdir()]
        found = [at(each) for each in (folder, *below) if each.is_dir()]
    return sorted((backup for backup in found if backup), key=lambda backup: backup.made, reverse=True)
