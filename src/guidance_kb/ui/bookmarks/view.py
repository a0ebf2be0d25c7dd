"""The bookmarks view: a list with a filter, the page of the selected bookmark, and export."""

import json
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QMenu, QWidget

from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.page import save as save_file
from guidance_kb.knowledge.bookmarks import bookmark_statuses
from guidance_kb.ui.bookmarks.list import BookmarkList, BookmarkModel
from guidance_kb.ui.core.navigation import PageView, ViewId
from guidance_kb.ui.core.save_dialog import ask_where
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import ITSELF, bind
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.bookmarks import Bookmark


# --- Export


class Form(StrEnum):
    """The formats of an export; the value is the file extension."""

    MARKDOWN = ".md"
    JSON = ".json"


def save(services: Services, form: Form, path: Path) -> None:
    """Write all bookmarks to `path`, in the language of the window.

    Raises:
        KnownError: The file cannot be written; an existing file is unchanged.
    """
    library = services.library
    found = bookmark_statuses(library.place, services.bookmarks.kept.values())
    if form is Form.MARKDOWN:
        text = as_markdown(library, found, services.language)
    else:
        text = json.dumps(as_data(library, found), ensure_ascii=False, indent=2) + "\n"
    save_file(path, text.encode())


class BookmarksView(TranslatedWidget, PageView, QWidget):
    """The bookmarks view.

    Attributes:
        list: The list of bookmarks that match the filter.
        reading: The page of the selected bookmark.
        removed: The banner that confirms a removal, with undo.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._gone: list[Bookmark] = []
        self._title, self._how_many = label(role="title"), label(role="caption")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        FieldIcons(self.filter, services.theme)
        self.model = BookmarkModel(services, self)
        self.list = BookmarkList(self.model, services.theme)
        self.removed = Banner(services.theme, self.put_back)
        self.empty = EmptyState(services.theme, partial(services.navigator.go_to_room, ViewId.SEARCH))
        self.export = button("", "toggle")
        self.reading = ReadingView(services)
        self.reading.note.all.hide()  # this view lists them
        self._lay_out()
        self._connect()
        self._set_texts()
        self._refresh()

    def find_on_page(self) -> bool:
        """Open the bar to find text on the page; return whether it was opened."""
        return self.reading.find_beside(self)

    def _lay_out(self) -> None:
        left = QFrame()
        inside = column(left, spacing=SPACE.md, margins=(0, SPACE.xxl, 0, SPACE.md))
        side = (SPACE.xxl, 0, SPACE.xxl, 0)
        head = column(spacing=SPACE.md, margins=side)
        across = row()
        across.addWidget(self._title, 1)
        across.addWidget(self.export)
        add_layout(head, across)
        for part in (self.filter, self.removed, self.empty):
            head.addWidget(part)
        foot = row(margins=side)
        foot.addWidget(self._how_many)
        add_layout(inside, head)
        inside.addWidget(self.list, 1)
        inside.addStretch()
        add_layout(inside, foot)
        self.list.setMinimumWidth(300)
        column(self, spacing=0).addWidget(self.reading.beside(left))

    def _connect(self) -> None:
        services = self._services
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._read)
        self.list.activated.connect(lambda _: self.reading.setFocus(Qt.FocusReason.OtherFocusReason))
        services.bookmarks.changed.connect(self._refresh)
        services.packs.changed.connect(self._refresh_page)
        bind("remove-bookmark", self.list, self.remove, ITSELF)
        menu = QMenu(self.export)
        self._forms = {form: menu.addAction("") for form in Form}
        for form, action in self._forms.items():
            action.triggered.connect(lambda _checked=False, form=form: self.ask_where(form))
        self.export.setMenu(menu)

    # --- Display

    def _refresh(self) -> None:
        """Reload the bookmarks and keep the selection; a page whose bookmark was removed stays open, so that it can be added again."""
        chosen = self.reading.shown
        selection = self.list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's argument
        self.model.refresh()
        number = self.model.number_of(chosen) if chosen else -1
        self.list.setCurrentIndex(self.model.index(number) if number >= 0 else QModelIndex())
        selection.blockSignals(False)  # noqa: FBT003
        if chosen is None and self.model.shown and self.isVisible():
            self.list.setCurrentIndex(self.model.index(0))
        self._say_how_many()

    def _refresh_page(self) -> None:
        self._refresh()
        if self.reading.shown is not None:
            self.reading.show_page(self.reading.shown)

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._refresh()

    def _read(self, index: QModelIndex) -> None:
        if index.isValid():
            self.reading.show_page(self.model.shown[index.row()].bookmark.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Reload the bookmarks, because another window may have changed them; the selection is kept."""
        super().showEvent(event)
        self._services.bookmarks.load()
        self._refresh()

    # --- Removing

    def remove(self) -> None:
        """Remove the current bookmark, select the next one and offer to undo."""
        at = self.list.currentIndex().row()
        if at < 0:
            return
        one = self.model.shown[at]
        self.reading.note.flush()
        self._gone = self._services.bookmarks.remove([one.bookmark.id])
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(min(at, len(self.model.shown) - 1)))
        else:
            self.reading.clear()
        self.removed.say(self.tr("Removed: {title}").format(title=self.model.title(one)), self.tr("Undo"))

    def put_back(self) -> None:
        """Restore the bookmark that was removed last, with its note, and select it."""
        gone, self._gone = self._gone, []
        self.removed.hide()
        self._services.bookmarks.put_back(gone)
        if gone and (number := self.model.number_of(gone[0].id)) >= 0:
            self.list.setCurrentIndex(self.model.index(number))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Exporting

    def ask_where(self, form: Form) -> QFileDialog:
        """Open a dialog to export all bookmarks, regardless of the filter."""
        self.reading.note.flush()
        name = self.tr("bookmarks") + form.value
        return ask_where(
            self, self.tr("Export bookmarks"), name, partial(self._save, form), self._services.bookmarks.failed.emit
        )

    def _save(self, form: Form, path: Path) -> None:
        save(self._services, form, path)
        self.removed.say(self.tr("Saved: {name}").format(name=path.name))

    # --- Texts

    def _say_how_many(self) -> None:
        count, shown = self.model.count, len(self.model.shown)
        self.empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        for part in (self.filter, self.export, self._how_many):
            part.setVisible(bool(count))
        if count and not shown:
            self.empty.say("search", self.tr("No bookmark has these words"))
        else:
            self.empty.say(
                "star",
                self.tr("No bookmarks yet"),
                self.tr("Press Ctrl+D on what you read, or click the star above it. You can add a note of your own."),
                self.tr("Search for something"),
            )
        text = self.tr("1 bookmark") if count == 1 else self.tr("{count} bookmarks").format(count=count)
        self._how_many.setText(self.tr("{shown} of {all}").format(shown=shown, all=text) if shown < count else text)

    def _set_texts(self) -> None:
        self._title.setText(self.tr("Bookmarks"))
        self.filter.setPlaceholderText(self.tr("Filter by title or note"))
        self.filter.setAccessibleName(self.tr("Filter by title or note"))
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.list.setToolTip(self.tr("Delete removes the chosen one"))
        self.export.setText(self.tr("Export"))
        self._forms[Form.MARKDOWN].setText(self.tr("As Markdown, to read…"))
        self._forms[Form.JSON].setText(self.tr("As JSON, for other programs…"))
        self._say_how_many()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the list; if it is hidden, to the filter, or to the button of the placeholder."""
        super().focusInEvent(event)
        first = next((each for each in (self.list, self.filter) if not each.isHidden()), self.empty.action)
        first.setFocus(event.reason())

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)
        return super().focusNextPrevChild(following)

    def retranslate(self) -> None:
        self._set_texts()
        self.model.refresh()
