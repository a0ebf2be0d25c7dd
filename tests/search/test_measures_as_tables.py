from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import Half, JudgedQuery
from guidance_kb.search.evaluation.measures import (
    FailedQuery,
    Graded,
    Measured,
    Row,
    Score,
    as_text,
    by_engine,
    by_kind,
    by_mechanism,
    by_mechanism_and_kind,
    failing,
)


def rows(*ndcg: float) -> list[Row]:
    places = [
        ("tune", "word"),
        ("tune", "typo"),
        ("tune", "all"),
        ("held", "word"),
        ("held", "all"),
        ("all", "word"),
        ("all", "typo"),
        ("all", "all"),
    ]
    return [Row(*place, 2, Score(value, 0.5, 0.25)) for place, value in zip(places, ndcg, strict=True)]


OURS = Measured("ours", rows(1, 0.9, 0.95, 0.8, 0.8, 0.9, 0.9, 0.9))
LESS = Measured("less", rows(1, 0.5, 0.75, 0.8001, 0.8001, 0.9, 0.9125, 0.7))


def test_our_table() -> None:
    lines = by_kind(OURS).splitlines()
    assert lines[:3] == [
        "| half | kind | queries | nDCG@10 | MRR | hits@3 | to say@3 |",
        "|---|---|---:|---:|---:|---:|---:|",
        "| tune | word | 2 | 1.000 | 0.500 | 0.250 | 0.000 |",
    ]
    assert len(lines) == 2 + 8


def test_engines_stand_beside_each_other_in_each_half() -> None:
    assert by_engine([OURS, LESS]).splitlines() == [
        "| half | engine | word | typo | nDCG@10 | MRR | hits@3 |",
        "|---|---|---:|---:|---:|---:|---:|",
        "| tune | ours | 1.000 | 0.900 | 0.950 | 0.500 | 0.250 |",
        "| tune | less | 1.000 | 0.500 | 0.750 | 0.500 | 0.250 |",
        "| held | ours | 0.800 |  | 0.800 | 0.500 | 0.250 |",
        "| held | less | 0.800 |  | 0.800 | 0.500 | 0.250 |",
        "| all | ours | 0.900 | 0.900 | 0.900 | 0.500 | 0.250 |",
        "| all | less | 0.900 | 0.912 | 0.700 | 0.500 | 0.250 |",
    ]


def test_what_is_lost_without_a_mechanism() -> None:
    assert by_mechanism(OURS, [LESS]).splitlines() == [
        "| without | tune | difference | held | difference | all | difference |",
        "|---|---:|---:|---:|---:|---:|---:|",
        "| (all on) | 0.950 |  | 0.800 |  | 0.900 |  |",
        "| less | 0.750 | −0.200 | 0.800 | 0 | 0.700 | −0.200 |",
    ]
    assert by_mechanism_and_kind(OURS, [LESS]).splitlines()[2] == "| less | 0 | +0.012 | −0.200 |"


def test_failing_queries_are_the_worst_first_and_say_what_was_missed() -> None:
    grades = {"a": 2, "b": 1, "c": 1, "d": 0}
    queries = [
        JudgedQuery("well", "word", Language.NL, grades),
        JudgedQuery("late", "typo", Language.NL, grades, Half.TUNE),
        JudgedQuery("never", "word", Language.NL, grades),
    ]
    late, never = ["x", "b", "d", "y", "z", "a"], ["x"]
    assert [(one.query, one.first, one.missed) for one in failing(queries, [["a", "b"], late, never])] == [
        ("never", [Graded("x", 0, 1)], [Graded("a", 2, 0), Graded("b", 1, 0), Graded("c", 1, 0)]),
        (
            "late",
            [Graded("x", 0, 1), Graded("b", 1, 2), Graded("d", 0, 3), Graded("y", 0, 4), Graded("z", 0, 5)],
            [Graded("a", 2, 6), Graded("c", 1, 0)],
        ),
    ]


def test_failing_queries_as_text() -> None:
    first = [Graded("x", 0, 1), Graded("y", 0, 2)]
    late = FailedQuery("drempl", "typo", Half.TUNE, 0.4567, first, [Graded("c", 2, 0)] * 7 + [Graded("a", 1, 6)])
    lost = FailedQuery("boot", "word", None, 0.0, [], [])
    assert as_text([late, lost], 7).splitlines() == [
        "2 of 7 queries below nDCG@10 0.6.",
        "",
        "drempl  (typo, tune; nDCG@10 0.457)",
        "  first:  x=0 · y=0",
        "  missed: " + 7 * "c=2 · " + "a=1 (rank 6)",
        "",
        "boot  (word; nDCG@10 0.000)",
        "  first:  –",
        "  missed: –",
    ]
