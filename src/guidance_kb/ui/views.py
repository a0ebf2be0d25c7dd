"""Makes the views. What the first paint does not need is imported here, when a view is first shown."""

from PySide6.QtWidgets import QWidget

from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services


def make(room: Room, services: Services) -> QWidget:  # noqa: C901, PLR0911 - a room, a view
    """The view of a room."""
    match room:
        case Room.START:
            from guidance_kb.ui.start.view import StartView

            return StartView(services)
        case Room.SEARCH:
            from guidance_kb.ui.search.view import SearchView

            return SearchView(services)
        case Room.COUNTRIES:
            from guidance_kb.ui.countries.view import CountriesView

            return CountriesView(services)
        case Room.MAP:
            from guidance_kb.ui.map.view import MapView

            return MapView(services)
        case Room.CONVERSATION:
            from guidance_kb.ui.conversation.view import ConversationView

            return ConversationView(services)
        case Room.RECORDS:
            from guidance_kb.ui.casebook.room import RecordsRoom

            return RecordsRoom(services)
        case Room.HELP:
            from guidance_kb.ui.help.view import HelpView

            return HelpView(services)
        case Room.SUMMARY:
            from guidance_kb.ui.summary.view import SummaryView

            return SummaryView(services)
        case Room.PACKS:
            from guidance_kb.ui.packs.view import PacksView

            return PacksView(services)
        case Room.PRACTICE:
            from guidance_kb.ui.practice.view import PracticeView

            return PracticeView(services)
        case Room.BOOKMARKS:
            from guidance_kb.ui.bookmarks.view import BookmarksView

            return BookmarksView(services)
        case Room.RULES:
            from guidance_kb.ui.rules.view import RulesView

            return RulesView(services)
