"""The cards of the start page that its first paint does not need: made and filled after it."""

from functools import partial
from typing import TYPE_CHECKING

from guidance_kb.ui.core.places import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.start.goingon import GoingOn
from guidance_kb.ui.start.practice_card import PracticeCard
from guidance_kb.ui.start.recent_bookmarks import Marked

if TYPE_CHECKING:  # the page makes these
    from guidance_kb.ui.start.view import StartView


class StartRest:
    """The offer to practise, where one was, and what was marked.

    Attributes:
        practice, going_on, marked: The cards.
    """

    def __init__(self, view: "StartView", services: Services) -> None:
        self._view, self._services = view, services
        self.practice, self.going_on, self.marked = PracticeCard(services), GoingOn(services), Marked(services)
        self.practice.wanted.connect(partial(view.room_chosen.emit, ViewId.PRACTICE))
        self.going_on.conversation_requested.connect(view.conversation_requested)
        self.going_on.page_chosen.connect(view.page_chosen)
        self.marked.page_chosen.connect(view.page_chosen)
        self.marked.all_wanted.connect(partial(view.room_chosen.emit, ViewId.BOOKMARKS))
        services.casebook.stored.connect(self._written)

    def look(self) -> None:
        """Looks what there is by now: one was elsewhere, or it was never looked at."""
        self.practice.look()
        self.going_on.look()
        self._services.bookmarks.load()

    def _written(self, _: object) -> None:
        if self._view.isVisible():
            self.going_on.ask()
