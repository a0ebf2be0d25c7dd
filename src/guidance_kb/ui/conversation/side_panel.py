"""The right column: all of it, or nothing of it while the client is watching."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.signal_panel import SidePanel
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.pressable import LinkRow


class SidePanelHost(QWidget):
    """Holds the panel.

    Signals:
        left: What had the keyboard here does not show any more.
    """

    left = Signal()

    def __init__(self, side: SidePanel, calm: DisplayMode, services: Services) -> None:
        super().__init__()
        self._side, self._calm = side, calm
        self.quiet = LinkRow(services.theme, calm.toggle_quiet, "eye-off", role="soft")
        content = column(self, spacing=6)
        content.addWidget(self.quiet)
        content.addWidget(side, 1)
        content.addStretch(0)
        calm.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._speak()
        for part, shown in (
            (self._side, not self._calm.quiet),
            (self.quiet, self._calm.quiet),
        ):
            if part.isHidden() is shown:
                if had_focus and not shown and focus is not None and (part is focus or part.isAncestorOf(focus)):
                    self.left.emit()
                part.setVisible(shown)

    def _speak(self) -> None:
        """Says that it is quiet and how it ends; not how many signals there are, which a client would read as a verdict."""
        self.quiet.say(self.tr("The client is watching"), self.tr("Press H to show this side again."))
