"""A second reading pane, beside whatever the window shows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import is_pressed
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, line, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

LEAST = 300
"""Minimum width in pixels."""


class BesidePane(TranslatedWidget, QFrame):
    """A page beside another; its links open in it, and Escape or its cross closes it.

    Attributes:
        reading: The page.

    Signals:
        closed: The user closed the pane, which is hidden now.
    """

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.reading = ReadingView(services, is_beside=True)
        self.setProperty("role", "pane")
        self._heading = label(role="caption", wrap=False)
        self.cross = button("", "quiet", self.close_page)
        head = row(spacing=SPACE.sm, margins=(SPACE.xxl, SPACE.sm, SPACE.md, 0))
        head.addWidget(self._heading, 1)
        head.addWidget(self.cross)
        across = row(self, spacing=0)
        edge = line()
        edge.setFixedWidth(1)
        across.addWidget(edge)
        whole = column(spacing=0)
        add_layout(whole, head)
        whole.addWidget(self.reading, 1)
        add_layout(across, whole, 1)
        self.setMinimumWidth(LEAST)
        self.setFocusProxy(self.reading)
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_page(self, identifier: str) -> None:
        """Show a page, and give it the keyboard."""
        self.reading.show_page(identifier)
        self.show()
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Hide the pane."""
        self.reading.note.flush()
        self.hide()
        self.reading.clear()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Take the keys of reading before the pane of the view does, whose shortcuts they are, while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        elif action := self._action(event):
            action()
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        return next((action for name, action in self.reading.keys.items() if is_pressed(event, name)), None)

    def retranslate(self) -> None:
        size = self._services.theme.px(SIZE.icon)
        self._heading.setText(self.tr("Beside"))
        self.setAccessibleName(self.tr("Page beside"))
        icon_only(
            self.cross, icon("x", self._services.theme.tokens.accent, size), size, self.tr("Close this page (Esc)")
        )
