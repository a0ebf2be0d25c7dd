"""What kinds, countries and views mean when a query names nothing else."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.search.query.plan import Field
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Searcher

NL, EN = Language.NL, Language.EN


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("aanbevelingen", NL),
        ("alle negen aanbevelingen", NL),
        ("negen aanbevelingen", NL),
        ("de 9 aanbevelingen", NL),
        ("recommendations", NL),
        ("Recommendations", EN),
        ("the nine recommendations", EN),
    ],
)
def test_the_recommendations_are_listed_in_their_order(searcher: Searcher, query: str, language: Language) -> None:
    answer = searcher.search(query, language, limit=60)
    assert [hit.section for hit in answer.hits[:9]] == [f"4.2/{number}" for number in range(1, 10)]
    assert {hit.kind for hit in answer.hits[:9]} == {"recommendation"}
    assert (answer.listed, answer.counts["recommendation"]) == ("recommendation", 9)
    assert len(answer.hits) > 9, "what speaks of recommendations follows"
    assert not answer.missing


def test_one_of_them_is_asked_for_by_its_number(searcher: Searcher) -> None:
    assert searcher.search("aanbeveling 3", NL).hits[0].section == "4.2/3"
    assert searcher.search("3 aanbevelingen", NL).hits[0].section == "4.2/1"


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("persona's", "persona"),
        ("personas", "persona"),
        ("Schotse persona’s", "persona"),
        ("Schotland persona", "persona"),
        ("bevindingen", "finding"),
        ("Ierse bevindingen", "finding"),
        ("belemmeringen", "barrier"),
        ("alle drijfveren", "drive"),
        ("basisbehoeften", "need"),
        ("vragen", "item"),
        ("praktijkvoorbeelden uit Vlaanderen", "practice"),
    ],
)
def test_a_kind_is_listed_first_and_as_a_whole(searcher: Searcher, library: Library, query: str, kind: str) -> None:
    answer = searcher.search(query, NL, limit=500)
    count = answer.counts[kind]
    listed = [hit for hit in answer.hits if hit.kind == kind]
    if not any(hit.country for hit in listed[:1]):
        assert [hit.kind for hit in answer.hits[:count]] == [kind] * count
    assert answer.hits[0].kind == kind
    assert answer.listed == kind
    assert len({hit.id for hit in answer.hits}) == len(answer.hits)


def test_of_a_kind_with_a_country_only_those_of_the_country(searcher: Searcher) -> None:
    first = searcher.search("Ierse bevindingen", NL).hits[:4]
    assert {(hit.kind, hit.country) for hit in first} == {("finding", "ireland")}


@pytest.mark.parametrize(("query", "language"), [("Ierland", NL), ("Ireland", NL), ("Ireland", EN), ("ierland?", NL)])
def test_a_country_alone_is_its_interview_from_the_first_question_on(
    searcher: Searcher, query: str, language: Language
) -> None:
    hits = searcher.search(query, language, limit=60).hits
    sections = [hit.section for hit in hits if hit.country == "ireland" and hit.section.startswith("3.5/")]
    assert [hit.section for hit in hits[: len(sections)]] == sorted(sections)
    assert hits[0].section == "3.5/1"


@pytest.mark.parametrize(
    "query",
    ["Nederlands", "Schots", "vraag", "aanbevelingen schaamte", '"aanbevelingen"', "aanbevelingen -geld", "alle", "de", "",
     "belemmeringen en drijfveren", "soort:aanbeveling", "Ierland Schotland", "aanbeveling*"],
)  # fmt: skip
def test_anything_else_is_words(searcher: Searcher, query: str) -> None:
    assert searcher.search(query, NL).listed is None


def test_the_choice_narrows_and_orders_a_listing(searcher: Searcher) -> None:
    scotland = SearchChoice(frozenset({(Field.COUNTRY, "scotland")}))
    narrowed = searcher.search("persona's", NL, choice=scotland, limit=60)
    assert {hit.country for hit in narrowed.hits} == {"scotland"}
    assert not searcher.search("aanbevelingen", NL, kinds=["need"]).hits
    sections = [
        hit.section
        for hit in searcher.search("aanbevelingen", NL, choice=SearchChoice(order=SortOrder.SECTION), limit=500).hits
    ]
    assert sections[-1].startswith("4.2/")
    assert not sections[0].startswith("4.2/")


@pytest.mark.parametrize(
    ("query", "view", "row"),
    [
        ("landen vergelijken campagnes", "countries", "responsibility"),
        ("vergelijk landen", "countries", ""),
        ("vergelijk Schotland en Ierland", "countries", ""),
        ("compare countries channels", "countries", "channels"),
        ("landen", "countries", ""),
        ("kaart", "map", ""),
        ("verbanden", "map", ""),
        ("kaart/verbanden", "map", ""),
        ("open de kaart", "map", ""),
        ("bladwijzers", "bookmarks", ""),
        ("instellingen", "settings", ""),
        ("naar de instellingen", "settings", ""),
        ("bookmarks", "bookmarks", ""),
    ],
)
def test_the_way_to_a_view_is_offered(searcher: Searcher, query: str, view: str, row: str) -> None:
    asked = searcher.search(query, NL).view
    assert asked is not None
    assert (asked.view, asked.row) == (view, row)


@pytest.mark.parametrize(
    "query", ["ik vergelijk mij met anderen", "kaart kwijt", "geen oppas", "gesprek", '"landen"', ""]
)
def test_other_queries_offer_no_view(searcher: Searcher, query: str) -> None:
    assert searcher.search(query, NL).view is None
