"""What the real content must hold: all sections, works, countries and answers of the report, in both languages."""

import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.conversation.answers import OTHER_ITEM
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.authoring.checks import count_words
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Entry, EntryText, Work
from guidance_kb.language import Language
from guidance_kb.markdown import render_body
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.index.index import add_index

INTERVIEWED = ("slovenia", "scotland", "germany", "flanders", "ireland")

# Which section of chapter 3 answers which question, country by country: Slovenia, Scotland, Germany, Flanders, Ireland.
# "-": not in the report. "?": asked, and the interviewee did not know.
ANSWERS = """
challenges              1    1    1    1    1
groups                  2    2    2    2    2
finding-the-offer       3    3    3    3    3
information-at-schools  4    -    -    -    -
categorising            5    4    4    4    -
channels                5a   -    -    4a   4
connection              -    -    -    4b   -
motivating              6    5    5    -    -
results-and-triggers    -    5a   5a?  -    -
reach                   7    6    6    5    -
responsibility          -    -    7    -    -
monitoring              8    7    8    6    -
online-and-physical     -    8    -    7    -
differences             -    -    -    8    -
tips                    9    9    9    9    5
"""

KINDS = {
    "dispositional": """shame low-self-belief bad-school-experience learning-not-for-me no-perceived-benefit overestimating-skills
        no-clear-goal compulsory little-self-direction fear-of-failure""",
    "situational": """money debts care-duties time-and-work transport health life-events legal-matters reading-and-language
        digital-skill no-device""",
    "institutional": """complex-rules unknown-support digital-only enrolment-rules place-and-time course-level wait-before-start
        earmarked-money diploma-only guidance-misunderstood fragmented-services unrecognised-skills no-welcome poor-fit""",
}


@pytest.fixture(scope="module")
def entries(library: Library) -> list[Entry]:
    return library.entries()


def texts(entry: Entry) -> tuple[tuple[Language, EntryText], ...]:
    return tuple((language, entry.text(language)) for language in Language)


def test_every_section_is_told(library: Library, entries: list[Entry]) -> None:
    assert len(library.sections) == 80
    assert [section.position for section in library.sections.values()] == list(range(1, 81))
    assert {entry.section for entry in entries} == set(library.sections)
    assert all(library.entries_of_section(name) for name in library.sections)


def test_number_of_entries(entries: list[Entry]) -> None:
    assert 160 <= len(entries) <= 260


def test_every_kind_is_there(entries: list[Entry]) -> None:
    assert {entry.kind for entry in entries} == {"finding", "practice", "recommendation", "persona", "method"}


def test_entries_stand_in_report_order(library: Library, entries: list[Entry]) -> None:
    positions = [library.sections[entry.section].position for entry in entries]
    assert positions == sorted(positions)


def test_bodies_are_short_and_in_both_languages(entries: list[Entry]) -> None:
    long = [
        (entry.id, language, count_words(text.body))
        for entry in entries
        for language, text in texts(entry)
        if not 1 <= count_words(text.body) <= 120
    ]
    assert long == []
    assert [entry.id for entry in entries if entry.nl.body == entry.en.body or entry.nl.title == entry.en.title] == []


def test_html_is_the_body_rendered(entries: list[Entry]) -> None:
    assert [e.id for e in entries for _, text in texts(e) if text.html != render_body(text.body)] == []


def test_both_languages_give_the_same_figures(entries: list[Entry]) -> None:
    """A year, number or percentage that stands in one language stands in the other (5,000 and 5.000 are the same)."""

    def figures(text: EntryText) -> set[str]:
        return {re.sub("[.,]", "", number) for number in re.findall(r"\d+(?:[.,]\d+)*", f"{text.title} {text.body}")}

    assert [(e.id, figures(e.nl) ^ figures(e.en)) for e in entries if figures(e.nl) != figures(e.en)] == []


def test_every_recommendation_once(entries: list[Entry]) -> None:
    found = {e.number: e for e in entries if e.kind == "recommendation"}
    assert sorted(e.number or 0 for e in entries if e.kind == "recommendation") == list(range(1, 10))
    assert all(entry.section == f"4.2/{number}" for number, entry in found.items())
    assert [e.id for e in entries if e.number is not None and e.kind != "recommendation"] == []


def test_recommendations_lead_to_what_carries_them(library: Library, entries: list[Entry]) -> None:
    kinds = {entry.id: entry.kind for entry in entries}
    for entry in entries:
        if entry.kind == "recommendation":
            related = {kinds[link.id] for link in library.links(entry.id) if link.type == "related"}
            assert related & {"finding", "practice"}, entry.id


def test_countries(library: Library) -> None:
    assert tuple(c.id for c in library.countries.values() if c.interviewed) == INTERVIEWED
    mentioned = {c.id for c in library.countries.values() if not c.interviewed}
    assert mentioned == {"finland", "sweden", "italy", "united-kingdom", "netherlands"}


def test_entries_of_an_interview_name_its_country(entries: list[Entry]) -> None:
    chapters = {f"3.{n}": country for n, country in enumerate(INTERVIEWED, 1)}
    assert [e.id for e in entries if (c := chapters.get(e.section.partition("/")[0])) and e.country != c] == []


def test_every_theme_and_country_as_in_chapter_3(library: Library) -> None:
    expected = {}
    for line in ANSWERS.strip().splitlines():
        theme, *cells = line.split()
        for n, (country, cell) in enumerate(zip(INTERVIEWED, cells, strict=True), 1):
            state = "not_asked" if cell == "-" else "unknown" if cell.endswith("?") else "answered"
            expected[theme, country] = (state, None if cell == "-" else f"3.{n}/{cell.rstrip('?')}")
    assert {(a.theme, a.country): (a.state, a.section) for a in library.answers} == expected
    answered = Counter(section for _, section in expected.values() if section)
    assert set(answered) == {name for name in library.sections if re.match(r"3\.\d/", name)}
    assert set(answered.values()) == {1}


def test_every_work_is_cited_and_every_citation_is_a_work(library: Library, entries: list[Entry]) -> None:
    assert len(library.works) >= 50
    assert [work for work in library.works if not library.works_cited_in(work)] == []
    assert [(e.id, work) for e in entries for work in e.works if work not in library.works] == []
    assert [w.id for w in library.works.values() if not set(w.through) <= set(library.works)] == []


def _cites(text: EntryText, work: Work) -> bool:
    whole = " ".join(filter(None, (text.title, text.body, text.note)))
    return re.search(rf"(?<![\w&] ){re.escape(work.authors)},? \(?{work.year}\b", whole) is not None


def test_works_named_in_a_text_are_listed(library: Library, entries: list[Entry]) -> None:
    """What is cited in a body by its standard spelling is among the works of the entry, in both languages."""
    dated = [work for work in library.works.values() if work.year]
    unlisted = [
        (entry.id, language, work.id)
        for entry in entries
        for language, text in texts(entry)
        for work in dated
        if _cites(text, work) and work.id not in entry.works
    ]
    assert unlisted == []


def test_works_of_an_entry_are_named_in_its_text(library: Library, entries: list[Entry]) -> None:
    missing = []
    for entry in entries:
        for work in (library.works[name] for name in entry.works):
            surname = re.split(r" & | et al", work.authors)[0]
            for language, text in texts(entry):
                whole = " ".join(filter(None, (text.title, text.body, text.note, text.ours)))
                if work.id != "ireland-white-paper-2000" and surname not in whole:
                    missing.append((entry.id, language, work.id))
    assert missing == []


def test_drives_and_needs(library: Library) -> None:
    kinds = {name: drive.kind for name, drive in library.drives.items()}
    assert [name for name, kind in kinds.items() if kind == "drive"] == [
        "social-nearness", "curiosity-growth", "economic-security", "learning-at-work",
    ]  # fmt: skip
    assert {name for name, kind in kinds.items() if kind == "need"} == {"competence", "autonomy", "relatedness"}


def test_barriers_of_three_kinds_and_those_to_staying(library: Library) -> None:
    for category, names in KINDS.items():
        assert {b.id for b in library.barriers.values() if b.category == category} == set(names.split())
    assert {b.id for b in library.barriers.values() if b.staying} == {"no-welcome", "poor-fit"}


def test_every_barrier_and_drive_can_be_raised_and_leads_to_entries(library: Library) -> None:
    targets = {evidence.target for item in library.items.values() for evidence in item.evidence}
    assert targets == set(library.barriers) | set(library.drives)
    for name in targets:
        linked = {link.id for link in library.links(name) if not link.outward and link.type in ("barrier", "drive")}
        assert any(library.entry(other) for other in linked), name


def test_every_barrier_and_drive_has_its_sentences(library: Library) -> None:
    for card in (*library.barriers.values(), *library.drives.values()):
        assert card.sections
        assert set(card.sections) <= set(library.sections)
        for text in (card.nl, card.en):
            assert 0 < len(text.signal) <= 140
            assert all(getattr(text, field) for field in text._fields if field != "keywords"), card.id


def test_signals_are_tentative(library: Library) -> None:
    """A signal says what may be, not what is."""
    hedges = {
        Language.NL: r"\b(mogelijk|misschien|kan|kunnen|lijkt|lijken|wellicht|soms|zou|zouden)\b",
        Language.EN: r"\b(may|might|perhaps|could|can|seems?|possibly|would)\b",
    }
    for card in (*library.barriers.values(), *library.drives.values()):
        for language, hedge in hedges.items():
            assert re.search(hedge, card.text(language).signal, re.IGNORECASE), (card.id, language)


def test_core_list_takes_ten_minutes(library: Library) -> None:
    core = [item for item in library.items.values() if item.core]
    assert len(core) == 25
    assert {item.theme for item in library.items.values()} == set(library.item_themes)
    assert {item.theme for item in core} == set(library.item_themes)


def test_core_stands_first_under_its_heading_and_all_else_can_open(library: Library) -> None:
    """A deeper item follows something that was named: at last one of the core, which is always there. What fits no question is last."""
    items = library.items
    for theme in library.item_themes:
        core = [item.core for item in items.values() if item.theme == theme and item.id != OTHER_ITEM]
        assert core == sorted(core, reverse=True), theme
    reached = {item.id for item in items.values() if item.core}
    while more := {i.id for i in items.values() if set(i.opens_after) & reached} - reached:
        reached |= more
    assert reached == set(items)


def test_drives_and_needs_are_asked_before_barriers(library: Library) -> None:
    """The first headings are about what moves and carries someone: there no item points to a barrier; later none is firm about a drive."""
    items = list(library.items.values())
    first = [all(e.target in library.drives for e in item.evidence) for item in items]
    begins = first.index(False)
    assert {item.theme for item in items[:begins]}.isdisjoint(item.theme for item in items[begins:])
    later = [(item.id, e.target) for item in items[begins:] for e in item.evidence if e.strength == "firm"]
    assert [item for item, target in later if target in library.drives] == []
    assert {e.target for item in items[:begins] for e in item.evidence if e.strength == "firm"} == set(library.drives)


def test_every_barrier_and_drive_has_a_firm_item(library: Library) -> None:
    """A second piece is not asked for: a hint that the report does not support is worse than none (docs/vignettes.md)."""
    firm = {e.target for item in library.items.values() for e in item.evidence if e.strength == "firm"}
    said_by_nobody = {
        "overestimating-skills"
    }  # “oefenen is niet nodig” hints at it; that it is so, nobody says of themselves
    assert firm == {*library.barriers, *library.drives} - said_by_nobody


def test_dated_facts_carry_their_date(entries: list[Entry]) -> None:
    """The STAP scheme has ended; wherever it is told as a fact, that is said (L4)."""
    stap = [e for e in entries if "STAP" in e.nl.title + e.nl.body and e.kind != "method"]
    assert stap
    assert [e.id for e in stap if not (e.as_of and e.nl.dated and e.en.dated)] == []


def test_database_is_sound_and_the_same_when_built_again(knowledge_db: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    build(RESOURCES, SQL / "knowledge.sql", again, add_index)
    assert again.read_bytes() == knowledge_db.read_bytes()
    with closing(sqlite3.connect(again)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_links_have_two_ends(knowledge_db: Path) -> None:
    """`link`, `source` and `evidence` name things of several tables, which SQLite cannot check."""
    things = "SELECT id FROM entry UNION SELECT id FROM barrier UNION SELECT id FROM drive UNION SELECT id FROM item"
    with closing(sqlite3.connect(knowledge_db)) as connection:
        for table, column in (("link", "source"), ("link", "target"), ("source", "id"), ("evidence", "target")):
            sql = f"SELECT {column} FROM {table} WHERE {column} NOT IN ({things})"  # noqa: S608 - names of this test
            assert connection.execute(sql).fetchall() == []
