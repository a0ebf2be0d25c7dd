"""What the views need of the rest of the program; made in one place (`app`) and handed to each constructor."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guidance_kb.help.names import is_help
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme

if TYPE_CHECKING:  # made at the first search, and imported then
    from guidance_kb.search.searcher import Searcher


class SearcherSource:
    """Gives the one searcher, which is made, with all that it needs, when it is first asked for."""

    def __init__(self, make: "Callable[[], Searcher]") -> None:
        self._make = make
        self._made: Searcher | None = None

    def __call__(self) -> "Searcher":
        """The searcher; it belongs to the worker of `Services.jobs`."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def close(self) -> None:
        """Closes the searcher, if there is one."""
        if self._made is not None:
            self._made.close()


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a window.

    Attributes:
        library: The knowledge, read on the GUI thread.
        searcher: Gives the one searcher; it belongs to the worker of `jobs` and is made at the first search.
        casebook: The client records; without any the rest of the program works as it is.
        packs: The packs of the user: what was added to the knowledge.
        bookmarks: What the user marked in the knowledge, with a note; apart from all client records.
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

    @property
    def language(self) -> Language:
        """The language now in force."""
        return self.translation.language

    def say(self, text: Text) -> str:
        """A text of the content in the language now in force."""
        return text.say(self.language)

    def is_help(self, identifier: str) -> bool:
        """Whether an id is of something in the help; what the knowledge has by that id comes first, whatever it begins with."""
        return is_help(identifier) and self.library.kind(identifier) is None

    def reopen(self, database: Path, done: Callable[[], object]) -> None:
        """Reads another knowledge database from now on; `done` is called when the library and the searcher both do.

        They stay the same objects, so that whoever holds them reads on. The searcher goes first: no answer of the one meets the library of
        the other.
        """

        def arrived(_none: None) -> None:
            self.library.reopen(database)
            done()

        self.jobs.do(lambda: self.searcher().reopen(database), arrived)

    def close(self) -> None:
        """Ends the background work and closes the knowledge; no view may be left that reads it."""
        self.casebook.close()
        self.packs.close()
        self.bookmarks.close()
        self.jobs.close()
        self.searcher.close()
        self.library.close()
