"""The ranking on our own judged queries: what a change may not make worse."""

from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from tools.rivals import present, rival_answers

from guidance_kb.search.evaluation.judgements import Half, JudgedQuery, read_judged, resolved
from guidance_kb.search.evaluation.measures import ALL, Measured, answers, measured, sayable
from guidance_kb.search.searcher import Searcher

SPOKEN: Final = Path(__file__).parent / "counselor.tsv"

# nDCG@10 by kind, a little under what it is: one query that goes from right to wrong is to be noticed, another order in its tail is not.
FLOORS: Final = {
    Half.TUNE: {
        "word": 0.87,
        "paraphrase": 0.75,
        "everyday": 0.82,
        "typo": 0.93,
        "compound": 0.87,
        "cross": 0.89,
        "name": 0.90,
        ALL: 0.87,
    },
    Half.HELD: {
        "word": 0.86,
        "paraphrase": 0.75,
        "everyday": 0.80,
        "typo": 0.88,
        "compound": 0.79,
        "cross": 0.80,
        "name": 0.90,
        ALL: 0.83,
    },
}


NUMBERS: Final = (1, 10, 20)
"""The numbers of hits that are asked for beside the 60 of the window."""


@pytest.fixture(scope="module")
def judged(knowledge_db: Path) -> list[JudgedQuery]:
    return resolved(read_judged(Path(__file__).parent / "queries.tsv"), knowledge_db)


@pytest.fixture(scope="module")
def ours(knowledge_db: Path, judged: list[JudgedQuery]) -> Measured:
    return measured("ours", judged, answers(knowledge_db, judged))


@pytest.mark.parametrize(("half", "kind"), [(half, kind) for half, floors in FLOORS.items() for kind in floors])
def test_no_kind_gets_worse(ours: Measured, half: Half, kind: str) -> None:
    assert ours.score(half, kind).ndcg >= FLOORS[half][kind]


@pytest.mark.parametrize("half", FLOORS)
def test_an_answer_is_on_top(ours: Measured, half: Half) -> None:
    assert ours.score(half).first >= 0.95


@pytest.mark.parametrize("half", [Half.TUNE, Half.HELD])
def test_what_clients_say_brings_something_to_say(knowledge_db: Path, half: Half) -> None:
    spoken = resolved(read_judged(SPOKEN), knowledge_db)
    found = measured("ours", spoken, answers(knowledge_db, spoken), sayable(knowledge_db))
    assert found.score(half).first >= 0.86
    assert found.score(half, "said").say >= 0.9


def test_the_order_is_the_same_whatever_number_is_asked(knowledge_db: Path, judged: list[JudgedQuery]) -> None:
    searcher = Searcher(knowledge_db)

    def found(one: JudgedQuery, number: int) -> list[str]:
        return [hit.id for hit in searcher.search(one.query, one.language, limit=number).hits]

    differing = [
        (one.query, number)
        for one in judged
        for shown in [found(one, 60)]
        for number in NUMBERS
        if found(one, number) != shown[:number]
    ]
    searcher.close()
    assert not differing


@pytest.mark.slow
def test_ours_is_well_above_every_rival(knowledge_db: Path, judged: list[JudgedQuery], ours: Measured) -> None:
    for name, engine in present().items():
        theirs = measured(name, judged, rival_answers(engine, knowledge_db, judged))
        for half in Half:
            if any(one.half is half for one in judged):
                assert ours.score(half).ndcg > theirs.score(half).ndcg + 0.15, (name, half)


def test_the_set_has_seven_kinds_in_each_half_and_no_query_twice(judged: list[JudgedQuery]) -> None:
    for half in {one.half for one in judged}:
        counts = Counter(one.kind for one in judged if one.half is half)
        assert set(counts) == set(FLOORS[Half.TUNE]) - {ALL}
        assert min(counts.values()) >= 12
    assert all(one.half for one in judged)
    assert max(Counter((one.query.lower(), one.language) for one in judged).values()) == 1
