"""What a pack would bring, for somebody who decides whether to add it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from guidance_kb.errors import BugError
from guidance_kb.knowledge import model
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

BROUGHT: Final = ("address", "recommendation", "finding", "practice", "persona", "method", "section", "work", "concept")
"""What a pack can bring, in the order in which it is told: the kinds of entries, then what stands around them."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """A pack that was looked at, whether it may be added or not.

    Attributes:
        pack: What the pack says of itself; None when not even that could be read.
        titles: What it brings: by kind (`BROUGHT`, only those it has) the title of each entry or section, the reference of
            each work and the preferred label of each concept. Whole only when there are no problems.
        problems: Why it may not be added; empty when it may.
        ignored: Files in it that are not read.
        replaces: The version that is installed now and would be replaced, or None.
        untranslated: How many entries are in one language only.
    """

    pack: model.Pack | None
    titles: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    replaces: str | None = None
    untranslated: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind it brings."""
        return {kind: len(titles) for kind, titles in self.titles.items()}


def about(content: Content) -> model.Pack:
    """What the pack of `content` says of itself."""
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
    """What `content` brings, as in `Inspection`."""
    found: dict[str, list[Text]] = {kind: [] for kind in BROUGHT}
    for entry in content.entry:
        found[entry.kind].append(Text(entry.nl.title, entry.en.title))
    found["section"] = [Text(section.nl, section.en) for section in content.section]
    for work in content.work:
        reference = f"{work.authors} {work.year}" if work.year else work.authors
        found["work"].append(Text(reference, reference))
    found["concept"] = [Text(concept.nl[0], concept.en[0]) for concept in content.concept]
    return {kind: tuple(texts) for kind, texts in found.items() if texts}
