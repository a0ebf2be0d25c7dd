from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import Half, JudgedQuery, read_judged, resolved

FOUR = """query\tkind\tlanguage\tjudgements
# a note
drempel geld\twords\tnl\thoge-drempel=2 geld-houdt-tegen=1

library\tcross\ten\tschotland-online=2
"""
FIVE = """Query\tkind\tlanguage\tjudgements\thalf
drempel geld\twords\tnl\thoge-drempel=2 geld-houdt-tegen=1\ttune
library\tcross\ten\tschotland-online=2\theld
geen oppas\teveryday\tnl\topvang-helpt=2
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "queries.tsv"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_four_columns_has_no_halves(tmp_path: Path) -> None:
    assert read_judged(write(tmp_path, FOUR)) == [
        JudgedQuery("drempel geld", "words", Language.NL, {"hoge-drempel": 2, "geld-houdt-tegen": 1}),
        JudgedQuery("library", "cross", Language.EN, {"schotland-online": 2}),
    ]


def test_a_fifth_column_says_the_half(tmp_path: Path) -> None:
    assert [(one.query, one.half) for one in read_judged(write(tmp_path, FIVE))] == [
        ("drempel geld", Half.TUNE),
        ("library", Half.HELD),
        ("geen oppas", None),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("geld\twords\tnl", "queries.tsv:1: expected four or five columns"),
        ("geld\twords\tnl\tmoney=2\ttune\t", "queries.tsv:1: expected four or five columns"),
        ("geld\twords\tde\tmoney=2", "the language is nl or en, not “de”"),
        ("geld\twords\tnl\tmoney=3", "“money=3” is not id=grade"),
        ("geld\twords\tnl\tmoney", "“money” is not id=grade"),
        ("geld\twords\tnl\tmoney=2\ttest", "the half is tune or held, not “test”"),
        ("geld\twords\tnl\tmoney=2\t", "the half is tune or held, not “”"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(KnownError, match=message):
        read_judged(write(tmp_path, line))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_judged(tmp_path / "none.tsv")


def test_a_section_judges_what_stands_in_it_unless_that_is_judged_itself(sample_db: Path) -> None:
    judged = JudgedQuery(
        "geld", "words", Language.NL, {"2.1.2": 1, "money": 2, "curiosity-growth": 0, "3.4/5": 2}, Half.HELD
    )
    (one,) = resolved([judged], sample_db)
    assert one.grades == {
        "hoge-drempel": 1,
        "geld-houdt-tegen": 1,
        "money": 2,
        "curiosity-growth": 0,
        "vraag-geld": 1,
        "opvang-helpt": 2,
    }
    assert (one.query, one.kind, one.half) == ("geld", "words", Half.HELD)


def test_a_judgement_of_nothing_is_told(sample_db: Path) -> None:
    with pytest.raises(KnownError, match="“nowhere” is no id and no section"):
        resolved([JudgedQuery("geld", "words", Language.NL, {"nowhere": 2})], sample_db)
