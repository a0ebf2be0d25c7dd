"""What follows a note and ticks, on the shipped content."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.following import Followed
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
    assert found[0].lang is EN


def test_ticks_bring_what_is_linked_to_what_they_point_to(searcher: Searcher) -> None:
    found = searcher.follow("", NL, ticked=["vraag-schulden"])
    assert found
    assert all(reason.startswith("past bij: ") for one in found for reason in one.reasons)


def test_note_and_ticks_together_put_first_what_both_bring(searcher: Searcher) -> None:
    both = searcher.follow("Er zijn schulden.", NL, ticked=["vraag-schulden"])[0]
    assert any(reason.startswith("past bij: ") for reason in both.reasons)
    assert any(reason.startswith("u noteerde: ") for reason in both.reasons)


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
