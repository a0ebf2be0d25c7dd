"""Where something stands in the report: the headings above it, and what comes before and after."""

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.outline import HEADINGS, above


def test_every_section_stands_under_its_chapter(library: Library) -> None:
    for name in library.sections:
        numbers = [number for number, _ in above(name)]
        assert numbers, name
        assert numbers[0] == name[0]
        assert all(name.startswith(number) for number in numbers)


def test_the_headings_from_wide_to_narrow() -> None:
    assert [number for number, _ in above("2.1.1/zelfconcept")] == ["2", "2.1", "2.1.1"]
    assert [number for number, _ in above("2.1.2")] == ["2", "2.1"]  # the section's own title says the rest
    assert [heading.nl for _, heading in above("3.4/4a")] == ["Zicht op de praktijk", "Vlaanderen"]
    assert above("pack-voorbeeldstad-gids") == ()


def test_every_heading_stands_above_some_section(library: Library) -> None:
    assert {number for name in library.sections for number, _ in above(name)} == set(HEADINGS)


def test_the_entries_are_a_chain_in_the_order_of_the_report(library: Library) -> None:
    entries = [entry.id for entry in library.entries()]
    at = library.place(entries[0])
    walked = []
    while at is not None:
        walked.append(at.id)
        at = library.place(at.following) if at.following else None
    assert walked == entries
    last = library.place(entries[-1])
    assert last is not None
    assert last.previous == entries[-2]


def test_an_entry_is_counted_within_its_section(library: Library) -> None:
    inside = library.entries_of_section("2.1.2")
    places = [library.place(entry.id) for entry in inside]
    assert [(place.number, place.count) for place in places if place] == [
        (n, len(inside)) for n in range(1, len(inside) + 1)
    ]


def test_barriers_drives_items_and_sections_stand_among_their_like(library: Library) -> None:
    for among in (library.barriers, library.drives, library.items, library.sections):
        ids = list(among)
        second = library.place(ids[1])
        assert second is not None
        assert (second.previous, second.following) == (ids[0], ids[2])
        assert (second.number, second.count) == (2, len(ids))
    section = library.place("2.1.2")
    assert section is not None
    assert (section.kind, section.section, section.title) == ("section", "2.1.2", library.sections["2.1.2"].title)


def test_what_there_is_not_has_no_place(library: Library) -> None:
    assert library.place("xqzzy") is None
