"""The things that are known, as values: what `library` reads from the knowledge database.

Tuples with names, for every start imports them: a dataclass takes seven times as long to make as a class.
"""

from typing import Literal, NamedTuple

from guidance_kb.language import Language, Text

Kind = Literal[
    "finding", "practice", "recommendation", "persona", "method", "address", "barrier", "drive", "need", "item", "help"
]
Category = Literal["dispositional", "situational", "institutional"]
AnswerState = Literal["answered", "unknown", "not_asked"]
LinkType = Literal["barrier", "drive", "related", "may_carry"]


class Pack(NamedTuple):
    """Knowledge that an organisation added; `date` is `YYYY-MM-DD`."""

    id: str
    version: str
    publisher: str
    contact: str
    date: str
    licence: str
    name: Text
    description: Text


class Section(NamedTuple):
    """A locator of the report, or of a source of a pack; `position` counts from 1 in report order, packs last.

    Attributes:
        pack: The id of the pack that brings it; here and elsewhere None for ours.
    """

    name: str
    position: int
    title: Text
    pack: str | None = None


class Country(NamedTuple):
    """A country; `interviewed` for the five that the report interviewed."""

    id: str
    interviewed: bool
    name: Text
    note: Text | None


class Theme(NamedTuple):
    """A question put to the countries: its number in the interview guide, a short name and the question."""

    id: str
    question: str
    name: Text
    ask: Text


class CountryAnswer(NamedTuple):
    """What one country answered to one theme: the section that holds it, or why there is none."""

    theme: str
    country: str
    state: AnswerState
    section: str | None


class Work(NamedTuple):
    """A publication the report cites; `title` only where the report gives it.

    Attributes:
        report_spelling: The reference as the report writes it, where that differs from the standard spelling.
        through: Ids of the works through which the report cites this one.
        note: Our note on an inconsistency.
    """

    id: str
    authors: str
    year: int | None
    title: str | None
    report_spelling: tuple[str, ...]
    through: tuple[str, ...]
    note: Text | None
    pack: str | None = None

    @property
    def reference(self) -> str:
        """Authors and year, as in a text: `Parsons & Bynner 2006`."""
        return f"{self.authors} {self.year}" if self.year else self.authors


class EntryText(NamedTuple):
    """An entry in one language; `body` is Markdown, `html` the same rendered to a small set of safe tags."""

    title: str
    body: str
    html: str
    ours: str | None
    dated: str | None
    note: str | None
    keywords: tuple[str, ...]


class Link(NamedTuple):
    """A typed link, read from either side: `id` is the other side. `ours` where the report does not make it."""

    type: LinkType
    id: str
    ours: bool
    outward: bool


class Address(NamedTuple):
    """Where a desk is found and when it is open; all of it plain text, and only what is known."""

    place: str | None
    phone: str | None
    email: str | None
    web: str | None
    hours: Text | None


class Entry(NamedTuple):
    """One finding, practice, recommendation, persona or method of the report, or an entry of a pack (`authoring.models.Entry`)."""

    id: str
    kind: Kind
    section: str
    country: str | None
    number: int | None
    original_name: str | None
    as_of: str | None
    works: tuple[str, ...]
    themes: tuple[str, ...]
    nl: EntryText
    en: EntryText
    address: Address | None = None
    pack: str | None = None

    def text(self, language: Language) -> EntryText:
        """The entry in `language`."""
        return self.nl if language is Language.NL else self.en


class BarrierText(NamedTuple):
    """A barrier in one language, with all that its signal card says (product.md, C8)."""

    name: str
    description: str
    signal: str
    also: str
    ask: str
    step_client: str
    step_counselor: str
    step_service: str
    keywords: tuple[str, ...]


class Barrier(NamedTuple):
    """What may stand in the way; `staying` for those to staying the course."""

    id: str
    category: Category
    staying: bool
    sections: tuple[str, ...]
    nl: BarrierText
    en: BarrierText

    def text(self, language: Language) -> BarrierText:
        """The barrier in `language`."""
        return self.nl if language is Language.NL else self.en


class DriveText(NamedTuple):
    """A drive or need in one language."""

    name: str
    description: str
    signal: str
    ask: str
    build_on: str
    keywords: tuple[str, ...]


class Drive(NamedTuple):
    """What moves someone (`drive`), or what motivation feeds on (`need`)."""

    id: str
    kind: Literal["drive", "need"]
    sections: tuple[str, ...]
    nl: DriveText
    en: DriveText

    def text(self, language: Language) -> DriveText:
        """The drive in `language`."""
        return self.nl if language is Language.NL else self.en


class Evidence(NamedTuple):
    """One piece of evidence: the answer state `state` of an item points to `target` (a barrier, drive or need)."""

    target: str
    state: Literal["named", "not_an_issue"]
    strength: Literal["firm", "weak"]


class ItemText(NamedTuple):
    """A checklist item in one language: what is ticked, what it is about, how to ask, what to observe, and why it is asked.

    Attributes:
        label: What is ticked: a claim, which only an answer that is “named” makes.
        topic: The same subject by a name that claims nothing, for every other answer.
    """

    label: str
    topic: str
    open: str
    softer: str
    follow_up: str
    observe: str
    why: str


class Item(NamedTuple):
    """A question of the checklist; `core` for the ten-minute list."""

    id: str
    theme: str
    core: bool
    sections: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    nl: ItemText
    en: ItemText
    opens_after: tuple[str, ...] = ()
    """Of a deeper item: it becomes worthwhile once one of these items was named."""
    sensitive: bool = False
    """About health, debts, the law, shame or a loss: never the first thing that is proposed."""

    def text(self, language: Language) -> ItemText:
        """The item in `language`."""
        return self.nl if language is Language.NL else self.en


class ItemTheme(NamedTuple):
    """A heading of the checklist."""

    id: str
    name: Text


class Concept(NamedTuple):
    """A node of the thesaurus; the first label of a language is the preferred one."""

    id: str
    nl: tuple[str, ...]
    en: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """(type, target): type is broader, related, barrier, drive or theme."""
    pack: str | None = None
    narrower: tuple[str, ...] = ()
    """The concepts that name this one as broader, in the order of the thesaurus."""
    scheme: str | None = None
    """The established vocabulary that has this concept (`ESCO`, `Cedefop`), if any …"""
    term: str | None = None
    """… and its English term there."""

    def labels(self, language: Language) -> tuple[str, ...]:
        """Return the labels in `language`."""
        return self.nl if language is Language.NL else self.en

    def linked(self, kind: str) -> tuple[str, ...]:
        """Return the ids that it is linked to by links of this type."""
        return tuple(target for type_, target in self.links if type_ == kind)
