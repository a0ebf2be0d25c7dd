"""Creates the views. Each is imported when it is first shown, so that the first paint does not wait for it."""

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


_MAY_FAIL = (ViewId.COUNTRIES, ViewId.MAP, ViewId.PACKS, ViewId.BOOKMARKS, ViewId.HELP, ViewId.PRACTICE)
"""Views without which the others still work."""


def make(room: ViewId, services: Services, parent: QWidget) -> QWidget:
    """Create a view, or an `UnreadableView` if creation fails.

    It gets its final parent at once: a widget that is reparented later is styled again with all its children.

    Raises:
        Exception: Creation failed and the other views need this one; the window shows the error.
    """
    before = parent.children()
    try:
        return _make(room, services, parent)
    except Exception as error:
        discard_widgets(set(parent.children()).difference(before))
        if room not in _MAY_FAIL:
            raise
        from guidance_kb.ui.core.error_reports import as_known

        return UnreadableView(services.theme, services.translation, as_known(error), parent)


def _make(room: ViewId, services: Services, parent: QWidget) -> QWidget:  # noqa: C901, PLR0911, PLR0912 - one case for each view
    """Import and create a view."""
    match room:
        case ViewId.START:
            from guidance_kb.ui.start.view import StartView

            return StartView(services, parent)
        case ViewId.SEARCH:
            from guidance_kb.ui.search.view import SearchView

            return SearchView(services, parent)
        case ViewId.COUNTRIES:
            from guidance_kb.ui.countries.view import CountriesView

            return CountriesView(services, parent)
        case ViewId.MAP:
            from guidance_kb.ui.map.view import MapView

            return MapView(services, parent)
        case ViewId.CONVERSATION:
            from guidance_kb.ui.conversation.view import ConversationView

            return ConversationView(services, parent)
        case ViewId.RECORDS:
            from guidance_kb.ui.records.room import RecordsRoom

            return RecordsRoom(services, parent)
        case ViewId.HELP:
            from guidance_kb.ui.help.view import HelpView

            return HelpView(services, parent)
        case ViewId.SUMMARY:
            from guidance_kb.ui.summary.view import SummaryView

            return SummaryView(services, parent)
        case ViewId.PACKS:
            from guidance_kb.ui.packs.view import PacksView

            return PacksView(services, parent)
        case ViewId.PRACTICE:
            from guidance_kb.ui.practice.view import PracticeView

            return PracticeView(services, parent)
        case ViewId.BOOKMARKS:
            from guidance_kb.ui.bookmarks.view import BookmarksView

            return BookmarksView(services, parent)
        case ViewId.SETTINGS:
            from guidance_kb.ui.preferences.view import PreferencesView

            return PreferencesView(services, parent)
        case ViewId.RULES:
            from guidance_kb.ui.rules.view import RulesView

            return RulesView(services, parent)
