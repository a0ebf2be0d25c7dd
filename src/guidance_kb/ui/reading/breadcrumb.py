"""Parts of a page that say where in the report it stands, the page of a section as a whole, and of what is not there any more."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from guidance_kb.documents.bookmarks import sort_name
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Section
from guidance_kb.knowledge.outline import Sort, above
from guidance_kb.language import Language
from guidance_kb.ui.reading import html

if TYPE_CHECKING:
    from guidance_kb.knowledge.bookmarks import Bookmark

_BETWEEN = " › "


class PlaceWriter(QObject):
    """Writes them from the library."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    @property
    def heading(self) -> str:
        """The heading above where an entry stands."""
        return self.tr("Where in the report")

    @staticmethod
    def _sort(kind: Sort, language: Language) -> str:
        return sort_name(kind).say(language).capitalize()

    def of_entry(self, identifier: str, section: str, language: Language) -> str:
        """The headings above an entry, and what else comes from its section."""
        found = self._library.sections[section]
        return (
            html.heading(self.heading)
            + self._path(found, language, link=True)
            + self._within(found, language, identifier)
        )

    def of_section(self, section: Section, language: Language) -> str:
        """The page of a section: the headings above it, and all that comes from it."""
        pack = self._library.packs.get(section.pack or "")
        over = (
            self.tr("From the pack %1").replace("%1", pack.name.say(language))
            if pack
            else self._sort("section", language)
        )
        number = "" if pack else f"§{section.name} "
        return "".join(
            [
                html.paragraph(over, "over"),
                html.title(number + section.title.say(language)),
                self._path(section, language, link=False),
                self._within(section, language),
            ]
        )

    def gone(self, bookmark: "Bookmark | None", language: Language) -> str:
        """The page of what is not in the content any more: what its bookmark kept of it."""
        if bookmark is None:
            return html.paragraph(self.tr("This is no longer in the content."), "over")
        why = self.tr(
            "The content was updated, or the knowledge pack that brought this was removed. Your bookmark and your note stay. When the text "
            "comes back, it is here again."
        )
        over = f"{self._sort(bookmark.kind, language)} · " + self.tr("no longer in the content")
        return "".join(
            [html.paragraph(over, "over"), html.title(bookmark.title.say(language)), html.paragraph(why)],
        )

    def _path(self, section: Section, language: Language, *, link: bool) -> str:
        """`2 Research framework › 2.1 Learning through the life course › Curiosity and growth`."""
        steps = [escape(f"{number} {heading.say(language)}") for number, heading in above(section.name)]
        if link:
            steps.append(html.link(section.name, section.title.say(language)))
        return f'<p class="path">{escape(_BETWEEN).join(steps)}</p>' if steps else ""

    def _within(self, section: Section, language: Language, here: str = "") -> str:
        """The entries of a section; the one that is read is no link. One alone needs no list."""
        entries = self._library.entries_of_section(section.name)
        if here and len(entries) == 1:
            return ""

        def lines() -> Iterator[str]:
            for entry in entries:
                title = entry.text(language).title
                yield f"<b>{escape(title)}</b>" if entry.id == here else html.link(entry.id, title)

        return html.heading(self.tr("In this section")) + html.bullets(lines())
