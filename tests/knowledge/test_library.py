"""Reading the knowledge database: the smallest content word for word, links both ways, and databases that cannot be read."""

import gc
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import (
    Concept,
    Country,
    CountryAnswer,
    Evidence,
    ItemTheme,
    Link,
    Section,
    Theme,
    Work,
)
from guidance_kb.language import Language, Text
from tests.knowledge.authoring.folder import ENTRIES, ContentFolder


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Library]:
    """The smallest valid content, read."""
    folder = ContentFolder(tmp_path)
    folder.change(
        ENTRIES, "number = 1", 'number = 1\nrelated_ours = ["slovenie-zoekt-mee"]\noriginal_name = "Start now"'
    )
    folder.build()
    library = Library(folder.target)
    yield library
    library.close()


def test_small_tables(small: Library) -> None:
    assert list(small.sections.values()) == [
        Section("1.1", 1, Text("Aanleiding", "Background")),
        Section("3.1/1", 2, Text("Slovenië, vraag 1", "Slovenia, question 1")),
    ]
    assert list(small.countries.values()) == [
        Country("slovenia", interviewed=True, name=Text("Slovenië", "Slovenia"), note=None),
        Country(
            "finland",
            interviewed=False,
            name=Text("Finland", "Finland"),
            note=Text("Niet geïnterviewd.", "Not interviewed."),
        ),
    ]
    assert list(small.themes.values()) == [
        Theme(
            "challenges",
            "1",
            Text("Uitdagingen", "Challenges"),
            Text("Welke uitdagingen zijn er?", "Which challenges are there?"),
        )
    ]
    assert small.answers == (CountryAnswer("challenges", "slovenia", "answered", "3.1/1"),)
    assert list(small.works.values()) == [
        Work("carpentieri-2014", "Carpentieri", 2014, None, (), (), Text("De belangrijkste bron.", "The main source.")),
        Work("kerka-2005", "Kerka", 2005, None, (), ("carpentieri-2014",), None),
    ]
    assert list(small.item_themes.values()) == [ItemTheme("t-home", Text("Thuis", "Home"))]
    assert list(small.concepts.values()) == [
        Concept(
            "c-opvang",
            ("kinderopvang", "oppas"),
            ("childcare", "babysitter"),
            (("barrier", "care-duties"), ("drive", "social-nearness"), ("related", "c-tijd"), ("theme", "challenges")),
        ),
        Concept("c-tijd", ("tijd",), ("time",), (("related", "c-opvang"),)),
    ]


def test_barrier_drive_and_item(small: Library) -> None:
    barrier = small.barriers["care-duties"]
    assert (barrier.category, barrier.staying, barrier.sections) == ("situational", False, ("1.1",))
    assert barrier.en.step_counselor == "Looks for a course in school hours."
    assert barrier.nl.keywords == ()
    assert {name: drive.kind for name, drive in small.drives.items()} == {
        "social-nearness": "drive",
        "competence": "need",
    }
    assert small.drives["competence"].nl.build_on == "Noem wat lukt."
    item = small.items["vraag-zorg"]
    assert (item.theme, item.core, item.sections) == ("t-home", True, ("1.1",))
    assert item.evidence == (
        Evidence("care-duties", "named", "firm"),
        Evidence("competence", "not_an_issue", "weak"),
    )
    assert item.en.follow_up == "Who could help?"


def test_entry(small: Library) -> None:
    entry = small.entry("tijd-kost-moeite")
    assert entry is not None
    assert (entry.kind, entry.section, entry.country, entry.number, entry.as_of) == (
        "finding",
        "1.1",
        None,
        None,
        "2022",
    )
    assert (entry.works, entry.themes) == (("kerka-2005",), ())
    assert entry.nl.html == "<p>Wie zorgt, heeft <em>weinig</em> tijd.</p>"
    assert (entry.en.ours, entry.en.dated, entry.en.note) == ("Ask about the week.", "This was so in 2022.", None)
    advice = small.entry("aanbeveling-een")
    assert advice is not None
    assert (advice.number, advice.original_name) == (1, "Start now")
    assert small.entry("nergens") is None


def test_entries_in_the_order_asked_or_of_the_report(small: Library) -> None:
    everything = ["tijd-kost-moeite", "aanbeveling-een", "slovenie-zoekt-mee"]
    assert [entry.id for entry in small.entries()] == everything
    assert [entry.id for entry in small.entries(["slovenie-zoekt-mee", "?", "tijd-kost-moeite"])] == everything[2::-2]
    assert small.entries([]) == []
    assert [entry.id for entry in small.entries_of_section("1.1")] == everything[:2]
    assert small.entries_of_section("9") == []


def test_links_are_read_from_either_side(small: Library) -> None:
    assert small.links("tijd-kost-moeite") == [
        Link("barrier", "care-duties", ours=False, outward=True),
        Link("drive", "social-nearness", ours=True, outward=True),
        Link("drive", "competence", ours=False, outward=True),
        Link("related", "slovenie-zoekt-mee", ours=False, outward=True),
    ]
    assert small.links("care-duties") == [
        Link("may_carry", "social-nearness", ours=True, outward=True),
        Link("barrier", "tijd-kost-moeite", ours=False, outward=False),
    ]
    assert small.links("slovenie-zoekt-mee") == [
        Link("related", "tijd-kost-moeite", ours=False, outward=False),
        Link("related", "aanbeveling-een", ours=True, outward=False),
    ]
    assert small.links("nergens") == []


def test_every_real_link_is_seen_from_both_ends(library: Library) -> None:
    names = [entry.id for entry in library.entries()] + list(library.barriers) + list(library.drives)
    links = {name: library.links(name) for name in names}
    out = {(name, link.id, link.type, link.ours) for name in names for link in links[name] if link.outward}
    back = {(link.id, name, link.type, link.ours) for name in names for link in links[name] if not link.outward}
    assert out == back
    assert len(out) > 500


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("tijd-kost-moeite", "finding", Text("Tijd maken kost moeite", "Making time is hard")),
        ("aanbeveling-een", "recommendation", Text("Begin vandaag", "Begin today")),
        ("care-duties", "barrier", Text("Zorg voor anderen", "Caring for others")),
        ("social-nearness", "drive", Text("Sociale nabijheid", "Social closeness")),
        ("competence", "need", Text("Competentie", "Competence")),
        ("vraag-zorg", "item", Text("Zorgt voor anderen", "Cares for others")),
        ("kerka-2005", None, None),
    ],
)
def test_kind_and_title_of_what_can_be_opened(small: Library, name: str, kind: str | None, title: Text | None) -> None:
    assert small.kind(name) == kind
    assert small.title(name) == title


def test_sections_that_cite_a_work(small: Library, library: Library) -> None:
    assert small.works_cited_in("kerka-2005") == ["1.1"]
    assert small.works_cited_in("carpentieri-2014") == []
    positions = [library.sections[name].position for name in library.works_cited_in("carpentieri-2014")]
    assert positions == sorted(set(positions))
    assert len(positions) > 5


def _break(path: Path, how: str) -> None:
    if how == "missing":
        path.unlink()
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    elif how == "no database":
        path.write_bytes(b"# Guidance KB\n" * 500)
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "another database":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE notes (text)")
    else:
        value = "UPDATE meta SET value = '0' WHERE key = 'schema'" if how == "other schema" else "DELETE FROM meta"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(value)


@pytest.mark.parametrize(
    ("how", "nl", "en"),
    [
        (how, "kan niet worden geopend", "cannot be opened")
        for how in ("missing", "a folder", "no database", "empty", "another database")
    ]
    + [
        (how, "andere versie van het programma", "another version of the program")
        for how in ("other schema", "no schema")
    ],
)
def test_database_that_cannot_be_read(small: Library, tmp_path: Path, how: str, nl: str, en: str) -> None:
    path = tmp_path / "knowledge, of 100% #1?.db"
    shutil.copyfile(small.path, path)
    _break(path, how)
    with pytest.raises(KnownError) as caught:
        Library(path)
    gc.collect()  # a connection that was left open would warn here, and a warning fails the test
    for language, says in ((Language.NL, nl), (Language.EN, en)):
        assert says in caught.value.say(language)
        assert str(path) in caught.value.say(language)
        assert "guidance-kb build" in caught.value.say(language)


def test_odd_path_is_opened(small: Library, tmp_path: Path) -> None:
    path = tmp_path / "kennis, 100% #1?é.db"
    shutil.copyfile(small.path, path)
    library = Library(path)
    assert library.meta["checklist"]
    library.close()


def test_damage_that_shows_while_reading_on(small: Library, tmp_path: Path) -> None:
    """The first page, with the schema, is whole; what follows is not."""
    damaged = tmp_path / "damaged.db"
    data = bytearray(small.path.read_bytes())
    with closing(sqlite3.connect(small.path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'section'").fetchone()[0]
    data[(root - 1) * size : root * size] = b"\x07" * size
    damaged.write_bytes(data)
    library = Library(damaged)
    with pytest.raises(KnownError, match="cannot be opened"):
        _ = library.sections
    library.close()


def test_closed_library_is_a_mistake_of_ours_not_of_the_user(small: Library) -> None:
    library = Library(small.path)
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.kind("money")


def test_database_is_never_written(small: Library) -> None:
    before = small.path.read_bytes()
    with pytest.raises(KnownError):
        small._rows("DELETE FROM entry_text")
    assert small.path.read_bytes() == before


def test_recommendations_by_number(small: Library, library: Library) -> None:
    assert small.recommendations() == [(1, "aanbeveling-een", Text("Begin vandaag", "Begin today"))]
    found = library.recommendations()
    assert [number for number, _, _ in found] == list(range(1, 10))
    for number, identifier, title in found:
        entry = library.entry(identifier)
        assert entry is not None
        assert (entry.kind, entry.number, entry.nl.title, entry.en.title) == ("recommendation", number, *title)
