"""Navigation: the views, the places that were visited, and what a view may ask of the window and the window of a view."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from guidance_kb.search.results.choice import SearchChoice

if TYPE_CHECKING:
    from guidance_kb.search.query.plan import Plan


class ViewId(StrEnum):
    """A view of the window: those of the rail in its order, then those that one comes to from elsewhere."""

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
    """A place one can come back to: a room, and in the search room the query, what was chosen beside it, and what was read."""

    room: ViewId
    query: str = ""
    page: str | None = None
    choice: SearchChoice = field(default_factory=SearchChoice)


@dataclass(slots=True)
class _Stop:
    """A place on the trail, and how its view stood when it was left: what the view itself makes of that."""

    place: Location
    position: object = None


class History:
    """The places visited, with one of them the present one."""

    def __init__(self, start: Location) -> None:
        self._stops = [_Stop(start)]
        self._at = 0
        self._latest = {start.room: self._stops[0]}

    @property
    def here(self) -> Location:
        """The present place."""
        return self._stops[self._at].place

    @property
    def position(self) -> object:
        """How the view stood when the present place was left; None for a place that was not left yet."""
        return self._stops[self._at].position

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._stops) - 1

    def keep(self, position: object) -> None:
        """Keeps how the view of the present place stands, for whoever comes back to it."""
        self._stops[self._at].position = position

    def visit(self, place: Location) -> None:
        """Goes to a new place; what lay ahead is forgotten. Being there already changes nothing."""
        if place != self.here:
            self._stops[self._at + 1 :] = [_Stop(place)]
            self._at += 1
            self._arrive()

    def visit_again(self, room: ViewId) -> bool:
        """Goes to a room as it was when it was left, as a step of its own; False when it was not visited before."""
        latest = self._latest.get(room)
        if latest is not None and latest.place != self.here:
            self._stops[self._at + 1 :] = [_Stop(latest.place, latest.position)]
            self._at += 1
            self._arrive()
        return latest is not None

    def replace(self, place: Location) -> None:
        """Changes the present place without a step: typing on in a query is one place, not twenty."""
        self._stops[self._at] = _Stop(place)
        self._arrive()

    def back(self) -> Location:
        """Goes one place back, if there is one."""
        self._at = max(self._at - 1, 0)
        self._arrive()
        return self.here

    def forward(self) -> Location:
        """Goes one place forward, if there is one."""
        self._at = min(self._at + 1, len(self._stops) - 1)
        self._arrive()
        return self.here

    def _arrive(self) -> None:
        self._latest[self.here.room] = self._stops[self._at]


class Navigator(Protocol):
    """The way from a view to any other. The window implements it; every view has it as `Services.navigator`."""

    def go_to_room(self, room: ViewId) -> None:
        """Show a view as it was left."""

    def open_page(self, identifier: str) -> None:
        """Show the page of anything that can be opened: of the knowledge, of the help, or a link of an article."""

    def open_help(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Show an article in the help, with the marks of a query."""

    def show_links(self, identifier: str) -> None:
        """Show the thing with this id among its links."""

    def search_for(self, query: str) -> None:
        """Search for `query` as if it had been typed."""

    def narrow(self, choice: SearchChoice) -> None:
        """Search for what stands in the box with other filters, additions or another order."""

    def keep_page(self, identifier: str) -> None:
        """Remember which of the results is read."""

    def focus_search(self) -> None:
        """Put the keyboard in the search box."""

    def forget_recent(self) -> None:
        """Forget what was searched for and read."""

    def start_conversation(self, client: int) -> None:
        """Go to a new conversation with a client."""

    def resume_conversation(self, session: int) -> None:
        """Go to a conversation that was saved."""

    def show_summary(self) -> None:
        """Show what the conversation in hand comes to."""

    def show_rules(self) -> None:
        """Show all rules, and how the conversation in hand stands by them."""

    def open_record(self, client: int) -> None:
        """Go to the record of a client."""

    def open_due(self) -> None:
        """Go to the clients with whom something is due."""


class PageView:
    """What the window may ask of a view that shows pages; a view inherits it before its widget."""

    @property
    def position(self) -> object:
        """How the view stands, to come back to; None where it stays as it is by itself. Only the view reads it."""
        return None

    def find_on_page(self) -> bool:
        """Open the bar that finds on a page, if one is shown beside what has the keyboard; return whether it did."""
        return False
