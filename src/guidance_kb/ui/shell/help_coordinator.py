"""Opens the help from anywhere: the key sheet, the articles and the links in articles."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from guidance_kb.help.names import DOCTOR, LICENCE, SETTING, article_of, is_help
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    # the first paint needs none of these, and importing the window would be circular
    from guidance_kb.search.query.plan import Plan
    from guidance_kb.ui.help.key_sheet import KeySheet
    from guidance_kb.ui.help.view import HelpView
    from guidance_kb.ui.shell.window import MainWindow


class HelpCoordinator(QObject):
    """The coordinator of a window's help."""

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self._sheet: KeySheet | None = None

    @property
    def sheet(self) -> "KeySheet":
        """The key sheet, created on first use."""
        if self._sheet is None:
            from guidance_kb.ui.help.key_sheet import KeySheet  # noqa: PLC0415 - not needed by the first paint

            over = cast("QWidget", self._window.topbar.parentWidget())  # which the privacy screen covers
            self._sheet = KeySheet(self._services, over)
        return self._sheet

    def toggle_keys(self) -> None:
        """Show or hide the key sheet over the window."""
        self.sheet.toggle()

    def open(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Show an article or a shortcut in the help, with the matches of a query highlighted; show a setting in the settings view."""
        if identifier.startswith(SETTING):
            self.takes(identifier)
            return
        self._window.go_to_room(ViewId.HELP, identifier)
        self._view.show_article(identifier, plan)

    def show(self, identifier: str | None, position: object = None) -> None:
        """Restore a position, or show an article; without either, keep the article that was read last."""
        if position is not None:
            self._view.restore(position)
        elif identifier is not None and self._view.shown != article_of(identifier):
            self._view.show_article(identifier)

    @property
    def _view(self) -> "HelpView":
        return cast("HelpView", self._window.view(ViewId.HELP))

    def takes(self, identifier: str) -> bool:
        """Follow a link of the help (`help-…`, `key-…`, `setting-…`, `do-…`); return False for ids of the knowledge and unknown ones."""
        if self._services.library.kind(identifier) is not None:
            return False
        if identifier.startswith(SETTING):
            self._window.go_to_setting(identifier.removeprefix(SETTING))
        elif identifier.startswith(LICENCE) or is_help(identifier):
            self.open(identifier)
        elif identifier in self._doing:
            self._doing[identifier]()
        else:
            return False
        return True

    def _view_then(self, act: "Callable[[HelpView], object]") -> Callable[[], object]:
        def done() -> None:
            self._window.go_to_room(ViewId.HELP)
            act(self._view)

        return done

    @property
    def _doing(self) -> Mapping[str, Callable[[], object]]:
        """The actions of the `do-…` links: one for each view, and others. A test runs them all."""
        return {
            **{f"do-{room}": partial(self._window.go_to_room, room) for room in ViewId},
            "do-keys": self.toggle_keys,
            "do-search": self._window.focus_search,
            "do-doctor": partial(self.open, DOCTOR),
            "do-copy-facts": self._view_then(lambda view: view.copy_facts()),
        }
