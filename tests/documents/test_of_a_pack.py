"""What leaves the program names the pack that it comes from, and never the report in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.documents.bookmarks import as_markdown
from guidance_kb.documents.citation import citation
from guidance_kb.documents.export import knowledge_as_data, thing_as_data
from guidance_kb.documents.passages import as_text
from guidance_kb.knowledge.authoring.build import read, write
from guidance_kb.knowledge.bookmarks import Bookmark, bookmark_statuses
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.validation import read_packs
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, SQL
from tests.knowledge.packs.hostile import ID
from tests.knowledge.packs.small import KIOSK, dutch_pack, no_index, with_example


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = with_example(Path(tmp_path_factory.mktemp("packed")) / "knowledge.db", read(RESOURCES))
    yield library
    library.close()


def test_citation_names_the_pack_and_its_own_source(packed: Library) -> None:
    finding = f"{ID}-eerst-rust"
    assert citation(packed, finding, Language.NL) == (
        "Bron: kennispakket “Voorbeeldstad (verzonnen voorbeeld)” 2026.1 (Gemeente Voorbeeldstad (voorbeeld), 1 mei 2026),"
        " Leergids Voorbeeldstad 2026, deel 2: Wat wij in een jaar leerden. Daarin: Jansen & De Wit 2025"
    )
    assert citation(packed, finding, Language.EN) == (
        "Source: knowledge pack “Voorbeeldstad (made-up example)” 2026.1 (Gemeente Voorbeeldstad (voorbeeld), 1 May 2026),"
        " Learning Guide Voorbeeldstad 2026, part 2: What we learnt in a year. Citing: Jansen & De Wit 2025"
    )


def test_an_address_is_copied_with_where_it_is(packed: Library) -> None:
    text = as_text(packed, f"{ID}-leerplein", Language.EN)
    assert text.split("\n\n")[-2].splitlines() == [
        "Address: Marktplein 1, 0000 AA Voorbeeldstad",
        "Telephone: 000 - 000 00 01",
        "E-mail: leerplein@voorbeeldstad.example",
        "Website: www.voorbeeldstad.example/leerplein",
        "Open: Monday to Thursday 9:00-17:00, Thursday also 19:00-21:00",
    ]


def test_ours_is_cited_as_ever(packed: Library, library: Library) -> None:
    for name in ("shame", "willen-is-nog-geen-cursus", next(iter(library.items))):
        assert citation(packed, name, Language.NL) == citation(library, name, Language.NL)


def test_json_says_the_pack(packed: Library) -> None:
    data = knowledge_as_data(packed)
    assert [pack["id"] for pack in data["packs"]] == [ID]
    for kind, count in (("sections", 2), ("works", 1), ("entries", 4), ("concepts", 3)):
        assert {one["pack"] for one in data[kind]} == {None, ID}
        assert sum(one["pack"] == ID for one in data[kind]) == count
    desk = thing_as_data(packed, f"{ID}-geldwinkel")
    assert desk is not None
    assert desk["address"] == {
        "place": "Stationsstraat 20, 0000 AB Voorbeeldstad",
        "phone": "000 - 000 00 02",
        "email": None,
        "web": None,
        "hours": None,
    }


def test_what_is_not_translated_says_so_when_it_is_copied_exported_or_given_away(tmp_path: Path) -> None:
    ours, target = read(RESOURCES), tmp_path / "knowledge.db"
    write(ours, read_packs([dutch_pack(tmp_path / "buurt")], ours), SQL / "knowledge.sql", target, no_index)
    library = Library(target)
    try:
        assert as_text(library, KIOSK, Language.NL).startswith("De taalkiosk\n")
        copied = as_text(library, KIOSK, Language.EN)
        assert copied.startswith("[not translated] De taalkiosk\n")
        assert "kwetterbuis" in copied
        exported = thing_as_data(library, KIOSK)
        assert exported is not None
        assert (exported["nl"]["title"], exported["en"]["title"]) == ("De taalkiosk", "[not translated] De taalkiosk")
        title = library.place(KIOSK).title
        marked = Bookmark(KIOSK, "address", title, "", "2026-11-25T13:02:00Z", "2026-11-25T13:02:00Z")
        page = as_markdown(library, bookmark_statuses(library.place, [marked]), Language.EN)
        assert "## \\[not translated\\] De taalkiosk" in page
    finally:
        library.close()
