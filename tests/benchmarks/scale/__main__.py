"""Measures the search at scale and prints Markdown: `python -m tests.benchmarks.scale [--sizes 1000,10000,100000] [--json FILE]`."""

import argparse
import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from tests.benchmarks.__main__ import machine
from tests.benchmarks.scale.corpus import Corpus
from tests.benchmarks.scale.engines import Engine, Fts5, Ours, Tantivy, Whoosh, Xapian, have_xapian
from tests.benchmarks.scale.knowledge import build_authored, make_knowledge, make_shipped
from tests.benchmarks.scale.measuring import Times, exponent, time_queries
from tests.benchmarks.scale.queries import Asked, questions
from tests.benchmarks.scale.table import Report, Size, markdown

_SIZES: Final = "1000,10000,100000"
_WHOOSH: Final = 10_000
"""Entries up to which a Whoosh index is built: beyond, it takes longer than everything else together."""

_AUTHORED: Final = 10_000
"""Entries of the folder that goes through the whole build, with reading and checks."""

_RIVALS: Final[dict[str, Callable[[Path, Path], Engine]]] = {
    "raw FTS5": Fts5,
    "Whoosh": Whoosh,
    "Xapian": Xapian,
    "tantivy": Tantivy,
}


def measure(corpus: Corpus, shipped: Path, number: int, asked: dict[str, tuple[Asked, ...]], rivals: set[str]) -> Size:
    """Builds every index over `number` entries and asks every query."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        knowledge = folder / "knowledge.db"
        built = make_knowledge(knowledge, shipped, corpus.entries(number))
        _say(f"{number:,} entries: knowledge.db, {built.index_s:.1f} s")
        builds = {"ours": (built.index_s, built.mb)}
        start = time.process_time()
        engines: dict[str, Engine] = {"ours": Ours(knowledge)}
        engines["ours"].search(asked["one word"][0])
        first_s = time.process_time() - start
        for name, make in _RIVALS.items():
            if name in rivals and (name != "Whoosh" or number <= _WHOOSH):
                start = time.process_time()
                engines[name] = make(knowledge, folder / name)
                builds[name] = (time.process_time() - start, _megabytes(folder / name))
                _say(f"{number:,} entries: {name}, {builds[name][0]:.1f} s")
        times: dict[str, dict[str, Times]] = {}
        for kind, queries in asked.items():
            able = engines if queries[0].phrases else {"ours": engines["ours"]}
            times[kind] = time_queries(able, queries)
            _say(f"{number:,} entries: {kind}, p95 {', '.join(f'{n} {t.p95:.1f}' for n, t in times[kind].items())} ms")
        for engine in engines.values():
            engine.close()
        text, different = _vocabulary(knowledge)
        return Size(number, builds, built.tables_mb, first_s, text, different, times)


def _megabytes(place: Path) -> float:
    files = [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def _vocabulary(knowledge: Path) -> tuple[int, int]:
    """The length of the Dutch text in words, and how many different words it has."""
    different: set[str] = set()
    length = 0
    with closing(sqlite3.connect(knowledge)) as connection:
        for title, body in connection.execute("SELECT title, body FROM document WHERE lang = ?", (Language.NL,)):
            here = words(f"{title} {body}")
            different.update(here)
            length += len(here)
    return length, len(different)


def _say(what: str) -> None:
    print(f"  {what}", file=sys.stderr, flush=True)  # noqa: T201


def main() -> int:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description="The search at scale.")
    parser.add_argument("--sizes", default=_SIZES, help="entries, separated by commas (default: %(default)s)")
    parser.add_argument("--rivals", default=",".join(_RIVALS), help="engines to measure beside (default: %(default)s)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    options = parser.parse_args()
    rivals = set(filter(None, options.rivals.split(",")))
    if "Xapian" in rivals and not have_xapian():
        _say("Xapian is left out: Debian's python3-xapian is not here, or is for another Python")
        rivals.remove("Xapian")
    start = time.perf_counter()
    with TemporaryDirectory() as scratch:
        shipped = make_shipped(Path(scratch) / "shipped.db")
        with closing(sqlite3.connect(shipped)) as connection:
            corpus = Corpus(connection)
            asked = questions(corpus, connection)
        authored_s = build_authored(Path(scratch), corpus, _AUTHORED)
        _say(f"{_AUTHORED:,} entries: read, checked and built, {authored_s:.1f} s")
        sizes = [measure(corpus, shipped, int(number), asked, rivals) for number in options.sizes.split(",")]
    heaps = exponent([(size.text, size.different) for size in sizes]) if len(sizes) > 1 else 0.0
    report = Report(machine(), sizes, heaps, _AUTHORED, authored_s, time.perf_counter() - start)
    print(markdown(report))  # noqa: T201
    if options.json:
        options.json.write_text(json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
