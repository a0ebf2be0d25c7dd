"""The menu of the right button for a text of the knowledge: of a result, of a link, of a bookmark and of the page that is read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from guidance_kb.help.key_table import BY_NAME
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import is_pressed, spoken
from guidance_kb.ui.reading.taking_along import TakingAlong


class PageMenu(QMenu):
    """What can be done with one text, or with several at once.

    Args:
        services: The services of the window.
        identifiers: The ids of the texts.
        parent: The widget on which the menu is opened.
        opened: Whether it is the page that is read, which needs no opening.
        link: The words of the link that was pressed, to copy them.
    """

    def __init__(
        self, services: Services, identifiers: Sequence[str], parent: QWidget, *, opened: bool = False, link: str = ""
    ) -> None:
        super().__init__(parent)
        self._services, self._identifiers = services, list(identifiers)
        navigator, one = services.navigator, identifiers[0]
        single = len(identifiers) == 1
        if single and not opened:
            self._add(self.tr("Open"), lambda: navigator.open_page(one))
        readable = [each for each in identifiers if services.library.place(each)]
        if single and readable:
            self._add(self.tr("Open beside"), lambda: navigator.open_beside(one), "open-beside")
        if link:
            self._add(self.tr("Copy the words of the link"), lambda: QGuiApplication.clipboard().setText(link))
        if not readable:  # help, or a bookmark whose text is gone
            self._add_bookmark()
            return
        taking = TakingAlong(services, readable, parent)
        self.destroyed.connect(taking.deleteLater)
        self.addSeparator()
        self._add(self.tr("Copy with source"), taking.copy, "copy" if opened else "")
        self._add_bookmark()
        self.addSeparator()
        self._add(self.tr("Print…"), taking.print)
        self._add(self.tr("Save as PDF…"), taking.save_pdf)
        self._add(self.tr("Save as a web page, also for Word…"), taking.save_html)

    def _add(self, text: str, act: Callable[[], object], key: str = "") -> QAction:
        action = self.addAction(f"{text}\t{spoken(BY_NAME[key].keys[0])}" if key else text)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _add_bookmark(self) -> None:
        """Add the action that bookmarks, or removes all bookmarks if each text has one."""
        bookmarks, library = self._services.bookmarks, self._services.library
        markable = [one for one in self._identifiers if one in bookmarks.kept or library.place(one)]
        if not markable:
            return
        if all(one in bookmarks.kept for one in markable):
            several = len(markable) > 1
            text = self.tr("Remove the bookmarks") if several else self.tr("Remove the bookmark")
            self._add(text, lambda: bookmarks.remove(markable))
        else:
            new = [one for one in markable if one not in bookmarks.kept]
            self._add(self.tr("Bookmark"), lambda: [bookmarks.toggle(one, library.place(one)) for one in new])


class ListMenu(QObject):
    """Gives the rows of a list the menu of their texts, by the right button, the menu key and Shift+F10; Ctrl+Enter opens a row beside.

    Args:
        services: The services of the window.
        rows: The list.
        id_of: Returns the id of a row, or an empty string for a row without a text.
    """

    def __init__(self, services: Services, rows: QAbstractItemView, id_of: Callable[[QModelIndex], str]) -> None:
        super().__init__(rows)
        self._services, self._rows, self._id_of = services, rows, id_of
        for watched in (rows, rows.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu; all other events go on to the list."""
        if isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            return self._open(event.pos() if by_mouse and watched is self._rows.viewport() else None)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_pressed(event, "menu"):
                return self._open(None)
            if is_pressed(event, "open-beside"):
                return self._open_beside()
        return super().eventFilter(watched, event)

    def menu(self, index: QModelIndex) -> PageMenu | None:
        """Return the menu of a row, and of all that are chosen with it; None for a row without a text."""
        chosen = self._rows.selectionModel().selectedIndexes()
        several = sorted(chosen, key=QModelIndex.row) if index in chosen else [index]
        identifiers = [found for each in several if (found := self._id_of(each))]
        return PageMenu(self._services, identifiers, self._rows) if identifiers else None

    def _open(self, place: QPoint | None) -> bool:
        """Open the menu of the row at a place of the list; None is the current row."""
        index = self._rows.currentIndex() if place is None else self._rows.indexAt(place)
        menu = self.menu(index) if index.isValid() else None
        if menu is not None:
            shown = place or self._rows.visualRect(index).center()
            popup(menu, self._rows.viewport().mapToGlobal(shown))
        return menu is not None

    def _open_beside(self) -> bool:
        index = self._rows.currentIndex()
        identifier = self._id_of(index) if index.isValid() else ""
        library, access = self._services.library, self._services.conversation.access
        ticks = access is not None and library.kind(identifier) == "item"  # there the key ticks the question
        if not identifier or ticks:
            return False
        self._services.navigator.open_beside(identifier)
        return True


def popup(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place of the screen; it is deleted when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
