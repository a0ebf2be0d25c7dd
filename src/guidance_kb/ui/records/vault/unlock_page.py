"""The closed casebook: one field to open it, the way of the recovery key, and what to do when it does not open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.errors import CasebookError, TooSoon, WrongPassphrase, WrongRecoveryKey
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.remedies import Countdown, Remedies
from guidance_kb.ui.records.vault.strength_bar import NewPassphrase, PassphraseField
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.secret_line import SecretLine


class _Opening(FormPage):
    """What both ways of opening have: a sentence when it does not open, remedies, a countdown, one button that goes on."""

    restore_chosen = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._busy = False
        self.countdown = Countdown(lambda: services.casebook.vault.wait)
        self.remedies = Remedies(services)
        self.below.addWidget(self.countdown)
        self.below.addWidget(self.remedies)
        self.remedies.restore_chosen.connect(self.restore_chosen)
        self.remedies.failed.connect(self.refuse)
        self.go = button("", "", self._go)
        self.countdown.over.connect(self._look)
        self._last: KnownError | None = None

    def refuse(self, error: KnownError) -> None:
        """Says why it did not open, and what can be done."""
        self._last = error
        self._busy = False
        self.tell(error)
        self.remedies.offer(error.remedies if isinstance(error, CasebookError) else ())
        if isinstance(error, WrongPassphrase | WrongRecoveryKey | TooSoon):
            self.countdown.start()
        self._look()

    def _begin(self) -> None:
        self._busy = True
        self._last = None
        self.tell(None)
        self.remedies.offer(())
        self._look()

    @property
    def _may_go(self) -> bool:
        return not self._busy and not self.countdown.is_running

    def _look(self) -> None:
        raise NotImplementedError

    def _go(self) -> None:
        raise NotImplementedError

    def _speak(self) -> None:
        self.tell(self._last)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)


class UnlockView(_Opening):
    """One field.

    Signals:
        restore_chosen: A backup is to be restored.
        forgotten: The recovery key is to be used.
    """

    forgotten = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._what = label()
        self._name = label(role="strong")
        self.field = PassphraseField(services.theme)
        self._forgotten = button("", "link", self.forgotten.emit)
        for widget in (self._what, self._name, self.field):
            self.inside.addWidget(widget)
        self.set_buttons(self._forgotten, go=self.go)
        self.first = self.field
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._go)
        self._speak()

    def _look(self) -> None:
        self.go.setEnabled(self._may_go and bool(self.field.text()))
        self.go.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))

    def _go(self) -> None:
        if self.go.isEnabled():
            self._begin()
            self._services.casebook.unlock(self.field.text(), self.field.wipe, self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Says why it did not open; the passphrase is selected, to be typed anew."""
        super().refuse(error)
        self.field.setFocus()
        self.field.selectAll()

    def _speak(self) -> None:
        self.over.setText(self.tr("Records"))
        self.title.setText(self.tr("Your records are locked"))
        self._what.setText(
            self.tr("Searching, countries and help need no passphrase; only what is kept about clients does.")
        )
        self._name.setText(self.tr("Passphrase"))
        self.field.setAccessibleName(self.tr("Passphrase"))
        self._forgotten.setText(self.tr("Forgotten the passphrase: use the recovery key"))
        super()._speak()


class RecoveryView(_Opening):
    """The recovery key from the paper, and a new passphrase.

    Signals:
        restore_chosen: A backup is to be restored.
        left: Back to the passphrase.
    """

    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._what = label()
        self._name = label(role="strong")
        self.key = SecretLine(shown=True)
        self.key.setMaxLength(200)
        self.new = NewPassphrase(services)
        for widget in (self._what, self._name, self.key, self.new):
            self.inside.addWidget(widget)
        self._back = button("", "", self.left.emit)
        self.set_buttons(self._back, go=self.go)
        self.first = self.key
        self.key.textChanged.connect(self._look)
        self.key.returnPressed.connect(self.new.setFocus)
        self.new.changed.connect(self._look)
        self.new.entered.connect(self._go)
        self._speak()

    def _look(self) -> None:
        self.go.setEnabled(self._may_go and bool(self.key.text().strip()) and self.new.is_ready)
        self.go.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        self._begin()
        key, new = self.key.text(), self.new.value
        desk = self._services.casebook
        unlock: Callable[[object], None] = lambda _none: desk.unlock(new, self._wipe, self.refuse)  # noqa: E731
        desk.with_vault(lambda vault: vault.renew_passphrase(key, new), unlock, self.refuse)

    def _wipe(self) -> None:
        self.key.setText("")
        self.new.wipe()

    def _speak(self) -> None:
        self.over.setText(self.tr("Records"))
        self.title.setText(self.tr("Open with the recovery key"))
        self._what.setText(
            self.tr(
                "Type in the seven groups from the paper and choose a new passphrase. The recovery key stays as it is. "
                "Without the passphrase and the recovery key nobody can open the records, and neither can we."
            )
        )
        self._name.setText(self.tr("Recovery key"))
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.key.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self._back.setText(self.tr("Back"))
        super()._speak()
