"""The bookmarks view: a list with a filter, the page of the selected bookmark, and export."""

import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QMenu, QWidget

from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.page import save as save_file
from guidance_kb.knowledge.bookmarks import bookmark_statuses, tags_in
from guidance_kb.ui.bookmarks.list import BookmarkList, BookmarkModel, Order
from guidance_kb.ui.core.navigation import PageView, ViewId
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.save_dialog import ask_where
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import ITSELF, WITHIN, bind
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading.page_menu import ListMenu
from guidance_kb.ui.reading.taking_along import TakingAlong
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.drop_down import DropDown
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


def save(services: Services, form: Form, path: Path, bookmarks: Iterable["Bookmark"]) -> None:
    """Write bookmarks to `path`, in the language of the window.

    Raises:
        KnownError: The file cannot be written; an existing file is unchanged.
    """
    library = services.library
    found = bookmark_statuses(library.place, bookmarks)
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
        self._gone: list[list[Bookmark]] = []  # what was removed at once, the latest last
        self._title, self._how_many = label(role="title"), label(role="caption")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        FieldIcons(self.filter, services.theme)
        self.model = BookmarkModel(services, self)
        self.list = BookmarkList(self.model, services.theme)
        ListMenu(services, self.list, lambda index: self.model.shown[index.row()].bookmark.id)
        self.order, self.tag = DropDown(services.theme), DropDown(services.theme)
        self.tags = QLineEdit()
        self._tagging = Warned(self.tags, services)
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
        head.addWidget(self.filter)
        narrowing = row()
        narrowing.addWidget(self.order, 1)
        narrowing.addWidget(self.tag, 1)
        add_layout(head, narrowing)
        for part in (self.removed, self.empty):
            head.addWidget(part)
        foot = column(spacing=SPACE.sm, margins=side)
        foot.addWidget(self._tagging)
        foot.addWidget(self._how_many)
        add_layout(inside, head)
        inside.addWidget(self.list, 1)
        inside.addStretch()
        add_layout(inside, foot)
        self.list.setMinimumWidth(300)
        column(self, spacing=0).addWidget(self.reading.beside(left, "bookmarks"))

    def _connect(self) -> None:
        services = self._services
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._read)
        self.list.activated.connect(lambda _: self.reading.setFocus(Qt.FocusReason.OtherFocusReason))
        services.bookmarks.changed.connect(self._refresh)
        services.packs.changed.connect(self._refresh_page)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.order.currentIndexChanged.connect(self._narrow)
        self.tag.currentIndexChanged.connect(self._narrow)
        self.tags.editingFinished.connect(self._tag)
        services.bookmarks.removed.connect(self._offer_undo)
        bind("remove-bookmark", self.list, self.remove, ITSELF)
        bind("put-back", self, self.put_back, WITHIN)
        menu = QMenu(self.export)
        taken: tuple[Callable[[TakingAlong], object], ...] = (
            TakingAlong.copy,
            TakingAlong.print,
            TakingAlong.save_pdf,
            TakingAlong.save_html,
        )
        self._ways = [menu.addAction("") for _ in taken]
        for action, take in zip(self._ways, taken, strict=True):
            action.triggered.connect(lambda _checked=False, take=take: self._take(take))
        menu.addSeparator()
        self._forms = {form: menu.addAction("") for form in Form}
        for form, action in self._forms.items():
            action.triggered.connect(lambda _checked=False, form=form: self.ask_where(form))
        self.export.setMenu(menu)

    # --- Display

    def _refresh(self) -> None:
        """Reload the bookmarks and keep the selection; a page whose bookmark was removed stays open, so that it can be added again."""
        chosen, several = self.reading.shown, self.chosen
        selection = self.list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's argument
        self.model.refresh()
        number = self.model.number_of(chosen) if chosen else -1
        self.list.setCurrentIndex(self.model.index(number) if number >= 0 else QModelIndex())
        for one in several if len(several) > 1 else ():
            if (number := self.model.number_of(one)) >= 0:
                selection.select(self.model.index(number), QItemSelectionModel.SelectionFlag.Select)
        selection.blockSignals(False)  # noqa: FBT003
        self._fill_tags()
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

    def _narrow(self) -> None:
        """Apply the chosen order and tag."""
        self.model.order = Order(self.order.currentData() or Order.DATE)  # Qt keeps a string
        self.model.tag = self.tag.currentData() or ""
        self._refresh()

    def _fill_tags(self) -> None:
        """Fill the choice of a tag; it is hidden while there are none."""
        names = self.model.tags
        with QSignalBlocker(self.tag):
            self.tag.clear()
            self.tag.addItem(self.tr("All tags"), "")
            for name in names:
                self.tag.addItem(f"#{name}", name)
            self.tag.setCurrentIndex(max(self.tag.findData(self.model.tag), 0))
        self.tag.setVisible(bool(names))
        self._show_chosen()

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen bookmarks, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.shown[row].bookmark.id for row in rows if row < len(self.model.shown)]

    @property
    def _taken(self) -> list["Bookmark"]:
        """The bookmarks that are exported, printed or copied: the chosen ones if they are several, else all."""
        kept = self._services.bookmarks.kept
        several = self.chosen if len(self.chosen) > 1 else kept
        return [kept[one] for one in several if one in kept]

    # --- Tags of what is chosen

    def _show_chosen(self) -> None:
        """Show the tags that all chosen bookmarks have."""
        kept = self._services.bookmarks.kept
        of_each = [kept[one].tags for one in self.chosen if one in kept]
        common = [tag for tag in of_each[0] if all(tag in tags for tags in of_each)] if of_each else []
        if not (self.tags.hasFocus() and self.tags.isModified()):
            self.tags.setText(", ".join(common))
        self._tagging.setVisible(bool(of_each))
        self._say_how_many()

    def _tag(self) -> None:
        """Give the chosen bookmarks the typed tags, in place of those that they have in common; each keeps its own others."""
        if not self.tags.isModified():
            return
        self.tags.setModified(False)
        kept, wanted = self._services.bookmarks.kept, tags_in(self.tags.text())
        chosen = [kept[one] for one in self.chosen if one in kept]
        common = {tag for tag in chosen[0].tags if all(tag in each.tags for each in chosen)} if chosen else set()
        for each in chosen:
            others = [tag for tag in each.tags if tag not in common and tag not in wanted]
            self._services.bookmarks.tag(each, [*wanted, *others])

    # --- Page

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
        """Remove the chosen bookmarks and select the next one."""
        chosen, at = self.chosen, self.list.currentIndex().row()
        if not chosen:
            return
        at = self.model.number_of(chosen[0]) if len(chosen) > 1 else at
        self.reading.note.flush()
        self._services.bookmarks.remove(chosen)
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(min(at, len(self.model.shown) - 1)))
        else:
            self.reading.clear()

    def _offer_undo(self, gone: "list[Bookmark]") -> None:
        """Offer to undo a removal, also one by the menu or the star; what was removed elsewhere is not told here."""
        if not self.isVisible():
            return
        self._gone.append(gone)
        if len(gone) == 1:
            title = self._services.say(bookmark_statuses(self._services.library.place, gone)[0].title)
            said = self.tr("Removed: {title}").format(title=title)
        else:
            said = self.tr("{count} bookmarks removed").format(count=len(gone))
        self.removed.say(said, self.tr("Undo"))

    def put_back(self) -> None:
        """Restore what was removed last, with notes and tags, and select it."""
        gone = self._gone.pop() if self._gone else []
        self.removed.hide()
        gone = [each for each in gone if each.id not in self._services.bookmarks.kept]
        self._services.bookmarks.put_back(gone)
        if gone and (number := self.model.number_of(gone[0].id)) >= 0:
            self.list.setCurrentIndex(self.model.index(number))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Exporting

    def ask_where(self, form: Form) -> QFileDialog:
        """Open a dialog to export the chosen bookmarks if they are several, else all, regardless of the filter."""
        self.reading.note.flush()
        name = self.tr("bookmarks") + form.value
        return ask_where(
            self, self.tr("Export bookmarks"), name, partial(self._save, form), self._services.bookmarks.failed.emit
        )

    def _take(self, take: Callable[[TakingAlong], object]) -> None:
        """Copy, print or save what is taken."""
        self.reading.note.flush()
        take(TakingAlong(self._services, [each.id for each in self._taken], self))

    def _save(self, form: Form, path: Path) -> None:
        save(self._services, form, path, self._taken)
        self.removed.say(self.tr("Saved: {name}").format(name=path.name))

    # --- Texts

    def _say_how_many(self) -> None:
        count, shown = self.model.count, len(self.model.shown)
        self.empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        for part in (self.filter, self.order, self.export, self._how_many):
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
        text = self.tr("{shown} of {all}").format(shown=shown, all=text) if shown < count else text
        if (chosen := len(self.chosen)) > 1:
            text += " · " + self.tr("{count} chosen").format(count=chosen)
        self._how_many.setText(text)

    def _set_texts(self) -> None:
        self._title.setText(self.tr("Bookmarks"))
        self.filter.setPlaceholderText(self.tr("Filter by title, note or tag"))
        self.filter.setAccessibleName(self.tr("Filter by title, note or tag"))
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.list.setToolTip(self.tr("Delete removes what is chosen; with Ctrl or Shift you choose several"))
        self.export.setText(self.tr("Take along"))
        self.export.setToolTip(self.tr("The chosen bookmarks, if you chose several; else all"))
        ways = (
            self.tr("Copy with source"),
            self.tr("Print…"),
            self.tr("Save as PDF…"),
            self.tr("Save as a web page, also for Word…"),
        )
        for action, text in zip(self._ways, ways, strict=True):
            action.setText(text)
        self.tags.setPlaceholderText(self.tr("Tags, with commas"))
        self.tags.setAccessibleName(self.tr("Tags of what is chosen, with commas between them"))
        self.order.setAccessibleName(self.tr("Order"))
        self.tag.setAccessibleName(self.tr("Only with this tag"))
        orders = {
            Order.DATE: self.tr("Latest first"),
            Order.TITLE: self.tr("By title"),
            Order.TAG: self.tr("By tag"),
        }
        with QSignalBlocker(self.order):
            self.order.clear()
            for order, name in orders.items():
                self.order.addItem(name, order)
            self.order.setCurrentIndex(self.order.findData(self.model.order))
        self._fill_tags()
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
