import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.index.postings import excluded_text, match_text, patterns_text
from guidance_kb.search.query.plan import Mode
from tests.search.planning import plan

SURFACE = "{title keywords body phrasings}"
COUNT = "SELECT count(*) FROM search_{0} WHERE search_{0} MATCH ?"
STEMS = "{title_stems keywords_stems body_stems phrasings_stems}"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ""),
        ("geld ", f'({SURFACE} : "geld" OR {STEMS} : "geld")'.replace("(", "((", 1) + ")"),
        ("gel*", f'(({SURFACE} : "gel" OR {SURFACE} : "gel" *))'),
        ('"lage geld"', f'(({SURFACE} : "lage" + "geld" OR {STEMS} : "lag" + "geld"))'),
        (
            "bang falen",
            (
                f'((({SURFACE} : "bang" AND {SURFACE} : "falen") OR ({STEMS} : "bang" AND {STEMS} : "fal")'
                f' OR {STEMS} : "zelfvertrouw" OR {STEMS} : NEAR("durf" "niet", 3)))'
            ),
        ),
    ],
)
def test_match_text(query: str, expected: str) -> None:
    assert match_text(plan(query), Language.NL) == expected


def test_clauses_are_joined_by_and_or_by_or_in_the_fallback() -> None:
    both = plan("geld tijd ")
    assert match_text(both, Language.NL).count(" AND ") == 1
    assert " AND " not in match_text(replace(both, mode=Mode.ANY), Language.NL)


def test_excluded_words_have_their_own_text() -> None:
    assert excluded_text(plan("geld"), Language.NL) == ""
    assert excluded_text(plan("geld -tijd"), Language.EN) == f'(({SURFACE} : "tijd" OR {STEMS} : "tijd"))'


def test_patterns_in_the_title_and_the_keywords_only() -> None:
    (term,) = plan("geld -tijd").excluded
    assert patterns_text(term.en, named=True) == '({title keywords} : "tijd" OR {title_stems keywords_stems} : "tijd")'


@given(query=st.text())
def test_fts5_understands_every_match_text(query: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in (SQL / "search.sql").read_text("utf-8").split(";\n"):
            connection.execute(statement)
        for language in Language:
            for text in (match_text(plan(query), language), excluded_text(plan(query), language)):
                if text:
                    sql = COUNT.format(language)
                    assert connection.execute(sql, (text,)).fetchone() == (0,)
