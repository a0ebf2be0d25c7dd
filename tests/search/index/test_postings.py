"""The postings, against a plain look through the same texts."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.index import postings
from guidance_kb.search.index.postings import Postings, Stems, documents_at, read_beginning
from guidance_kb.search.language.stems import stemming

WORD = st.text("aelnrst", min_size=1, max_size=5)
TEXTS = st.lists(st.tuples(st.lists(WORD, max_size=2), st.lists(WORD, max_size=6)), max_size=40)
"""Title and keywords, and body, of each document."""

Texts = list[tuple[list[str], list[str]]]


@pytest.fixture(autouse=True)
def _beginnings_of_few_documents_are_common(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "FEWEST", 2)


def written(texts: Texts) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for statement in (SQL / "search.sql").read_text("utf-8").split(";\n"):
        connection.execute(statement)
    collected = Postings()
    for place, (named, body) in enumerate(texts):
        collected.add(place, named, body)
    collected.write(connection, Language.NL, len(texts))
    return connection


def holding(texts: Texts, wanted: str, *, named: bool, beginning: bool) -> int:
    """The documents with a word of this stem or beginning."""

    def fits(word: str) -> bool:
        return word.startswith(wanted) if beginning else stemming(Language.NL).stem(word) == wanted

    return documents_at(
        [
            place
            for place, (title, body) in enumerate(texts)
            if any(fits(word) for word in (title if named else [*title, *body]))
        ]
    )


@pytest.mark.parametrize("named", [False, True])
@given(texts=TEXTS)
def test_stems(texts: Texts, *, named: bool) -> None:
    stems = sorted({stemming(Language.NL).stem(word) for title, body in texts for word in [*title, *body]})
    expected = {stem: holding(texts, stem, named=named, beginning=False) for stem in [*stems, "zzz"]}
    with closing(written(texts)) as connection:
        found = Stems(connection, Language.NL, list(expected), named=named)
        for stem, documents in expected.items():
            assert found.any([stem]) == documents
        for one, other in pairwise(stems):
            assert found.any([one, other]) == expected[one] | expected[other]
            assert found.all([one, other]) == expected[one] & expected[other]
        assert not Stems(connection, Language.EN, stems, named=named).any(stems)


@pytest.mark.parametrize("named", [False, True])
@given(texts=TEXTS)
def test_beginnings_that_many_hold(texts: Texts, *, named: bool) -> None:
    words = {word for title, body in texts for word in [*title, *body]}
    beginnings = {word[:length] for word in words for length in range(postings.SHORTEST, len(word) + 1)}
    with closing(written(texts)) as connection:
        for beginning in [*sorted(beginnings), "zz"]:
            many = holding(texts, beginning, named=False, beginning=True).bit_count() > postings.FEWEST
            expected = holding(texts, beginning, named=named, beginning=True) if many else None
            assert read_beginning(connection, Language.NL, beginning, named=named) == expected
