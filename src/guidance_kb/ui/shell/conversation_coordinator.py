"""Coordinates the current conversation with its summary, its rules and the client's screen, and asks before unsaved data are lost."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.write_queue import casebook_writes

if TYPE_CHECKING:  # the first paint needs none of these
    from PySide6.QtGui import QSessionManager

    from guidance_kb.ui.conversation.view import ConversationView
    from guidance_kb.ui.rules.view import RulesView
    from guidance_kb.ui.shell.window import MainWindow
    from guidance_kb.ui.summary.client_screen import ClientViewPresenter
    from guidance_kb.ui.summary.view import SummaryView

_UNSAVED = KnownError(
    "Het laatste van een gesprek of dossier kon niet worden opgeslagen en staat alleen nog in het geheugen. Open de dossiers: dan wordt "
    "het alsnog opgeslagen. Maak eerst ruimte vrij als de schijf vol is. Sluit u het venster nog een keer, dan gaat het verloren.",
    "The last of a conversation or a record could not be saved and is in memory only. Open the records: then it is saved after all. Free "
    "some space first if the disk is full. If you close the window once more, it is lost.",
)

_UNSAVED_NOTE = KnownError(
    "Een bladwijzer of uw notitie daarbij kon niet worden opgeslagen en staat alleen nog in het geheugen. Maak ruimte vrij als de schijf "
    "vol is, en sluit het venster dan nog een keer: eerst wordt er dan weer opgeslagen. Lukt dat niet, dan gaat het verloren.",
    "A bookmark or your note with it could not be saved and is in memory only. Free some space if the disk is full, then close the window "
    "once more: it is saved first, if it can be. If not, it is lost.",
)


class ConversationCoordinator(QObject):
    """The coordinator of a window's conversations: that of the conversation view, and the practice conversation.

    Attributes:
        showing: The presenter of the client's screen; None before its first use.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        cast("QGuiApplication", QGuiApplication.instance()).commitDataRequest.connect(self.ask_before_session_ends)
        self._window, self._services = window, services
        self._warned = self._may_lose = False
        self.showing: ClientViewPresenter | None = None

    @property
    def in_hand(self) -> "ConversationView":
        """The conversation that shortcuts apply to: that of the summary or practice view if one is shown, or else the counselor's own."""
        if self._window.here is ViewId.SUMMARY:
            return cast("SummaryView", self._window.view(ViewId.SUMMARY)).page.conversation
        if self._window.here is ViewId.PRACTICE:
            from guidance_kb.ui.practice.view import PracticeView  # noqa: PLC0415 - imported when the view was made

            if isinstance(practice := self._window.view(ViewId.PRACTICE), PracticeView):  # not an `UnreadableView`
                return practice.conversation
        return cast("ConversationView", self._window.view(ViewId.CONVERSATION))

    def show_summary(self) -> None:
        """Show the summary of the current conversation."""
        cast("SummaryView", self._window.view(ViewId.SUMMARY)).attend(self.in_hand, self._window.here)
        self._window.go_to_room(ViewId.SUMMARY)

    def show_rules(self) -> None:
        """Show all rules and how the answers of the current conversation meet them."""
        cast("RulesView", self._window.view(ViewId.RULES)).attend(self.in_hand, self._window.here)
        self._window.go_to_room(ViewId.RULES)

    def to_summary_and_back(self) -> None:
        """Show the summary of the current conversation; from the summary, go back."""
        if self._window.here is ViewId.SUMMARY:
            self._window.go_back()
        else:
            self.show_summary()

    def show_to_client(self) -> None:
        """Show or hide the plan of the current conversation on the client's screen."""
        if self.showing is None:
            from guidance_kb.ui.summary.client_screen import ClientViewPresenter  # noqa: PLC0415 - rarely used

            self.showing = ClientViewPresenter(self._window, self._services)
            self._window.privacy_screen.moved.connect(self.showing.close)
        self.showing.toggle(self.in_hand)

    # ── closing the window ──────────────────────────────────────────────────────────────────────

    def asks_before_closing(self) -> bool:
        """Ask before a conversation in memory only is lost; return whether the question is shown, so that the window stays open."""
        view = cast("ConversationView | None", self._window.made(ViewId.CONVERSATION))
        if self._may_lose or view is None or not view.is_in_memory_only:
            return False
        if self._window.privacy_screen.is_closed:  # it would cover the question
            self._window.privacy_screen.move_it()
        self._window.come_forward()
        if self._window.here is not ViewId.CONVERSATION:
            self._window.go_to_room(ViewId.CONVERSATION)
        view.ask_before_closing(self.close_anyway)
        return True

    def close_anyway(self) -> None:
        """Close the window without asking; a conversation in memory only is lost."""
        self._may_lose = True
        self._window.close()
        self._may_lose = False

    def ask_before_session_ends(self, manager: "QSessionManager") -> None:
        """Ask when the user logs out or shuts down, and delay that if the system allows it."""
        if self.asks_before_closing() and manager.allowsInteraction():
            manager.cancel()

    def would_lose(self) -> bool:
        """Lock and return whether data of a conversation, a record or a bookmark could not be written; warn once, then return False."""
        if self._warned:
            return False
        service = self._services.casebook
        service.lock_and_wait()
        if casebook_writes(service).waiting:
            self._warn(_UNSAVED)
        elif self._services.bookmarks.would_lose():
            self._warn(_UNSAVED_NOTE)
        return self._warned

    def _warn(self, error: KnownError) -> None:
        self._warned = True
        self._window.tell(error)

    def end(self) -> None:
        """Close the client's screen, before the window closes."""
        if self.showing is not None:
            self.showing.close()
