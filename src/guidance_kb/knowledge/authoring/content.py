"""The content of a folder as one value: every table of its files, with the file of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.pack import About
from guidance_kb.language import Language, Text

# --- Marker before the title of an untranslated text, wherever the title is shown, copied or exported


_MARK = Text("[niet vertaald]", "[not translated]")


def marked(title: str, language: str) -> str:
    """Return the title with the marker for a language into which it is not translated."""
    return f"{_MARK.say(Language(language))} {title}"


def names(title: str, language: str) -> bool:
    """Return whether the title has the marker for this language."""
    return title.startswith(_MARK.say(Language(language)))


Identified = (
    models.CountrySource
    | models.ThemeSource
    | models.WorkSource
    | models.EntrySource
    | models.BarrierSource
    | models.DriveSource
    | models.ItemThemeSource
    | models.ItemSource
    | models.ConceptSource
)


@dataclass(frozen=True, slots=True)
class Content:
    """All tables of a content folder, in the order of the files (sorted by path) and of the tables in them.

    Attributes:
        pack: The description of the pack; None for the shipped content.
        files: The file of each table, by `id(table)`: tables are compared by value, and two may be equal.
        versions: The version of every checklist read; one is expected.
    """

    pack: About | None = None
    section: list[models.SectionSource] = field(default_factory=list)
    country: list[models.CountrySource] = field(default_factory=list)
    theme: list[models.ThemeSource] = field(default_factory=list)
    work: list[models.WorkSource] = field(default_factory=list)
    entry: list[models.EntrySource] = field(default_factory=list)
    barrier: list[models.BarrierSource] = field(default_factory=list)
    drive: list[models.DriveSource] = field(default_factory=list)
    item_theme: list[models.ItemThemeSource] = field(default_factory=list)
    item: list[models.ItemSource] = field(default_factory=list)
    concept: list[models.ConceptSource] = field(default_factory=list)
    phrasing: list[models.Phrasing] = field(default_factory=list)
    spoken: list[models.SpokenPhrases] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    files: dict[int, str] = field(default_factory=dict)

    def file_of(self, table: models.Table) -> str:
        """Return the file that `table` was read from, relative to the content folder."""
        return self.files.get(id(table), "")

    def identified(self) -> Iterator[tuple[str, Identified]]:
        """Yield every table that has an id, with the name of its kind."""
        for kind in ("country", "theme", "work", "entry", "barrier", "drive", "item_theme", "item", "concept"):
            for table in getattr(self, kind):
                yield kind.replace("item_theme", "theme"), table
