"""Values of the domain, as `library` reads them from the knowledge database.

They are named tuples because every start imports them: creating a dataclass takes seven times as long.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guidance_kb.language import Language, Text

Kind = Literal[
    "finding", "practice", "recommendation", "persona", "method", "address", "barrier", "drive", "need", "item", "help"
]
Category = Literal["dispositional", "situational", "institutional"]
AnswerState = Literal["answered", "unknown", "not_asked"]
LinkType = Literal["barrier", "drive", "related", "may_carry"]


class Pack(NamedTuple):
    """Knowledge added by an organisation; `date` is `YYYY-MM-DD`."""

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
        pack: The id of its pack; None for shipped content, here and in the other classes.
    """

    name: str
    position: int
    title: Text
    pack: str | None = None

    @property
    def number(self) -> str:
        """The number that the report gives it: `§2.2` for `2.2/invloed`, whose last part is ours. Empty for a source of a pack."""
        return "" if self.pack else f"§{self.name.partition('/')[0]}"

    def named(self, language: Language) -> str:
        """Return the section as people find it: `§2.2 (What influences persistence)`; of a pack, only its title."""
        title = self.title.say(language)
        return f"{self.number} ({title})" if self.number else title


def numbers(sections: Iterable[Section]) -> str:
    """Return the numbers of sections in one line, each once: `§2.1.2 · §3.4`."""
    return " · ".join(dict.fromkeys(section.number for section in sections if section.number))


class Country(NamedTuple):
    """A country; `interviewed` is true for the five that the report interviewed."""

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
    """The answer of a country to a theme: the section that holds it, or the reason why there is none."""

    theme: str
    country: str
    state: AnswerState
    section: str | None


class Work(NamedTuple):
    """A publication that the report cites; `title` is set if the report gives it.

    Attributes:
        report_spelling: The reference as the report spells it, where that differs from the standard.
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
        """Authors and year as cited in a text: `Parsons & Bynner 2006`."""
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
    """A typed link seen from one side: `id` is the other side. `ours` is true if the report does not make it."""

    type: LinkType
    id: str
    ours: bool
    outward: bool


class Address(NamedTuple):
    """The address and opening hours of a desk, as plain text; unknown parts are None."""

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
        """Return the entry in `language`."""
        return self.nl if language is Language.NL else self.en


class StepText(NamedTuple):
    """A step in one language: as the counselor reads it on a card, and as the client reads it on their own page."""

    step: str
    said: str


class StepVariant(NamedTuple):
    """A step that takes the place of the general one of a barrier or drive, where it fits what was named.

    Attributes:
        who: The person who takes it: `client`, `counselor` or `service`.
        when: The items that must all be named.
        unless: The items of which none may be named.
    """

    who: Literal["client", "counselor", "service"]
    when: tuple[str, ...]
    unless: tuple[str, ...]
    nl: StepText
    en: StepText


class BarrierText(NamedTuple):
    """A barrier in one language, with all texts of its signal card."""

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
    """An obstacle to learning; `staying` for obstacles to completing the course."""

    id: str
    category: Category
    staying: bool
    sections: tuple[str, ...]
    nl: BarrierText
    en: BarrierText
    variants: tuple[StepVariant, ...] = ()
    """The steps that depend on what was named; of those that fit, the first counts."""

    def text(self, language: Language) -> BarrierText:
        """Return the barrier in `language`."""
        return self.nl if language is Language.NL else self.en


class DriveText(NamedTuple):
    """A drive or need in one language."""

    name: str
    description: str
    signal: str
    ask: str
    build_on: str
    step_client: str
    step_counselor: str
    keywords: tuple[str, ...]


class Drive(NamedTuple):
    """A motive (`drive`), or a basic need of motivation (`need`)."""

    id: str
    kind: Literal["drive", "need"]
    sections: tuple[str, ...]
    nl: DriveText
    en: DriveText
    variants: tuple[StepVariant, ...] = ()
    """The steps that depend on what was named; of those that fit, the first counts."""

    def text(self, language: Language) -> DriveText:
        """Return the drive in `language`."""
        return self.nl if language is Language.NL else self.en


class Evidence(NamedTuple):
    """One piece of evidence: the answer state `state` of an item points to `target` (a barrier, drive or need)."""

    target: str
    state: Literal["named", "not_an_issue"]
    strength: Literal["firm", "weak"]


class ItemText(NamedTuple):
    """A checklist item in one language: label, topic, how to ask, what to observe, and why it is asked.

    Attributes:
        label: The text to tick: a claim, used only for the answer “named”.
        topic: The subject as a name without a claim, for every other answer.
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
    """For a deeper item: the items of which one must be named before this one is proposed."""
    sensitive: bool = False
    """Whether it is about health, debts, the law, shame or a loss; such an item is never proposed first."""

    def text(self, language: Language) -> ItemText:
        """Return the item in `language`."""
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
    """The concepts that have this one as broader, in the order of the thesaurus."""
    scheme: str | None = None
    """The established vocabulary that contains this concept (`ESCO`, `Cedefop`), if any."""
    term: str | None = None
    """The English term of the concept in that vocabulary."""

    def labels(self, language: Language) -> tuple[str, ...]:
        """Return the labels in `language`."""
        return self.nl if language is Language.NL else self.en

    def linked(self, kind: str) -> tuple[str, ...]:
        """Return the targets of the links of this type."""
        return tuple(target for type_, target in self.links if type_ == kind)
