"""The authoring format of a knowledge pack (docs/packs.md): a subset of the tables of the shipped content.

`pack.toml` describes the pack and its publisher; the other files hold sections (of its own sources), works, entries and concepts.
"""

import datetime as dt
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.forms import PACK_ID, PACK_VERSION
from guidance_kb.knowledge.authoring.models import Line, Prose, Table

ABOUT: Final = "pack.toml"
"""The file that describes the pack and its publisher."""

RESERVED: Final = "pack-"
"""The prefix of every pack id. No shipped id has it, so that an update can never use a name of a pack."""

PackId = Annotated[str, StringConstraints(pattern=PACK_ID)]
"""One word after `pack-`, so that names of different packs never coincide."""

ALLOWED: Final[tuple[tuple[type[Table], frozenset[str]], ...]] = (
    (models.SectionSource, frozenset({"name", "nl", "en"})),
    (models.WorkSource, frozenset({"id", "authors", "year", "title"})),
    (
        models.EntrySource,
        frozenset(
            {
                "id",
                "kind",
                "section",
                "works",
                "themes",
                "barriers",
                "drives",
                "needs",
                "related",
                "address",
                "nl",
                "en",
            }
        ),
    ),
    (models.EntryTextSource, frozenset({"title", "body", "keywords"})),
    (
        models.ConceptSource,
        frozenset({"id", "nl", "en", "group", "shared", "broader", "related", "barriers", "drives", "themes"}),
    ),
)
"""The fields of each table that a pack may fill; the others are about the report or are marked as ours."""


class AboutText(Table):
    """A pack in one language."""

    name: Line
    description: Prose


class About(Table):
    """The table of `pack.toml`: description, publisher and date of the pack."""

    id: PackId
    version: Annotated[str, StringConstraints(pattern=PACK_VERSION)]
    publisher: Line
    contact: Line
    """The contact for corrections, for instance an e-mail address."""
    date: dt.date
    licence: Line
    nl: AboutText
    en: AboutText


class PackWork(models.WorkSource):
    """A publication that the pack cites; it may be newer than the report."""

    year: int | None = Field(default=None, ge=1850, le=2100)


class PackFile(Table):
    """Any other file of a pack: these tables, in any order."""

    section: list[models.SectionSource] = Field(default_factory=list)
    work: list[PackWork] = Field(default_factory=list)
    entry: list[models.EntrySource] = Field(default_factory=list)
    concept: list[models.ConceptSource] = Field(default_factory=list)
