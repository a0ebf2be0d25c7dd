"""A field for the passphrase or the recovery key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault.strength_bar import PassphraseField
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.secret_line import SecretLine
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class SecretField(TranslatedWidget, QWidget):
    """Asks for the passphrase or, instead, the recovery key.

    Attributes:
        passphrase: The field for the passphrase.
        key: The field for the recovery key, hidden at first.
        other: The button that switches between the two.

    Signals:
        changed: The text of a field changed.
        entered: Return was pressed in a field that is not empty.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._name = label(role="strong")
        self.passphrase, self.key = PassphraseField(services.theme), SecretLine(shown=True)
        self.key.setMaxLength(200)
        self.key.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.key.hide()
        self.other = button("", "link", self._change)
        whole = column(self, spacing=4)
        for each in (self._name, self.passphrase, self.key, self.other):
            whole.addWidget(each)
        for field in (self.passphrase, self.key):
            field.textChanged.connect(self.changed)
            field.returnPressed.connect(lambda: self.entered.emit() if self.is_filled else None)
        self.retranslate()

    @property
    def _by_key(self) -> bool:
        return self.passphrase.isHidden()

    @property
    def _field(self) -> SecretLine:
        return self.key if self._by_key else self.passphrase

    @property
    def is_filled(self) -> bool:
        """Whether the visible field is not empty."""
        return bool(self.key.text().strip() if self._by_key else self.passphrase.text())

    def secret(self) -> Secret:
        """Return the secret that was typed.

        Raises:
            MistypedRecoveryKey: The recovery key contains a typing error.
        """
        return Secret.recovery_key(self.key.text()) if self._by_key else Secret.passphrase(self.passphrase.text())

    def wipe(self) -> None:
        """Clear both fields."""
        self.passphrase.wipe()
        self.key.setText("")

    def select(self) -> None:
        """Focus the visible field and select its text."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def _change(self) -> None:
        by_key = not self._by_key
        self.passphrase.setHidden(by_key)
        self.key.setVisible(by_key)
        self.wipe()
        self.retranslate()
        self.select()

    def retranslate(self) -> None:
        self._name.setText(self.tr("Recovery key") if self._by_key else self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.other.setText(
            self.tr("Use the passphrase instead") if self._by_key else self.tr("Use the recovery key instead")
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
