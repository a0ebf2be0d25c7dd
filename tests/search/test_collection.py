"""The measure on a test collection, on one of three documents."""

from pathlib import Path

from tests.benchmarks.collection import Measured, ndcg, pieces, read, table

DOCUMENTS = """.I 1
.T
shear flow
.A
somebody
.W
simple shear flow past a plate .
.I 2
.T
heat
.W
{long}
.I 3
.T
nothing more
.W
"""
QUESTIONS = """.I 001
.W
what is shear flow .
.I 004
.W
what of heat .
"""


def collection(folder: Path) -> Path:
    (folder / "tiny.all").write_text(DOCUMENTS.format(long="warm " * 250))
    (folder / "tiny.qry").write_text(QUESTIONS)
    (folder / "tinyqrel").write_text("1 1 2\n1 2 -1\n2 2 4\n2 3 1\n")
    return folder


def test_it_is_read_with_the_questions_in_their_order(tmp_path: Path) -> None:
    found = read(collection(tmp_path))
    assert found.documents[1] == ("shear flow", "simple shear flow past a plate .")
    assert list(found.questions) == [1, 2]
    assert found.relevant == {1: {1}, 2: {2, 3}}


def test_documents_are_cut_to_entries(tmp_path: Path) -> None:
    several = [(piece.document, piece.number, len(piece.text.split())) for piece in pieces(read(collection(tmp_path)))]
    assert several == [(1, 0, 7), (2, 0, 110), (2, 1, 110), (2, 2, 30), (3, 0, 2)]


def test_the_table_compares_the_first_two() -> None:
    assert ndcg([1, 2], frozenset({1})) == 1.0
    assert 0 < ndcg([2, 1], frozenset({1})) < 1
    text = table([Measured("ours", 0.4, [0.02]), Measured("theirs", 0.2, [0.01])])
    assert "| ours beside FTS5 | 2.00 × | 2.00 × | 2.00 × |" in text
