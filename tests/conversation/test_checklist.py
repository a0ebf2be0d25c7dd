from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library


def test_checklist_is_that_of_the_library(checklist: Checklist, library: Library) -> None:
    assert checklist.version == library.meta["checklist"]
    assert list(checklist.items) == list(library.items)
    assert (list(checklist.drives), list(checklist.barriers)) == (list(library.drives), list(library.barriers))


def test_evidence_is_grouped_by_target_in_the_order_of_the_content(checklist: Checklist) -> None:
    assert list(checklist.evidence) == [*checklist.drives, *checklist.barriers]
    grouped = [(item.id, e) for pieces in checklist.evidence.values() for item, e in pieces]
    written = [(item.id, e) for item in checklist.items.values() for e in item.evidence]
    assert sorted(grouped, key=repr) == sorted(written, key=repr)
    order = list(checklist.items)
    for target, pieces in checklist.evidence.items():
        assert {e.target for _, e in pieces} == {target}
        places = [order.index(item.id) for item, _ in pieces]
        assert places == sorted(places)


def test_every_item_stands_under_one_heading(checklist: Checklist) -> None:
    assert [item.id for theme in checklist.themes for item in checklist.of_theme(theme)] == list(checklist.items)
    assert checklist.of_theme("t-nowhere") == ()
