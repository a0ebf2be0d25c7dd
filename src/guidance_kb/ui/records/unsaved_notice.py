"""Says at a record that something typed could not be saved, and what can be done about it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.records.controller import RecordController
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, label, row


class UnsavedNote(QFrame):
    """A line with two buttons; not there while everything of the client is saved.

    Attributes:
        again: Tries to save it once more.
        drop: Lets go of it.
    """

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._controller, self._services = controller, services
        self._count = 0
        self._icon, self._text = label(), label()
        self.again = button("", "", controller.unwritten.try_again)
        self.drop = button("", "quiet", self._drop)
        across = row(self, spacing=10, margins=(12, 8, 8, 8))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        across.addWidget(self.again)
        across.addWidget(self.drop)
        self.hide()
        controller.shown.connect(self.refresh)
        controller.unwritten.changed.connect(self.refresh)
        services.theme.changed.connect(self.refresh)

    def _drop(self) -> None:
        if self._controller.client is not None:
            self._controller.unwritten.let_go(self._controller.client)

    def refresh(self, _: object = None) -> None:
        """Says how much is not saved, in the language now in force."""
        before, self._count = self._count, self._controller.unwritten.of(self._controller.client)
        theme = self._services.theme
        self._icon.setPixmap(pixmap("triangle-alert", theme.tokens.accent, theme.px(18)))
        what = (
            self.tr("One text is not saved yet, and only in memory.")
            if self._count == 1
            else self.tr("{count} texts are not saved yet, and only in memory.").format(count=self._count)
        )
        self._text.setText(what)
        self.setAccessibleName(what)
        self.again.setText(self.tr("Try again"))
        self.drop.setText(self.tr("Discard it"))
        self.setVisible(self._count > 0)
        if self._count > before:
            announce(self, what, urgent=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
