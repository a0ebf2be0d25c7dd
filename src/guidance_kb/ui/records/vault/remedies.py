"""What stands below the field when a casebook does not open: how long to wait, and what can be done."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from guidance_kb.casebook.errors import Remedy
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.flow import FlowLayout
from guidance_kb.ui.widgets.layouts import add_layout

_TICK = 200  # milliseconds


class Countdown(QWidget):
    """Says how long to wait after a wrong try; nothing when there is nothing to wait for.

    Signals:
        over: The next try is allowed.
    """

    over = Signal()

    def __init__(self, wait: Callable[[], float], parent: QWidget | None = None) -> None:
        """Made with what says how many seconds there are still to wait."""
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
        """Whether there is still to wait."""
        return self._left > 0

    def start(self) -> None:
        """Counts down, if there is something to wait for."""
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)


class Remedies(QWidget):
    """What can be done about a casebook that does not open, as buttons; setting it aside only after an explicit yes.

    Signals:
        restore_chosen: A backup is to be restored.
        look_again: Something may have changed on the disk.
        failed (KnownError): It did not work.
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
        self._speak()

    def offer(self, remedies: tuple[Remedy, ...]) -> None:
        """Shows the buttons for these."""
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
        self._services.casebook.with_vault(lambda vault: vault.quarantine(with_key=True), None, self.failed.emit)

    def _speak(self) -> None:
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
