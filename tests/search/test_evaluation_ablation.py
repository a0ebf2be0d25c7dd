from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import JudgedQuery
from guidance_kb.search.evaluation.measures import MECHANISMS, ablation, answers
from tests.search.samples import Document, make_database


def document(identifier: str, title: str, body: str = "", en: str = "") -> Document:
    return Document(identifier, "finding", (title, "", body), ("", "", en))


DOCUMENTS = (
    document("exact", "Leerdoelen"),
    document("inflected", "Een leerdoel"),
    document("word", "Opvang"),
    document("compound", "Kinderopvang"),
    document("label", "Belemmering"),
    document("synonym", "Drempel"),
    document("longer", "Digitaal"),
    document("title", "Cijfers", "Over tellen."),
    document("body", "Over tellen", "Cijfers, cijfers en nog eens cijfers."),
    document("apart", "Eerst", "Warme dagen, soms ook koude, en dan weer een lange overdracht."),
    document("together", "Later", "Dagen, soms ook koude, en dan weer een lange warme overdracht."),
    document("one", "Vervoer"),
    document("other", "Ziekte"),
    document("english", "Iets", "", "Something about apprenticeships."),
    document("put", "Nazorg")._replace(said="uitzwaaien"),
    document("said", "Doel")._replace(said="dat zegt mij niets"),
    document("words", "Zegt dat niets"),
    document("linked-to", "Gezondheid"),
    document("neighbour", "Rust"),
)
LINKS = (("neighbour", "linked-to"),)
CONCEPTS = {"c-barrier": (("belemmering", "drempel"), ())}

CASES = {
    "stems": ("leerdoelen", ["exact", "inflected"], ["exact"]),
    "compounds": ("opvang", ["word", "compound"], ["word"]),
    "thesaurus": ("belemmering", ["label", "synonym"], ["label"]),
    "phrasings": ("uitzwaaien", ["put"], []),
    "neighbours": ("gezondheid", ["linked-to", "neighbour"], ["linked-to"]),
    "prefix": ("digi", ["longer"], []),
    "title weight": ("cijfers", ["title", "body"], ["body", "title"]),
    "phrase": ("warme overdracht", ["together", "apart"], ["apart", "together"]),
    "fallback": ("vervoer ziekte", ["one", "other"], []),
    "spelling": ("verveor", ["one"], []),
    "other language": ("apprenticeships", ["english"], []),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("ablation") / "sample.db", DOCUMENTS, CONCEPTS, LINKS)


def judged(query: str, *ids: str) -> JudgedQuery:
    return JudgedQuery(query, "words", Language.NL, dict.fromkeys(ids, 1))


@pytest.mark.parametrize("mechanism", CASES)
def test_what_each_mechanism_does(database: Path, mechanism: str) -> None:
    query, with_it, without_it = CASES[mechanism]
    assert answers(database, [judged(query)]) == [with_it]
    assert answers(database, [judged(query)], MECHANISMS[mechanism]) == [without_it]
    for other, (query, expected, _) in CASES.items():
        if other != mechanism:
            assert answers(database, [judged(query)], MECHANISMS[mechanism]) == [expected], other


def test_a_phrasing_as_a_whole_lifts_what_has_it(database: Path) -> None:
    both = [judged("dat zegt mij niets")]
    with_it, without_it = answers(database, both), answers(database, both, MECHANISMS["phrasings as a whole"])
    assert with_it == [["said", "words"]]
    assert set(without_it[0]) == {"said", "words"}


def test_each_mechanism_is_measured(database: Path) -> None:
    results = {one.name: one.score("all") for one in ablation(database, [judged("opvang", "compound")])}
    assert list(results) == list(MECHANISMS)
    assert results["compounds"].ndcg == 0
    assert results["spelling"].mrr == 0.5
