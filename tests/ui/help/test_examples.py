"""Every example of the query language is read as it says, and finds something."""

from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Field, Mode, Plan
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.reading.help_writer import EXAMPLES

FILTERS = (Field.COUNTRY, Field.KIND, Field.THEME, Field.BARRIER, Field.CATEGORY, Field.DRIVE)


def _both_words(plan: Plan) -> bool:
    return len(plan.clauses) == 2 and plan.mode is Mode.ALL


def _alternatives(plan: Plan) -> bool:
    return [len(clause) for clause in plan.clauses] == [2]


def _combined(plan: Plan) -> bool:
    return len(plan.filters) == 1 and len(plan.clauses) == 1 and plan.clauses[0][0].starred


MEANT = (
    _both_words,
    lambda plan: plan.clauses[0][0].phrase,
    lambda plan: len(plan.excluded) == 1 and len(plan.clauses) == 1,
    _alternatives,
    lambda plan: plan.clauses[0][0].starred,
    *(lambda plan, field=field: [condition.field for condition in plan.filters] == [field] for field in FILTERS),
    _combined,
)


def test_every_example_is_tested() -> None:
    assert len(MEANT) == len(EXAMPLES)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_read_as_it_says_and_finds_something(knowledge_db: Path, number: int, language: Language) -> None:
    answer = _search(knowledge_db, EXAMPLES[number].query.say(language), language)
    assert MEANT[number](answer.plan)
    assert answer.hits
    assert not answer.plan.unknown
    assert not answer.plan.corrections
    assert not answer.fallback


def _search(database: Path, query: str, language: Language) -> SearchAnswer:
    searcher = Searcher(database)
    try:
        return searcher.search(query, language)
    finally:
        searcher.close()
