"""The pages of a locked casebook: unlocking with the passphrase or the recovery key, and remedies if that fails."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from guidance_kb.casebook.errors import CasebookError, Remedy, TooSoon, WrongPassphrase, WrongRecoveryKey
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.strength_bar import NewPassphrase, PassphraseField
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.secret_line import SecretLine
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Attempt delay and remedies

_TICK = 200  # milliseconds


class Countdown(TranslatedWidget, QWidget):
    """Shows the remaining attempt delay; hidden without one.

    Signals:
        over: The next attempt is allowed.
    """

    over = Signal()

    def __init__(self, wait: Callable[[], float], parent: QWidget | None = None) -> None:
        """Create the countdown; `wait` returns the remaining delay in seconds."""
        super().__init__(parent)
        self._wait = wait
        self._left = 0
        self._text = label(role="soft")
        column(self).addWidget(self._text)
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self.start()

    @property
    def is_running(self) -> bool:
        """Whether the delay is not over yet."""
        return self._left > 0

    def start(self) -> None:
        """Start the countdown, if there is a delay."""
        self._left = ceil(self._wait())
        if self.is_running:
            self._timer.start()
        self._show()

    def _tick(self) -> None:
        self._left = ceil(self._wait())
        self._show()
        if not self.is_running:
            self._timer.stop()
            self.over.emit()

    def _show(self) -> None:
        self.setVisible(self.is_running)
        self._text.setText(
            self.tr("You can try again in 1 second.")
            if self._left == 1
            else self.tr("You can try again in {count} seconds.").format(count=self._left)
        )

    def retranslate(self) -> None:
        self._show()


class Remedies(TranslatedWidget, QWidget):
    """The remedies for a casebook that does not open, as buttons. Setting the casebook aside needs an explicit confirmation.

    Signals:
        restore_chosen: The user wants to restore a backup.
        look_again: The user opened the folder, so the files may have changed.
        failed (KnownError): The casebook could not be set aside.
    """

    restore_chosen = Signal()
    look_again = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.restore = button("", "", self.restore_chosen.emit)
        self.folder = button("", "", self._open_folder)
        self.aside = button("", "", lambda: self._choice.setVisible(self._choice.isHidden()))
        self._choice = QWidget()
        self._means = label()
        self.understood = QCheckBox()
        self.do_it = button("", "", self._set_aside)
        inside = column(self._choice, spacing=8, margins=(0, 4, 0, 0))
        inside.addWidget(self._means)
        inside.addWidget(self.understood)
        inside.addWidget(self.do_it)
        across = FlowLayout(spacing=8)
        for made in (self.restore, self.folder, self.aside):
            across.addWidget(made)
        whole = column(self, spacing=8)
        add_layout(whole, across)
        whole.addWidget(self._choice)
        self.understood.toggled.connect(self.do_it.setEnabled)
        self.offer(())
        self.retranslate()

    def offer(self, remedies: tuple[Remedy, ...]) -> None:
        """Show the buttons for these remedies; hide the widget if there are none."""
        for made, remedy in (
            (self.restore, Remedy.RESTORE_BACKUP),
            (self.folder, Remedy.FIND_FILE),
            (self.aside, Remedy.SET_ASIDE),
        ):
            made.setVisible(remedy in remedies)
        self._choice.hide()
        self.understood.setChecked(False)
        self.do_it.setEnabled(False)
        self.setVisible(bool(remedies))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.casebook.folder)))
        self.look_again.emit()

    def _set_aside(self) -> None:
        self._services.casebook.with_vault(self, lambda vault: vault.quarantine(with_key=True), None, self.failed.emit)

    def retranslate(self) -> None:
        self.restore.setText(self.tr("Restore a backup…"))
        self.folder.setText(self.tr("Open the folder"))
        self.aside.setText(self.tr("Set aside and start afresh…"))
        self._means.setText(
            self.tr(
                "The files go to a folder of their own, “damaged-…”, beside the others. Nothing is removed, and a later repair stays "
                "possible. After that there are no records here, and you can create empty ones."
            )
        )
        self.understood.setText(self.tr("I understand that I then begin without my records"))
        self.do_it.setText(self.tr("Set aside"))


class _Opening(TranslatedWidget, FormPage):
    """The base class of both pages: it has an error message, remedies, a countdown and an unlock button."""

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
        """Show why the casebook did not open, and the remedies."""
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

    def retranslate(self) -> None:
        self.tell(self._last)
        self._look()


class UnlockView(_Opening):
    """The page that unlocks the casebook with the passphrase.

    Signals:
        restore_chosen: The user wants to restore a backup.
        forgotten: The user wants to use the recovery key.
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
        self.retranslate()

    def _look(self) -> None:
        self.go.setEnabled(self._may_go and bool(self.field.text()))
        self.go.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))

    def _go(self) -> None:
        if self.go.isEnabled():
            self._begin()
            self._services.casebook.unlock(self.field.text(), self.field.wipe, self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Show why the casebook did not open, and select the passphrase."""
        super().refuse(error)
        self.field.setFocus()
        self.field.selectAll()

    def retranslate(self) -> None:
        self.over.setText(self.tr("Records"))
        self.title.setText(self.tr("Your records are locked"))
        self._what.setText(
            self.tr("Searching, countries and help need no passphrase; only what is kept about clients does.")
        )
        self._name.setText(self.tr("Passphrase"))
        self.field.setAccessibleName(self.tr("Passphrase"))
        self._forgotten.setText(self.tr("Forgotten the passphrase: use the recovery key"))
        super().retranslate()


class RecoveryView(_Opening):
    """The page that unlocks the casebook with the recovery key, and sets a new passphrase.

    Signals:
        restore_chosen: The user wants to restore a backup.
        left: The user returns to the passphrase.
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
        self.retranslate()

    def _look(self) -> None:
        self.go.setEnabled(self._may_go and bool(self.key.text().strip()) and self.new.is_ready)
        self.go.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        self._begin()
        key, new = self.key.text(), self.new.value
        service = self._services.casebook
        unlock: Callable[[object], None] = lambda _none: service.unlock(new, self._wipe, self.refuse)  # noqa: E731
        service.with_vault(self, lambda vault: vault.renew_passphrase(key, new), unlock, self.refuse)

    def _wipe(self) -> None:
        self.key.setText("")
        self.new.wipe()

    def retranslate(self) -> None:
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
        super().retranslate()
