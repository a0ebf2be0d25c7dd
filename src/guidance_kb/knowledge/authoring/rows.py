"""Conversion of checked content to rows of the knowledge database, table by table, in a fixed order."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.content import Content, names
from guidance_kb.knowledge.authoring.pack import About
from guidance_kb.knowledge.authoring.section_references import by_number, in_words
from guidance_kb.language import Language, Text
from guidance_kb.markdown import plain_body, render_body

Row = dict[str, Any]
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class RowStart:
    """The first free positions and document number: rows of a pack follow those of the shipped content and of earlier packs."""

    pack: int = 1
    section: int = 1
    entry: int = 1
    concept: int = 1
    document: int = 1

    def after(self, content: Content) -> "RowStart":
        """Return the first free numbers after the rows of `content`."""
        documents = len(content.entry) + len(_not_entries(content))
        return RowStart(
            self.pack + (content.pack is not None),
            self.section + len(content.section),
            self.entry + len(content.entry),
            self.concept + len(content.concept),
            self.document + documents * len(LANGUAGES),
        )


def rows(content: Content, start: RowStart) -> Iterator[tuple[str, list[Row]]]:
    """Yield (table, rows) in an order that respects foreign keys; those of a pack may refer to the shipped content."""
    origin = {"pack": content.pack.id if content.pack else None}
    titles = {section.name: Text(section.nl, section.en) for section in content.section}
    yield "pack", [_pack(content.pack, start.pack)] if content.pack else []
    yield (
        "section",
        [
            {"name": s.name, "position": n, "title_nl": s.nl, "title_en": s.en, "summary": s.summary} | origin
            for n, s in enumerate(content.section, start.section)
        ],
    )
    yield (
        "country",
        [
            {"id": c.id, "position": n, "interviewed": c.interviewed}
            | _both("name", c.nl.name, c.en.name)
            | _both("note", *(in_words(t.note, titles, Language(lang)) for t, lang in ((c.nl, "nl"), (c.en, "en"))))
            for n, c in enumerate(sorted(content.country, key=lambda c: not c.interviewed), 1)
        ],
    )
    yield (
        "theme",
        [
            {"id": t.id, "position": n, "question": t.question}
            | _both("name", t.nl.name, t.en.name)
            | _both("ask", t.nl.ask, t.en.ask)
            for n, t in enumerate(content.theme, 1)
        ],
    )
    yield "answer", list(_answers(content))
    yield (
        "work",
        [
            {
                "id": w.id,
                "authors": w.authors,
                "year": w.year,
                "title": w.title,
                "report_spelling": _list(w.report_spelling),
            }
            | _both("note", in_words(w.note_nl, titles, Language.NL), in_words(w.note_en, titles, Language.EN))
            | origin
            for w in sorted(content.work, key=lambda w: w.id)
        ],
    )
    yield "work_through", [{"work": w.id, "through": t} for w in content.work for t in w.cited_through]
    entries = in_report_order(content)
    yield (
        "entry",
        [
            {"position": n}
            | e.model_dump(include={"id", "kind", "section", "country", "number", "original_name", "as_of"})
            | origin
            for n, e in enumerate(entries, start.entry)
        ],
    )
    yield "address", [{"entry": e.id} | e.address.model_dump() for e in entries if e.address]
    yield "entry_text", [_entry_text(e, language, titles) for e in entries for language in LANGUAGES]
    yield "entry_work", [{"entry": e.id, "work": w, "position": n} for e in entries for n, w in enumerate(e.works)]
    yield "entry_theme", [{"entry": e.id, "theme": t, "position": n} for e in entries for n, t in enumerate(e.themes)]
    yield (
        "barrier",
        [
            {"id": b.id, "position": n, "category": b.category, "staying": b.staying}
            for n, b in enumerate(content.barrier, 1)
        ],
    )
    yield "barrier_text", _texts("barrier", content.barrier)
    yield "drive", [{"id": d.id, "position": n, "kind": d.kind} for n, d in enumerate(content.drive, 1)]
    yield "drive_text", _texts("drive", content.drive)
    yield "step_variant", list(_step_variants([*content.barrier, *content.drive]))
    yield (
        "source",
        [
            {"id": table.id, "section": section, "position": n}
            for table in _not_entries(content)
            for n, section in enumerate(table.sections)
        ],
    )
    yield "link", list(_links(content, entries))
    yield (
        "item_theme",
        [
            {"id": t.id, "position": n} | _both("name", t.nl.name, t.en.name)
            for n, t in enumerate(content.item_theme, 1)
        ],
    )
    yield (
        "item",
        [
            {"id": i.id, "position": n, "theme": i.theme, "core": i.core, "sensitive": i.sensitive}
            for n, i in enumerate(content.item, 1)
        ],
    )
    yield (
        "opens_after",
        [{"item": i.id, "after": a, "position": n} for i in content.item for n, a in enumerate(i.opens_after)],
    )
    yield "item_text", _texts("item", content.item)
    yield "spoken", list(_spoken(content))
    yield (
        "evidence",
        [
            {"item": i.id, "target": e.barrier or e.drive, "state": e.state, "strength": e.strength, "position": n}
            for i in content.item
            for n, e in enumerate(i.evidence)
        ],
    )
    yield (
        "concept",
        [
            {"id": c.id, "position": n, "scheme": c.scheme, "term": c.term} | origin
            for n, c in enumerate(content.concept, start.concept)
        ],
    )
    yield (
        "concept_label",
        [
            {"concept": c.id, "lang": language, "position": n, "label": label}
            for c in content.concept
            for language in LANGUAGES
            for n, label in enumerate(getattr(c, language))
        ],
    )
    yield "concept_link", _concept_links(content)
    yield "document", [row | origin for row in _documents(content, entries, start.document)]


def _pack(about: About, position: int) -> Row:
    return {
        "id": about.id,
        "position": position,
        "version": about.version,
        "publisher": about.publisher,
        "contact": about.contact,
        "date": about.date.isoformat(),
        "licence": about.licence,
        **_both("name", about.nl.name, about.en.name),
        **_both("description", about.nl.description, about.en.description),
    }


def _not_entries(content: Content) -> list[models.BarrierSource | models.DriveSource | models.ItemSource]:
    tables: list[models.BarrierSource | models.DriveSource | models.ItemSource] = []
    tables += content.barrier
    tables += content.drive
    tables += content.item
    return tables


def in_report_order(content: Content) -> list[models.EntrySource]:
    """Return the entries by section of the report, within a section as written."""
    order = {section.name: n for n, section in enumerate(content.section)}
    return sorted(content.entry, key=lambda entry: order[entry.section])


def _both(name: str, nl: str | None, en: str | None) -> Row:
    return {f"{name}_nl": nl, f"{name}_en": en}


def _list(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _answers(content: Content) -> Iterator[Row]:
    for theme in content.theme:
        for country in content.country:
            if country.interviewed:
                section = theme.answers.get(country.id)
                state = "unknown" if country.id in theme.unknown else "answered" if section else "not_asked"
                yield {"theme": theme.id, "country": country.id, "state": state, "section": section}


def _entry_text(entry: models.EntrySource, language: str, titles: Mapping[str, Text]) -> Row:
    text: models.EntryTextSource = getattr(entry, language)
    return {
        "entry": entry.id,
        "lang": language,
        "title": text.title,
        "body": text.body,
        "html": render_body(text.body),
        "ours": in_words(text.ours, titles, Language(language)),
        "dated": in_words(text.dated, titles, Language(language)),
        "note": in_words(text.note, titles, Language(language)),
        "keywords": _list(text.keywords),
    }


def _texts(name: str, tables: Sequence[models.BarrierSource | models.DriveSource | models.ItemSource]) -> list[Row]:
    """Return the texts of `tables`, one row for each language; lists become JSON."""
    return [
        {name: table.id, "lang": language}
        | {field: _list(value) if isinstance(value, list) else value for field, value in getattr(table, language)}
        for table in tables
        for language in LANGUAGES
    ]


def _step_variants(targets: Sequence[models.BarrierSource | models.DriveSource]) -> Iterator[Row]:
    for target in targets:
        for n, each in enumerate(target.variants):
            yield {
                "target": target.id,
                "position": n,
                "who": each.who,
                "when_named": _list(each.when),
                "unless_named": _list(each.unless),
                **_both("step", each.nl.step, each.en.step),
                **_both("said", each.nl.said, each.en.said),
            }


def _links(content: Content, entries: list[models.EntrySource]) -> Iterator[Row]:
    fields = (("barriers", "barrier"), ("drives", "drive"), ("needs", "drive"), ("related", "related"))
    for entry in entries:
        position = 0
        for field, kind in fields:
            for ours in (False, True):
                for target in getattr(entry, f"{field}_ours" if ours else field):
                    yield {"source": entry.id, "target": target, "type": kind, "ours": ours, "position": position}
                    position += 1
    for barrier in content.barrier:
        for n, drive in enumerate(barrier.drives_that_may_carry):
            yield {"source": barrier.id, "target": drive, "type": "may_carry", "ours": True, "position": n}


def _concept_links(content: Content) -> list[Row]:
    """Return the links of the concepts, each once. `related` is symmetric and may be given on either side or on both."""
    fields = {"broader": "broader", "related": "related", "barriers": "barrier", "drives": "drive", "themes": "theme"}
    links = [
        (c.id, kind, target) for c in content.concept for field, kind in fields.items() for target in getattr(c, field)
    ]
    links += [(other, kind, concept) for concept, kind, other in links if kind == "related"]
    return [{"concept": c, "type": kind, "target": target} for c, kind, target in dict.fromkeys(links)]


def _spoken(content: Content) -> Iterator[Row]:
    """Yield one row for each phrase that clients say; those of items that are not in the checklist are left out."""
    items = {item.id for item in content.item}
    for language in LANGUAGES:
        phrases = [
            (said.id, phrase) for said in content.spoken if said.id in items for phrase in getattr(said, language)
        ]
        for position, (item, phrase) in enumerate(dict.fromkeys(phrases)):
            yield {"item": item, "lang": language, "position": position, "phrase": phrase}


def _documents(content: Content, entries: list[models.EntrySource], first: int) -> Iterator[Row]:
    """Yield one row for each language of everything that can be searched and opened: the texts shown, and our phrasings."""
    number = first
    phrasings: dict[str, list[models.Phrasing]] = {}
    for phrasing in content.phrasing:
        phrasings.setdefault(phrasing.id, []).append(phrasing)
    for table in (*entries, *_not_entries(content)):
        for language in LANGUAGES:
            said = dict.fromkeys(text for one in phrasings.get(table.id, ()) for text in getattr(one, language))
            row = {"number": number, "id": table.id, "lang": language} | _document(table, language)
            yield row | {"phrasings": "\n".join(said)}
            number += 1


def _document(
    table: models.EntrySource | models.BarrierSource | models.DriveSource | models.ItemSource, language: str
) -> Row:
    text = getattr(table, language)
    keywords = "\n".join(getattr(text, "keywords", ()))
    if isinstance(table, models.EntrySource):
        told = plain_body(text.body)
        body = [told, text.ours, text.dated, by_number(text.note), table.original_name, *_where(table, language)]
        row: Row = {"kind": table.kind, "section": table.section, "country": table.country, "title": text.title}
        if names(text.title, language):  # it is in the other language, and is found there
            keywords, body = "", []
    else:
        body = [value for field, value in text if field not in ("name", "label", "topic", "keywords")]
        told = "" if isinstance(table, models.ItemSource) else text.description
        kind = _kind(table)
        title = text.label if isinstance(table, models.ItemSource) else text.name
        row = {"kind": kind, "section": table.sections[0], "country": None, "title": title}
    retold = len(told.splitlines()) if told and body else None
    return row | {"keywords": keywords, "body": "\n".join(part for part in body if part), "retold": retold}


def _kind(table: models.BarrierSource | models.DriveSource | models.ItemSource) -> str:
    """Return the kind under which the index stores it."""
    if isinstance(table, models.DriveSource):
        return table.kind
    return "barrier" if isinstance(table, models.BarrierSource) else "item"


def _where(entry: models.EntrySource, language: str) -> list[str | None]:
    """Return the address of a desk, so that the search finds it by street or telephone number."""
    found = entry.address
    hours = (found.hours_nl if language == "nl" else found.hours_en) if found else None
    return [found.place, found.phone, found.email, found.web, hours] if found else []
