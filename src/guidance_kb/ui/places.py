"""Where the reader has been: places, and the way back and forward through them."""

from dataclasses import dataclass, field
from enum import StrEnum

from guidance_kb.search.choice import Choice


class Room(StrEnum):
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
class Place:
    """A place one can come back to: a room, and in the search room the query, what was chosen beside it, and what was read."""

    room: Room
    query: str = ""
    page: str | None = None
    choice: Choice = field(default_factory=Choice)


class Trail:
    """The places visited, with one of them the present one."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._at = 0

    @property
    def here(self) -> Place:
        """The present place."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Goes to a new place; what lay ahead is forgotten. Being there already changes nothing."""
        if place != self.here:
            self._places[self._at + 1 :] = [place]
            self._at += 1

    def replace(self, place: Place) -> None:
        """Changes the present place without a step: typing on in a query is one place, not twenty."""
        self._places[self._at] = place

    def back(self) -> Place:
        """Goes one place back, if there is one."""
        self._at = max(self._at - 1, 0)
        return self.here

    def forward(self) -> Place:
        """Goes one place forward, if there is one."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.here
