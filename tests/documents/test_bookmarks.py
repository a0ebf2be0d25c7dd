"""Bookmarks as Markdown and JSON: what is marked, its note and its source; what is gone says so."""

from datetime import UTC, datetime

import pytest

from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.citation import citation
from guidance_kb.knowledge.bookmarks import Bookmark, BookmarkStatus, bookmark_statuses
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

NOW = datetime(2026, 11, 25, 13, 2, tzinfo=UTC).isoformat()
GONE = Bookmark("gone-entry", "finding", Text("Wat *er* was", "What there was"), "Blijft bewaard", NOW, NOW)
RETITLED = Bookmark("care-duties", "barrier", Text("Zorg", "Care"), "Regel één\n\nregel twee", NOW, NOW)
SECTION = Bookmark("2.1.2", "section", Text("Situationele belemmeringen", "Situational barriers"), "", NOW, NOW)


@pytest.fixture
def found(library: Library) -> list[BookmarkStatus]:
    return bookmark_statuses(library.place, [RETITLED, SECTION, GONE])


def test_markdown_to_read_on(library: Library, found: list[BookmarkStatus]) -> None:
    assert as_markdown(library, found, Language.NL) == (
        "# Bladwijzers\n\n"
        "## Zorg voor kinderen of familie\n\n"
        "*belemmering · bladwijzer van 25 november 2026 · heette: Zorg*\n\n"
        "> Regel één\n>\n> regel twee\n\n"
        f"{citation(library, 'care-duties', Language.NL)}\n\n"
        "## Situationele belemmeringen\n\n"
        "*deel van het rapport · bladwijzer van 25 november 2026*\n\n"
        f"{citation(library, '2.1.2', Language.NL)}\n\n"
        "## Wat \\*er\\* was\n\n"
        "*bevinding · bladwijzer van 25 november 2026 · niet meer in de inhoud*\n\n"
        "> Blijft bewaard\n"
    )


def test_markdown_in_english(library: Library, found: list[BookmarkStatus]) -> None:
    text = as_markdown(library, found, Language.EN)
    for words in (
        "# Bookmarks",
        "*barrier · bookmark of 25 November 2026 · was called: Care*",
        "*section of the report · ",
        "no longer in the content",
    ):
        assert words in text
    assert citation(library, "care-duties", Language.EN) in text


def test_json_for_other_tools(library: Library, found: list[BookmarkStatus]) -> None:
    first, section, gone = as_data(library, found)["bookmarks"]
    assert first == {
        "id": "care-duties",
        "kind": "barrier",
        "in_content": True,
        "section": library.barriers["care-duties"].sections[0],
        "note": RETITLED.note,
        "tags": [],
        "added": NOW,
        "changed": NOW,
        "marked_as": {"kind": "barrier", "nl": "Zorg", "en": "Care"},
        "nl": {
            "title": library.barriers["care-duties"].nl.name,
            "source": citation(library, "care-duties", Language.NL),
        },
        "en": {
            "title": library.barriers["care-duties"].en.name,
            "source": citation(library, "care-duties", Language.EN),
        },
    }
    assert (section["kind"], section["section"]) == ("section", "2.1.2")
    assert (gone["in_content"], gone["section"], gone["note"]) == (False, None, "Blijft bewaard")
    assert gone["en"] == {"title": "What there was", "source": None}


def test_none_is_said(library: Library) -> None:
    assert as_markdown(library, [], Language.EN) == "# Bookmarks\n\nThere are no bookmarks yet.\n"
    assert as_data(library, []) == {"bookmarks": []}
