"""Where the reader has been: places, and the way back and forward through them."""

from dataclasses import dataclass, field
from enum import StrEnum

from guidance_kb.search.results.choice import SearchChoice


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
