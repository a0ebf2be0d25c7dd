from pathlib import Path

from tests.cli.conftest import Run


def test_measures_a_file_of_judged_queries(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("query\tkind\tlanguage\tjudgements\ngeen oppas\teveryday\tnl\tcare-duties=2\n", "utf-8")
    done = run("eval", str(file))
    assert (done.code, done.err) == (0, "")
    assert "nDCG@10" in done.out
    assert "| everyday | 1 |" in done.out


def test_wrong_files_are_one_line(run: Run, tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.tsv", tmp_path / "broken.tsv"
    empty.write_bytes(b"")
    broken.write_bytes(b"geld\n")
    assert "bestaat niet" in run("eval", str(tmp_path / "nee.tsv")).complaint
    assert "geen zoekvragen" in run("eval", str(empty)).complaint
    assert ":1: verwacht vier kolommen" in run("eval", str(broken)).complaint
    assert run("eval", str(tmp_path)).complaint
    empty.write_bytes(b"\xff")
    assert run("eval", str(empty)).complaint
