"""The knowledge database with a pack in it: what it brings is there, marked, and ours is as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.build import write
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Address, Pack
from guidance_kb.knowledge.packs.validation import read_packs
from guidance_kb.language import Text
from guidance_kb.paths import SQL
from tests.knowledge.packs.hostile import EXAMPLE, ID
from tests.knowledge.packs.small import no_index, small_pack


@pytest.fixture
def connection(with_example: Library) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{with_example.path.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


def test_how_much_a_pack_brings(with_example: Library, library: Library) -> None:
    brought = {"address": 2, "finding": 1, "practice": 1, "section": 2, "work": 1, "concept": 3}
    assert with_example.brings(ID) == brought
    assert library.brings(ID) == {}


def test_what_the_pack_says_of_itself(with_example: Library, library: Library) -> None:
    assert list(with_example.packs.values()) == [
        Pack(
            ID,
            "2026.1",
            "Gemeente Voorbeeldstad (voorbeeld)",
            "leerplein@voorbeeldstad.example",
            "2026-05-01",
            "CC BY 4.0",
            Text("Voorbeeldstad (verzonnen voorbeeld)", "Voorbeeldstad (made-up example)"),
            with_example.packs[ID].description,
        )
    ]
    assert with_example.packs[ID].description.en.startswith("Shows how a municipality")
    assert library.packs == {}


def test_everything_it_brings_has_its_origin(with_example: Library, library: Library) -> None:
    brought = [
        *(entry.id for entry in with_example.entries() if entry.pack),
        *(name for name, section in with_example.sections.items() if section.pack),
        *(name for name, work in with_example.works.items() if work.pack),
        *(name for name, concept in with_example.concepts.items() if concept.pack),
    ]
    assert len(brought) == 4 + 2 + 1 + 3
    for name in brought:
        assert name.startswith(f"{ID}-")
        assert with_example.origin(name) == with_example.packs[ID]
    for name in (
        "shame",
        "2.1.2",
        "carpentieri-2014",
        "c-debts",
        "nergens",
        *(entry.id for entry in library.entries()),
    ):
        assert with_example.origin(name) is None
    assert library.origin("shame") is None


def test_ours_is_as_without_the_pack(with_example: Library, library: Library) -> None:
    assert [entry for entry in with_example.entries() if not entry.pack] == library.entries()
    assert {name: section for name, section in with_example.sections.items() if not section.pack} == library.sections
    assert {name: work for name, work in with_example.works.items() if not work.pack} == library.works
    assert (with_example.barriers, with_example.drives, with_example.items) == (
        library.barriers,
        library.drives,
        library.items,
    )
    assert with_example.recommendations() == library.recommendations()
    assert with_example.meta == library.meta


def test_documents_of_the_pack_come_after_ours(connection: sqlite3.Connection, knowledge_db: Path) -> None:
    sql = "SELECT number, id, lang, kind, section, title, keywords, body, pack FROM document ORDER BY number"
    with closing(sqlite3.connect(f"{knowledge_db.as_uri()}?mode=ro", uri=True)) as plain:
        ours = plain.execute(sql).fetchall()
    documents = connection.execute(sql).fetchall()
    assert documents[: len(ours)] == ours
    added = documents[len(ours) :]
    assert [row[0] for row in added] == list(range(len(ours) + 1, len(ours) + 9))
    assert {row[-1] for row in added} == {ID}
    assert {row[-1] for row in ours} == {None}


def test_links_lead_both_ways(with_example: Library) -> None:
    desk = f"{ID}-geldwinkel"
    assert [(link.type, link.id, link.ours) for link in with_example.links(desk)] == [
        ("barrier", "debts", False),
        ("barrier", "money", False),
        ("related", f"{ID}-eerst-rust", False),
    ]
    assert desk in [link.id for link in with_example.links("debts")]


def test_an_address_is_known_and_found(with_example: Library, connection: sqlite3.Connection) -> None:
    desk = with_example.entry(f"{ID}-leerplein")
    assert desk is not None
    assert (desk.kind, desk.pack) == ("address", ID)
    assert desk.address == Address(
        "Marktplein 1, 0000 AA Voorbeeldstad",
        "000 - 000 00 01",
        "leerplein@voorbeeldstad.example",
        "www.voorbeeldstad.example/leerplein",
        Text(
            "maandag tot en met donderdag 9.00-17.00 uur, donderdag ook 19.00-21.00 uur",
            "Monday to Thursday 9:00-17:00, Thursday also 19:00-21:00",
        ),
    )
    body = connection.execute("SELECT body FROM document WHERE id = ? AND lang = 'en'", [desk.id]).fetchone()[0]
    for said in ("Marktplein 1", "000 - 000 00 01", "Thursday also 19:00"):
        assert said in body
    other = with_example.entry(f"{ID}-geldwinkel")
    assert other is not None
    assert other.address == Address("Stationsstraat 20, 0000 AB Voorbeeldstad", "000 - 000 00 02", None, None, None)


def test_the_database_is_sound(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_several_packs_follow_each_other(ours: Content, tmp_path: Path) -> None:
    paths = [EXAMPLE, small_pack(tmp_path / "a", "aa", link="money")]
    first, second = tmp_path / "1.db", tmp_path / "2.db"
    write(ours, read_packs(paths, ours), SQL / "knowledge.sql", first, no_index)
    write(ours, read_packs(reversed(paths), ours), SQL / "knowledge.sql", second, no_index)
    assert first.read_bytes() == second.read_bytes()
    library = Library(first)
    assert list(library.packs) == ["pack-aa", ID]
    positions = [section.position for section in library.sections.values()]
    assert positions == list(range(1, len(positions) + 1))
    assert [entry.pack for entry in library.entries()][-5:] == ["pack-aa", *[ID] * 4]
    library.close()
