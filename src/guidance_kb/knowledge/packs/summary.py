"""The contents and problems of a pack, for the decision whether to add it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from guidance_kb.errors import BugError
from guidance_kb.knowledge import model
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

BROUGHT: Final = ("address", "recommendation", "finding", "practice", "persona", "method", "section", "work", "concept")
"""The kinds of content of a pack, in display order: the kinds of entries, then the others."""


@dataclass(frozen=True, slots=True)
class PackSummary:
    """The result of inspecting a pack, whether it may be added or not.

    Attributes:
        pack: The description of the pack; None if even that could not be read.
        titles: Its contents: by kind (`BROUGHT`, only those it has) the title of each entry or section, the reference of
            each work and the preferred label of each concept. Complete only if there are no problems.
        problems: The reasons why it may not be added; empty if it may.
        ignored: Files in it that are not read.
        replaces: The installed version that it would replace, or None.
        untranslated: The number of entries in one language only.
    """

    pack: model.Pack | None
    titles: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    replaces: str | None = None
    untranslated: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The number of contents of each kind."""
        return {kind: len(titles) for kind, titles in self.titles.items()}


def about(content: Content) -> model.Pack:
    """Return the description of the pack of `content`."""
    told = content.pack
    if told is None:
        raise BugError("this content is not of a pack")
    return model.Pack(
        told.id,
        told.version,
        told.publisher,
        told.contact,
        told.date.isoformat(),
        told.licence,
        Text(told.nl.name, told.en.name),
        Text(told.nl.description, told.en.description),
    )


def titles(content: Content) -> dict[str, tuple[Text, ...]]:
    """Return the contents, as in `PackSummary`."""
    found: dict[str, list[Text]] = {kind: [] for kind in BROUGHT}
    for entry in content.entry:
        found[entry.kind].append(Text(entry.nl.title, entry.en.title))
    found["section"] = [Text(section.nl, section.en) for section in content.section]
    for work in content.work:
        reference = f"{work.authors} {work.year}" if work.year else work.authors
        found["work"].append(Text(reference, reference))
    found["concept"] = [Text(concept.nl[0], concept.en[0]) for concept in content.concept]
    return {kind: tuple(texts) for kind, texts in found.items() if texts}
