"""Checks beyond the format: unique ids, valid links, lengths, sources."""

import math
import re
import time
from collections import Counter
from collections.abc import Iterator

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring import fairness, house_style, items, models, plain_language, steps, thesaurus
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.pack import RESERVED
from guidance_kb.knowledge.authoring.problems import ContentError, Problem
from guidance_kb.language import Text
from guidance_kb.markdown import MarkdownError, render_body


def check(content: Content) -> None:
    """Check the content across tables.

    Raises:
        ContentError: With every problem found, not only the first.
    """
    found = [*problems(content), *_reserved(content)]
    if found:
        raise ContentError(found)


def problems(content: Content, ours: Content | None = None, deadline: float = math.inf) -> Iterator[Problem]:
    """Yield every problem across the tables of the shipped content or of a pack.

    Args:
        content: The content to check.
        ours: The shipped content, if `content` is a pack: the pack may link to it and may not use its names.
        deadline: The time (`time.monotonic`) after which a check that takes too long is abandoned.
    """
    beside = ours or Content()
    yield from _unique(content, beside)
    yield from _links(content, beside)
    yield from _bodies(content, deadline)
    for rule in (_entries, _answers, _languages, items.check, steps.check, _sections, _fairness, _plain, _house_style):
        yield from rule(content)
    yield from thesaurus.check(content, beside)


def problem(content: Content, kind: str, table: models.Table, field: str, expected: Text) -> Problem:
    """Return a problem of `table`, with its file and its name."""
    name = getattr(table, "id", None) or getattr(table, "name", "")
    return Problem(content.file_of(table), f"{kind} {shown(name)}", field, expected)


def _unique(content: Content, beside: Content) -> Iterator[Problem]:
    seen = Counter(table.id for source in (content, beside) for _, table in source.identified())
    for kind, table in content.identified():
        if seen[table.id] > 1:
            yield problem(content, kind, table, "id", _SAME_ID)
    names = Counter(section.name for source in (content, beside) for section in source.section)
    for section in content.section:
        if names[section.name] > 1:
            yield problem(content, "section", section, "name", _SAME_SECTION)
    if (count := len(content.versions)) > 1:
        expected = Text(f"verwacht: één checklist, gevonden: {count}", f"expected one checklist, found {count}")
        yield Problem("conversation", "", "version", expected)


_SAME_ID = Text(
    "verwacht: een eigen id, gevonden: een andere tabel met hetzelfde id",
    "expected an id of its own, found another table with the same id",
)
_SAME_SECTION = Text("deze sectie staat hier twee keer", "this section stands here twice")


def _reserved(content: Content) -> Iterator[Problem]:
    """Check that no name of the shipped content has the prefix of packs."""
    expected = Text(f"een naam van ons begint niet met “{RESERVED}”", f"no name of ours begins with “{RESERVED}”")
    for kind, table in content.identified():
        if table.id.startswith(RESERVED):
            yield problem(content, kind, table, "id", expected)
    for section in content.section:
        if section.name.startswith(RESERVED):
            yield problem(content, "section", section, "name", expected)


def _links(content: Content, beside: Content) -> Iterator[Problem]:
    known = {
        kind: {table.id for source in (content, beside) for table in getattr(source, kind)}
        for kind in ("country", "theme", "entry", "barrier", "concept", "item")
    }
    known["work"] = {work.id for work in content.work}
    known["item theme"] = {theme.id for theme in content.item_theme}
    known["interviewed country"] = {country.id for country in content.country if country.interviewed}
    known["section"] = {section.name for section in content.section}
    drives = [*content.drive, *beside.drive]
    known["drive"] = {drive.id for drive in drives if drive.kind == "drive"}
    known["need"] = {drive.id for drive in drives if drive.kind == "need"}
    known["drive or need"] = known["drive"] | known["need"]
    for kind, table, field, wanted, targets in _references(content):
        for target in targets:
            if target not in known[wanted]:
                name = shown(target)
                expected = Text(f"geen {wanted} heet “{name}”", f"no {wanted} is called “{name}”")
                yield problem(content, kind, table, field, expected)
            elif target == getattr(table, "id", None):
                expected = Text(f"“{target}” kan zichzelf niet noemen", f"“{target}” cannot name itself")
                yield problem(content, kind, table, field, expected)
        for target, count in Counter(targets).items():
            if count > 1:
                name = shown(target)
                expected = Text(f"“{name}” staat hier twee keer", f"“{name}” stands here twice")
                yield problem(content, kind, table, field, expected)


def _references(content: Content) -> Iterator[steps.Reference]:
    """Yield every field that refers to other tables: (kind, table, field, kind of the target, targets)."""
    for entry in content.entry:
        yield "entry", entry, "section", "section", [entry.section]
        yield "entry", entry, "country", "country", [entry.country] if entry.country else []
        for field, wanted in _ENTRY_LINKS.items():
            yield "entry", entry, field, wanted, getattr(entry, field)
    for theme in content.theme:
        yield "theme", theme, "answers", "interviewed country", list(theme.answers)
        yield "theme", theme, "answers", "section", list(theme.answers.values())
        yield "theme", theme, "unknown", "interviewed country", theme.unknown
    for work in content.work:
        yield "work", work, "cited_through", "work", work.cited_through
    for barrier in content.barrier:
        yield "barrier", barrier, "sections", "section", barrier.sections
        yield "barrier", barrier, "drives_that_may_carry", "drive or need", barrier.drives_that_may_carry
    for drive in content.drive:
        yield "drive", drive, "sections", "section", drive.sections
    yield from steps.references(content)
    for item in content.item:
        yield "item", item, "theme", "item theme", [item.theme]
        yield "item", item, "sections", "section", item.sections
        yield "item", item, "opens_after", "item", item.opens_after
        yield "item", item, "evidence.barrier", "barrier", [e.barrier for e in item.evidence if e.barrier]
        yield "item", item, "evidence.drive", "drive or need", [e.drive for e in item.evidence if e.drive]
    for concept in content.concept:
        for field, wanted in _CONCEPT_LINKS.items():
            yield "concept", concept, field, wanted, getattr(concept, field)


_ENTRY_LINKS = {
    "works": "work",
    "themes": "theme",
    "barriers": "barrier",
    "barriers_ours": "barrier",
    "drives": "drive",
    "drives_ours": "drive",
    "needs": "need",
    "needs_ours": "need",
    "related": "entry",
    "related_ours": "entry",
}
_CONCEPT_LINKS = {
    "broader": "concept",
    "related": "concept",
    "barriers": "barrier",
    "drives": "drive or need",
    "themes": "theme",
}


def _bodies(content: Content, deadline: float) -> Iterator[Problem]:
    for entry in content.entry:
        if time.monotonic() > deadline:
            expected = Text("het controleren duurt te lang", "checking takes too long")
            yield Problem(content.file_of(entry), "", "", expected)
            return
        for language in ("nl", "en"):
            body = getattr(entry, language).body
            if (words := count_words(body)) > models.MAX_WORDS:
                expected = Text(
                    f"verwacht: hoogstens {models.MAX_WORDS} woorden, gevonden: {words}",
                    f"expected at most {models.MAX_WORDS} words, found {words}",
                )
                yield problem(content, "entry", entry, f"{language}.body", expected)
            try:
                render_body(body)
            except MarkdownError as error:
                yield problem(content, "entry", entry, f"{language}.body", error.text)


def count_words(text: str) -> int:
    """Count the words of a body as a reader would: runs of characters with a letter or digit in them."""
    return len(_WORD.findall(text))


_WORD = re.compile(r"(?<!\S)[^\w\s]*+\w")
"""Start of a word. The possessive quantifier skips leading punctuation only once; backtracking over a row of dots would take seconds."""


def _entries(content: Content) -> Iterator[Problem]:
    """Check an entry beyond its format: number, theme and country, no link given twice."""
    for entry in content.entry:
        for field, expected in _entry_faults(entry, numbered=content.pack is None):
            yield problem(content, "entry", entry, field, expected)


def _answers(content: Content) -> Iterator[Problem]:
    """Check that an entry of a section that answers a country's question names the theme and the country."""
    for theme in content.theme:
        for country, section in theme.answers.items():
            for entry in content.entry:
                if entry.section == section and theme.id not in entry.themes:
                    expected = Text(
                        f"verwacht: “{theme.id}”, de vraag waarop sectie {section} antwoordt",
                        f"expected “{theme.id}”, the question that section {section} answers",
                    )
                    yield problem(content, "entry", entry, "themes", expected)
                if entry.section == section and entry.country != country:
                    expected = Text(
                        f"verwacht: “{country}”, dat in sectie {section} antwoordt",
                        f"expected “{country}”, whose answer section {section} is",
                    )
                    yield problem(content, "entry", entry, "country", expected)


def _entry_faults(entry: models.EntrySource, *, numbered: bool) -> Iterator[tuple[str, Text]]:
    if (numbered and entry.kind == "recommendation") != (entry.number is not None):
        yield "number", _NUMBER
    if bool(entry.as_of) != bool(entry.nl.dated):
        yield "as_of", Text("verwacht: `as_of` en `dated` samen", "expected `as_of` and `dated` together")
    if (entry.kind == "address") != (entry.address is not None):
        yield "address", _ADDRESS
    for field in ("barriers", "drives", "needs", "related"):
        for doubled in sorted(set(getattr(entry, field)) & set(getattr(entry, f"{field}_ours")))[:1]:
            yield (
                f"{field}_ours",
                Text(f"“{doubled}” is al een verband van het rapport", f"“{doubled}” is the report's link already"),
            )


_NUMBER = Text(
    "verwacht: een nummer bij een aanbeveling, en alleen daar", "expected a number on a recommendation, and only there"
)
_ADDRESS = Text(
    "verwacht: een tabel `address` bij het soort `address`, en alleen daar",
    "expected a table `address` on the kind `address`, and only there",
)
_BOTH = Text(
    "verwacht: deze tekst in beide talen of in geen van beide",
    "expected this text in both languages or in neither",
)


def _languages(content: Content) -> Iterator[Problem]:
    """Check that an optional text exists in both languages or in neither."""
    texts: list[tuple[str, models.Table, str, str | None, str | None]] = []
    texts += [
        ("entry", entry, field, getattr(entry.nl, field), getattr(entry.en, field))
        for entry in content.entry
        for field in ("ours", "dated", "note")
    ]
    texts += [
        ("entry", entry, "address.hours", entry.address.hours_nl, entry.address.hours_en)
        for entry in content.entry
        if entry.address
    ]
    texts += [("country", country, "note", country.nl.note, country.en.note) for country in content.country]
    texts += [("work", work, "note", work.note_nl, work.note_en) for work in content.work]
    for kind, table, field, nl, en in texts:
        if bool(nl) != bool(en):
            yield problem(content, kind, table, field, _BOTH)


def _sections(content: Content) -> Iterator[Problem]:
    """Check that every section of the report has at least one entry (part 1, B)."""
    told = {entry.section for entry in content.entry}
    for section in content.section:
        if section.name not in told:
            yield problem(content, "section", section, "name", _UNTOLD)


_UNTOLD = Text(
    "verwacht: ten minste één kennisitem van deze sectie, gevonden: geen",
    "expected at least one entry of this section, found none",
)


def _fairness(content: Content) -> Iterator[Problem]:
    """Check that no heading, item, barrier or drive names a protected ground or a proxy of one."""
    for kind, table in content.identified():
        if isinstance(table, fairness.OF_THE_CONVERSATION):
            for field, text in fairness.texts(table):
                if word := fairness.protected_word(text):
                    yield problem(content, kind, table, field, fairness.protected(word))


def _plain(content: Content) -> Iterator[Problem]:
    """Check that texts for clients are plain language (docs/plain-language.md); a pack contains none."""
    for kind, table in content.identified():
        if isinstance(table, models.ItemSource | models.BarrierSource | models.DriveSource):
            for language, field, text in plain_language.texts(table):
                for finding in plain_language.findings(text, language):
                    yield problem(content, kind, table, f"{language}.{field}", finding.say())


def _house_style(content: Content) -> Iterator[Problem]:
    """Check the words and the titles of the shipped content; a pack is written as its organisation likes."""
    if content.pack is not None:
        return
    countries = {country.id: country for country in content.country}
    for entry in content.entry:
        for field, expected in house_style.title_faults(entry, countries.get(entry.country or "")):
            yield problem(content, "entry", entry, field, expected)
    for field, expected in house_style.too_long_on_average(content):
        yield Problem("knowledge", "", field, expected)
    for kind, table in content.identified():
        for field, language, text in house_style.texts(table):
            for word, instead in house_style.words_to_avoid(text, language, table.id):
                yield problem(content, kind, table, field, house_style.avoided(word, instead))
