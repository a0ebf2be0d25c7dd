"""The reading pane: a page, a small bar to copy it, to read it in the other language, and to step through its hits; and to find in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from guidance_kb.documents.citation import with_citation
from guidance_kb.language import Language
from guidance_kb.ui.icons import icon
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.findbar import FindBar, found
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
        search_requested (str): These words of the page are to be searched for.
    """

    opened = Signal(str)
    search_requested = Signal(str)

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
        self._browser.search_requested.connect(self.search_requested)
        self._browser.stepped.connect(self._say_place)
        self.setFocusProxy(self._browser)
        self._copied = label(role="caption", wrap=False)
        self._copy = button("", "quiet", self.copy)
        self._other = button("", "quiet", self._read_in_other_language)
        self._previous = button("", "quiet", lambda: self._browser.go_to_mark(-1))
        self._next = button("", "quiet", lambda: self._browser.go_to_mark(1))
        self._place = label(role="between", wrap=False)
        self.findbar = FindBar(services.theme)
        self.findbar.typed.connect(self._mark)
        self.findbar.stepped.connect(self._browser.go_to_mark)
        self.findbar.closed.connect(self._close_findbar)
        self.findbar.hide()
        self._bar, self._steps, self._actions = row(spacing=4, margins=(12, 8, 12, 4)), row(spacing=4), row(spacing=4)
        self._lay_out()
        ctrl, shift = Qt.Modifier.CTRL, Qt.Modifier.SHIFT
        keys: list[tuple[QKeyCombination | Qt.Key, Callable[[], object]]] = [
            (Qt.Key.Key_F3, lambda: self._browser.go_to_mark(1)),
            (shift | Qt.Key.Key_F3, lambda: self._browser.go_to_mark(-1)),
            (ctrl | shift | Qt.Key.Key_C, self.copy),
            (ctrl | Qt.Key.Key_E, self._browser.search_selected),
        ]
        for key, action in keys:
            QShortcut(QKeySequence(key), self).activated.connect(action)
        services.theme.changed.connect(self._refresh)
        self._speak()

    def _lay_out(self) -> None:
        self._steps.addWidget(self._previous)
        self._steps.addWidget(self._next)
        self._steps.addWidget(self._place)
        self._steps.addStretch(1)
        self._steps.addWidget(self._copied)
        self._actions.addStretch(1)
        self._actions.addWidget(self._other)
        self._actions.addWidget(self._copy)
        self._bar.addLayout(self._steps, 1)
        self._bar.addLayout(self._actions)
        whole = column(self, spacing=0)
        whole.addLayout(self._bar)
        whole.addWidget(self.findbar)
        whole.addWidget(self._browser, 1)

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self._language or self._services.language

    def show_page(self, identifier: str, marker: Marker | None = None, language: Language | None = None) -> None:
        """Shows the page of `identifier`, with the hits that `marker` finds, in `language` or the program's."""
        self._shown, self._marker, self._language = identifier, marker, language
        self._copied.clear()
        self._put_findbar_away()
        self._refresh()

    def clear(self) -> None:
        """Shows what this pane is for."""
        self._shown = self._marker = None
        self._put_findbar_away()
        self._refresh()

    @property
    def shown(self) -> str | None:
        """The id of what is shown."""
        return self._shown

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard is in this pane."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @property
    def place(self) -> str:
        """Which of the hits is the present one, as it is said to a screen reader; where room is short, fewer words are shown."""
        return self._place.accessibleName()

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

    def open_findbar(self) -> None:
        """Opens the bar that finds on this page; with words selected, for those."""
        if self._shown is None:
            return
        if selected := self._browser.selected():
            self.findbar.box.setText(selected)
        self.findbar.show()
        self.findbar.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.findbar.box.selectAll()
        self._mark()

    def _close_findbar(self) -> None:
        self._put_findbar_away()
        self._mark()

    def _put_findbar_away(self) -> None:
        """Hides the bar; the keyboard goes from it to the page."""
        if self.findbar.isAncestorOf(QApplication.focusWidget() or self):
            self._browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.findbar.hide()

    def _read_in_other_language(self) -> None:
        self._language = self.language.other
        self._refresh()

    def _refresh(self) -> None:
        theme = self._services.theme
        page = self._writer.write(self._shown, self.language, theme.tokens) if self._shown else None
        self._browser.show_html(
            page if page is not None else html.paragraph(self.tr("What you choose is read here."), "over"),
            html.style_sheet(theme.tokens, theme.scale),
        )
        self._browser.setAccessibleName(self.tr("Reading pane"))
        for action in (self._copy, self._other):
            action.setVisible(page is not None)
        self._speak()
        self._mark()

    def _mark(self) -> None:
        """Marks what the find bar asks for while it is open, else the hits of the search."""
        text = self._browser.toPlainText()
        finding = not self.findbar.isHidden()
        if finding:
            ranges: Sequence[tuple[int, int]] = found(text, self.findbar.box.text())
        else:
            own = self._writer.own_text(text)  # the titles of related texts are no hits of this one
            ranges = self._marker(own, self.language) if self._marker else ()
        self._browser.mark(ranges, self._services.theme.tokens, pointed=finding)
        self._say_place()

    def _say_place(self) -> None:
        """Says which of the marks is the present one, where they belong: on the find bar or beside the hit keys."""
        at, count, finding = self._browser.at, len(self._browser.marked()), not self.findbar.isHidden()
        self.findbar.show_place(at, count if finding else 0)
        text = self.tr("hit %1 of %2").replace("%1", str(at + 1)).replace("%2", str(count))
        self._place.setAccessibleName(text)
        for widget in (self._previous, self._next, self._place):
            widget.setVisible(count > 0 and not finding)
        self._share_room()

    def _speak(self) -> None:
        """Says everything on the bar in the language now in force."""
        accent, size = self._services.theme.tokens.accent, self._services.theme.px(16)
        text_and_icon(self._copy, icon("copy", accent, size), size, self.tr("Copy with source"))
        self._copy.setToolTip(self.tr("Copy with source (Ctrl+Shift+C)"))
        other = self.tr("Read in English") if self.language is Language.NL else self.tr("Read in Dutch")
        text_and_icon(self._other, icon("languages", accent, size), size, other)
        icon_only(self._previous, icon("chevron-up", accent, size), size, self.tr("Previous hit (Shift+F3)"))
        icon_only(self._next, icon("chevron-down", accent, size), size, self.tr("Next hit (F3)"))

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
        """Says the place shorter, and then sets the actions below the steps, where there is no room beside them."""
        margins, stacked = 28, False
        for said in (self._place.accessibleName(), f"{self._browser.at + 1} / {len(self._browser.marked())}"):
            if said != self._place.text():
                self._place.setText(said)
                self._steps.invalidate()  # Qt would measure it anew only when it lays it out
            stacked = self._steps.sizeHint().width() + self._actions.sizeHint().width() + margins > self.width()
            if not stacked:
                break
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
