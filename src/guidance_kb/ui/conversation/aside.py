"""The right column: all of it, or nothing but a count while the client looks along."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.ui.conversation.calm import Calm
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.panel import SidePanel
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.pressable import Line


class Aside(QWidget):
    """Holds the panel.

    Signals:
        left: What had the keyboard here does not show any more.
    """

    left = Signal()

    def __init__(self, side: SidePanel, controller: Controller, calm: Calm, services: Services) -> None:
        super().__init__()
        self._side, self._controller, self._calm = side, controller, calm
        self.quiet = Line(services.theme, calm.toggle_quiet, "eye-off", role="soft")
        content = column(self, spacing=6)
        content.addWidget(self.quiet)
        content.addWidget(side, 1)
        content.addStretch(0)
        for happened in (controller.changed, controller.judged, controller.restarted):
            happened.connect(self._count)
        calm.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._count()

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._count()
        for part, shown in (
            (self._side, not self._calm.quiet),
            (self.quiet, self._calm.quiet),
        ):
            if part.isHidden() is shown:
                if had_focus and not shown and focus is not None and (part is focus or part.isAncestorOf(focus)):
                    self.left.emit()
                part.setVisible(shown)

    def _count(self, _: object = None) -> None:
        """Says how much there is: a count of signals, never of a person, and no names."""
        count = len([signal for signal in self._controller.signals if signal.target not in self._controller.set_aside])
        said = self.tr("1 signal") if count == 1 else self.tr("{count} signals").format(count=count)
        self.quiet.say(said, self.tr("The client can look along. Press H to show them."))
