"""The page that restores a backup while the casebook is locked: it asks for the backup and the passphrase, and previews the changes.

It also recovers a casebook that does not open: it proposes the newest good backup, and the damaged files are set aside and kept.
"""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.backup.backups import Backup, Backups, at
from guidance_kb.casebook.backup.restoration import Prepared, Restoration, Restored
from guidance_kb.casebook.errors import told
from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.save_dialog import ask_folder
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import now
from guidance_kb.ui.records.admin.secret_field import SecretField
from guidance_kb.ui.records.admin.words import AdminTexts
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.idle_lock import idle_lock_of
from guidance_kb.ui.widgets.banner import Caution
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import clear, show_all
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Restoration on the worker


class PreparedRestore:
    """A prepared restoration, and later its outcome. Only the worker uses it, so that the outcome can still be asked for later."""

    def __init__(self) -> None:
        self._prepared: Prepared | None = None
        self._outcome: Restored | KnownError = KnownError("Er is niets teruggezet.", "Nothing was restored.")

    def prepare(self, vault: Vault, wanted: Backup | None, secret: Secret) -> Preview:
        """Prepare the restoration of a backup, by default of the newest good one, and return a preview.

        Raises:
            KnownError: As `Restoration.prepare`; or there is no good backup.
        """
        backups = Backups(vault, now)
        restoring = Restoration(vault, backups, now)
        backup = wanted or restoring.newest_good(secret)
        if backup is None:
            raise KnownError(
                "Er is hier geen goede reservekopie. Er is niets veranderd: heeft u er een op een andere plek, kies die map dan.",
                "There is no good backup here. Nothing has changed: if you have one elsewhere, choose its folder.",
            )
        self._prepared = restoring.prepare(backup, secret)
        return self._prepared.preview

    def apply(self) -> Restored:
        """Replace the casebook by the prepared backup.

        Raises:
            KnownError: For instance, the disk is full.
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
        """Return the outcome of `apply`.

        Raises:
            KnownError: `apply` failed, or was not called.
        """
        if isinstance(self._outcome, KnownError):
            raise self._outcome
        return self._outcome

    def discard(self) -> None:
        """Discard the prepared restoration, if any."""
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            prepared.discard()


def backups_within(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first: the folder itself, its subfolders, and those of its subfolder `backups`.

    Raises:
        CasebookError: The folder cannot be read.
    """
    with told():
        below = [each for parent in (folder, folder / "backups") if parent.is_dir() for each in parent.iterdir()]
        found = [at(each) for each in (folder, *below) if each.is_dir()]
    return sorted((backup for backup in found if backup), key=lambda backup: backup.made, reverse=True)


class Stage(Enum):
    """The stages of a restoration."""

    CHOOSING = auto()
    LOOKING = auto()
    SHOWING = auto()
    RESTORING = auto()
    DONE = auto()


class RestoringView(TranslatedWidget, FormPage):
    """The page that restores a backup.

    Args:
        services: The services of the window.
        backup: The folder of the backup to select; None for the newest good one.

    Attributes:
        stage: The current stage.

    Signals:
        left: The user leaves the page.
    """

    left = Signal()

    def __init__(self, services: Services, backup: Path | None = None) -> None:
        super().__init__(services)
        self._service, self._words = services.casebook, AdminTexts(self)
        self._watch = idle_lock_of(self._service)
        self.stage = Stage.CHOOSING
        self._chosen = backup
        self._backups: list[Backup] = []
        self._held: PreparedRestore | None = None
        self._shown: Preview | None = None
        self._restored: Restored | None = None
        self._error: KnownError | None = None
        self._what, self._name = label(), label(role="strong")
        self.which = DropDown(services.theme)
        self.which.setMinimumContentsLength(30)
        self.elsewhere = button("", "link", self._ask_folder)
        self.field = SecretField(services)
        self._said = QWidget()
        self._lines = column(self._said, spacing=4)
        self.working = Busy(services.theme)
        for each in (self._what, self._name, self.which, self.elsewhere, self.field, self._said):
            self.inside.addWidget(each)
        self.below.addWidget(self.working)
        self.cancel, self.go = button("", "", self._back), button("", "", self._go)
        self.set_buttons(self.cancel, go=self.go)
        self.which.activated.connect(self._choose)
        self.field.changed.connect(self._look)
        self.field.entered.connect(self._go)
        self.first = self.field
        self._service.clear_on_lock(ClientData.RESTORE_PREVIEW, self._clear_when_locked)
        self.retranslate()
        self._service.with_vault(self, lambda vault: Backups(vault, now).all(), self._list, self._fail)

    @property
    def stays(self) -> bool:
        """Whether the page must remain visible when the state of the casebook changes, because it still has to show the outcome."""
        return self.stage in (Stage.RESTORING, Stage.DONE)

    # ── choice of a backup ──────────────────────────────────────────────────────────────────────

    def _list(self, backups: list[Backup]) -> None:
        self._backups = backups
        self.retranslate()

    def _choose(self) -> None:
        self._chosen = self.which.currentData()

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("The folder with the backup"), self.use_folder, self._fail)

    def use_folder(self, folder: Path) -> None:
        """Add the backups in a folder to the list, and select the newest of them."""
        self._service.with_vault(self, lambda _vault: backups_within(folder), self._add, self._fail)

    def _add(self, found: list[Backup]) -> None:
        if not found:
            self._fail(
                KnownError(
                    "In deze map staat geen reservekopie. Kies een map met casebook.db erin, of de map “backups”.",
                    "There is no backup in this folder. Choose a folder with casebook.db in it, or the folder “backups”.",
                )
            )
            return
        self._backups += [backup for backup in found if backup not in self._backups]
        self._chosen = found[0].folder
        self._error = None
        self.retranslate()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── preview and restoration ─────────────────────────────────────────────────────────────────

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        match self.stage:
            case Stage.CHOOSING:
                self._prepare()
            case Stage.SHOWING:
                self._restore()
            case Stage.DONE:
                self.left.emit()
            case _:
                pass

    def _prepare(self) -> None:
        wanted = next((backup for backup in self._backups if backup.folder == self._chosen), None)
        try:
            secret = self.field.secret()
        except KnownError as error:
            self._fail(error)
            return
        self._be(Stage.LOOKING)
        self._held = held = PreparedRestore()
        self._service.with_vault(self, lambda vault: held.prepare(vault, wanted, secret), self._show, self._fail)

    def _show(self, preview: Preview) -> None:
        self._shown = preview
        self.field.wipe()
        self._watch.watch_over(self)
        self._be(Stage.SHOWING)

    def _restore(self) -> None:
        held = self._held
        if held is not None:
            self._shown = None
            self._watch.leave(self)
            self._be(Stage.RESTORING)
            self._service.with_vault(self, lambda _vault: held.apply(), self._done, self._fail)

    def _clear_when_locked(self) -> None:
        """Discard the preview. A restoration in progress continues; its outcome is queried again, because locking drops pending replies."""
        held = self._held
        if self.stage is Stage.RESTORING and held is not None:
            self._service.with_vault(self, lambda _vault: held.outcome(), self._done, self._fail)
        else:
            self._discard()

    def _done(self, restored: Restored) -> None:
        self._held, self._restored = None, restored
        self._be(Stage.DONE)

    def _fail(self, error: KnownError) -> None:
        self._held = None
        self._be(Stage.CHOOSING, error)
        self.field.select()

    def _back(self) -> None:
        if self.stage is Stage.SHOWING:
            self._discard()
        else:
            self.left.emit()

    def _discard(self) -> None:
        """Discard the preview, also one that is still being loaded."""
        held = self._held
        if held is not None:
            self._held = self._shown = None
            self._watch.leave(self)
            self._service.with_vault(self, lambda _vault: held.discard())
            self._be(Stage.CHOOSING)

    def _be(self, stage: Stage, error: KnownError | None = None) -> None:
        self.stage, self._error = stage, error
        self.retranslate()
        # never the button that loses data
        self.first = {Stage.SHOWING: self.cancel, Stage.DONE: self.go}.get(stage, self.field)
        if stage not in (Stage.LOOKING, Stage.RESTORING):
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def _look(self) -> None:
        ready = {Stage.CHOOSING: self.field.is_filled, Stage.SHOWING: True, Stage.DONE: True}
        self.go.setEnabled(ready.get(self.stage, False))
        self.cancel.setEnabled(self.stage in (Stage.CHOOSING, Stage.SHOWING))

    def retranslate(self) -> None:
        choosing = self.stage in (Stage.CHOOSING, Stage.LOOKING)
        self.over.setText(self.tr("Records"))
        self.title.setText(self.tr("Restored") if self.stage is Stage.DONE else self.tr("Restore a backup"))
        self._what.setText(
            self.tr(
                "You type the passphrase of that day or the current one, and see what would change before anything does. "
                "What is here now is kept."
            )
        )
        self._name.setText(self.tr("Which backup"))
        self.which.setAccessibleName(self._name.text())
        self.elsewhere.setText(self.tr("A backup in another folder…"))
        self._fill()
        for each in (self._what, self._name, self.which, self.elsewhere, self.field):
            each.setVisible(choosing)
            each.setEnabled(self.stage is Stage.CHOOSING)
        self._say()
        self.cancel.setText(self.tr("Do not restore") if self.stage is Stage.SHOWING else self.tr("Back"))
        self.cancel.setVisible(self.stage is not Stage.DONE)
        self.go.setText(
            self.tr("See what would change")
            if choosing
            else self.tr("To the records")
            if self.stage is Stage.DONE
            else self.tr("Restore this backup")
        )
        working = {
            Stage.LOOKING: self.tr("Opening the backup, reading and comparing it…"),
            Stage.RESTORING: self.tr("Restoring. Please wait…"),
        }
        self.working.say(working.get(self.stage, ""))
        self.tell(self._error)
        self._look()

    def _fill(self) -> None:
        self.which.clear()
        self.which.addItem(self.tr("The newest good one"), None)
        for backup in self._backups:
            self.which.addItem(self._words.backup(backup), backup.folder)
        folders = [backup.folder for backup in self._backups]
        self.which.setCurrentIndex(folders.index(self._chosen) + 1 if self._chosen in folders else 0)

    def _say(self) -> None:
        """Show the preview or the outcome; nothing at the other stages."""
        clear(self._lines)
        said = [("", line) for line in self._words.outcome(self._restored)] if self._restored is not None else []
        if self._shown is not None:
            said = list(self._words.preview(self._shown))
        losing = self._words.losing(self._shown) if self._shown is not None else set()
        listed = False
        for heading, text in said:
            if heading or listed:
                self._lines.addSpacing(8)
            listed = bool(heading)
            if heading:
                warned = heading in losing
                self._lines.addWidget(Caution(self._services.theme, heading) if warned else label(heading, "strong"))
            self._lines.addWidget(label(text))
        show_all(self._lines)
        self._said.setVisible(bool(said))
