"""What the format alone cannot hold: ids that must be unique, links that must lead somewhere, lengths, sources."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from guidance_kb.knowledge.authoring import fairness, models
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.markdown import MarkdownError, render
from guidance_kb.knowledge.authoring.problems import ContentError, Problem


def check(content: Content) -> None:
    """Checks everything that holds between tables.

    Raises:
        ContentError: With every problem found, not only the first.
    """
    problems = [problem for rule in _RULES for problem in rule(content)]
    if problems:
        raise ContentError(problems)


def _problem(content: Content, kind: str, table: models.Table, field: str, expected: str) -> Problem:
    name = getattr(table, "id", None) or getattr(table, "name", "")
    return Problem(content.file_of(table), f"{kind} {name}", field, expected)


def _unique(content: Content) -> Iterator[Problem]:
    seen = Counter(table.id for _, table in content.identified())
    for kind, table in content.identified():
        if seen[table.id] > 1:
            yield _problem(
                content, kind, table, "id", "expected an id of its own, found another table with the same id"
            )
    names = Counter(section.name for section in content.section)
    for section in content.section:
        if names[section.name] > 1:
            yield _problem(content, "section", section, "name", "this section stands here twice")
    if len(content.versions) > 1:
        yield Problem("conversation", "", "version", f"expected one checklist, found {len(content.versions)}")


def _links(content: Content) -> Iterator[Problem]:
    known = {
        kind: {table.id for table in getattr(content, kind)}
        for kind in ("country", "theme", "work", "entry", "barrier", "concept")
    }
    known["item theme"] = {theme.id for theme in content.item_theme}
    known["interviewed country"] = {country.id for country in content.country if country.interviewed}
    known["section"] = {section.name for section in content.section}
    known["drive"] = {drive.id for drive in content.drive if drive.kind == "drive"}
    known["need"] = {drive.id for drive in content.drive if drive.kind == "need"}
    known["drive or need"] = known["drive"] | known["need"]
    for kind, table, field, wanted, targets in _references(content):
        for target in targets:
            if target not in known[wanted]:
                yield _problem(content, kind, table, field, f"no {wanted} is called “{target}”")
            elif target == getattr(table, "id", None):
                yield _problem(content, kind, table, field, f"“{target}” cannot name itself")
        for target, count in Counter(targets).items():
            if count > 1:
                yield _problem(content, kind, table, field, f"“{target}” stands here twice")


_Reference = tuple[str, models.Table, str, str, Collection[str]]


def _references(content: Content) -> Iterator[_Reference]:
    """Every field that names other tables: (kind, table, field, kind of the target, targets)."""
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
    for item in content.item:
        yield "item", item, "theme", "item theme", [item.theme]
        yield "item", item, "sections", "section", item.sections
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


def _bodies(content: Content) -> Iterator[Problem]:
    for entry in content.entry:
        for language in ("nl", "en"):
            body = getattr(entry, language).body
            if (words := count_words(body)) > models.MAX_WORDS:
                yield _problem(
                    content,
                    "entry",
                    entry,
                    f"{language}.body",
                    f"expected at most {models.MAX_WORDS} words, found {words}",
                )
            try:
                render(body)
            except MarkdownError as error:
                yield _problem(content, "entry", entry, f"{language}.body", str(error))


def count_words(text: str) -> int:
    """Counts the words of a body as a reader would: runs of characters with a letter or digit in them."""
    return len(re.findall(r"\S*\w\S*", text))


def _entries(content: Content) -> Iterator[Problem]:
    """What an entry needs beyond its format: a number, its theme and country, links of one kind."""
    for entry in content.entry:
        for field, expected in _entry_faults(entry):
            yield _problem(content, "entry", entry, field, expected)


def _answers(content: Content) -> Iterator[Problem]:
    """An entry of a section that answers a question to a country names both."""
    for theme in content.theme:
        for country, section in theme.answers.items():
            for entry in content.entry:
                if entry.section == section and theme.id not in entry.themes:
                    expected = f"expected “{theme.id}”, the question that section {section} answers"
                    yield _problem(content, "entry", entry, "themes", expected)
                if entry.section == section and entry.country != country:
                    expected = f"expected “{country}”, whose answer section {section} is"
                    yield _problem(content, "entry", entry, "country", expected)


def _entry_faults(entry: models.Entry) -> Iterator[tuple[str, str]]:
    if (entry.kind == "recommendation") != (entry.number is not None):
        yield "number", "expected a number on a recommendation, and only there"
    if bool(entry.as_of) != bool(entry.nl.dated):
        yield "as_of", "expected `as_of` and `dated` together"
    for field in ("barriers", "drives", "needs", "related"):
        if doubled := set(getattr(entry, field)) & set(getattr(entry, f"{field}_ours")):
            yield f"{field}_ours", f"“{min(doubled)}” is the report's link already"


def _languages(content: Content) -> Iterator[Problem]:
    """A text that may be left out is there in both languages or in neither."""
    texts: list[tuple[str, models.Table, str, str | None, str | None]] = []
    texts += [
        ("entry", entry, field, getattr(entry.nl, field), getattr(entry.en, field))
        for entry in content.entry
        for field in ("ours", "dated", "note")
    ]
    texts += [("country", country, "note", country.nl.note, country.en.note) for country in content.country]
    texts += [("work", work, "note", work.note_nl, work.note_en) for work in content.work]
    for kind, table, field, nl, en in texts:
        if bool(nl) != bool(en):
            yield _problem(content, kind, table, field, "expected this text in both languages or in neither")


def _items(content: Content) -> Iterator[Problem]:
    for item in content.item:
        for evidence in item.evidence:
            if (evidence.barrier is None) == (evidence.drive is None):
                yield _problem(content, "item", item, "evidence", "expected a barrier or a drive, one of the two")


def _sections(content: Content) -> Iterator[Problem]:
    """Every section of the report is told in some entry (part 1, B)."""
    told = {entry.section for entry in content.entry}
    for section in content.section:
        if section.name not in told:
            yield _problem(
                content, "section", section, "name", "expected at least one entry of this section, found none"
            )


def _fairness(content: Content) -> Iterator[Problem]:
    """No heading, item, barrier or drive about a protected ground or a proxy of one (product.md, principles)."""
    for kind, table in content.identified():
        if isinstance(table, fairness.OF_THE_CONVERSATION):
            for field, text in fairness.texts(table):
                if word := fairness.protected_word(text):
                    yield _problem(
                        content, kind, table, field, f"“{word}” names a protected ground or stands in for one"
                    )


_RULES = (_unique, _links, _bodies, _entries, _answers, _languages, _items, _sections, _fairness)
