"""Navigation: the views, the history of locations, and the interfaces between window and views."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from guidance_kb.search.results.choice import SearchChoice

if TYPE_CHECKING:
    from guidance_kb.search.query.plan import Plan


class ViewId(StrEnum):
    """A view of the window: first the views of the rail in its order, then the views opened from elsewhere."""

    START = "start"
    SEARCH = "search"
    COUNTRIES = "countries"
    MAP = "map"
    CONVERSATION = "conversation"
    RECORDS = "records"
    HELP = "help"
    PACKS = "packs"
    SUMMARY = "summary"
    PRACTICE = "practice"
    RULES = "rules"
    BOOKMARKS = "bookmarks"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the history: a view, and for the search view also its query, the choice of filters and the open page.

    Attributes:
        private: Whether the query was typed while a conversation was running. It may be a client's words, so nothing of it is kept:
            such places are forgotten when the search view is left.
    """

    room: ViewId
    query: str = ""
    page: str | None = None
    choice: SearchChoice = field(default_factory=SearchChoice)
    private: bool = False


@dataclass(slots=True)
class _Stop:
    """A step of the history, with the position that its view returned when it was left."""

    place: Location
    position: object = None


class History:
    """The visited locations, one of which is the current one."""

    def __init__(self, start: Location) -> None:
        self._stops = [_Stop(start)]
        self._at = 0
        self._latest = {start.room: self._stops[0]}

    @property
    def here(self) -> Location:
        """The current location."""
        return self._stops[self._at].place

    @property
    def position(self) -> object:
        """The position that was stored when the current location was left; None if it was not left yet."""
        return self._stops[self._at].position

    @property
    def can_go_back(self) -> bool:
        """Whether there is a location before the current one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a location after the current one."""
        return self._at < len(self._stops) - 1

    def keep(self, position: object) -> None:
        """Store the position of the view at the current location, to restore it on return."""
        self._stops[self._at].position = position

    def visit(self, place: Location) -> None:
        """Go to a new location and forget the forward steps; do nothing if it is the current one."""
        if place != self.here:
            self._stops[self._at + 1 :] = [_Stop(place)]
            self._at += 1
            self._arrive()

    def visit_again(self, room: ViewId) -> bool:
        """Go to the latest location of a view as a new step; return whether the view was visited before."""
        latest = self._latest.get(room)
        if latest is not None and latest.place != self.here:
            self._stops[self._at + 1 :] = [_Stop(latest.place, latest.position)]
            self._at += 1
            self._arrive()
        return latest is not None

    def replace(self, place: Location) -> None:
        """Replace the current location without a new step, for example while the user types a query."""
        self._stops[self._at] = _Stop(place)
        self._arrive()

    def forget_private(self) -> bool:
        """Remove the private locations, of which the current one is none; return whether there were any."""
        here, before = self._stops[self._at], len(self._stops)
        kept: list[_Stop] = []
        for stop in self._stops:
            if stop.place.private:
                continue
            if kept and kept[-1].place == stop.place:  # nothing is left between them: a step that would lead nowhere
                if kept[-1] is here:
                    continue
                kept.pop()
            kept.append(stop)
        self._stops = kept
        self._at = next(at for at, stop in enumerate(kept) if stop is here)
        self._latest = {room: stop for room, stop in self._latest.items() if not stop.place.private}
        for stop in reversed(kept):
            self._latest.setdefault(stop.place.room, stop)
        return len(kept) < before

    def back(self) -> Location:
        """Go back one location, if there is one, and return the current one."""
        self._at = max(self._at - 1, 0)
        self._arrive()
        return self.here

    def forward(self) -> Location:
        """Go forward one location, if there is one, and return the current one."""
        self._at = min(self._at + 1, len(self._stops) - 1)
        self._arrive()
        return self.here

    def _arrive(self) -> None:
        self._latest[self.here.room] = self._stops[self._at]


class Navigator(Protocol):
    """The navigation that views request of the window, which implements it; views have it as `Services.navigator`."""

    def go_to_room(self, room: ViewId) -> None:
        """Show a view in the state in which it was left."""

    def open_page(self, identifier: str) -> None:
        """Show the page of an id of the knowledge or the help, or follow a link of an article."""

    def open_beside(self, identifier: str) -> None:
        """Show the page of an id of the knowledge in a second pane, beside the current view."""

    def open_help(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Show a help article, with the matches of a query highlighted."""

    def show_links(self, identifier: str) -> None:
        """Show the links of the thing with this id."""

    def show_theme(self, theme: str) -> None:
        """Show the countries, at the row of this theme."""

    def search_for(self, query: str) -> None:
        """Search for `query` as if it had been typed."""

    def narrow(self, choice: SearchChoice) -> None:
        """Search for the text of the search box with other filters, expansions or another order."""

    def keep_page(self, identifier: str) -> None:
        """Store the open result in the current location."""

    def focus_search(self) -> None:
        """Give the search box the focus."""

    def forget_recent(self) -> None:
        """Delete the recent searches and the recently read pages."""

    def start_conversation(self, client: int) -> None:
        """Start a new conversation with a client."""

    def resume_conversation(self, session: int) -> None:
        """Open a saved conversation."""

    def show_summary(self) -> None:
        """Show the summary of the current conversation."""

    def show_rules(self) -> None:
        """Show all rules and how the answers of the current conversation meet them."""

    def open_record(self, client: int) -> None:
        """Show the record of a client."""

    def call_client(self, client: int, follow_up: int) -> None:
        """Show the record of a client with the form of a call for a follow-up."""

    def open_due(self) -> None:
        """Show the clients with due steps or follow-ups."""


class PageView:
    """The interface of a view that shows pages; it precedes the widget class among the bases."""

    @property
    def position(self) -> object:
        """The position to restore on return, opaque to the window; None if the view keeps it by itself."""
        return None

    def find_on_page(self) -> bool:
        """Open the find bar of the page, if one is shown next to the focus; return whether it was opened."""
        return False
