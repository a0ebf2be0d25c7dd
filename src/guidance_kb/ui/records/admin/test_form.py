"""Testing a backup: opened with the passphrase, as on another computer, read to its last row, compared with the records of now."""

from PySide6.QtCore import Qt, Signal

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.page import NoticeFrame
from guidance_kb.ui.records.admin.secret_field import SecretField
from guidance_kb.ui.records.admin.words import KeepingWords
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import label
from guidance_kb.ui.widgets.busy import Busy


class TestForm(SmallForm):
    """Asks for the passphrase and says in words how it went.

    Attributes:
        backup: The one that is tested.
        secret: What was typed, from the moment that the test is wanted until its end.
        field: For the passphrase, or the recovery key.
        working: Says that it is under way.
        told: Says how it went.

    Signals:
        wanted: The test is wanted.
    """

    __test__ = False  # for pytest: it tests backups
    wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._words = services, KeepingWords(self)
        self.backup: Backup | None = None
        self.secret: Secret | None = None
        self._result: Preview | KnownError | None = None
        self._what = label(role="soft")
        self.field = SecretField(services)
        self.working, self.told = Busy(services.theme), NoticeFrame(services)
        for each in (self._what, self.field, self.working, self.told):
            self.fields.addWidget(each)
        self.field.changed.connect(self._look)
        self.field.entered.connect(self.accept)

    def open_form(self, backup: Backup) -> None:
        """Asks for the passphrase, to test a backup."""
        self.backup, self._result = backup, None
        self.field.wipe()
        self.told.say("")
        self.speak()
        self._look()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:  # noqa: D102 - of SmallForm
        self.backup = self.secret = self._result = None
        self.field.wipe()

    def show_result(self, result: Preview) -> None:
        """Says that the backup is good, and how it compares."""
        if self.backup is not None:
            self._over(result)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, error: KnownError) -> None:
        """Says what is wrong."""
        if self.backup is not None:
            self._over(error)
            self.field.select()

    def _over(self, result: Preview | KnownError) -> None:
        self.secret, self._result = None, result
        self.working.say("")
        if isinstance(result, Preview):
            self.field.wipe()
        self.speak()
        self._look()

    def accept(self) -> None:
        """Wants the test; the form stays, to say how it went."""
        if not self.keep.isEnabled():
            return
        try:
            self.secret = self.field.secret()
        except KnownError as error:
            self.show_failure(error)
            return
        self.told.say("")
        self.working.say(self.tr("Opening, reading and comparing…"))
        self._look()
        self.wanted.emit()

    def _look(self) -> None:
        self.keep.setEnabled(self.secret is None and self.field.is_filled)

    def speak(self) -> None:
        """Says which backup it is and what is done with it, and how it went."""
        made = self._words.moment(self.backup.made) if self.backup else ""
        self.heading.setText(self.tr("Test the backup of {moment}").format(moment=made))
        self._what.setText(
            self.tr(
                "It is put in a temporary place, opened with what you type, read to its last row and compared with the "
                "current records. Nothing changes, and no trace of it stays."
            )
        )
        self.keep.setText(self.tr("Test"))
        self.cancel.setText(self.tr("Close"))
        if isinstance(self._result, KnownError):
            self.told.tell(self._result)
        elif self._result is not None:
            self.told.say(self._in_words(self._result), "check")

    def _in_words(self, result: Preview) -> str:
        good = self.tr(
            "This backup is good. It opens with what you typed, and everything in it can be read: {contents}."
        )
        said = [good.format(contents=self._words.contents(result.contents))]
        if result.alike:
            said.append(self.tr("It holds the same as the current records."))
        else:
            said.append(self.tr("The records have changed since then. If it were restored:"))
            said += [f"{heading}:\n{lines}" for heading, lines in self._words.changes(result)]
        if result.erased_again:
            said.append(self._words.erased_since(result))
        return "\n".join(said)
