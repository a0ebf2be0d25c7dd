"""What follows a note and ticks, on the shipped content."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.search.query.plan import Term
from guidance_kb.search.recommendations import Followed
from guidance_kb.search.searcher import Searcher

NL, EN = Language.NL, Language.EN


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db)) as made:
        yield made


def ids(found: list[Followed]) -> list[str]:
    return [one.id for one in found]


def test_a_note_brings_what_it_is_about_with_its_own_words_as_reason(searcher: Searcher) -> None:
    found = searcher.follow("Mevrouw zegt dat ze op maandag geen oppas heeft voor haar zoontje.", NL)
    assert "zorg-voor-kinderen-houdt-tegen" in ids(found)
    assert all(any("oppas" in reason for reason in one.reasons) for one in found)


def test_an_english_note_brings_english_texts(searcher: Searcher) -> None:
    found = searcher.follow("He has debts and a bailiff at the door.", EN)
    assert "schulden-en-laaggeletterdheid-in-een-kringloop" in ids(found)


@pytest.mark.parametrize("language", list(Language))
def test_a_note_in_either_language_brings_titles_in_the_language_asked(
    searcher: Searcher, library: Library, language: Language
) -> None:
    for note in ("He has debts and a bailiff at the door.", "Er is geen oppas en hij heeft schulden."):
        for one in searcher.follow(note, language):
            title = library.title(one.id)
            assert title is not None
            assert one.title == title.say(language)


def test_ticks_bring_what_is_linked_to_what_they_point_to(searcher: Searcher) -> None:
    found = searcher.follow("", NL, ticked=["vraag-schulden"])
    assert found
    assert all(reason.startswith("past bij: ") for one in found for reason in one.reasons)


def test_note_and_ticks_together_put_first_what_both_bring(searcher: Searcher) -> None:
    both = searcher.follow("Er zijn schulden.", NL, ticked=["vraag-schulden"])[0]
    assert any(reason.startswith("past bij: ") for reason in both.reasons)
    assert any(reason.startswith("u noteerde: ") for reason in both.reasons)


def test_words_of_the_note_and_ticked_questions_are_told_apart(searcher: Searcher) -> None:
    both = searcher.follow("Er zijn schulden.", NL, ticked=["vraag-schulden"])[0]
    assert both.noted == ("schulden",)
    assert both.named == ("vraag-schulden",)
    noted = searcher.follow("Er is geen oppas.", NL)[0]
    assert (noted.noted, noted.named) == (("geen oppas",), ())


def test_what_was_set_aside_brings_nothing(searcher: Searcher, library: Library) -> None:
    targets = {evidence.target for evidence in library.items["vraag-schulden"].evidence}
    first, *rest = sorted(targets)
    assert searcher.follow("", NL, ticked=["vraag-schulden"], aside=targets) == []
    left = searcher.follow("", NL, ticked=["vraag-schulden"], aside=[first], limit=50)
    linked = {link.id for target in rest for link in library.links(target) if not link.outward}
    assert {one.id for one in left} == {entry.id for entry in library.entries(linked)}
    assert searcher.follow("Er zijn schulden.", NL, aside=targets)


def test_what_was_ticked_last_comes_first(searcher: Searcher, library: Library) -> None:
    def about(item: str) -> set[str]:
        targets = {evidence.target for evidence in library.items[item].evidence if evidence.state == "named"}
        return {link.id for target in targets for link in library.links(target) if not link.outward}

    items = ["vraag-schulden", "vraag-zorg"]
    for ticked in (items, items[::-1]):
        first = searcher.follow("", NL, ticked=ticked)[0].id
        assert first in about(ticked[-1])
    assert ids(searcher.follow("", NL, ticked=items)) != ids(searcher.follow("", NL, ticked=items[::-1]))


def test_no_kind_takes_more_than_half_while_there_are_others(searcher: Searcher) -> None:
    kinds = Counter(one.kind for one in searcher.follow("", NL, ticked=["vraag-geld"], limit=6))
    assert sum(kinds.values()) == 6
    assert max(kinds.values()) == 3


def test_words_far_apart_name_nothing_together(searcher: Searcher) -> None:
    note = "geen " + "mooi weer vandaag en verder niets te melden over dit gesprek hier " + "oppas"
    assert not any("geen oppas" in reason for one in searcher.follow(note, NL) for reason in one.reasons)


def test_only_the_end_of_a_long_note_is_read(searcher: Searcher) -> None:
    found = searcher.follow("Er zijn schulden. " + "Verder niets. " * 200 + "Er is geen oppas.", NL)
    assert not any("schulden" in reason for one in found for reason in one.reasons)
    assert any("oppas" in reason for one in found for reason in one.reasons)


@pytest.mark.parametrize("note", ["", " \n", "xyzzy", "de het een", "\x00\ud800", "🙂" * 50])
def test_nothing_said_brings_nothing(searcher: Searcher, note: str) -> None:
    assert searcher.follow(note, NL) == []


def test_nothing_of_a_note_stays_in_memory(searcher: Searcher) -> None:
    gc.collect()
    before = {id(one) for one in gc.get_objects() if isinstance(one, Term)}  # other tests may still hold theirs
    assert searcher.follow("Er is geen oppas.", NL)
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, Term) and id(one) not in before]
    assert not [one for one in kept if "oppas" in one.text]


def test_an_unknown_tick_brings_nothing(searcher: Searcher) -> None:
    assert searcher.follow("", NL, ticked=["vraag-onbekend"]) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from([NL, EN]), st.integers(1, 8))
def test_no_note_raises_and_no_more_come_than_asked(
    searcher: Searcher, note: str, language: Language, limit: int
) -> None:
    found = searcher.follow(note, language, limit=limit)
    assert len(found) <= limit
    assert len(set(ids(found))) == len(found)
    assert all(one.reasons for one in found)
