"""The knowledge as JSON values, for other tools (docs/command-line.md)."""

from collections.abc import Iterable
from typing import Any

from guidance_kb.documents.checklist import item_as_data
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import (
    Address,
    Barrier,
    Concept,
    Country,
    Drive,
    Entry,
    EntryText,
    Link,
    Pack,
    Section,
    Theme,
    Work,
)
from guidance_kb.language import Text

Data = dict[str, Any]


def knowledge_as_data(library: Library) -> Data:
    """Return all knowledge: all kinds, countries, themes and their answers. Needs are among the drives."""
    return {
        "report": library.meta["report"],
        "schema": library.meta["schema"],
        "content": library.meta["content"],
        "packs": [pack_as_data(pack) for pack in library.packs.values()],
        "sections": [section_as_data(section) for section in library.sections.values()],
        "works": [work_as_data(library, work) for work in library.works.values()],
        "countries": [_country(country) for country in library.countries.values()],
        "themes": [_theme(theme) for theme in library.themes.values()],
        "answers": [answer._asdict() for answer in library.answers],
        "entries": [entry_as_data(library, entry) for entry in library.entries()],
        "barriers": [barrier_as_data(library, barrier) for barrier in library.barriers.values()],
        "drives": [drive_as_data(library, drive) for drive in library.drives.values()],
        "concepts": [concept_as_data(concept) for concept in library.concepts.values()],
    }


def thing_as_data(library: Library, identifier: str) -> Data | None:
    """Return the entry, barrier, drive, need or item with this id, else the result of `reference_as_data`, or None."""
    if entry := library.entry(identifier):
        return entry_as_data(library, entry)
    if barrier := library.barriers.get(identifier):
        return barrier_as_data(library, barrier)
    if drive := library.drives.get(identifier):
        return drive_as_data(library, drive)
    if item := library.items.get(identifier):
        return {"kind": "item"} | item_as_data(item, frozenset(library.barriers))
    return reference_as_data(library, identifier)


def reference_as_data(library: Library, identifier: str) -> Data | None:
    """Return the work, concept or section (by its name, with its entries) with this id, or None."""
    if work := library.works.get(identifier):
        return {"kind": "work"} | work_as_data(library, work)
    if concept := library.concepts.get(identifier):
        return {"kind": "concept"} | concept_as_data(concept)
    if section := library.sections.get(identifier):
        entries = [entry.id for entry in library.entries_of_section(section.name)]
        return {"kind": "section"} | section_as_data(section) | {"entries": entries}
    return None


def entry_as_data(library: Library, entry: Entry) -> Data:
    """Return one entry.

    `barriers`, `drives` (with needs) and `related` are all links of the entry; `links_ours` are those that we add to the report's. `theme`
    is the first of `themes`.
    """
    links = [link for link in library.links(entry.id) if link.outward]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "section": entry.section,
        "works": list(entry.works),
        "country": entry.country,
        "theme": entry.themes[0] if entry.themes else None,
        "themes": list(entry.themes),
        "number": entry.number,
        "original_name": entry.original_name,
        "as_of": entry.as_of,
        "pack": entry.pack,
        "address": _address(entry.address),
        "barriers": _targets(links, "barrier"),
        "drives": _targets(links, "drive"),
        "related": _targets(links, "related"),
        "links_ours": [link.id for link in links if link.ours],
        "nl": _entry_text(entry.nl),
        "en": _entry_text(entry.en),
    }


def barrier_as_data(library: Library, barrier: Barrier) -> Data:
    """Return one barrier with the entries that link to it; `drives_that_may_carry` is ours."""
    links = library.links(barrier.id)
    return {
        "id": barrier.id,
        "kind": "barrier",
        "category": barrier.category,
        "staying": barrier.staying,
        "sections": list(barrier.sections),
        "drives_that_may_carry": _targets((link for link in links if link.outward), "may_carry"),
        "entries": _targets((link for link in links if not link.outward), "barrier"),
        "links_ours": [link.id for link in links if link.ours],
        "nl": barrier.nl._asdict(),
        "en": barrier.en._asdict(),
    }


def drive_as_data(library: Library, drive: Drive) -> Data:
    """Return one drive or need (`kind`) with the entries and barriers that link to it."""
    links = [link for link in library.links(drive.id) if not link.outward]
    return {
        "id": drive.id,
        "kind": drive.kind,
        "sections": list(drive.sections),
        "entries": _targets(links, "drive"),
        "may_carry": _targets(links, "may_carry"),
        "links_ours": [link.id for link in links if link.ours],
        "nl": drive.nl._asdict(),
        "en": drive.en._asdict(),
    }


def work_as_data(library: Library, work: Work) -> Data:
    """Return one cited work with the sections that cite it."""
    return {
        "id": work.id,
        "authors": work.authors,
        "year": work.year,
        "title": work.title,
        "reference": work.reference,
        "report_spelling": list(work.report_spelling),
        "cited_through": list(work.through),
        "sections": library.works_cited_in(work.id),
        "note": _text(work.note),
        "pack": work.pack,
    }


def section_as_data(section: Section) -> Data:
    """Return one section of the report, under its name as id."""
    return {
        "id": section.name,
        "position": section.position,
        "nl": {"title": section.title.nl},
        "en": {"title": section.title.en},
        "pack": section.pack,
    }


def concept_as_data(concept: Concept) -> Data:
    """Return one concept of the thesaurus; the first label of a language is the preferred one."""
    return {
        "id": concept.id,
        "nl": list(concept.nl),
        "en": list(concept.en),
        "links": [{"type": kind, "id": target} for kind, target in concept.links],
        "narrower": list(concept.narrower),
        "scheme": concept.scheme,
        "term": concept.term,
        "pack": concept.pack,
    }


def pack_as_data(pack: Pack) -> Data:
    """Return the description of a knowledge pack."""
    return {
        "id": pack.id,
        "version": pack.version,
        "publisher": pack.publisher,
        "contact": pack.contact,
        "date": pack.date,
        "licence": pack.licence,
        "nl": {"name": pack.name.nl, "description": pack.description.nl},
        "en": {"name": pack.name.en, "description": pack.description.en},
    }


def _address(address: Address | None) -> Data | None:
    """Return the address of a desk, with unknown parts as null."""
    if address is None:
        return None
    known = {"place": address.place, "phone": address.phone, "email": address.email, "web": address.web}
    return {**known, "hours": _text(address.hours)}


def _country(country: Country) -> Data:
    return {
        "id": country.id,
        "interviewed": country.interviewed,
        "nl": {"name": country.name.nl, "note": country.note.nl if country.note else None},
        "en": {"name": country.name.en, "note": country.note.en if country.note else None},
    }


def _theme(theme: Theme) -> Data:
    return {
        "id": theme.id,
        "question": theme.question,
        "nl": {"name": theme.name.nl, "ask": theme.ask.nl},
        "en": {"name": theme.name.en, "ask": theme.ask.en},
    }


def _entry_text(text: EntryText) -> Data:
    """Return the text without its HTML, which can be rendered from the Markdown."""
    return {
        "title": text.title,
        "body": text.body,
        "ours": text.ours,
        "dated": text.dated,
        "note": text.note,
        "keywords": list(text.keywords),
    }


def _targets(links: Iterable[Link], kind: str) -> list[str]:
    return [link.id for link in links if link.type == kind]


def _text(text: Text | None) -> dict[str, str] | None:
    return {"nl": text.nl, "en": text.en} if text else None
