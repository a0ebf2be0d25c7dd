"""Copy with citation (S17): a text of the knowledge base with its place in the report."""

from collections.abc import Iterable, Sequence
from datetime import date

from guidance_kb.dates import day_in_words
from guidance_kb.documents.names import PACK
from guidance_kb.documents.plain import plain_text
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Address, Entry, Pack
from guidance_kb.language import Language, Text

_SOURCE = Text("Bron", "Source")
_CITING = Text("Daarin", "Citing")
_IN = Text("in", "in")
_AND = Text(" en ", " and ")
_DATED = Text("Onze noot bij de datum", "Our note on the date")
_REACHED = (
    Text("Adres", "Address"),
    Text("Telefoon", "Telephone"),
    Text("E-mail", "E-mail"),
    Text("Website", "Website"),
    Text("Open", "Open"),
)
_OUR_WORDING = Text(
    "De vraag is van Guidance KB; zij is geen onderdeel van een gevalideerde test.",
    "The question is Guidance KB's; it is not part of a validated test.",
)


def with_citation(library: Library, identifier: str, language: Language) -> str:
    """Return an entry, barrier, drive, need, item or section as plain text, with the source on the last line.

    Raises:
        KnownError: The id does not exist.
    """
    parts = _text(library, identifier, language)
    return "\n\n".join([*parts, citation(library, identifier, language)])


def citation(library: Library, identifier: str, language: Language) -> str:
    """Return the source of an entry, barrier, drive, need, item or section as one line.

    The line of an entry names the works that the report cites there: `Bron: … (Euroguidance Nederland, 2022), §2.1.3 (title).
    Daarin: Parsons & Bynner 2006, in Carpentieri 2014`. The line of pack content names the pack and its own source instead of the report:
    `Bron: kennispakket “Voorbeeldstad” 2026.1 (Gemeente Voorbeeldstad, 1 mei 2026), Leergids, deel 1. Daarin: …`.

    Raises:
        KnownError: The id does not exist.
    """
    entry = library.entry(identifier)
    sections = [entry.section] if entry else _sections(library, identifier)
    pack = library.origin(identifier)
    if pack:
        source, places = of_pack(pack, language), [library.sections[name].title.say(language) for name in sections]
    else:
        source, places = library.meta["report"], [place(library, name, language) for name in sections]
    line = f"{_SOURCE.say(language)}: {source}, {'; '.join(places)}"
    works = works_cited(library, entry, language) if entry else []
    return f"{line}. {_CITING.say(language)}: {'; '.join(works)}" if works else line


def of_pack(pack: Pack, language: Language) -> str:
    """Return `kennispakket “Voorbeeldstad” 2026.1 (Gemeente Voorbeeldstad, 1 mei 2026)`."""
    made = f"{pack.publisher}, {day_in_words(date.fromisoformat(pack.date), language)}"
    return f"{PACK.say(language).lower()} “{pack.name.say(language)}” {pack.version} ({made})"


def place(library: Library, section: str, language: Language) -> str:
    """Return `§2.1.3 (title)`."""
    return f"§{section} ({library.sections[section].title.say(language)})"


def works_cited(library: Library, entry: Entry, language: Language) -> list[str]:
    """Return the works that an entry cites, in its order: `Parsons & Bynner 2006, in Carpentieri 2014`.

    A work is given as cited through another only if the entry cites that other too: elsewhere the report may cite it directly. The other
    work is then not listed separately.
    """
    cited = [library.works[work] for work in entry.works]
    through = {work.id: [other for other in work.through if other in entry.works] for work in cited}
    carriers = {other for others in through.values() for other in others}
    return [
        work.reference + _through(library, through[work.id], language)
        for work in cited
        if work.id not in carriers or through[work.id]
    ]


def _through(library: Library, others: Sequence[str], language: Language) -> str:
    references = _AND.say(language).join(library.works[other].reference for other in others)
    return f", {_IN.say(language)} {references}" if references else ""


def _text(library: Library, identifier: str, language: Language) -> list[str]:
    """Return the title and the body, paragraph by paragraph."""
    if entry := library.entry(identifier):
        text = entry.text(language)
        dated = [f"{_DATED.say(language)} ({entry.as_of}): {' '.join(text.dated.split())}"] if text.dated else []
        return [text.title, plain_text(text.html), *_found_at(entry, language), *dated]
    if item := library.items.get(identifier):
        wording = item.text(language)
        return [wording.label, *_quoted((wording.open, wording.softer, wording.follow_up)), _OUR_WORDING.say(language)]
    if section := library.sections.get(identifier):
        titles = (entry.text(language).title for entry in library.entries_of_section(identifier))
        return [section.title.say(language), "\n".join(f"- {title}" for title in titles)]
    described = library.barriers.get(identifier) or library.drives.get(identifier)
    if described is None:
        raise _unknown(identifier)
    return [described.text(language).name, " ".join(described.text(language).description.split())]


def address_lines(address: Address, language: Language) -> list[tuple[Text, str]]:
    """Return the known parts of a desk's address, each with its label: place, contact, opening hours."""
    hours = address.hours.say(language) if address.hours else None
    values = (address.place, address.phone, address.email, address.web, hours)
    return [(label, value) for label, value in zip(_REACHED, values, strict=True) if value]


def _found_at(entry: Entry, language: Language) -> list[str]:
    lines = address_lines(entry.address, language) if entry.address else []
    return ["\n".join(f"{label.say(language)}: {value}" for label, value in lines)] if lines else []


def _quoted(sentences: Iterable[str]) -> list[str]:
    return ["\n".join(f"“{sentence}”" for sentence in sentences)]


def _sections(library: Library, identifier: str) -> Sequence[str]:
    if identifier in library.sections:
        return (identifier,)
    thing = library.barriers.get(identifier) or library.drives.get(identifier) or library.items.get(identifier)
    if thing is None:
        raise _unknown(identifier)
    return thing.sections


def _unknown(identifier: str) -> KnownError:
    return KnownError(
        f"Er is niets met de naam “{identifier}” in de kennisbank.",
        f"Nothing is called “{identifier}” in the knowledge database.",
    )
