from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db)) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "language", "topic"),
    [
        ('"kinderopvang op zondag"', Language.NL, "kinderopvang"),
        ('"self-confidence on sunday"', Language.EN, "self-confidence"),
        ("schuldhulpverleningsloket*", Language.NL, "schulden"),
    ],
)
def test_a_query_that_finds_nothing_is_told_the_nearest_topics(
    searcher: Searcher, query: str, language: Language, topic: str
) -> None:
    answer = searcher.search(query, language)
    assert not answer.hits
    assert topic in answer.nearest
    assert all(searcher.search(near, language).hits for near in answer.nearest)


def test_what_looks_like_nothing_has_no_topic(searcher: Searcher) -> None:
    answer = searcher.search("xyzzy", Language.NL)
    assert answer.nearest == ()
    assert answer.missing == ("xyzzy",)


def test_the_word_that_stands_nowhere_is_named_and_the_others_are_searched(searcher: Searcher) -> None:
    answer = searcher.search("kinderopvang xyzzyplugh", Language.NL)
    assert answer.missing == ("xyzzyplugh",)
    assert answer.hits
    assert not answer.nearest
