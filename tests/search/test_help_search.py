"""The help in the one search box: found, counted, filtered, and never in the way of the knowledge."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.help.articles import HelpText, help_texts, texts
from guidance_kb.language import Language, Text
from guidance_kb.search.help_search import ASKED, HelpAsked
from guidance_kb.search.query.plan import Field
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Searcher

NL, EN = Language.NL, Language.EN


ABOUT_BOOKMARKS = ("key-bookmark", "help-taking-along")


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db, help_texts=help_texts)) as opened:
        yield opened


@pytest.fixture(scope="module")
def alone(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "language", "wanted"),
    [
        ("toetsen", NL, "help-keys"),
        ("sneltoetsen", NL, "help-keys"),
        ("shortcuts", EN, "help-keys"),
        ("wachtwoordzin vergeten", NL, "help-records"),
        ("Wachtzin vergeten?", NL, "help-records"),
        ("forgot my password", EN, "help-records"),
        ("hoe begin ik een gesprek", NL, "help-ten-minutes"),
        ("afdrukken", NL, "help-printing"),
        ("what is new", EN, "help-news"),
        ("waar staan mijn gegevens", NL, "help-data"),
    ],
)
def test_what_is_clearly_asked_for_comes_first(searcher: Searcher, query: str, language: Language, wanted: str) -> None:
    answer = searcher.search(query, language)
    assert answer.hits[0].id == wanted
    assert answer.helped is not None


@pytest.mark.parametrize(
    ("query", "language"),
    [("schaamte", NL), ("geld", NL), ("gesprek", NL), ("test", NL), ("vragen", NL), ("computer", NL), ("signalen", NL),
     ("shame", EN), ("conversation", EN), ("method", EN), ("begin", EN), ("form", EN), ("print money", EN), ("data", EN)],
)  # fmt: skip
def test_the_knowledge_keeps_its_place(searcher: Searcher, alone: Searcher, query: str, language: Language) -> None:
    with_it, without = (each.search(query, language, limit=500) for each in (searcher, alone))
    assert [hit.id for hit in with_it.hits if hit.kind != "help"] == [hit.id for hit in without.hits]
    assert not any(hit.kind == "help" for hit in with_it.hits[: len(without.hits)])


def test_a_setting_is_no_typing_error(searcher: Searcher) -> None:
    dark = searcher.search("donkere modus", NL)
    assert [hit.id for hit in dark.hits] == ["setting-scheme"]
    assert not dark.plan.corrections
    assert not searcher.search("dark mode", NL).suggestion


def test_of_what_was_asked_only_a_few_go_first(searcher: Searcher) -> None:
    kinds = [hit.kind for hit in searcher.search("toetsen", NL, limit=100).hits]
    assert 1 <= kinds.index(next(kind for kind in kinds if kind != "help")) <= ASKED


def test_the_kind_is_counted_and_filters(searcher: Searcher) -> None:
    answer = searcher.search("toetsen", NL)
    counted = {count.value.id: count for count in answer.facets[Field.KIND]}
    assert counted["help"].count == answer.counts["help"] > 0
    chosen = searcher.search("toetsen", NL, choice=SearchChoice(frozenset({(Field.KIND, "help")})), limit=100)
    assert {hit.kind for hit in chosen.hits} == {"help"}
    assert len(chosen.hits) == chosen.total == counted["help"].count
    assert next(count for count in chosen.facets[Field.KIND] if count.value.id == "help").chosen
    others = searcher.search("toetsen", NL, choice=SearchChoice(frozenset({(Field.KIND, "barrier")})))
    assert {hit.kind for hit in others.hits} == {"barrier"}
    assert "help" not in others.counts


def test_the_kind_is_typed_and_asked_by_name(searcher: Searcher) -> None:
    everything = searcher.search("soort:hulp", NL, limit=500)
    assert len(everything.hits) == everything.total == len(help_texts())
    assert searcher.search("kind:help", EN, limit=500).total == everything.total
    typed = searcher.search("soort:hulp bladwijzer", NL)
    assert typed.hits
    assert {hit.kind for hit in typed.hits} == {"help"}
    assert not any(hit.kind == "help" for hit in searcher.search("-soort:hulp bladwijzer", NL).hits)
    asked = searcher.search("toetsen", NL, kinds=["help"])
    assert asked.hits
    assert {hit.kind for hit in asked.hits} == {"help"}
    assert not any(hit.kind == "help" for hit in searcher.search("toetsen", NL, kinds=["item"]).hits)


def test_what_no_help_can_have_shuts_it_out(searcher: Searcher) -> None:
    assert "help" not in searcher.search("land:ierland gesprek", NL).counts
    chosen = SearchChoice(frozenset({(Field.COUNTRY, "ierland")}))
    answer = searcher.search("gesprek", NL, choice=chosen)
    assert "help" not in answer.counts
    assert next(count for count in answer.facets[Field.KIND] if count.value.id == "help").count == 0


def test_where_the_knowledge_has_nothing_the_help_is_there(searcher: Searcher, alone: Searcher) -> None:
    assert not alone.search("bladwijzer", NL).hits
    answer = searcher.search("bladwijzer", NL)
    assert answer.hits[0].id in ABOUT_BOOKMARKS
    assert not answer.nearest
    assert not answer.missing


def test_in_the_order_of_the_report_the_help_comes_last(searcher: Searcher) -> None:
    kinds = [
        hit.kind for hit in searcher.search("toetsen", NL, choice=SearchChoice(order=SortOrder.SECTION), limit=100).hits
    ]
    assert kinds[0] != "help"
    assert kinds[-1] == "help"


def test_a_key_is_found_by_its_name_and_by_what_it_does(searcher: Searcher) -> None:
    assert searcher.search("ctrl+d", NL).hits[0].id == "key-bookmark"
    assert any(hit.id == "key-hide" for hit in searcher.search("verbergen", NL, limit=100).hits)


@pytest.mark.parametrize(("query", "language"), [("tekstgrootte", NL), ("text size", EN)])
def test_a_setting_is_found(searcher: Searcher, query: str, language: Language) -> None:
    assert searcher.search(query, language).hits[0].id == "setting-text_size"


@pytest.mark.parametrize(
    ("query", "language"), [("lettergrootte", NL), ("donkere modus", NL), ("font size", EN), ("dark theme", EN)]
)
def test_a_setting_is_found_by_another_name_for_it(searcher: Searcher, query: str, language: Language) -> None:
    assert any(hit.id in {"setting-text_size", "setting-scheme"} for hit in searcher.search(query, language).hits[:3])


@pytest.mark.parametrize(
    ("query", "language", "wanted"),
    [("sneltoesten", NL, ("help-keys",)), ("bladwizjer", NL, ABOUT_BOOKMARKS), ("bookmrak", EN, ABOUT_BOOKMARKS)],
)
def test_a_typing_error_in_what_only_the_help_has(
    searcher: Searcher, query: str, language: Language, wanted: tuple[str, ...]
) -> None:
    assert searcher.search(query, language).hits[0].id in wanted


def test_what_neither_has_is_said_to_be_missing(searcher: Searcher) -> None:
    answer = searcher.search("bladwijzer zeepbel", NL)
    assert answer.hits[0].id in ABOUT_BOOKMARKS
    assert answer.missing == ("zeepbel",)


def test_never_more_hits_than_asked(searcher: Searcher) -> None:
    for limit in (1, 2, 5):
        assert len(searcher.search("toetsen", NL, limit=limit).hits) == limit


def test_nothing_typed_finds_nothing(searcher: Searcher) -> None:
    assert not searcher.search("", NL).hits
    assert not searcher.search("   ", NL).hits


def test_a_searcher_without_help_has_none(alone: Searcher) -> None:
    answer = alone.search("toetsen", NL, limit=100)
    assert "help" not in answer.counts
    assert answer.helped is None


def test_a_closed_searcher_opens_its_help_again(knowledge_db: Path) -> None:
    opened = Searcher(knowledge_db, help_texts=texts)
    try:
        assert opened.search("toetsen", NL).hits[0].id == "help-keys"
        opened.close()
        assert opened.search("toetsen", NL).hits[0].id == "help-keys"
    finally:
        opened.close()


def test_a_question_counts_as_a_whole() -> None:
    nothing = Text("", "")
    asked = HelpAsked([HelpText("help-a", Text("Is dit een test", "Is this a test"), nothing, nothing, nothing)])
    assert asked.ids("is dit een TEST?") == ["help-a"]
    assert asked.ids("test") == []
    assert asked.ids("") == []
