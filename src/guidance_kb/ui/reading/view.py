"""The reading pane: toolbar, find bar, page, note, and place in the report."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QSplitter, QWidget

from guidance_kb.language import Language
from guidance_kb.ui.core.kept_split import KeptSplit
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import bind
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.answer_strip import AnswerStrip
from guidance_kb.ui.reading.bar import Bar
from guidance_kb.ui.reading.browser import Browser, part_above, scroll_to_part
from guidance_kb.ui.reading.clipboard import copy_passage, selected_html
from guidance_kb.ui.reading.find_bar import FindBar, found
from guidance_kb.ui.reading.page import PageExtras, PageWriter
from guidance_kb.ui.reading.page_menu import PageMenu, popup
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import column, line
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.ui.reading.help_writer import HelpWriter

Marker = Callable[[str, Language], Sequence[tuple[int, int]]]
"""Returns the character ranges of the hits in a text."""

_WIDEST = 570
"""Maximum line width in pixels at 100 %: about 70 characters."""

_INDENT = 22
"""Indent of a list in pixels at 100 %."""


class PagePosition(NamedTuple):
    """The state of a page: the language chosen for it, if any, and the scroll position as a share of its maximum."""

    language: Language | None
    above: float


class ReadingView(TranslatedWidget, QFrame):
    """Shows the page of one id.

    Attributes:
        bar, findbar: The bars above the page.
        answers: The answers to a question of the running conversation, above its page.
        around, note, footer: Bookmark, note and place in the report.
        keys: What the keys of reading do, by their names in the table. Of a pane beside a view they are no shortcuts of the window.
    """

    def __init__(self, services: Services, parent: QWidget | None = None, *, is_beside: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._is_beside = is_beside
        self._services = services
        self._writer = PageWriter(services.library, self)
        self._shown: str | None = None
        self._language: Language | None = None  # the user's choice for this page; None follows the program
        self._marker: Marker | None = None
        self._found_in: Language | None = None
        self._help_writer: HelpWriter | None = None
        self._browser = Browser(self)
        self.setFocusProxy(self._browser)
        self.bar, self.findbar = Bar(services), FindBar(services.theme)
        self.answers = AnswerStrip(services)
        self.around = PageExtras(self, self.bar, services)
        self.note, self.footer = self.around.note, self.around.footer
        self.findbar.hide()
        whole = column(self, spacing=0)
        for part in (self.answers, self.bar, self.findbar, self._browser, self.note, line(), self.footer):
            whole.addWidget(part, 1 if part is self._browser else 0)
        self._connect()
        services.theme.changed.connect(self._refresh)
        self._refresh()

    def _connect(self) -> None:
        navigator = self._services.navigator
        self._browser.link_opened.connect(self._open)
        self._browser.beside_wanted.connect(navigator.open_beside)
        self._browser.menu_of = self._menu_of
        self._browser.search_requested.connect(navigator.search_for)
        self._browser.links_wanted.connect(navigator.show_links)
        self._browser.find_wanted.connect(self.open_findbar)
        self._browser.can_find = True
        self._browser.stepped.connect(self._say_place)
        self._browser.stepped.connect(self._tell_hit)
        self.bar.stepped.connect(self._browser.go_to_mark)
        self.bar.other_wanted.connect(self._read_in_other_language)
        self.bar.copy_wanted.connect(self.copy)
        self.bar.more_wanted.connect(self._open_menu)
        self.findbar.typed.connect(self._mark)
        self.findbar.typed.connect(lambda _: announce(self, self.findbar.told.text()))
        self.findbar.stepped.connect(self._browser.go_to_mark)
        self.findbar.closed.connect(self._close_findbar)
        self.note.all_wanted.connect(partial(navigator.go_to_room, ViewId.BOOKMARKS))
        self.footer.opened.connect(self._open)
        self.around.stale.connect(self._refresh)
        self.keys: dict[str, Callable[[], object]] = {
            "next-hit": lambda: self._browser.go_to_mark(1),
            "previous-hit": lambda: self._browser.go_to_mark(-1),
            "copy": self.copy,
            "search-selected": self._browser.search_selected,
            "bookmark": self.around.toggle_bookmark,
            "bookmark-note": self.around.write_note,
            "part-before": lambda: self.footer.go(-1),
            "part-after": lambda: self.footer.go(1),
        }
        for name, action in self.keys.items() if not self._is_beside else ():
            bind(name, self, action)

    def _open(self, identifier: str) -> None:
        """Follow a link: a page beside the view shows it itself, and the view stays where it is."""
        if self._is_beside and not self._services.is_help(identifier):
            self.show_page(identifier)
        else:
            self._services.navigator.open_page(identifier)

    def _open_menu(self) -> None:
        """Open the menu of the page below its button."""
        if menu := self._menu_of("", ""):
            popup(menu, self.bar.more.mapToGlobal(self.bar.more.rect().bottomLeft()))

    def _menu_of(self, identifier: str, link: str) -> QMenu | None:
        """Return the menu of a link, or of the page that is shown."""
        if identifier:
            return PageMenu(self._services, [identifier], self, link=link)
        return PageMenu(self._services, [self._shown], self, opened=True) if self._shown else None

    def beside(self, left: QWidget, name: str = "results") -> QSplitter:
        """Return a splitter with `left` beside this pane; `name` is that of its place in the settings."""
        self.setMinimumWidth(320)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self)
        split.setStretchFactor(1, 1)
        split.setSizes([KeptSplit(split, self._services.settings, name, 0).width(460), 820])
        return split

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self._language or self._services.language

    def show_page(self, identifier: str, marker: Marker | None = None, found_in: Language | None = None) -> None:
        """Show the page of `identifier` in the program's language, with the hits that `marker` finds.

        If it finds none because the text in another language matched (`found_in`), the bar shows that.
        """
        self._shown, self._marker, self._found_in, self._language = identifier, marker, found_in, None
        self._put_findbar_away()
        self._refresh()

    def mark_again(self, marker: Marker, found_in: Language | None, language: Language | None = None) -> None:
        """Highlight the shown page by a new answer to the same query, keeping the scroll position and the find bar.

        The page is shown in `language`; None is the language of the program.
        """
        self._marker, self._found_in, self._language = marker, found_in, language
        self._refresh_in_place()

    @property
    def chosen_language(self) -> Language | None:
        """The language chosen for this page; None is the language of the program."""
        return self._language

    @property
    def position(self) -> PagePosition:
        """The current state of the page, for the history."""
        return PagePosition(self._language, part_above(self._browser))

    def restore(self, position: PagePosition) -> None:
        """Restore a state of the shown page."""
        if position.language is not self._language:
            self._language = position.language
            self._refresh()
        scroll_to_part(self._browser, position.above)

    def clear(self) -> None:
        """Show the placeholder, and forget what was searched on the page."""
        self._shown = self._marker = self._found_in = None
        self.findbar.box.setText("")
        self._put_findbar_away()
        self._refresh()

    @property
    def shown(self) -> str | None:
        """The id of the shown page."""
        return self._shown

    @property
    def holds_focus(self) -> bool:
        """Whether the focus is in this pane."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @property
    def place(self) -> str:
        """The position among the hits, as its accessible name; the visible text is shorter if the bar is narrow."""
        return self.bar.place

    @property
    def marked(self) -> list[str]:
        """The highlighted texts of the page, in order."""
        return self._browser.marked()

    def text(self) -> str:
        """Return the page as plain text."""
        return self._browser.toPlainText()

    def copy(self) -> None:
        """Copy what is selected, or else the whole page, with its source to the clipboard (S17)."""
        if self._shown is not None and self.around.place is not None:
            selected = selected_html(self._browser.textCursor())
            copy_passage(self._services, self._shown, self.language, selected)
            said = self.tr("The selection is copied with its source") if selected else self.tr("Copied with its source")
            self.around.say(said)

    # --- Find

    def find_beside(self, view: QWidget) -> bool:
        """Open the find bar if a page is shown and the focus is in `view`; return whether it was opened."""
        focused = QApplication.focusWidget()
        if self._shown is None or focused is None or not view.isAncestorOf(focused):
            return False
        self.open_findbar()
        return True

    def open_findbar(self) -> None:
        """Open the find bar and search for the selected text, if any."""
        if self._shown is None:
            return
        self.findbar.open(self._browser.selected())
        self._mark()

    def _close_findbar(self) -> None:
        self._put_findbar_away()
        self._mark()

    def _put_findbar_away(self) -> None:
        """Hide the find bar; if it had the focus, the page gets it."""
        if self.findbar.isAncestorOf(QApplication.focusWidget() or self):
            self._browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.findbar.hide()

    def _read_in_other_language(self) -> None:
        self._language = self.language.other
        self._refresh()

    def _refresh(self) -> None:
        theme = self._services.theme
        self._keep_lines_short()
        self._browser.show_html(self._html(), html.style_sheet(theme.tokens, theme.scale))
        self._browser.setAccessibleName(self.tr("Reading pane"))
        self.around.show(self._shown)
        self.answers.show_item(self._shown)
        self.bar.retranslate(self.language)
        self._mark()

    def _refresh_in_place(self) -> None:
        """Refresh the page, keeping the relative scroll position, because the new text may have another length."""
        above = part_above(self._browser)
        self._refresh()
        scroll_to_part(self._browser, above)

    def _html(self) -> str:
        """Return the page, or a text why there is none."""
        if self._shown is None:
            return html.paragraph(self.tr("What you choose is read here."), "over")
        if self._services.is_help(self._shown):
            return self._helped().write(self._shown, self.language) or ""
        page = self._writer.write(self._shown, self.language, self._services.theme.tokens)
        return page or self._writer.gone(self._services.bookmarks.last(self._shown), self.language)

    def _helped(self) -> "HelpWriter":
        """Return the writer of help pages, created at first use."""
        if self._help_writer is None:
            from guidance_kb.ui.reading.help_writer import HelpWriter  # noqa: PLC0415 - rarely needed

            self._help_writer = HelpWriter(self._services, self)
        return self._help_writer

    def _mark(self) -> None:
        """Highlight the matches of the find bar while it is open, and the hits of the search otherwise."""
        text = self._browser.toPlainText()
        finding = not self.findbar.isHidden()
        if finding:
            ranges: Sequence[tuple[int, int]] = found(text, self.findbar.box.text())
        else:
            own = self._writer.own_text(text)  # titles of related entries are not hits of this page
            ranges = self._marker(own, self.language) if self._marker else ()
        self._browser.mark(ranges, self._services.theme.tokens, pointed=finding)
        if not finding and not self.answers.isHidden():  # what can be ticked here is shown with how to ask it
            self._browser.verticalScrollBar().setValue(0)
        self._say_place()

    def _say_place(self) -> None:
        """Show the position among the highlights in the find bar or the toolbar."""
        at, count, finding = self._browser.at, len(self._browser.marked()), not self.findbar.isHidden()
        self.findbar.show_place(at, count if finding else 0)
        elsewhere = None if finding or count or self._found_in is self.language else self._found_in
        self.bar.show_hits(at, 0 if finding else count, elsewhere)

    def _tell_hit(self) -> None:
        """Announce the position and the paragraph of the current hit, because highlights are not accessible."""
        announce(self, f"{self.place}: {self._browser.around}")

    def retranslate(self) -> None:
        self._language = None
        self._refresh_in_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question whose page is shown with the keys of the conversation."""
        if not self.answers.takes(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()

    def _keep_lines_short(self) -> None:
        """Limit the line width by margins, so that lines stay readable in a wide pane."""
        theme = self._services.theme
        side = max(min(theme.px(28), self.width() // 12), (self.width() - theme.px(_WIDEST)) // 2)
        self._browser.document().setIndentWidth(theme.px(_INDENT))
        self._browser.setViewportMargins(side, SPACE.md, side, SPACE.md)
