from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.evaluation import Judged, Row, Score, evaluate, measure, read_judged, table

FILE = """query\tkind\tlanguage\tjudgements
# a note
drempel geld\twords\tnl\thoge-drempel=2 geld-houdt-tegen=1

geen oppas\teveryday\tnl\t3.4/5=1 opvang-helpt=2
library\tcross\tnl\tschotland-online=2
"""


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(FILE, "utf-8")
    first, second, third = read_judged(path)
    assert first == Judged("drempel geld", "words", Language.NL, {"hoge-drempel": 2, "geld-houdt-tegen": 1})
    assert second.grades == {"3.4/5": 1, "opvang-helpt": 2}
    assert third.kind == "cross"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("geld\twords\tnl", "queries.tsv:1: expected four columns"),
        ("geld\twords\tde\tmoney=2", "the language is nl or en, not “de”"),
        ("geld\twords\tnl\tmoney=3", "“money=3” is not id=grade"),
        ("geld\twords\tnl\tmoney", "“money” is not id=grade"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(line, "utf-8")
    with pytest.raises(KnownError, match=message):
        read_judged(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_judged(tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("ranked", "grades", "expected"),
    [
        (["a", "b"], {"a": 2, "b": 1}, Score(1.0, 1.0, 1.0)),
        (["b", "a"], {"a": 2, "b": 1}, Score(0.7967, 1.0, 1.0)),
        (["x", "x", "x", "a"], {"a": 1}, Score(0.4307, 0.25, 0.0)),
        (["x"] * 10 + ["a"], {"a": 2}, Score(0.0, 0.0, 0.0)),
        ([], {"a": 2}, Score(0.0, 0.0, 0.0)),
        (["a"], {}, Score(0.0, 0.0, 0.0)),
    ],
)
def test_measures(ranked: list[str], grades: dict[str, int], expected: Score) -> None:
    assert measure(ranked, grades) == pytest.approx(expected, abs=1e-4)


def test_evaluation_beside_raw_fts5(tmp_path: Path, sample_db: Path) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(FILE, "utf-8")
    rows = evaluate(sample_db, read_judged(path))
    assert [(row.kind, row.queries) for row in rows] == [("words", 1), ("everyday", 1), ("cross", 1), ("all", 3)]
    assert rows[1].ours == Score(1.0, 1.0, 1.0)
    assert rows[1].raw.ndcg < 1.0
    assert rows[3].ours.first == 1.0


def test_queries_without_words_and_no_queries(sample_db: Path) -> None:
    (words, everything) = evaluate(sample_db, [Judged("?!", "words", Language.NL, {"money": 2})])
    assert words.raw == words.ours == everything.ours == Score(0.0, 0.0, 0.0)
    assert evaluate(sample_db, []) == []


def test_a_judgement_of_nothing_is_told(sample_db: Path) -> None:
    with pytest.raises(KnownError, match="“nowhere” is no id and no section"):
        evaluate(sample_db, [Judged("geld", "words", Language.NL, {"nowhere": 2})])


def test_table() -> None:
    lines = table([Row("words", 2, Score(1.0, 0.5, 0.25), Score(0.0, 0.125, 1.0))]).splitlines()
    assert lines[-1] == "| words | 2 | 1.000 | 0.500 | 0.250 | 0.000 | 0.125 | 1.000 |"


def test_on_the_judged_queries_ours_is_well_above_raw_fts5(knowledge_db: Path) -> None:
    rows = {row.kind: row for row in evaluate(knowledge_db, read_judged(Path(__file__).parent / "queries.tsv"))}
    assert rows["all"].ours.ndcg > 1.4 * rows["all"].raw.ndcg
    assert rows["word"].ours.first >= 0.95
    assert rows["name"].ours.first >= 0.95
    assert rows["cross"].ours.first >= 0.95
