"""The sheet with example queries, below the button next to the search box."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.help_writer import examples
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.pressable import settle
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_WIDTH = 600
"""Width in pixels at 100 %."""

_SMALLER = 0.9
"""Text size relative to the reading pane."""


class QuerySheet(TranslatedWidget, QFrame):
    """The examples over the window; closed by Escape, loss of focus, or a choice.

    Signals:
        chosen (str): The user chose this query.
    """

    chosen = Signal(str)

    def __init__(self, services: Services, below: QWidget) -> None:
        super().__init__(below.window())
        self._services, self._below = services, below
        self.setProperty("role", "popup")
        self.page = Browser()
        self.page.query_opened.connect(self._choose)
        self.page.installEventFilter(self)
        column(self, margins=(18, 14, 10, 10)).addWidget(self.page)
        self.hide()

    def toggle(self) -> None:
        """Show the sheet and focus it, or close it."""
        if self.isVisible():
            self._put_away()
            return
        theme = self._services.theme
        title = html.heading(self.tr("How to search"))
        more = html.paragraph(
            self.tr("The last word you type counts as a beginning. Case, accents and hyphens do not matter."), "small"
        )
        self.page.show_html(
            title + examples(self._services.language) + more, html.style_sheet(theme.tokens, theme.scale * _SMALLER)
        )
        self.page.setAccessibleName(self.tr("How to search"))
        self.show()
        self.raise_()
        self._place()
        self.page.setFocus(Qt.FocusReason.PopupFocusReason)
        self.page.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        window, px = self.window(), self._services.theme.px
        bottom = self._below.mapTo(window, QPoint(self._below.width(), self._below.height() + 6))
        width = min(px(_WIDTH), window.width() - 40)
        left = max(min(bottom.x() + px(60), window.width() - 20) - width, 20)
        room = QRect(left, bottom.y(), width, window.height() - bottom.y() - 20)
        self.setGeometry(room)
        settle()
        room.setHeight(min(round(self.page.document().size().height()) + 28, room.height()))
        self.setGeometry(room)

    def _choose(self, query: str) -> None:
        self._put_away()
        self.chosen.emit(query)

    def _put_away(self) -> None:
        """Close the sheet; if it had the focus, the button that opened it gets it."""
        if self.page.hasFocus():
            self._below.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the sheet on Escape, or on loss of focus except to its context menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._put_away()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            in_menu = event.reason() is Qt.FocusReason.PopupFocusReason
            on_button = QApplication.focusWidget() is self._below  # the button closes the sheet itself
            if not in_menu and not on_button:
                self.hide()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.hide()
