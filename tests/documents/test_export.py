import json

from guidance_kb.documents.export import entry_as_data, knowledge_as_data, thing_as_data
from guidance_kb.knowledge.library import Library


def test_the_keys_of_everything(library: Library) -> None:
    data = knowledge_as_data(library)
    assert {"sections", "works", "entries", "barriers", "drives", "concepts"} <= set(data)
    keys = {name: {tuple(one) for one in things} for name, things in data.items() if isinstance(things, list)}
    assert keys["sections"] == {("id", "position", "nl", "en", "pack")}
    assert keys["works"] == {
        ("id", "authors", "year", "title", "reference", "report_spelling", "cited_through", "sections", "note", "pack")
    }
    assert keys["answers"] == {("theme", "country", "state", "section")}
    assert keys["countries"] == {("id", "interviewed", "nl", "en")}
    assert keys["themes"] == {("id", "question", "nl", "en")}
    assert keys["concepts"] == {("id", "nl", "en", "links", "narrower", "scheme", "term", "pack")}
    assert keys["drives"] == {("id", "kind", "sections", "entries", "may_carry", "links_ours", "nl", "en")}
    assert keys["barriers"] == {
        ("id", "kind", "category", "staying", "sections", "drives_that_may_carry", "entries", "links_ours", "nl", "en")
    }


def test_it_is_json_and_complete(library: Library) -> None:
    data = json.loads(json.dumps(knowledge_as_data(library)))
    assert [entry["id"] for entry in data["entries"]] == [entry.id for entry in library.entries()]
    assert {drive["kind"] for drive in data["drives"]} == {"drive", "need"}
    assert len(data["answers"]) == len(library.themes) * 5
    for name in ("sections", "works", "barriers", "drives", "concepts", "countries", "themes"):
        ids = [one["id"] for one in data[name]]
        assert len(ids) == len(set(ids)) > 0


def test_links_lead_somewhere_and_say_whose_they_are(library: Library) -> None:
    data = knowledge_as_data(library)
    barriers, drives = ({one["id"]: one for one in data[name]} for name in ("barriers", "drives"))
    entries = {one["id"]: one for one in data["entries"]}
    for entry in data["entries"]:
        assert set(entry["barriers"]) <= set(barriers)
        assert set(entry["drives"]) <= set(drives)
        assert set(entry["related"]) <= set(entries)
        ours = {link.id for link in library.links(entry["id"]) if link.outward and link.ours}
        assert set(entry["links_ours"]) == ours
        for barrier in entry["barriers"]:
            assert entry["id"] in barriers[barrier]["entries"]
            assert (entry["id"] in barriers[barrier]["links_ours"]) == (barrier in ours)
    assert any(entry["links_ours"] for entry in data["entries"])


def test_theme_is_the_first_theme(library: Library) -> None:
    entry = next(entry for entry in library.entries() if entry.themes)
    data = entry_as_data(library, entry)
    assert data["theme"] == entry.themes[0]
    assert data["themes"] == list(entry.themes)
    without = next(entry for entry in library.entries() if not entry.themes)
    assert entry_as_data(library, without)["theme"] is None


def test_everything_with_a_name_can_be_shown(library: Library) -> None:
    names = [*library.barriers, *library.drives, *library.items, *library.works, *library.concepts, *library.sections]
    for name in [*names, *(entry.id for entry in library.entries())]:
        data = thing_as_data(library, name)
        assert data is not None
        assert data["id"] == name
        assert data["kind"]
    assert thing_as_data(library, "nergens") is None


def test_a_section_has_its_entries(library: Library) -> None:
    data = thing_as_data(library, "2.1.2")
    assert data is not None
    assert data["entries"] == [entry.id for entry in library.entries() if entry.section == "2.1.2"]
