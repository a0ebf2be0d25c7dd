"""The services that the views use; `app` creates them and passes them to each constructor."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from guidance_kb.help.names import is_help
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.navigation import Navigator
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.running_conversation import RunningConversation
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme

if TYPE_CHECKING:  # imported with the first search
    from guidance_kb.search.searcher import Searcher


class SearcherSource:
    """Creates the searcher of a window on first use."""

    def __init__(self, make: "Callable[[], Searcher]") -> None:
        self._make = make
        self._made: Searcher | None = None

    def __call__(self) -> "Searcher":
        """Return the searcher; only the worker of `Services.jobs` may use it."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def close(self) -> None:
        """Close the searcher, if there is one."""
        if self._made is not None:
            self._made.close()


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a window.

    Attributes:
        library: The knowledge database, read on the GUI thread.
        searcher: The source of the searcher, which only the worker of `jobs` may use.
        casebook: The client records; the rest of the program works without them.
        packs: The user's packs.
        bookmarks: The bookmarks, stored apart from the client records.
        navigator: The window.
        conversation: The conversation that is running.
    """

    library: Library
    searcher: SearcherSource
    jobs: Jobs
    casebook: CasebookService
    packs: PackService
    theme: Theme
    translation: Translation
    settings: SettingsFile
    bookmarks: BookmarkService
    navigator: Navigator
    conversation: RunningConversation = field(default_factory=RunningConversation)

    @property
    def language(self) -> Language:
        """The current language."""
        return self.translation.language

    def say(self, text: Text) -> str:
        """Return a text in the current language."""
        return text.say(self.language)

    def is_help(self, identifier: str) -> bool:
        """Return whether an id belongs to the help; an id in the knowledge takes precedence, whatever its prefix."""
        return is_help(identifier) and self.library.kind(identifier) is None

    def reopen(self, database: Path, done: Callable[[], object]) -> None:
        """Switch to another knowledge database; `done` is called when both searcher and library read it.

        Both remain the same objects, so references to them stay valid. The searcher switches first, so that no answer of the old database
        is shown with the new library.
        """

        def arrived(_none: None) -> None:
            self.library.reopen(database)
            done()

        self.jobs.do(lambda: self.searcher().reopen(database), arrived)

    def close(self) -> None:
        """End the background work and close the knowledge database; no view may use it afterwards."""
        self.casebook.close()
        self.packs.close()
        self.bookmarks.close()
        self.jobs.close()
        self.searcher.close()
        self.library.close()
