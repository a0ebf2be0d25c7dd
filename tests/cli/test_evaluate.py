from pathlib import Path

from tests.cli.conftest import Run


def test_measures_a_file_of_judged_queries(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("query\tkind\tlanguage\tjudgements\ngeen oppas\teveryday\tnl\tcare-duties=2\n", "utf-8")
    done = run("eval", str(file))
    assert (done.code, done.err) == (0, "")
    assert "nDCG@10" in done.out
    assert "| everyday | 1 |" in done.out


HALVES = """query\tkind\tlanguage\tjudgements\thalf
geen oppas\teveryday\tnl\tzorg-voor-kinderen-houdt-tegen=2\ttune
opvang\tword\tnl\tsocial-nearness=2\ttune
money\tword\ten\tcuriosity-growth=1\theld
"""


def test_as_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(HALVES, "utf-8")
    done = run("eval", str(file), "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json["queries"] == 3
    assert [engine["name"] for engine in done.json["engines"]] == ["Guidance KB"]
    (ours,) = (row for row in done.json["engines"][0]["rows"] if (row["half"], row["kind"]) == ("tune", "everyday"))
    assert (ours["queries"], ours["hits3"]) == (1, 1.0)
    assert "thesaurus" in [one["name"] for one in done.json["without"]]


def test_failing_queries_and_those_held_apart_only_when_asked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(HALVES, "utf-8")
    assert run("eval", str(file), "--failing").out.splitlines()[:3] == [
        "1 of 2 queries below nDCG@10 0.6.",
        "",
        "opvang  (word, tune; nDCG@10 0.000)",
    ]
    held = run("eval", str(file), "--failing", "held", "--json").json
    assert held["queries"] == 1
    (money,) = held["failing"]
    assert (money["query"], money["half"], money["ndcg"]) == ("money", "held", 0.0)
    assert money["missed"] == [{"id": "curiosity-growth", "grade": 1, "rank": 0}]
    assert money["first"][0]["rank"] == 1


def test_wrong_files_are_one_line(run: Run, tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.tsv", tmp_path / "broken.tsv"
    empty.write_bytes(b"")
    broken.write_bytes(b"geld\n")
    assert "bestaat niet" in run("eval", str(tmp_path / "nee.tsv")).complaint
    assert "geen zoekvragen" in run("eval", str(empty)).complaint
    assert ":1: verwacht vier of vijf kolommen" in run("eval", str(broken)).complaint
    assert run("eval", str(tmp_path)).complaint
    empty.write_bytes(b"\xff")
    assert run("eval", str(empty)).complaint
