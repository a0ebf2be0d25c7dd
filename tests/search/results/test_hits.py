import copy
import pickle
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit
from guidance_kb.search.searcher import Searcher

WORKED_OUT = {"why", "excerpt", "title_marks"}


@pytest.fixture
def hits(knowledge_db: Path) -> tuple[Hit, ...]:
    with closing(Searcher(knowledge_db)) as searcher:
        return searcher.search("kinderopvang drempel", Language.NL).hits


def test_what_is_shown_is_worked_out_when_it_is_looked_at_without_the_database(hits: tuple[Hit, ...]) -> None:
    for hit in hits:  # the searcher is closed
        assert WORKED_OUT.isdisjoint(vars(hit))
        assert hit.why
        start, end = hit.excerpt.marks[0] if hit.excerpt.marks else (0, 1)
        assert hit.excerpt.text[start:end].strip()
        assert all(hit.title[start:end].isalnum() for start, end in hit.title_marks)
        assert vars(hit).keys() >= WORKED_OUT


def test_a_hit_is_worked_out_once(hits: tuple[Hit, ...]) -> None:
    assert hits[0].excerpt is hits[0].excerpt


def test_hits_are_equal_by_what_they_show(hits: tuple[Hit, ...], knowledge_db: Path) -> None:
    with closing(Searcher(knowledge_db)) as searcher:
        again = searcher.search("kinderopvang drempel", Language.NL).hits
        other = searcher.search("kinderopvang", Language.NL).hits
    assert hits == again
    assert hash(hits) == hash(again)
    assert hits[0] != hits[1]
    assert hits != other


def test_hits_can_be_copied_and_stored(hits: tuple[Hit, ...]) -> None:
    stored = pickle.loads(pickle.dumps(hits))  # noqa: S301 - our own, made a moment before
    assert stored == hits
    assert copy.copy(hits[0]) == hits[0]
