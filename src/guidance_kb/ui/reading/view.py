"""The reading pane: a page, a small bar to copy it, to read it in the other language, and to step through its hits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from guidance_kb.documents.citation import with_citation
from guidance_kb.language import Language
from guidance_kb.ui.icons import icon
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.page import PageWriter
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row, text_and_icon

Marker = Callable[[str, Language], Sequence[tuple[int, int]]]
"""Finds the hits in a text: character ranges."""

_WIDEST = 760
"""The widest a line of text may be, in pixels at 100 %: about 80 characters."""


class ReadingView(QFrame):
    """Shows one thing at a time.

    Signals:
        opened (str): A link on the page was followed.
    """

    opened = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._services = services
        self._writer = PageWriter(services.library, self)
        self._shown: str | None = None
        self._language: Language | None = None  # the reader's choice for this page; None follows the program
        self._marker: Marker | None = None
        self._browser = Browser(self)
        self._browser.link_opened.connect(self.opened)
        self.setFocusProxy(self._browser)
        self._copied = label(role="caption", wrap=False)
        self._copy = button("", "quiet", self.copy)
        self._other = button("", "quiet", self._read_in_other_language)
        self._previous = button("", "quiet", lambda: self._browser.go_to_mark(-1))
        self._next = button("", "quiet", lambda: self._browser.go_to_mark(1))
        self._bar, self._steps, self._actions = row(spacing=4, margins=(12, 8, 12, 4)), row(spacing=4), row(spacing=4)
        self._lay_out()
        for keys, step in ((Qt.Key.Key_F3, 1), (Qt.Modifier.SHIFT | Qt.Key.Key_F3, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._browser.go_to_mark(step))
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_C), self).activated.connect(self.copy)
        services.theme.changed.connect(self._refresh)
        self._speak()

    def _lay_out(self) -> None:
        self._steps.addWidget(self._previous)
        self._steps.addWidget(self._next)
        self._steps.addStretch(1)
        self._steps.addWidget(self._copied)
        self._actions.addStretch(1)
        self._actions.addWidget(self._other)
        self._actions.addWidget(self._copy)
        self._bar.addLayout(self._steps, 1)
        self._bar.addLayout(self._actions)
        whole = column(self, spacing=0)
        whole.addLayout(self._bar)
        whole.addWidget(self._browser, 1)

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self._language or self._services.language

    def show_page(self, identifier: str, marker: Marker | None = None, language: Language | None = None) -> None:
        """Shows the page of `identifier`, with the hits that `marker` finds, in `language` or the program's."""
        self._shown, self._marker, self._language = identifier, marker, language
        self._copied.clear()
        self._refresh()

    def clear(self) -> None:
        """Shows what this pane is for."""
        self._shown = None
        self._refresh()

    @property
    def shown(self) -> str | None:
        """The id of what is shown."""
        return self._shown

    @property
    def marked(self) -> list[str]:
        """The words that are marked on the page, in order."""
        return self._browser.marked()

    def text(self) -> str:
        """The page as plain text."""
        return self._browser.toPlainText()

    def copy(self) -> None:
        """Copies what is shown, with where it comes from, to the clipboard (S17)."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(with_citation(self._services.library, self._shown, self.language))
            self._copied.setText(self.tr("Copied with its source"))
            self._share_room()

    def _read_in_other_language(self) -> None:
        self._language = self.language.other
        self._refresh()

    def _refresh(self) -> None:
        theme = self._services.theme
        page = self._writer.write(self._shown, self.language, theme.tokens) if self._shown else None
        self._browser.show_html(
            page if page is not None else html.paragraph(self.tr("Choose a result to read it here."), "over"),
            html.style_sheet(theme.tokens, theme.scale),
        )
        self._browser.setAccessibleName(self.tr("Reading pane"))
        hits = self._marker(self._browser.toPlainText(), self.language) if page is not None and self._marker else ()
        self._browser.mark(hits, theme.tokens.mark, theme.tokens.on_mark)
        for step in (self._previous, self._next):
            step.setVisible(bool(hits))
        for action in (self._copy, self._other):
            action.setVisible(page is not None)
        self._speak()

    def _speak(self) -> None:
        """Says everything on the bar in the language now in force."""
        accent, size = self._services.theme.tokens.accent, self._services.theme.px(16)
        text_and_icon(self._copy, icon("copy", accent, size), size, self.tr("Copy with source"))
        self._copy.setToolTip(self.tr("Copy with source (Ctrl+Shift+C)"))
        other = self.tr("Read in English") if self.language is Language.NL else self.tr("Read in Dutch")
        text_and_icon(self._other, icon("languages", accent, size), size, other)
        icon_only(self._previous, icon("chevron-up", accent, size), size, self.tr("Previous hit (Shift+F3)"))
        icon_only(self._next, icon("chevron-down", accent, size), size, self.tr("Next hit (F3)"))
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._language = None
            self._refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the lines of the page short enough to read, however wide the pane is."""
        super().resizeEvent(event)
        side = max(self._services.theme.px(28), (self.width() - self._services.theme.px(_WIDEST)) // 2)
        self._browser.setViewportMargins(min(side, self.width() // 6), 8, min(side, self.width() // 6), 8)
        self._share_room()

    def _share_room(self) -> None:
        """Sets the actions below the steps where there is no room beside them."""
        needed = self._steps.sizeHint().width() + self._actions.sizeHint().width() + 28  # the margins of the bar
        stacked = needed > self.width()
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
