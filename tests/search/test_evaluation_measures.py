import pytest

from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import Half, JudgedQuery
from guidance_kb.search.evaluation.measures import Row, Score, measure, measured


@pytest.mark.parametrize(
    ("ranked", "grades", "expected"),
    [
        (["a", "b"], {"a": 2, "b": 1}, Score(1.0, 1.0, 1.0)),
        (["b", "a"], {"a": 2, "b": 1}, Score(0.7967, 1.0, 1.0)),
        (["x", "x", "a"], {"a": 1}, Score(0.5, 1 / 3, 1.0)),
        (["x", "x", "x", "a"], {"a": 1}, Score(0.4307, 0.25, 0.0)),
        (["x"] * 10 + ["a"], {"a": 2}, Score(0.0, 0.0, 0.0)),
        ([], {"a": 2}, Score(0.0, 0.0, 0.0)),
        (["a"], {}, Score(0.0, 0.0, 0.0)),
        (["a"], {"a": 0}, Score(0.0, 0.0, 0.0)),
    ],
)
def test_measures(ranked: list[str], grades: dict[str, int], expected: Score) -> None:
    assert measure(ranked, grades) == pytest.approx(expected, abs=1e-4)


def judged(kind: str, half: Half | None) -> JudgedQuery:
    return JudgedQuery("geld", kind, Language.NL, {"a": 2}, half)


def test_means_by_half_and_kind() -> None:
    queries = [judged("words", Half.HELD), judged("words", Half.TUNE), judged("typo", Half.TUNE)]
    result = measured("x", queries, [["a"], [], ["b", "a"]])
    second = Score(pytest.approx(0.6309, abs=1e-4), 0.5, 1.0)
    assert result.rows == [
        Row("tune", "words", 1, Score(0.0, 0.0, 0.0)),
        Row("tune", "typo", 1, second),
        Row("tune", "all", 2, Score(pytest.approx(0.3155, abs=1e-4), 0.25, 0.5)),
        Row("held", "words", 1, Score(1.0, 1.0, 1.0)),
        Row("held", "all", 1, Score(1.0, 1.0, 1.0)),
        Row("all", "words", 2, Score(0.5, 0.5, 0.5)),
        Row("all", "typo", 1, second),
        Row("all", "all", 3, Score(pytest.approx(0.5436, abs=1e-4), 0.5, pytest.approx(2 / 3))),
    ]
    assert result.score("held") == Score(1.0, 1.0, 1.0)
    assert result.score("all", "words").ndcg == 0.5


def test_a_set_without_halves_has_one_part() -> None:
    assert [(row.half, row.kind) for row in measured("x", [judged("words", None)], [["a"]]).rows] == [
        ("all", "words"),
        ("all", "all"),
    ]
    assert measured("x", [], []).rows == []
