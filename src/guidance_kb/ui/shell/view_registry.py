"""The views: one declaration each, and their creation.

A view is imported when it is first shown, so that the first paint does not wait for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import column, discard_widgets
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.report_button import ReportButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class UnreadableView(TranslatedWidget, QWidget):
    """A placeholder for a view whose data cannot be read; the rest of the program keeps working.

    Attributes:
        empty: The text: what happened, what is safe, what to do.
        copy: The button that copies the technical report.
    """

    def __init__(
        self, theme: Theme, translation: Translation, error: KnownError, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._translation, self._error = translation, error
        self.empty, self.copy = EmptyState(theme), ReportButton()
        whole = column(self, spacing=SPACE.md, margins=(SPACE.xxxl, SPACE.xxl, SPACE.xxxl, SPACE.xxl))
        whole.addStretch(1)
        whole.addWidget(self.empty)
        whole.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.copy.offer(error)
        self.setFocusProxy(self.copy)
        self.retranslate()

    def retranslate(self) -> None:
        heading = self.tr("This cannot be shown now")
        self.empty.say("triangle-alert", heading, self._error.say(self._translation.language))
        self.setAccessibleName(heading)


# --- One declaration a view


@dataclass(frozen=True, slots=True)
class ViewDeclaration:
    """How a view is made, and what the window knows of it beforehand.

    Attributes:
        make: Imports and creates the view.
        icon: Its icon on the rail; empty if it is not on the rail.
        belongs_to: The view that the rail marks for it, if it is not on the rail.
        needed: Whether the other views need it, so that a failure to create it ends the program.
        imported_early: The packages of `guidance_kb.ui` to import in idle time; None for the folder with the name of the view.
        made_early: Whether to create it in idle time.
    """

    make: Callable[[Services, QWidget], QWidget]
    icon: str = ""
    belongs_to: ViewId | None = None
    needed: bool = False
    imported_early: tuple[str, ...] | None = None
    made_early: bool = True


def _search(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.search.view import SearchView

    return SearchView(services, parent)


def _conversation(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.conversation.view import ConversationView

    return ConversationView(services, parent)


def _countries(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.countries.view import CountriesView

    return CountriesView(services, parent)


def _map(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.map.view import MapView

    return MapView(services, parent)


def _settings(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.preferences.view import PreferencesView

    return PreferencesView(services, parent)


def _summary(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.summary.view import SummaryView

    return SummaryView(services, parent)


def _records(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.records.room import RecordsRoom

    return RecordsRoom(services, parent)


def _bookmarks(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.bookmarks.view import BookmarksView

    return BookmarksView(services, parent)


def _practice(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.practice.view import PracticeView

    return PracticeView(services, parent)


def _help(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.help.view import HelpView

    return HelpView(services, parent)


def _rules(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.rules.view import RulesView

    return RulesView(services, parent)


def _packs(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.packs.view import PacksView

    return PacksView(services, parent)


def _start(services: Services, parent: QWidget) -> QWidget:
    from guidance_kb.ui.start.view import StartView

    return StartView(services, parent)


VIEWS: Final[Mapping[ViewId, ViewDeclaration]] = {
    ViewId.SEARCH: ViewDeclaration(_search, icon="search", needed=True, imported_early=("search", "reading")),
    ViewId.CONVERSATION: ViewDeclaration(_conversation, icon="messages-square", needed=True),
    ViewId.COUNTRIES: ViewDeclaration(_countries, icon="globe"),
    ViewId.MAP: ViewDeclaration(_map, icon="waypoints"),
    ViewId.SETTINGS: ViewDeclaration(_settings, needed=True, imported_early=("preferences",)),
    ViewId.SUMMARY: ViewDeclaration(_summary, belongs_to=ViewId.CONVERSATION, needed=True),
    ViewId.RECORDS: ViewDeclaration(_records, icon="folder-lock", needed=True, imported_early=("records.vault",)),
    ViewId.BOOKMARKS: ViewDeclaration(_bookmarks),
    ViewId.PRACTICE: ViewDeclaration(_practice, belongs_to=ViewId.CONVERSATION),
    ViewId.HELP: ViewDeclaration(_help, icon="life-buoy", made_early=False),
    ViewId.RULES: ViewDeclaration(_rules, belongs_to=ViewId.CONVERSATION, needed=True, made_early=False),
    ViewId.PACKS: ViewDeclaration(_packs, imported_early=(), made_early=False),
    ViewId.START: ViewDeclaration(_start, icon="house", needed=True, imported_early=(), made_early=False),
}
"""Every view, in the order in which they are made ready in idle time; the rail has the order of `ViewId`."""


def packages(room: ViewId) -> tuple[str, ...]:
    """Return the packages of `guidance_kb.ui` to import in idle time for a view."""
    early = VIEWS[room].imported_early
    return (str(room),) if early is None else early


def make(room: ViewId, services: Services, parent: QWidget) -> QWidget:
    """Create a view, or an `UnreadableView` if creation fails.

    It gets its final parent at once: a widget that is reparented later is styled again with all its children.

    Raises:
        Exception: Creation failed and the other views need this one; the window shows the error.
    """
    before = parent.children()
    try:
        return VIEWS[room].make(services, parent)
    except Exception as error:
        discard_widgets(set(parent.children()).difference(before))
        if VIEWS[room].needed:
            raise
        from guidance_kb.ui.core.error_reports import as_known

        return UnreadableView(services.theme, services.translation, as_known(error), parent)
