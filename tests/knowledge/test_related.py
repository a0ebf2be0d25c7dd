"""Related entries and their reasons, on the shipped content."""

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.related import MOST


def test_entries_about_the_same_come_with_the_reason_in_both_languages(library: Library) -> None:
    found = library.related("zorg-voor-kinderen-houdt-tegen")
    assert 1 < len(found) <= MOST
    reasons = [reason for one in found for reason in one.reasons]
    barrier = library.barriers["care-duties"]
    assert any(barrier.nl.name in reason.nl and barrier.en.name in reason.en for reason in reasons)


def test_every_entry_has_reasons_for_what_it_is_related_to_and_never_itself(library: Library) -> None:
    alone = 0
    for entry in library.entries():
        found = library.related(entry.id)
        alone += not found
        assert entry.id not in {one.id for one in found}
        assert len({one.id for one in found}) == len(found)
        assert all(one.reasons for one in found)
        assert all(library.entry(one.id) for one in found)
    assert alone < 10


def test_the_only_link_that_the_report_makes_is_among_the_nearest(library: Library) -> None:
    checked = 0
    for entry in library.entries():
        linked = {link.id for link in library.links(entry.id) if link.type == "related" and not link.ours}
        if len(linked) == 1:
            checked += 1
            assert linked <= {one.id for one in library.related(entry.id)}
    assert checked


def test_what_is_no_entry_has_none(library: Library) -> None:
    assert library.related("care-duties") == ()
    assert library.related("no-such-entry") == ()
