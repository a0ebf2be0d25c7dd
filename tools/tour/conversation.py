"""Tour of the conversation: knowledge, dismissing a signal, display mode, all rules, the client's screen, practice, the map."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.map.view import MapView
from guidance_kb.ui.practice.view import PracticeView
from guidance_kb.ui.shell.window import MainWindow


class TourPicture(Protocol):
    """Takes a picture of the window, or of another widget, with a name and a caption."""

    def __call__(self, name: str, done: str, of: QWidget | None = None) -> tuple[str, Path]:
        """Take a picture, and return the caption and the path."""


Wait = Callable[[Callable[[], bool]], None]
"""Runs the event loop until a condition is true."""

_SAID = ("vraag-dichtbij", "vraag-lukt", "vraag-zorg", "vraag-regels", "vraag-geld")


class ConversationGuide:
    """Leads the window through a conversation without a client; nothing is stored.

    Args:
        window: The window.
        picture: Takes a picture.
        wait: Runs the event loop until a condition is true.
    """

    def __init__(self, window: MainWindow, picture: TourPicture, wait: Wait) -> None:
        self._window, self._picture, self._wait = window, picture, wait

    def steps(self, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Take each step, and yield its caption and picture."""
        self._window.go_to_room(ViewId.CONVERSATION)
        view = cast("ConversationView", self._window.view(ViewId.CONVERSATION))
        view.persistence.restart()
        for item in _SAID:
            view.controller.set_state(item, State.NAMED)
        view.controller.set_by("vraag-geld", By.OBSERVED)
        view.items.go_to("vraag-regels")
        view.side.tabs[3].click()
        self._wait(lambda: bool(view.side.knowledge.list.rows))
        yield self._picture("knowledge", "read what is known about what was said, beside it")
        view.side.tabs[0].click()
        view.side.signals.toggle("complex-rules")
        yield self._picture("service", "opened a signal that is a task for the service, not for the client")
        view.controller.judge("complex-rules", Verdict.DISMISSED)
        yield self._picture("set-aside", "set a signal aside: it stays away until something new is said")
        view.display_mode.set_quiet(quiet=True)
        yield self._picture("quiet", "let the client watch: the signals are out of sight")
        view.display_mode.set_quiet(quiet=False)
        self._window.conversation_coordinator.show_rules()
        yield self._picture("rules", "read all rules in words, and how this conversation stands by them")
        self._window.go_to_room(ViewId.CONVERSATION)
        care = self._window.services.library.barriers["care-duties"]
        view.agreed.agree(Terms((care.nl if dutch else care.en).step_client, Who.CLIENT, target=care.id))
        view.agreed.set_language(Language.NL if dutch else Language.EN)
        self._window.conversation_coordinator.show_to_client()
        showing = self._window.conversation_coordinator.showing
        assert showing is not None  # noqa: S101 - it was asked to show
        assert showing.screen is not None  # noqa: S101 - it does
        showing.screen.showNormal()
        showing.screen.resize(self._window.size())  # all pictures of the tour have the same size
        yield self._picture("client-view", "showed the client their own plan, large, and nothing else", showing.screen)
        showing.close()
        view.persistence.restart()
        yield from self._practice()
        self._window.go_to_room(ViewId.MAP)
        cast("MapView", self._window.view(ViewId.MAP)).take("shame")
        yield self._picture("map", "looked how drives, barriers, practices and recommendations hang together")

    def _practice(self) -> Iterator[tuple[str, Path]]:
        self._window.go_to_room(ViewId.PRACTICE)
        practice = cast("PracticeView", self._window.view(ViewId.PRACTICE))
        practice.conversation.items.go_to("vraag-dichtbij")
        practice.conversation.controller.set_state("vraag-dichtbij", State.NAMED)
        yield self._picture("practice", "practised with a client who does not exist")
