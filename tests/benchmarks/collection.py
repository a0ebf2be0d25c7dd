"""A test collection as a knowledge pack: ranking and time beside FTS5 with Porter stems, on the same texts, in turn in one run.

    python -m tests.benchmarks.collection PATH

PATH is a folder with one collection in the format of the SMART system, such as Cranfield's: documents (`*.all`), questions (`*.qry`), and
what is relevant (`*rel`). Nothing of it is kept. A document is cut into entries of a pack, of at most 110 words; the hits are put together
to documents. FTS5 has the same pieces in a table of two columns, the title counting three times, and finds any of the words.
"""

import json
import re
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from guidance_kb.help.articles import help_texts
from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher
from tests.benchmarks.figures import percentile

PACK: Final = "pack-collection"
_WORDS: Final = 110
"""Number of words of an entry; a pack may have ten more."""

_TITLE: Final = 150
_FILE: Final = 800
"""Number of entries in a file of the pack."""

_DEPTH: Final = 10
_HITS: Final = 200
_ODD: Final = re.compile(r"[^\w .,;:()'?/+-]")


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents with title and text, questions, and the relevant documents of each question; all by number."""

    documents: Mapping[int, tuple[str, str]]
    questions: Mapping[int, str]
    relevant: Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document, as one entry has it."""

    document: int
    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The ranking of one engine, 0 to 1, and the time of each question in seconds."""

    name: str
    ndcg: float
    seconds: Sequence[float]


def read(folder: Path) -> Collection:
    """Read the collection in a folder. Questions are numbered as they follow each other, which is how judgements name them."""
    documents, questions, relevant = (next(iter(sorted(folder.glob(name)))) for name in ("*.all", "*.qry", "*rel"))
    judged: dict[int, set[int]] = {}
    for line in relevant.read_text("utf-8").splitlines():
        question, document, grade = map(int, line.split()[:3])
        if grade > 0:
            judged.setdefault(question, set()).add(document)
    asked = {place: _plain(fields.get("W", "")) for place, (_, fields) in enumerate(_blocks(questions), 1)}
    return Collection(
        {number: (_plain(fields.get("T", "")), _plain(fields.get("W", ""))) for number, fields in _blocks(documents)},
        {number: text for number, text in asked.items() if number in judged},
        {number: frozenset(those) for number, those in judged.items()},
    )


def _blocks(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for part in re.split(r"^\.I ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        number, rest = part.split("\n", 1)
        fields = re.split(r"^\.([TAWBX])\s*\n", rest, flags=re.MULTILINE)
        yield int(number), dict(zip(fields[1::2], fields[2::2], strict=True))


def _plain(text: str) -> str:
    return " ".join(_ODD.sub(" ", unicodedata.normalize("NFKC", text)).split())


def pieces(collection: Collection) -> Iterator[Piece]:
    """Yield the documents, cut to the size of entries."""
    for number, (title, text) in collection.documents.items():
        words = text.split() or title.split() or ["empty"]
        for start in range(0, len(words), _WORDS):
            short = title[:_TITLE].strip() or "untitled"
            yield Piece(number, start // _WORDS, short, " ".join(words[start : start + _WORDS]))


def write_pack(folder: Path, several: Sequence[Piece]) -> None:
    """Write the pieces as a pack: a section for each document."""
    folder.mkdir()
    about = f'id = "{PACK}"\nversion = "1"\npublisher = "-"\ncontact = "-"\ndate = 2026-01-01\nlicence = "-"\n'
    names = "".join(f'[{language}]\nname = "collection"\ndescription = "collection"\n' for language in Language)
    (folder / "pack.toml").write_text(about + names, "utf-8")
    titles = {piece.document: json.dumps(piece.title, ensure_ascii=False) for piece in several}
    sections = (
        f'[[section]]\nname = "{PACK}-{number}"\nnl = {title}\nen = {title}\n' for number, title in titles.items()
    )
    (folder / "sections.toml").write_text("\n".join(sections), "utf-8")
    entries = [
        f'[[entry]]\nid = "{PACK}-{piece.document}-{piece.number}"\nkind = "finding"\nsection = "{PACK}-{piece.document}"\n'
        f"[entry.en]\ntitle = {titles[piece.document]}\nbody = {json.dumps(piece.text, ensure_ascii=False)}\nkeywords = []\n"
        for piece in several
    ]
    for start in range(0, len(entries), _FILE):
        (folder / f"entries-{start}.toml").write_text("\n".join(entries[start : start + _FILE]), "utf-8")


def ndcg(ranked: Sequence[int], relevant: frozenset[int]) -> float:
    """Return the nDCG@10 of documents, the best first."""
    got = sum(1 / log2(rank + 2) for rank, document in enumerate(ranked[:_DEPTH]) if document in relevant)
    return got / sum(1 / log2(rank + 2) for rank in range(min(_DEPTH, len(relevant))))


def measure(collection: Collection, folder: Path) -> list[Measured]:
    """Measure our engine and FTS5 in turn, question by question.

    Args:
        collection: The collection.
        folder: An empty folder to work in.
    """
    several = list(pieces(collection))
    write_pack(folder / "pack", several)
    database = folder / "knowledge.db"
    build = [sys.executable, "-m", "guidance_kb", "build", "--out", str(database), "--pack", str(folder / "pack")]
    subprocess.run(build, check=True, capture_output=True)
    with (
        closing(Searcher(database, help_texts=help_texts)) as searcher,
        closing(sqlite3.connect(":memory:")) as connection,
    ):
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(title, body, d UNINDEXED, tokenize = 'porter unicode61')")
        rows = ((piece.title, piece.text, piece.document) for piece in several)
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)

        def ours(question: str) -> Iterable[int]:
            answer = searcher.search(question, Language.EN, limit=_HITS)
            return [int(hit.section.rsplit("-", 1)[1]) for hit in answer.hits if hit.section.startswith(PACK)]

        def fts5(question: str) -> Iterable[int]:
            match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
            sql = f"SELECT d FROM t WHERE t MATCH ? ORDER BY bm25(t, 3, 1) LIMIT {_HITS}"  # noqa: S608
            return [document for (document,) in connection.execute(sql, (match,)).fetchall()]

        return _in_turn(collection, {"ours": ours, "FTS5, Porter": fts5})


def _in_turn(collection: Collection, engines: Mapping[str, Callable[[str], Iterable[int]]]) -> list[Measured]:
    scores: dict[str, list[float]] = {name: [] for name in engines}
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    for search in engines.values():
        search("warm")
    for number, question in collection.questions.items():
        for name, search in engines.items():
            start = time.perf_counter()
            found = search(" ".join(re.sub(r"[^\w ]", " ", question).split()))
            seconds[name].append(time.perf_counter() - start)
            scores[name].append(ndcg(list(dict.fromkeys(found)), collection.relevant[number]))
    return [Measured(name, sum(scores[name]) / len(scores[name]), seconds[name]) for name in engines]


def table(measured: Sequence[Measured]) -> str:
    """Return the figures as a table in Markdown; the last row is the first engine beside the second."""
    lines = ["| engine | nDCG@10 | p50, ms | p95, ms |", "|---|---:|---:|---:|"]
    figures = [(one.ndcg, *(1000 * percentile(one.seconds, share) for share in (0.5, 0.95))) for one in measured]
    for one, (score, middle, most) in zip(measured, figures, strict=True):
        lines.append(f"| {one.name} | {score:.3f} | {middle:.1f} | {most:.1f} |")
    beside = " | ".join(f"{mine / theirs:.2f} ×" for mine, theirs in zip(*figures[:2], strict=True))
    return "\n".join([*lines, f"| ours beside FTS5 | {beside} |"])


def main() -> int:
    """Measure the collection of the command line."""
    if len(sys.argv) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    collection = read(Path(sys.argv[1]))
    with TemporaryDirectory() as folder:
        measured = measure(collection, Path(folder))
    sys.stdout.write(
        f"{len(collection.documents)} documents, {len(collection.questions)} questions\n\n{table(measured)}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
