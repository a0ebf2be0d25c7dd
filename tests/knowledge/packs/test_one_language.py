"""A pack in one language: taken in, shown in the other with that it is not translated, found in its own, and told about once."""

from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.build import write
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.validation import examine, read_files, read_pack, untranslated
from guidance_kb.language import Language, Text
from guidance_kb.paths import SQL
from guidance_kb.search.index.index import add_index
from guidance_kb.search.searcher import Searcher
from tests.knowledge.packs.small import BUURT, KIOSK, dutch_pack


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return dutch_pack(tmp_path / "buurt")


@pytest.fixture
def built(dutch: Path, ours: Content, tmp_path: Path) -> Path:
    target = tmp_path / "knowledge.db"
    write(ours, [read_pack(read_files(dutch), ours)], SQL / "knowledge.sql", target, add_index)
    return target


def test_what_is_not_translated_says_so_and_stands_there_all_the_same(built: Path) -> None:
    library = Library(built)
    try:
        desk, two = library.entry(KIOSK), library.entry(f"{BUURT}-twee")
        assert desk.text(Language.NL).title == "De taalkiosk"
        assert desk.text(Language.EN).title == "[not translated] De taalkiosk"
        assert desk.text(Language.EN).body == desk.text(Language.NL).body
        assert two.text(Language.EN).title == "Two"
        assert library.packs[BUURT].name == Text("Buurt", "Buurt")
    finally:
        library.close()


@pytest.mark.parametrize("language", list(Language))
def test_its_words_are_found_from_both_languages_as_words_of_its_own(built: Path, language: Language) -> None:
    searcher = Searcher(built)
    try:
        for query in ("kwetterbuis", "taalpunt", "taalkiosk"):
            hit = searcher.search(query, language).hits[0]
            assert hit.id == KIOSK, query
            in_title = language is Language.EN and query == "taalkiosk"  # where it says so too
            assert hit.found_in is (Language.EN if in_title else Language.NL), query
    finally:
        searcher.close()


def test_how_many_are_told(dutch: Path, ours: Content) -> None:
    assert untranslated(read_pack(read_files(dutch), ours)) == 1


def test_a_mistake_is_told_once_and_where_it_was_made(dutch: Path, ours: Content) -> None:
    file = dutch / "all.toml"
    file.write_text(file.read_text("utf-8").replace("kwetterbuis", "woord " * 121), "utf-8")
    _, problems = examine(read_files(dutch), ours)
    assert [each.field for each in problems] == ["nl.body"]


def test_odd_values_are_refused_and_no_error(dutch: Path, ours: Content) -> None:
    (dutch / "odd.toml").write_text('entry = [1, "x", { nl = 1 }, { id = 1, en = [] }]\nsection = "x"\n', "utf-8")
    _, problems = examine(read_files(dutch), ours)
    assert problems
