import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.language.vocabulary import MOST_COMPOUNDS, Compound, Vocabulary, VocabularyWord, letters
from tests.search.planning import vocabulary
from tests.search.samples import Document, make_database


def test_the_words_of_texts_and_labels_are_kept(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        found = Vocabulary(connection)
        words = {word.word: word.documents for word in found.words(Language.NL)}
        assert words["drempel"] == 1
        assert words["cursus"] == 3
        assert words["barriere"] == 0, "only the thesaurus has it"
        assert "drempels" in words
        assert "threshold" not in words
        assert found.has("threshold")
        assert not found.has("drempl")


def test_the_compounds_of_texts_are_found_by_their_parts(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        found = Vocabulary(connection)
        assert found.compounds("opvang") == [Compound("kinderopvang", "kinderopvang")]
        assert found.compounds("kinderen") == [Compound("kinderopvang", "kinderopvang")]
        assert found.compounds("drempel") == []


def test_what_is_no_part_finds_no_compound() -> None:
    found = vocabulary({}, [("over", "overstap", "overstap", 3)])
    assert found.compounds("over") == []


def test_the_compounds_in_the_most_documents_come_first_and_not_all() -> None:
    rows = [
        ("werk", f"werk{letter}", f"werk{letter}", place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
    ]
    found = vocabulary({}, rows).compounds("werk")
    assert [one.word for one in found[:2]] == ["werkz", "werky"]
    assert len(found) == MOST_COMPOUNDS


def test_a_form_of_a_known_word_may_be_the_last_part() -> None:
    found = vocabulary({"taal": 1, "cursus": 1})
    assert found.split("taalcursussen") == ("taal", "cursussen")
    assert found.split("taalles") == ()


def test_documents_of_a_stem() -> None:
    found = vocabulary({"les": 2, "lessen": 5})
    assert found.documents("les") == 5
    assert found.documents("xyz") == 0


def test_words_come_in_order_with_their_letters() -> None:
    assert vocabulary({"les": 2, "bad": 1}).words(Language.NL) == [
        VocabularyWord("bad", letters("bad"), 1),
        VocabularyWord("les", letters("les"), 2),
    ]


def test_of_a_large_content_only_frequent_words_may_have_been_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.search.language.vocabulary.MOST_MEANT", 1)
    found = vocabulary({"label": 0, "rare": 1, "often": 9, "most": 12}).words(Language.NL)
    assert [word.word for word in found] == ["label", "most", "often"], "also the word at the limit, and every label"


def test_the_build_keeps_the_compounds_in_the_most_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.search.language.vocabulary.MOST_COMPOUNDS", 2)
    texts = ["opvang taal les", "taalopvang", "lesopvang taalopvang", "lesopvangen lesopvang", "opvangles"]
    documents = [Document(f"d-{n}", "finding", ("Titel", "", text), ("Title", "", "")) for n, text in enumerate(texts)]
    with closing(sqlite3.connect(make_database(tmp_path / "compounds.db", documents, {}))) as connection:
        rows = connection.execute("SELECT word, documents FROM compound WHERE part = 'opvang'").fetchall()
    assert sorted(rows) == [("lesopvang", 2), ("taalopvang", 2)]


@pytest.mark.parametrize(("word", "bits"), [("", 0), ("abba", 0b11), ("z", 1 << 25), ("é1", 0)])
def test_letters(word: str, bits: int) -> None:
    assert letters(word) == bits


def test_the_real_content_has_the_compounds_that_matter(knowledge_db: Path) -> None:
    with closing(sqlite3.connect(knowledge_db)) as connection:
        found = Vocabulary(connection)
        for part, compound in (
            ("opvang", "kinderopvang"),
            ("schulden", "schuldhulp"),
            ("angst", "faalangst"),
            ("les", "taalles"),
            ("identiteit", "leeridentiteit"),
        ):
            assert compound in [one.word for one in found.compounds(part)], part
