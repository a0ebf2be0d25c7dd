"""Restoring a backup, while the casebook is closed: which one, by which passphrase, what would change, and how it went.

Also the way out when the casebook does not open: the newest good backup is proposed, and what is damaged is set aside and kept.
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
from guidance_kb.ui.records.admin.words import KeepingWords
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.idle_lock import watch_of
from guidance_kb.ui.widgets.banner import Caution
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import clear, show_all
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# Preparing a restore on the casebook's worker, and finding backups in a folder that was carried here.


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


class Stage(Enum):
    """How far it is."""

    CHOOSING = auto()
    LOOKING = auto()
    SHOWING = auto()
    RESTORING = auto()
    DONE = auto()


class RestoringView(TranslatedWidget, FormPage):
    """The page.

    Args:
        services: Of the window.
        backup: The folder of the backup that was chosen before; the newest good one if none was.

    Attributes:
        stage: How far it is.

    Signals:
        left: It is done with.
    """

    left = Signal()

    def __init__(self, services: Services, backup: Path | None = None) -> None:
        super().__init__(services)
        self._desk, self._words = services.casebook, KeepingWords(self)
        self._watch = watch_of(self._desk)
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
        self._desk.clear_on_lock(ClientData.RESTORE_PREVIEW, self._clear_when_locked)
        self.retranslate()
        self._desk.with_vault(self, lambda vault: Backups(vault, now).all(), self._list, self._fail)

    @property
    def stays(self) -> bool:
        """Whether it has to stay on the screen when the state of the casebook changes: it still has to say how it went."""
        return self.stage in (Stage.RESTORING, Stage.DONE)

    # ── which backup ────────────────────────────────────────────────────────────────────────────

    def _list(self, backups: list[Backup]) -> None:
        self._backups = backups
        self.retranslate()

    def _choose(self) -> None:
        self._chosen = self.which.currentData()

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("The folder with the backup"), self.use_folder, self._fail)

    def use_folder(self, folder: Path) -> None:
        """Adds the backups in a folder that was carried here to the choice, and chooses the newest of them."""
        self._desk.with_vault(self, lambda _vault: backups_within(folder), self._add, self._fail)

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

    # ── looking ─────────────────────────────────────────────────────────────────────────────────

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
        self._desk.with_vault(self, lambda vault: held.prepare(vault, wanted, secret), self._show, self._fail)

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
            self._desk.with_vault(self, lambda _vault: held.apply(), self._done, self._fail)

    def _clear_when_locked(self) -> None:
        """Lets go of what is looked at; what is being put in place is not stopped, but asked for again: locking drops answers."""
        held = self._held
        if self.stage is Stage.RESTORING and held is not None:
            self._desk.with_vault(self, lambda _vault: held.outcome(), self._done, self._fail)
        else:
            self._let_go()

    def _done(self, restored: Restored) -> None:
        self._held, self._restored = None, restored
        self._be(Stage.DONE)

    def _fail(self, error: KnownError) -> None:
        self._held = None
        self._be(Stage.CHOOSING, error)
        self.field.select()

    def _back(self) -> None:
        if self.stage is Stage.SHOWING:
            self._let_go()
        else:
            self.left.emit()

    def _let_go(self) -> None:
        """Nothing of what is looked at stays, also if it is only on its way."""
        held = self._held
        if held is not None:
            self._held = self._shown = None
            self._watch.leave(self)
            self._desk.with_vault(self, lambda _vault: held.discard())
            self._be(Stage.CHOOSING)

    def _be(self, stage: Stage, error: KnownError | None = None) -> None:
        self.stage, self._error = stage, error
        self.retranslate()
        # never on the button that loses data
        self.first = {Stage.SHOWING: self.cancel, Stage.DONE: self.go}.get(stage, self.field)
        if stage not in (Stage.LOOKING, Stage.RESTORING):
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── what it says ────────────────────────────────────────────────────────────────────────────

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
        """Says what would change, or how it went; nothing of it at other stages."""
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
