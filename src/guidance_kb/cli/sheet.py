"""A thing of the knowledge base as lines for a terminal."""

from collections.abc import Iterable, Iterator

from guidance_kb.cli.output import wrapped
from guidance_kb.documents.citation import address_lines, citation, of_pack, plain_text
from guidance_kb.documents.step_variants import steps_in_words
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Concept, Drive, Entry, Item, Section, Work
from guidance_kb.knowledge.names import CATEGORIES, CATEGORY, KINDS, OURS, PACK
from guidance_kb.language import Language, Text

_DATED = Text("Onze noot bij de datum", "Our note on the date")
_NOTE = Text("Onze noot bij het rapport", "Our note on the report")
_COUNTRY = Text("Land", "Country")
_ORIGINAL = Text("Naam in het land zelf", "Name in the country itself")
_LINKS = Text("Hoort bij", "Linked to")
_OUR_LINK = Text("verband van ons", "our link")
_SIGNAL = Text("Signaal", "Signal")
_ALSO = Text("Kan ook zijn", "May also be")
_ASK = Text("Om te vragen", "To ask")
_SOFTER = Text("Voorzichtiger", "Softer")
_FOLLOW_UP = Text("Doorvragen", "Follow-up")
_OBSERVE = Text("Let op", "Observe")
_WHY = Text("Waarom", "Why")
_STEPS = {
    "client": Text("Stap cliënt", "Step for the client"),
    "counselor": Text("Stap begeleider", "Step for the counselor"),
    "service": Text("Stap instelling", "Step for the service"),
}
_BUILD = Text("Om op te bouwen", "To build on")
_WORK = Text("werk", "work")
_CONCEPT = Text("begrip", "concept")
_TERM = Text("Gevestigde term", "Established term")
_BROADER = Text("Breder", "Broader")
_NARROWER = Text("Smaller", "Narrower")
_RELATED = Text("Verwant", "Related")
_SECTION = Text("deel van het rapport", "section of the report")
_PART_OF_PACK = Text("bron van een kennispakket", "source of a knowledge pack")
_ORIGIN = Text("Uit", "From")
_SPELLING = Text("Spelling in het rapport", "Spelling in the report")
_THROUGH = Text("Aangehaald via", "Cited through")
_CITED = Text("Aangehaald in", "Cited in")


def sheet(library: Library, identifier: str, language: Language) -> list[str]:
    """Return the lines of the entry, barrier, drive, need, item, work, concept or section with this id; empty if there is none."""
    return list(_lines(library, identifier, language))


def _lines(library: Library, identifier: str, language: Language) -> Iterator[str]:
    if entry := library.entry(identifier):
        yield from _entry(library, entry, language)
    elif barrier := library.barriers.get(identifier):
        yield from _barrier(library, barrier, language)
    elif drive := library.drives.get(identifier):
        yield from _drive(library, drive, language)
    elif item := library.items.get(identifier):
        yield from _item(library, item, language)
    elif work := library.works.get(identifier):
        yield from _work(library, work, language)
        yield from _from_pack(library, identifier, language)
        return
    elif concept := library.concepts.get(identifier):
        yield from _concept(library, concept, language)
        yield from _from_pack(library, identifier, language)
        return
    elif section := library.sections.get(identifier):
        yield from _section(library, section, language)
        yield from _from_pack(library, identifier, language)
        return
    else:
        return
    yield from _links(library, identifier, language)
    yield ""
    yield from wrapped(citation(library, identifier, language))


def _entry(library: Library, entry: Entry, language: Language) -> Iterator[str]:
    text = entry.text(language)
    yield from _head(text.title, KINDS[entry.kind].say(language), entry.id)
    yield from wrapped(plain_text(text.html))
    if entry.address:
        yield ""
        for label, value in address_lines(entry.address, language):
            yield from _said(label, value, language)
    if entry.country or text.ours or text.dated or text.note or entry.original_name:
        yield ""
    if entry.country:
        yield from _said(_COUNTRY, library.countries[entry.country].name.say(language), language)
    yield from _said(_ORIGINAL, entry.original_name, language)
    yield from _said(OURS, text.ours, language)
    yield from _said(_DATED, f"({entry.as_of}) {text.dated}" if text.dated else None, language)
    yield from _said(_NOTE, text.note, language)


def _barrier(library: Library, barrier: Barrier, language: Language) -> Iterator[str]:
    text = barrier.text(language)
    yield from _head(text.name, KINDS["barrier"].say(language), barrier.id)
    yield from wrapped(" ".join(text.description.split()))
    yield ""
    yield from _said(CATEGORY, CATEGORIES[barrier.category].say(language), language)
    yield f"{OURS.say(language)}:"
    yield from _said(_SIGNAL, text.signal, language)
    yield from _said(_ALSO, text.also, language)
    yield from _said(_ASK, f"“{text.ask}”", language)
    yield from _steps(library, barrier, language)


def _drive(library: Library, drive: Drive, language: Language) -> Iterator[str]:
    text = drive.text(language)
    yield from _head(text.name, KINDS[drive.kind].say(language), drive.id)
    yield from wrapped(" ".join(text.description.split()))
    yield ""
    yield f"{OURS.say(language)}:"
    yield from _said(_SIGNAL, text.signal, language)
    yield from _said(_ASK, f"“{text.ask}”", language)
    yield from _said(_BUILD, text.build_on, language)
    yield from _steps(library, drive, language)


def _steps(library: Library, target: Barrier | Drive, language: Language) -> Iterator[str]:
    for who, label in _STEPS.items():
        for step in steps_in_words(library, target, who, language):
            yield from _said(label, step, language)


def _item(library: Library, item: Item, language: Language) -> Iterator[str]:
    text = item.text(language)
    theme = library.item_themes[item.theme].name.say(language)
    yield from _head(text.label, f"{KINDS['item'].say(language)} · {theme}", item.id)
    yield f"{OURS.say(language)}:"
    for label, sentence in ((_ASK, text.open), (_SOFTER, text.softer), (_FOLLOW_UP, text.follow_up)):
        yield from _said(label, f"“{sentence}”", language)
    yield from _said(_OBSERVE, text.observe, language)
    yield from _said(_WHY, text.why, language)


def _work(library: Library, work: Work, language: Language) -> Iterator[str]:
    yield from _head(f"{work.reference}. {work.title}" if work.title else work.reference, _WORK.say(language), work.id)
    yield from _said(_THROUGH, "; ".join(library.works[other].reference for other in work.through), language)
    yield from _said(_SPELLING, "; ".join(work.report_spelling), language)
    yield from _said(_NOTE, work.note.say(language) if work.note else None, language)
    yield from _said(
        _CITED, "; ".join(library.sections[name].named(language) for name in library.works_cited_in(work.id)), language
    )


def _concept(library: Library, concept: Concept, language: Language) -> Iterator[str]:
    yield from _head(concept.labels(language)[0], _CONCEPT.say(language), concept.id)
    for each in (language, language.other):
        yield from wrapped(f"{each}: {', '.join(concept.labels(each))}")
    yield from _said(_TERM, f"{concept.term} ({concept.scheme})" if concept.term else None, language)
    for label, others in (
        (_BROADER, concept.linked("broader")),
        (_NARROWER, concept.narrower),
        (_RELATED, concept.linked("related")),
    ):
        names = (f"{library.concepts[other].labels(language)[0]} [{other}]" for other in others)
        yield from _said(label, ", ".join(names), language)
    linked = [*concept.linked("barrier"), *concept.linked("drive")]
    titles = [f"{title.say(language)} [{other}]" for other in linked if (title := library.title(other))]
    titles += [f"{library.themes[other].name.say(language)} [{other}]" for other in concept.linked("theme")]
    yield from _said(_LINKS, ", ".join(titles), language)


def _section(library: Library, section: Section, language: Language) -> Iterator[str]:
    kind = _PART_OF_PACK if section.pack else _SECTION
    yield from _head(section.named(language), kind.say(language), section.name)
    for entry in library.entries_of_section(section.name):
        yield from wrapped(f"- {entry.text(language).title} [{entry.id}]", hang="  ")


def _from_pack(library: Library, identifier: str, language: Language) -> Iterator[str]:
    """Yield the pack of something that has no citation of its own."""
    if pack := library.origin(identifier):
        yield from _said(_ORIGIN, of_pack(pack, language), language)


def _links(library: Library, identifier: str, language: Language) -> Iterator[str]:
    """Yield every linked thing once, with a mark for links of ours."""
    seen: set[str] = set()
    for link in library.links(identifier):
        title = library.title(link.id)
        if title is None or link.id in seen:
            continue
        if not seen:
            yield ""
            yield f"{_LINKS.say(language)}:"
        seen.add(link.id)
        ours = f"; {_OUR_LINK.say(language)}" if link.ours else ""
        kind = library.kind(link.id)
        name = KINDS[kind].say(language) if kind else ""
        pack = library.origin(link.id)
        origin = f"; {PACK.say(language).lower()} {pack.name.say(language)}" if pack else ""
        yield from wrapped(f"- {title.say(language)} ({name}{origin}{ours}) [{link.id}]", hang="  ")


def _head(title: str, kind: str, identifier: str) -> Iterable[str]:
    return [*wrapped(title), f"{kind} · {identifier}", ""]


def _said(label: Text, text: str | None, language: Language) -> list[str]:
    """Return a labelled paragraph, without the line breaks of the content file."""
    return wrapped(f"{label.say(language)}: {' '.join(text.split())}") if text else []
