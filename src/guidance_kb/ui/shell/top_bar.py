"""The top bar: back and forward, the search box, the language and the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QToolButton, QWidget

from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SIZES, Scheme
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.search.search_box import SearchBox
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, icon_only, row, text_and_icon
from guidance_kb.ui.widgets.field_icons import FieldHint, FieldIcons
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.ui.help.sheet import QuerySheet


_LEAST = 120
"""Minimum width of the search box in pixels; on a small screen with large text it shrinks to this, so that all buttons fit."""


class TopBar(TranslatedWidget, QFrame):
    """The bar with the search box and small buttons.

    Signals:
        back: The user asks to go back.
        forward: The user asks to go forward.
        example_chosen (str): The user chose an example query.
        bookmarks_chosen: The user asks for the bookmarks.
        packs_chosen: The user asks for the knowledge packs.
        settings_chosen: The user asks for all settings.
    """

    back = Signal()
    forward = Signal()
    example_chosen = Signal(str)
    bookmarks_chosen = Signal()
    packs_chosen = Signal()
    settings_chosen = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._services = services
        self.box = SearchBox(services.theme)
        self._glass = QAction(self.box)
        self.box.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.box.setClearButtonEnabled(True)
        FieldIcons(self.box, services.theme)
        self._hint = FieldHint(self.box)
        self.box.setMinimumWidth(_LEAST)
        self._back = button("", "quiet", self.back.emit)
        self._forward = button("", "quiet", self.forward.emit)
        self.help = button("", "quiet", self.toggle_sheet)
        self._sheet: QuerySheet | None = None
        self.lock = button("", "quiet", services.casebook.lock)
        self._language = button("", "quiet", self.choose_other_language)
        self._looks = button("", "quiet")
        self.menu = QMenu(self)
        self._looks.setMenu(self.menu)
        whole = row(self, spacing=6, margins=(14, 10, 14, 10))
        whole.addWidget(self._back)
        whole.addWidget(self._forward)
        whole.addWidget(self.box, 1)
        whole.addWidget(self.help)
        whole.addWidget(self.lock)
        whole.addWidget(self._language)
        whole.addWidget(self._looks)
        services.theme.changed.connect(self.retranslate)
        services.settings.changed.connect(self.retranslate)
        services.casebook.changed.connect(self._show_lock)
        self.retranslate()
        self._show_lock(Changes.STATE)

    def _show_lock(self, what: Changes) -> None:
        if Changes.STATE not in what:
            return
        state = self._services.casebook.state
        if state is CasebookState.LOCKED and not self.lock.isHidden():
            announce(self, self.tr("The records are locked."))
        self.lock.setVisible(state is CasebookState.OPEN)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Enable or disable the buttons for back and forward."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def toggle_sheet(self) -> None:
        """Show or hide the sheet with example queries."""
        if self._sheet is None:
            from guidance_kb.ui.help.sheet import QuerySheet  # noqa: PLC0415 - not needed by the first paint

            self._sheet = QuerySheet(self._services, self.help)
            self._sheet.chosen.connect(self.example_chosen)
        self._sheet.toggle()

    def choose_other_language(self) -> None:
        """Switch between Dutch and English."""
        self.choose(language=self._services.settings.read().language.other)

    def choose(
        self, language: Language | None = None, scheme: Scheme | None = None, text_size: int | None = None
    ) -> None:
        """Change the settings that are given."""
        given = {"language": language, "scheme": scheme, "text_size": text_size}
        self._services.settings.change(**{name: value for name, value in given.items() if value is not None})
        self.retranslate()  # in the new language

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(18)
        self._hint.say(
            self.tr("Search in everyday words, for example: no babysitter (Ctrl+K)"),
            self.tr("Search in everyday words (Ctrl+K)"),
            self.tr("Search (Ctrl+K)"),
            self.tr("Search"),
        )
        self.box.setAccessibleName(self.tr("Search"))
        self._glass.setText(self.tr("Search"))
        for each in self.box.findChildren(QToolButton):
            if each.defaultAction() is not self._glass:
                each.setAccessibleName(self.tr("Clear the search"))
        self._glass.setIcon(icon("search", theme.tokens.soft_ink, size))
        icon_only(self._back, icon("arrow-left", theme.tokens.ink, size), size, self.tr("Back (Alt+←)"))
        icon_only(self._forward, icon("arrow-right", theme.tokens.ink, size), size, self.tr("Forward (Alt+→)"))
        name = self.tr("How to search: examples")
        icon_only(self.help, icon("circle-question-mark", theme.tokens.accent, size), size, name)
        icon_only(self.lock, icon("lock", theme.tokens.accent, size), size, self.tr("Lock the records (Ctrl+L)"))
        other = "English" if self._services.settings.read().language is Language.NL else "Nederlands"
        text_and_icon(self._language, icon("languages", theme.tokens.accent, size), size, other)
        self._language.setToolTip(self.tr("Interface and content in the other language (Ctrl+Shift+L)"))
        icon_only(self._looks, icon("settings-2", theme.tokens.accent, size), size, self.tr("Settings"))
        self._fill_menu()

    def _fill_menu(self) -> None:
        self.menu.clear()
        now = self._services.settings.read()
        schemes, sizes = QActionGroup(self.menu), QActionGroup(self.menu)
        names = {
            Scheme.SYSTEM: self.tr("Follow the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
            Scheme.CONTRAST: self.tr("High contrast"),
        }
        for scheme, name in names.items():
            self._add(schemes, name, checked=scheme is now.scheme).triggered.connect(
                lambda _checked=False, scheme=scheme: self.choose(scheme=scheme)
            )
        self.menu.addSeparator()
        for percent in SIZES:
            text = self.tr("Text %1%").replace("%1", str(percent))
            self._add(sizes, text, checked=percent == now.text_size).triggered.connect(
                lambda _checked=False, percent=percent: self.choose(text_size=percent)
            )
        self.menu.addSeparator()
        every = self.tr("All settings…")
        for text, chosen in (
            (self.tr("Bookmarks") + "\tAlt+B", self.bookmarks_chosen),
            (self.tr("Knowledge packs…"), self.packs_chosen),
            (every + "\tCtrl+,", self.settings_chosen),
        ):
            self.menu.addAction(text).triggered.connect(lambda _checked=False, chosen=chosen: chosen.emit())

    def _add(self, group: QActionGroup, text: str, *, checked: bool) -> QAction:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        return action
