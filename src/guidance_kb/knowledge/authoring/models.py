"""The authoring format: the tables and fields of a content file in `resources/`.

Every class is one TOML table. A field without a default is required, an unknown field is an error, and both languages are in the same
table. Ids are lower-case words joined by hyphens and are unique over the whole knowledge base, whatever the kind.
"""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from guidance_kb.language import Text

# --- Patterns of texts in the authoring format, with an example of each for error messages


ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE: Final = r"^[^\n]*$"
PHONE: Final = r"^[0-9+()\-/ ]{3,40}$"
EMAIL: Final = r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
WEB: Final = r"^(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~%/-]*)?$"
PACK_ID: Final = r"^pack-[a-z0-9]{2,25}$"
PACK_VERSION: Final = r"^\d{1,6}(\.\d{1,6}){0,3}$"

EXAMPLES: Final[Mapping[str, Text]] = {
    ID: Text("een-naam: kleine letters, cijfers en streepjes", "a-name: small letters, digits and hyphens"),
    ONE_LINE: Text("een tekst op één regel", "a text on one line"),
    PHONE: Text("000 - 000 00 01: cijfers, spaties en + ( ) - /", "000 - 000 00 01: digits, spaces and + ( ) - /"),
    EMAIL: Text("naam@plaats.example", "name@place.example"),
    WEB: Text("www.plaats.example/naam", "www.place.example/name"),
    PACK_ID: Text("pack-naam: één woord na pack-", "pack-name: one word after pack-"),
    PACK_VERSION: Text("2026.1: getallen met punten", "2026.1: numbers with dots"),
}


Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=ONE_LINE)]
Body = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Markdown of several paragraphs."""


def _one_plain_paragraph(text: str) -> str:
    if set(text) & set("*_`"):
        raise ValueError("expected plain text without Markdown")
    return " ".join(text.split())


Prose = Annotated[Body, AfterValidator(_one_plain_paragraph)]
"""One paragraph of plain text; line breaks in the file are treated as spaces."""
SectionName = Annotated[str, StringConstraints(min_length=1, max_length=80)]

MAX_WORDS = 120
"""Maximum number of words of the body of an entry, in each language."""

MAX_SIGNAL = 140
"""Maximum number of characters of a signal sentence."""

MAX_TOPIC = 40
"""Maximum number of characters of a topic: a name in a line, not a sentence."""

Topic = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TOPIC, pattern=ONE_LINE)]
Signal = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_SIGNAL, pattern=ONE_LINE)]


class Table(BaseModel):
    """A TOML table: strict types, no unknown fields, immutable."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TextSource(Table):
    """A short text in one language."""

    name: Line


class SectionSource(Table):
    """A locator of the report (`2.1.3`, `3.4/8`): its name, in report order, and its title.

    `summary` is true for a section that sums up others: its entries rank below theirs.
    """

    name: SectionName
    nl: Line
    en: Line
    summary: bool = False


class CountrySource(Table):
    """A country; `interviewed` is true for the five that the report interviewed, not for those it only mentions."""

    id: Id
    interviewed: bool
    nl: "CountryText"
    en: "CountryText"


class CountryText(TextSource):
    """A country in one language: a remark about the interview that readers need, and the word for what is of it (Iers, Irish)."""

    adjective: Line | None = None
    note: Prose | None = None


class ThemeSource(Table):
    """A question put to the countries. `answers` maps a country to the section with its answer.

    A country that is not in `answers` was not asked (or its answer is not in the report, chapter 3, method).
    `unknown` lists the countries that were asked and did not know.
    """

    id: Id
    question: Line
    """The number in the interview guide: `1`, `4a`."""
    answers: dict[Id, SectionName]
    unknown: list[Id] = []
    nl: "ThemeText"
    en: "ThemeText"


class ThemeText(TextSource):
    """A theme in one language: a short name and the question in full."""

    ask: Line


class WorkSource(Table):
    """A publication that the report cites, in the standard spelling of the names."""

    id: Id
    authors: Line
    year: int | None = Field(default=None, ge=1850, le=2022)
    title: Line | None = None
    """The title, if the report gives it."""
    report_spelling: list[Line] = []
    """The spellings of the reference in the report, where they differ from the standard."""
    cited_through: list[Id] = []
    """The works through which the report cites this one ("Parsons & Bynner 2006, in Carpentieri 2014")."""
    note_nl: Prose | None = None
    note_en: Prose | None = None


class EntryTextSource(Table):
    """An entry in one language. The title states the finding; the body is Markdown."""

    title: Line
    body: Body
    ours: Prose | None = None
    """Our addition, marked as ours on screen."""
    dated: Prose | None = None
    """Our note on a fact that was true at the time of the report, with known changes since."""
    note: Prose | None = None
    """Our note on an inconsistency of the report."""
    keywords: list[Line] = []
    """Search terms that are in neither title nor body."""


class AddressSource(Table):
    """Address and opening hours of a local desk; all texts are plain, web addresses too (no links)."""

    place: Line | None = None
    """Street, number and town."""
    phone: Annotated[str, StringConstraints(pattern=PHONE)] | None = None
    email: Annotated[str, StringConstraints(pattern=EMAIL, max_length=200)] | None = None
    web: Annotated[str, StringConstraints(pattern=WEB, max_length=200)] | None = None
    hours_nl: Line | None = None
    hours_en: Line | None = None


class EntrySource(Table):
    """One claim of the report: a finding, practice, recommendation, persona or method, in both languages.

    A pack may also have entries of the kind `address`: a local desk, whose body describes its purpose.

    `barriers`, `drives`, `needs` and `related` are links that the report itself makes in this section; the same names with `_ours` are
    links that we add, and are shown as ours.
    """

    id: Id
    kind: Literal["finding", "practice", "recommendation", "persona", "method", "address"]
    section: SectionName
    country: Id | None = None
    works: list[Id] = []
    themes: list[Id] = []
    barriers: list[Id] = []
    barriers_ours: list[Id] = []
    drives: list[Id] = []
    drives_ours: list[Id] = []
    needs: list[Id] = []
    needs_ours: list[Id] = []
    related: list[Id] = []
    related_ours: list[Id] = []
    number: int | None = Field(default=None, ge=1, le=9)
    """The number of a recommendation."""
    original_name: Line | None = None
    """The name in the language of the country, if the report gives it."""
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2})?$")] | None = None
    """The time at which a dated fact was true, as `YYYY` or `YYYY-MM`."""
    address: AddressSource | None = None
    """The address; only for entries of the kind `address`."""
    nl: EntryTextSource
    en: EntryTextSource


class StepTextSource(Table):
    """A step in one language: on the card (“Belt …”), and as the client reads it (“Uw begeleider belt …”)."""

    step: Line
    said: Line


class StepVariantSource(Table):
    """A step that takes the place of the general one where all items of `when` are named and none of `unless` is.

    Of the variants for one person that fit, the first counts.
    """

    who: Literal["client", "counselor", "service"]
    when: list[Id] = Field(min_length=1)
    unless: list[Id] = []
    nl: StepTextSource
    en: StepTextSource


class BarrierTextSource(TextSource):
    """A barrier in one language, with all texts of its signal card."""

    description: Prose
    """A summary of the report's findings, in two or three sentences."""
    signal: Signal
    also: Line
    ask: Line
    step_client: Line
    step_counselor: Line
    step_service: Line
    keywords: list[Line] = []


class BarrierSource(Table):
    """An obstacle to learning, or to completing the course (`staying`)."""

    id: Id
    category: Literal["dispositional", "situational", "institutional"]
    staying: bool = False
    sections: list[SectionName] = Field(min_length=1)
    drives_that_may_carry: list[Id] = Field(min_length=1)
    """Ours: the drives on which a counselor may build when this barrier is present."""
    nl: BarrierTextSource
    en: BarrierTextSource
    variants: list[StepVariantSource] = []


class DriveTextSource(TextSource):
    """A drive or need in one language: its description, advice on how to build on it, and a first step of either."""

    description: Prose
    signal: Signal
    ask: Line
    build_on: Line
    step_client: Line
    step_counselor: Line
    keywords: list[Line] = []


class DriveSource(Table):
    """A motive (`drive`), or a basic need of motivation (`need`: Ryan & Deci 2000)."""

    id: Id
    kind: Literal["drive", "need"]
    sections: list[SectionName] = Field(min_length=1)
    nl: DriveTextSource
    en: DriveTextSource
    variants: list[StepVariantSource] = []


class EvidenceSource(Table):
    """One piece of evidence: an answer state of the item that points to a barrier, drive or need."""

    barrier: Id | None = None
    drive: Id | None = None
    """A drive or a need."""
    state: Literal["named", "not_an_issue"] = "named"
    strength: Literal["firm", "weak"]


class ItemTextSource(Table):
    """A checklist item in one language: its label and topic, how to ask in plain B1, what to observe, and why."""

    label: Line
    """The text to tick: a claim, true only if the client made it."""
    topic: Topic
    """The subject as a name without a claim, used for answers other than “named”."""
    open: Line
    softer: Line
    follow_up: Line
    observe: Line
    why: Prose


class ItemSource(Table):
    """A checklist item. The wording is ours; `sections` are its sources."""

    id: Id
    theme: Id
    core: bool = False
    """Whether the item is in the ten-minute list; the others are the deeper set."""
    opens_after: list[Id] = []
    """For a deeper item: the items of which one must be named before this one is proposed. Users can always open it."""
    sensitive: bool = False
    """Whether it is about health, debts, the law, shame or a loss; such an item is never proposed first."""
    sections: list[SectionName] = Field(min_length=1)
    evidence: list[EvidenceSource] = []
    """What the item points to; empty for an item that serves the conversation, such as the client's goal."""
    nl: ItemTextSource
    en: ItemTextSource


class ItemThemeSource(Table):
    """A heading of the checklist, in the order of the conversation."""

    id: Id
    nl: TextSource
    en: TextSource


class ConceptSource(Table):
    """A node of the thesaurus: labels in both languages, the first the preferred one.

    A concept without `broader` is a top concept. `related` is symmetric and may be given on either side.
    """

    id: Id
    nl: list[Line] = Field(min_length=1)
    en: list[Line] = Field(min_length=1)
    broader: list[Id] = []
    related: list[Id] = []
    barriers: list[Id] = []
    drives: list[Id] = []
    themes: list[Id] = []
    group: bool = False
    """Whether the concept and its narrower ones are groups of people: they have no link to a barrier or drive."""
    shared: dict[Line, Line] = {}
    """The labels that another concept has too, each with the reason."""
    scheme: Literal["ESCO", "Cedefop"] | None = None
    """The established vocabulary that contains this concept (ESCO, or Cedefop's terminology)."""
    term: Line | None = None
    """The English term of the concept in that vocabulary."""


class KnowledgeFile(Table):
    """A file of `resources/knowledge/`: any of these tables, in any order."""

    section: list[SectionSource] = []
    country: list[CountrySource] = []
    theme: list[ThemeSource] = []
    work: list[WorkSource] = []
    entry: list[EntrySource] = []
    barrier: list[BarrierSource] = []
    drive: list[DriveSource] = []


class ChecklistFile(Table):
    """`resources/conversation/checklist.toml`: the version, the headings and the items."""

    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")]
    theme: list[ItemThemeSource]
    item: list[ItemSource]


class ThesaurusFile(Table):
    """`resources/thesaurus/*.toml`."""

    concept: list[ConceptSource] = []


class Phrasing(Table):
    """Phrases by which people search for one thing: a client's own words, a counselor's hasty typing. Ours; searched, not shown.

    `id` is the entry, barrier, drive, need or item that a counselor who types such a phrase should find.
    """

    id: Id
    nl: list[Line] = Field(min_length=1, max_length=60)
    en: list[Line] = Field(min_length=1, max_length=60)


class PhrasingsFile(Table):
    """`resources/phrasings/*.toml`."""

    phrasing: list[Phrasing] = []


class SpokenPhrases(Phrasing):
    """What one writer let clients say for an item of the checklist."""

    nl: list[Line] = Field(default=[], max_length=60)
    en: list[Line] = Field(default=[], max_length=60)


class SpokenFile(Table):
    """`resources/spoken/*.toml`: what clients say, for items of the checklist; a file for each writer."""

    spoken: list[SpokenPhrases] = []
