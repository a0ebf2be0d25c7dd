"""A print preview of a page, and the buttons to print it or save it as PDF, HTML or JSON."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from guidance_kb.documents.page import save
from guidance_kb.ui.core import printing
from guidance_kb.ui.core.save_dialog import ask_where
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import EDGE, PAPER, RADIUS
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.widgets.basics import button, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_LONGEST = 860
"""The maximum line width in pixels at 100 %; longer lines are hard to read."""

_PAPER = (
    f"QTextBrowser {{ background: {PAPER.sheet}; color: {PAPER.ink}; "
    f"border: {EDGE}px solid %s; border-radius: {RADIUS.control}px; }}"
)
"""The style sheet of the preview, with a placeholder for the border colour of the theme."""


class AdminDocument(Browser):
    """Shows a page of `documents`, dark on white in every theme, scaled as the text of the program."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._page = ""
        self.document().setDocumentMargin(24)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        services.theme.changed.connect(self._show)
        self._show()

    def show_page(self, page: str) -> None:
        """Show a complete HTML document."""
        self._page = page
        self._show()

    def _show(self) -> None:
        self.setStyleSheet(_PAPER % self._services.theme.tokens.line)
        head, style, rest = self._page.partition("</style>")
        self.setHtml(_POINTS.sub(self._scaled, head) + style + rest)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), self._services.theme.px(_LONGEST)))

    def _scaled(self, found: re.Match[str]) -> str:
        return f"{float(found[1]) * self._services.theme.scale:.1f}pt"


class TakeAlong(TranslatedWidget, QWidget):
    """The buttons that print or save a page. The content is made only after the user has chosen where to save it.

    Args:
        services: The services of the window.
        page: Returns the page as HTML.
        name: Returns the proposed file name without its suffix; it contains no more about a client than the code.
        data: Returns the data of the page as JSON; None to offer no JSON.

    Signals:
        saved (str): A file with this name was saved.
        failed (KnownError): The file could not be saved.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        page: Callable[[], str],
        name: Callable[[], str],
        data: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self._services, self._name = services, name
        self.print = button("", "primary", lambda: printing.print_page(self, page))
        self.pdf = button("", "", lambda: self._save("pdf", lambda: printing.pdf(page())))
        self.html = button("", "", lambda: self._save("html", lambda: page().encode()))
        self.json = button("", "", lambda: self._save("json", lambda: data().encode() if data else b""))
        self.json.setVisible(data is not None)
        flow = FlowLayout(self, 8)
        for each in (self.print, self.pdf, self.html, self.json):
            flow.addWidget(each)
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _save(self, suffix: str, content: Callable[[], bytes]) -> None:
        def write(path: Path) -> None:
            save(path, content())
            self.saved.emit(path.name)

        ask_where(self, self.tr("Save"), f"{self._name()}.{suffix}", write, self.failed.emit)

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(16)
        text_and_icon(self.print, icon("printer", theme.tokens.on_accent, size), size, self.tr("Print…"))
        self.pdf.setText(self.tr("Save as PDF…"))
        self.html.setText(self.tr("Save as a web page…"))
        self.json.setText(self.tr("Save as data (JSON)…"))
        self.json.setToolTip(self.tr("For another program to read"))
