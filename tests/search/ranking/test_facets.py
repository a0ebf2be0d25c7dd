"""Filters with counts, on the small database and against a plain count in SQL."""

import sqlite3
from contextlib import closing
from pathlib import Path

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Field
from guidance_kb.search.ranking.ranker import FACETS
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Searcher

NL = Language.NL


def counts(answer: SearchAnswer, field: Field) -> dict[str, int]:
    return {count.value.id: count.count for count in answer.facets[field] if count.count}


def test_every_value_is_there_also_with_nothing_to_show(searcher: Searcher) -> None:
    answer = searcher.search("drempel", NL)
    assert set(answer.facets) == set(FACETS)
    countries = {count.value.id: count.count for count in answer.facets[Field.COUNTRY]}
    assert set(countries) == {"scotland", "flanders", "united-kingdom"}


def test_counts_are_what_choosing_the_value_gives(searcher: Searcher) -> None:
    for query in ("drempel", "geld", "drempel geld", "soort:praktijk"):
        free = searcher.search(query, NL)
        for field in FACETS:
            for count in free.facets[field]:
                narrowed = searcher.search(query, NL, choice=SearchChoice().toggled(field, count.value.id))
                assert narrowed.total == count.count == len(narrowed.hits)
                assert narrowed.unfiltered == free.total


def test_values_of_one_field_add_up_and_other_fields_narrow(searcher: Searcher) -> None:
    free = searcher.search("geld", NL)
    kinds = counts(free, Field.KIND)
    assert len(kinds) > 1
    first, second = list(kinds)[:2]
    one = SearchChoice().toggled(Field.KIND, first)
    answer = searcher.search("geld", NL, choice=one)
    assert counts(answer, Field.KIND) == kinds
    assert [count.value.id for count in answer.facets[Field.KIND] if count.chosen] == [first]
    both = searcher.search("geld", NL, choice=one.toggled(Field.KIND, second))
    assert both.total == kinds[first] + kinds[second]
    assert sum(counts(answer, Field.COUNTRY).values()) <= kinds[first]


def test_a_filter_that_leaves_nothing_says_how_much_there_is_without(searcher: Searcher) -> None:
    answer = searcher.search("drempel", NL, choice=SearchChoice().toggled(Field.COUNTRY, "united-kingdom"))
    assert not answer.hits
    assert answer.unfiltered == searcher.search("drempel", NL).total > 0
    assert not answer.missing
    assert not answer.nearest


def test_filters_alone_list_what_they_leave(searcher: Searcher) -> None:
    answer = searcher.search("", NL, choice=SearchChoice().toggled(Field.COUNTRY, "scotland"))
    assert [hit.country for hit in answer.hits] == ["scotland"] * answer.total
    assert answer.total


def test_a_kind_of_barrier_holds_the_barriers_and_what_is_linked_to_them(searcher: Searcher) -> None:
    answer = searcher.search("belemmeringssoort:situationeel", NL)
    assert {hit.id for hit in answer.hits} >= {"geld-houdt-tegen"}
    assert searcher.search("belemmering:situationeel", NL).hits == answer.hits


def test_in_the_order_of_the_report(searcher: Searcher, sample_db: Path) -> None:
    relevance = searcher.search("geld", NL)
    report = searcher.search("geld", NL, choice=SearchChoice(order=SortOrder.SECTION))
    assert {hit.id for hit in report.hits} == {hit.id for hit in relevance.hits}
    with closing(sqlite3.connect(sample_db)) as connection:
        places = dict(connection.execute("SELECT name, position FROM section"))
    assert [places[hit.section] for hit in report.hits] == sorted(places[hit.section] for hit in relevance.hits)


def test_the_first_of_the_report_are_given_when_not_all_are_asked(searcher: Searcher) -> None:
    choice = SearchChoice(order=SortOrder.SECTION)
    everything = searcher.search("geld", NL, choice=choice)
    assert searcher.search("geld", NL, choice=choice, limit=2).hits == everything.hits[:2]
