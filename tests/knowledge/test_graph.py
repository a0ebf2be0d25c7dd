"""Barriers, drives, practices and recommendations with their links, on the shipped content."""

from collections import Counter

import pytest

from guidance_kb.knowledge import graph as graphs
from guidance_kb.knowledge.library import Library

KINDS = ("drive", "need", "barrier", "practice", "recommendation")


def test_it_holds_every_barrier_drive_practice_and_recommendation_kind_by_kind(library: Library) -> None:
    found = library.graph()
    kinds = Counter(node.kind for node in found.nodes)
    entries = Counter(entry.kind for entry in library.entries())
    assert kinds["practice"], kinds["recommendation"] == (entries["practice"], entries["recommendation"])
    assert kinds["barrier"] == len(library.barriers)
    assert kinds["drive"] + kinds["need"] == len(library.drives)
    assert set(kinds) == set(KINDS)
    order = [KINDS.index(node.kind) for node in found.nodes]
    assert order == sorted(order)
    assert found.left_out == 0


def test_a_thing_has_its_title_and_its_part(library: Library) -> None:
    by_id = {node.id: node for node in library.graph().nodes}
    money = by_id["money"]
    assert (money.title.nl, money.title.en) == (library.barriers["money"].nl.name, library.barriers["money"].en.name)
    assert money.part == library.barriers["money"].category
    for entry in library.entries():
        if entry.kind == "practice":
            assert by_id[entry.id].part == (entry.country or "")
        elif entry.kind == "recommendation":
            assert by_id[entry.id].number == entry.number


def test_the_links_are_those_of_the_library_each_pair_once(library: Library) -> None:
    found = library.graph()
    there = {node.id for node in found.nodes}
    pairs = {frozenset((edge.one, edge.other)) for edge in found.edges}
    assert len(pairs) == len(found.edges)
    expected = {
        frozenset((node, link.id))
        for node in there
        for link in library.links(node)
        if link.id in there and link.id != node
    }
    assert pairs == expected


def test_a_link_that_the_report_makes_is_never_called_ours(library: Library) -> None:
    found = library.graph()
    for edge in found.edges:
        links = [link for link in library.links(edge.one) if link.id == edge.other]
        assert edge.ours == all(link.ours for link in links)
    assert {edge.ours for edge in found.edges} == {True, False}


def test_links_are_read_from_either_side_in_the_order_of_the_content(library: Library) -> None:
    found = library.graph()
    links, order = found.links(), [node.id for node in found.nodes]
    for edge in found.edges:
        assert links[edge.one][edge.other] == links[edge.other][edge.one] == edge.ours
    for to in links.values():
        assert list(to) == sorted(to, key=order.index)


def test_what_packs_bring_beyond_what_a_map_can_show_is_counted(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = library.graph()
    monkeypatch.setattr(graphs, "MOST", 4)
    found = library.graph()
    kinds = Counter(node.kind for node in found.nodes)
    assert (kinds["practice"], kinds["recommendation"]) == (4, 4)
    assert found.left_out == len(whole.nodes) - len(found.nodes)
    assert [node.id for node in found.nodes if node.kind == "practice"] == [
        node.id for node in whole.nodes if node.kind == "practice"
    ][:4]
    there = {node.id for node in found.nodes}
    assert found.edges == tuple(edge for edge in whole.edges if {edge.one, edge.other} <= there)
