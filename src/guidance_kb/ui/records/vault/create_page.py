"""The page that creates a casebook in three steps: introduction, passphrase, recovery key. Cancelling removes all that was created."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.records.vault.form_page import FormPage
from guidance_kb.ui.records.vault.recovery_key import RecoveryKey
from guidance_kb.ui.records.vault.strength_bar import NewPassphrase
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_WHAT, _PASSPHRASE, _KEY = range(3)


class _Points(QWidget):
    """A heading, and lines below it with a small icon before each."""

    def __init__(self, services: Services, icon_name: str, count: int) -> None:
        super().__init__()
        self._services, self._icon_name = services, icon_name
        self._heading = label(role="heading")
        self._lines = [(label(), label()) for _ in range(count)]
        inside = column(self, spacing=6)
        inside.addWidget(self._heading)
        for picture, text in self._lines:
            across = row(spacing=10)
            across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(text, 1)
            add_layout(inside, across)

    def say(self, heading: str, *texts: str) -> None:
        """Set the heading and the texts, one for each line."""
        theme = self._services.theme
        self._heading.setText(heading)
        for (picture, line), text in zip(self._lines, texts, strict=True):
            picture.setPixmap(pixmap(self._icon_name, theme.tokens.accent, theme.px(16)))
            picture.setFixedSize(theme.px(18), theme.px(19))
            line.setText(text)


class CreateView(TranslatedWidget, FormPage):
    """The page with the three steps.

    Signals:
        restore_chosen: The user wants to restore a backup instead.
    """

    restore_chosen = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._lead = label()
        self._does = _Points(services, "check", 4)
        self._does_not = _Points(services, "info", 3)
        self._about = label()
        self.passphrase = NewPassphrase(services)
        self.key = RecoveryKey(services)
        self._at = _WHAT
        self._parts = (
            _stacked(self._lead, self._does, self._does_not),
            _stacked(self._about, self.passphrase),
            self.key,
        )
        for part in self._parts:
            self.inside.addWidget(part)
        self._restore = button("", "link", self.restore_chosen.emit)
        self.back = button("", "", self._go_back)
        self.go = button("", "", self._go)
        self.set_buttons(self.back, self._restore, go=self.go)
        self.passphrase.changed.connect(self._look)
        self.passphrase.entered.connect(self._go)
        self.key.changed.connect(self._look)
        self.key.entered.connect(self._go)
        self.key.failed.connect(self.tell)
        services.theme.changed.connect(self.retranslate)
        self._busy = False
        self.first = self.go
        self._show_step(_WHAT)

    @property
    def step(self) -> int:
        """The number of the current step, from 1."""
        return self._at + 1

    def stop(self) -> None:
        """Return to the first step, and remove a casebook that was created but not confirmed."""
        if self._at == _KEY or self._busy:
            self._services.casebook.take_back()
        self._busy = False
        self.key.show_key("")
        self.passphrase.wipe()
        self._show_step(_WHAT)

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        service, at = self._services.casebook, self._at
        if at == _WHAT:
            self._show_step(_PASSPHRASE)
            self.passphrase.setFocus()
        elif at == _PASSPHRASE:
            self._set_busy(busy=True)
            service.create(self.passphrase.value, self._show_key, self._failed)
        elif not self.key.is_retyping:
            self.key.show_part(retyping=True)
        else:
            self._set_busy(busy=True)
            service.keep_created(self.passphrase.value, self._wipe, self._failed)

    def _go_back(self) -> None:
        if self._at == _KEY:  # the key belongs to the old passphrase, so the new casebook is removed
            self._services.casebook.take_back()
            self.key.show_key("")
            self._show_step(_PASSPHRASE)
            self.passphrase.setFocus()
        else:
            self._show_step(_WHAT)

    def _show_key(self, key: str) -> None:
        if not self._busy:  # cancelled during the creation; `take_back` is queued behind it
            return
        self._set_busy(busy=False)
        self.key.show_key(key)
        self._show_step(_KEY)
        self.key.print.setFocus()  # not the next button: Return may still be pressed

    def _wipe(self) -> None:
        self._busy = False
        self.passphrase.wipe()
        self.key.show_key("")

    def _failed(self, error: KnownError) -> None:
        self._set_busy(busy=False)
        self.tell(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.tell(None)
        self._look()

    def _show_step(self, at: int) -> None:
        self._at = at
        for number, part in enumerate(self._parts):  # hidden parts do not add to the height of the card
            part.setVisible(number == at)
        self.verticalScrollBar().setValue(0)
        self.tell(None)
        self.retranslate()
        self.read_out()

    def _look(self) -> None:
        at = self._at
        ready = (
            True
            if at == _WHAT
            else self.passphrase.is_ready
            if at == _PASSPHRASE
            else self.key.is_confirmed or not self.key.is_retyping
        )
        self.go.setEnabled(ready and not self._busy)
        self.back.setEnabled(not self._busy)
        self.back.setVisible(at != _WHAT)
        self._restore.setVisible(at == _WHAT)
        if self._busy:
            self.go.setText(self.tr("One moment…"))
        elif at == _KEY:
            self.go.setText(self.tr("Done: open my records") if self.key.is_retyping else self.tr("It is on paper"))
        else:
            self.go.setText(self.tr("Begin") if at == _WHAT else self.tr("Next"))

    def retranslate(self) -> None:
        at = self._at
        titles = (
            self.tr("Keep records of your clients"),
            self.tr("Choose a passphrase"),
            self.tr("The recovery key, on paper"),
        )
        self.title.setText(titles[at])
        self.over.setText(self.tr("Records, step %1 of 3").replace("%1", str(at + 1)))
        self._lead.setText(
            self.tr(
                "You choose whether the program keeps anything about a client. Without records all the rest works as it "
                "does now."
            )
        )
        self._does.say(
            self.tr("What it does"),
            self.tr("It keeps conversations, agreed steps and notes of each client, on this computer only."),
            self.tr("All of it is encrypted. It opens with a passphrase that only you know."),
            self.tr("It locks automatically when you walk away, and with Ctrl+L."),
            self.tr("Clients have a code, not a name."),
        )
        self._does_not.say(
            self.tr("What it cannot do"),
            self.tr(
                "Open without the passphrase or the recovery key. If both are lost, the records are gone; we cannot open them either."
            ),
            self.tr("Protect what is open: against someone at your desk, or a virus on this computer."),
            self.tr("Help with a broken disk, if there is no backup elsewhere."),
        )
        self._about.setText(
            self.tr(
                "A passphrase is a few separate words. You type it each time you open the records. Do not keep it near this computer."
            )
        )
        self._restore.setText(self.tr("I have a backup: restore it"))
        self.back.setText(self.tr("Back"))
        self._look()


def _stacked(*widgets: QWidget) -> QWidget:
    made = QWidget()
    inside = column(made, spacing=12)
    for widget in widgets:
        inside.addWidget(widget)
    return made
