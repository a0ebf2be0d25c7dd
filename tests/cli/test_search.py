import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HIT = ["id", "kind", "title", "section", "lang", "score", "why", "excerpt"]


def test_json_of_a_hit_has_exactly_these_fields(run: Run) -> None:
    found = run("search", "geld", "--json").json
    assert list(found) == ["query", "hits"]
    assert found["query"] == "geld"
    assert 0 < len(found["hits"]) <= 10
    for hit in found["hits"]:
        assert list(hit) == HIT
        assert hit["lang"] in ("nl", "en")
        assert isinstance(hit["score"], float)
        assert isinstance(hit["why"], list)
        assert all(
            isinstance(hit[field], str) and hit[field] for field in ("id", "kind", "title", "section", "excerpt")
        )
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_explain_says_what_was_searched(run: Run) -> None:
    found = run("search", "geld", "--json", "--explain").json
    assert list(found) == [
        *("query", "hits", "explanation", "fallback", "total", "counts", "missing", "nearest", "suggestion", "plan"),
    ]
    assert found["plan"]["clauses"][0][0]["text"] == "geld"
    assert found["plan"]["match"]["nl"]
    assert "geld" in found["explanation"]
    assert found["total"] == sum(found["counts"].values()) >= len(found["hits"])
    assert "score" in run("search", "geld", "--explain").out


def test_to_read(run: Run) -> None:
    done = run("search", "geld", "--limit", "3")
    first = run("search", "geld", "--limit", "3", "--json").json["hits"][0]
    assert done.out.startswith("Gezocht: geld")
    assert "Getoond: 3." in done.out
    number = first["section"].partition("/")[0]
    assert re.search(rf"§{number} \([^/]+\) · {first['id']}", " ".join(done.out.split()))
    assert max(map(len, done.out.splitlines())) <= 120
    assert run("search", "money", "--lang", "en").out.startswith("Searched: money")


def test_kinds_and_limit(run: Run) -> None:
    found = run("search", "leren", "--json", "--kind", "barrier", "--kind", "drive", "--limit", "4").json["hits"]
    assert 0 < len(found) <= 4
    assert {hit["kind"] for hit in found} <= {"barrier", "drive"}


def test_nothing_found(run: Run) -> None:
    done = run("search", "xqzzxqzz")
    assert done.code == 0
    assert "Niets gevonden" in done.out
    assert "De kennis noemt xqzzxqzz niet." in done.out
    data = run("search", "xqzzxqzz", "--json").json
    note = "De kennis noemt xqzzxqzz niet."
    assert data == {"query": "xqzzxqzz", "hits": [], "missing": ["xqzzxqzz"], "note": note}


def test_what_is_found_beside_an_unknown_word_is_the_nearest(run: Run) -> None:
    data = run("search", "shame ADHD", "--lang", "en", "--json").json
    assert data["hits"]
    assert data["missing"] == ["ADHD"]
    assert data["note"] == "The knowledge does not mention ADHD. This comes closest."
    assert data["note"] in run("search", "shame ADHD", "--lang", "en").out


def test_a_view_and_another_query_are_offered(run: Run) -> None:
    row = "responsibility"
    data = run("search", "landen vergelijken campagnes", "--json").json
    assert data["view"] == {"id": "countries", "name": "Landen", "row": row}
    assert (
        "In het venster: Landen · Verantwoordelijk voor campagnes" in run("search", "landen vergelijken campagnes").out
    )
    assert run("search", "botsing met de leraar", "--json").json["suggestion"] == "botsen met de leraar"
    assert "Bedoelde u “botsen met de leraar”?" in run("search", "botsing met de leraar").out


@pytest.mark.parametrize(
    "query",
    [
        "", " ", "-geld", "drempel -geld", "tijd, geld", "(drempel", "drempel-vrij", "C++", "NOT", '"', 'kinder"opvang', "*", "land:",
        "land:atlantis", "OR OR", "-", "a" * 20_000, "☃", "é\u0301", "x\x1b[31m", "' OR 1=1 --",
    ],
)  # fmt: skip
def test_no_query_is_an_error(run: Run, query: str) -> None:
    done = run("search", query, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json["query"] == query
    to_read = run("search", query)
    assert (to_read.code, to_read.err) == (0, "")
    assert "\x1b" not in to_read.out


def test_a_query_in_another_encoding_is_no_error(run: Run) -> None:
    done = run("search", b"geld\xff", "--json")
    assert done.code == 0
    assert done.json["query"] == "geld\ufffd"


def test_batch_answers_line_by_line(run: Run, tmp_path: Path) -> None:
    queries = ["geld", "", "NOT", "a\x00b", "☃ opvang", "-geld", "x" * 20_000]
    file = tmp_path / "queries.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(queries).encode())
    done = run("search", "--batch", str(file), "--limit", "2")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert [answer["query"] for answer in answers] == queries
    assert all(list(answer)[:2] == ["query", "hits"] for answer in answers)
    assert answers[0]["hits"] == run("search", "geld", "--json", "--limit", "2").json["hits"]
    assert run("search", "--batch", "-", "--limit", "2", stdin=file.read_bytes()).out == done.out


def test_a_batch_that_is_not_utf_8_names_the_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_bytes(b"geld\nz\xffrg\n")
    done = run("search", "--batch", str(file))
    assert done.complaint == f"Regel 2 van “{file}” is geen UTF-8-tekst. Sla het bestand op als UTF-8."
    assert len(done.out.splitlines()) == 1


def test_a_batch_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert "bestaat niet" in run("search", "--batch", str(tmp_path / "nee.txt")).complaint
    assert "is een map" in run("search", "--batch", str(tmp_path)).complaint


def test_an_empty_batch(run: Run) -> None:
    done = run("search", "--batch", "-")
    assert (done.code, done.out, done.err) == (0, "", "")
