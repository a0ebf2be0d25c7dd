"""The pages that change the passphrase, or replace the recovery key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.recovery_key import RecoveryKey
from guidance_kb.ui.records.vault.strength_bar import NewPassphrase, PassphraseField
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class _Page(TranslatedWidget, FormPage):
    """The base class of both pages: it has a field for the current passphrase, a cancel button and a continue button.

    Attributes:
        passphrase: The field for the current passphrase.
        go: The continue button.

    Signals:
        left: The user leaves the page, or the change is done.
    """

    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._name = label(role="strong")
        self.passphrase = self.first = PassphraseField(services.theme)
        self._stop, self.go = button("", "", self.left.emit), button("", "", self._go)
        self.set_buttons(self._stop, go=self.go)
        self.passphrase.textChanged.connect(self._look)
        self._busy = False

    def _go(self) -> None:
        raise NotImplementedError

    def _look(self) -> None:
        raise NotImplementedError

    def _failed(self, error: KnownError) -> None:
        self._set_busy(busy=False)
        self.tell(error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.tell(None)
        self._look()

    def retranslate(self) -> None:
        self.over.setText(self.tr("Records"))
        self._stop.setText(self.tr("Cancel"))
        self._look()

    def _ask(self, name: str) -> None:
        self._name.setText(name)
        self.passphrase.setAccessibleName(name)


class PassphraseChangePage(_Page):
    """Asks for the current passphrase and a new one."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.new = NewPassphrase(services)
        self._note = label(role="caption")
        for widget in (self._name, self.passphrase, self.new, self._note):
            self.inside.addWidget(widget)
        self.passphrase.returnPressed.connect(self.new.setFocus)
        self.new.changed.connect(self._look)
        self.new.entered.connect(self._go)
        self.retranslate()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.passphrase.text()) and self.new.is_ready and not self._busy)

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        old, new = self.passphrase.text(), self.new.value
        self._set_busy(busy=True)
        self._services.casebook.with_vault(
            self, lambda vault: vault.change_passphrase(old, new), lambda _none: self.left.emit(), self._failed
        )

    def retranslate(self) -> None:
        self.title.setText(self.tr("Change the passphrase"))
        self._ask(self.tr("Current passphrase"))
        self._note.setText(
            self.tr(
                "The recovery key stays as it is. A backup made before today still opens with the passphrase of its day."
            )
        )
        self.go.setText(self.tr("Change"))
        super().retranslate()


class ReplacingRecoveryKey(_Page):
    """Replaces the recovery key.

    Attributes:
        key: The widget with the new key; hidden until the key is made.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._what = label()
        self.key = RecoveryKey(services)
        self.key.hide()
        for widget in (self._what, self._name, self.passphrase, self.key):
            self.inside.addWidget(widget)
        self.passphrase.returnPressed.connect(self._go)
        self.key.changed.connect(self._look)
        self.key.entered.connect(self._go)
        self.key.failed.connect(self.tell)
        self._made = False
        self.retranslate()

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        if not self._made:
            self._set_busy(busy=True)
            self._services.casebook.replace_recovery_key(self.passphrase.text(), self._show, self._failed)
        elif not self.key.is_retyping:
            self.key.show_part(retyping=True)
        else:
            self._services.casebook.confirm_recovery()
            self.left.emit()

    def _show(self, key: str) -> None:
        self._made = True
        self._set_busy(busy=False)
        for widget in (self._what, self._name, self.passphrase):
            widget.hide()
        self.passphrase.wipe()
        self.key.show_key(key)
        self.key.show()
        self._stop.hide()  # the old key no longer works, so the new one must be put on paper
        self.first = self.key.print
        self.key.print.setFocus()
        self.retranslate()

    def _look(self) -> None:
        ready = bool(self.passphrase.text()) if not self._made else self.key.is_confirmed or not self.key.is_retyping
        self.go.setEnabled(ready and not self._busy)
        self.go.setText(self._next_words())

    def _next_words(self) -> str:
        if not self._made:
            return self.tr("Make a new key")
        return self.tr("Done") if self.key.is_retyping else self.tr("It is on paper")

    def retranslate(self) -> None:
        self.title.setText(self.tr("A new recovery key"))
        self._what.setText(
            self.tr(
                "The new key replaces the one on the paper you have: that one opens nothing here any more. "
                "A backup made before today still opens with the key of its day."
            )
        )
        self._ask(self.tr("Passphrase"))
        super().retranslate()
