"""A navigator that goes nowhere: it keeps what a view asked for."""

from guidance_kb.search.query.plan import Plan
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.ui.core.navigation import ViewId


class RecordingNavigator:
    """Stands in for the window, where a view is tested by itself.

    Attributes:
        calls: What was asked for, in order: the name of the method and its arguments.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def go_to_room(self, room: ViewId) -> None:
        self.calls.append(("go_to_room", room))

    def open_page(self, identifier: str) -> None:
        self.calls.append(("open_page", identifier))

    def open_beside(self, identifier: str) -> None:
        self.calls.append(("open_beside", identifier))

    def open_help(self, identifier: str, plan: Plan | None = None) -> None:
        self.calls.append(("open_help", identifier, plan))

    def show_links(self, identifier: str) -> None:
        self.calls.append(("show_links", identifier))

    def show_theme(self, theme: str) -> None:
        self.calls.append(("show_theme", theme))

    def search_for(self, query: str) -> None:
        self.calls.append(("search_for", query))

    def narrow(self, choice: SearchChoice) -> None:
        self.calls.append(("narrow", choice))

    def keep_page(self, identifier: str) -> None:
        self.calls.append(("keep_page", identifier))

    def focus_search(self) -> None:
        self.calls.append(("focus_search",))

    def forget_recent(self) -> None:
        self.calls.append(("forget_recent",))

    def start_conversation(self, client: int) -> None:
        self.calls.append(("start_conversation", client))

    def resume_conversation(self, session: int) -> None:
        self.calls.append(("resume_conversation", session))

    def show_summary(self) -> None:
        self.calls.append(("show_summary",))

    def show_rules(self) -> None:
        self.calls.append(("show_rules",))

    def open_record(self, client: int) -> None:
        self.calls.append(("open_record", client))

    def call_client(self, client: int, follow_up: int) -> None:
        self.calls.append(("call_client", client, follow_up))

    def open_due(self) -> None:
        self.calls.append(("open_due",))
