"""The figures as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.scale.measuring import Times

RATE_GOAL = 3000
RATIO_GOAL = 2.0


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured over a number of entries.

    Attributes:
        entries: How many were made up; the shipped ones stand before them.
        builds: By engine: seconds to build its index, and its size in MB.
        tables_mb: Of our file, what the plain tables take without an index.
        first_s: Opening our database and answering the first query, in seconds.
        text: Words of the Dutch text.
        different: How many different ones.
        times: By class of queries, by engine.
    """

    entries: int
    builds: dict[str, tuple[float, float]]
    tables_mb: float
    first_s: float
    text: int
    different: int
    times: dict[str, dict[str, Times]]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole measurement; `authored` entries went through reading, checks and all in `authored_s` seconds."""

    machine: str
    sizes: Sequence[Size]
    heaps: float
    authored: int
    authored_s: float
    seconds: float


def markdown(report: Report) -> str:
    """The report as tables."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"Measured on {report.machine}, in {report.seconds / 60:.0f} minutes. All times are processor time of one process"
    yield "(tantivy builds on all cores)."
    yield ""
    yield from _build(report)
    for size in report.sizes:
        yield ""
        yield from _queries(size)
    if len(report.sizes) > 1:
        yield ""
        yield from _growth(report.sizes)


def _build(report: Report) -> Iterator[str]:
    yield "### Build"
    yield ""
    yield from _row("entries", "engine", "s", "entries/s", "MB")
    yield "|---:|---|---:|---:|---:|"
    for size in report.sizes:
        for engine, (seconds, mb) in size.builds.items():
            yield from _row(
                f"{size.entries:,}", engine, f"{seconds:.1f}", f"{size.entries / seconds:,.0f}", f"{mb:,.1f}"
            )
    yield ""
    rate = report.authored / report.authored_s
    yield (
        f"Read, checked and built from TOML: {report.authored:,} entries in {report.authored_s:.1f} s, {rate:,.0f} entries/s"
        f" (goal {RATE_GOAL:,}). Our file holds the plain tables too"
        f" ({', '.join(f'{size.tables_mb:,.1f}' for size in report.sizes)} MB)."
        f" Opening and the first query: {', '.join(f'{size.first_s:.2f}' for size in report.sizes)} s."
    )
    vocabulary = ", ".join(f"{size.different:,} in {size.text:,}" for size in report.sizes)
    yield f"Different Dutch words: {vocabulary}; Heaps' exponent {report.heaps:.2f}."


def _queries(size: Size) -> Iterator[str]:
    engines = list(size.builds)
    yield f"### Queries at {size.entries:,} entries, p50 / p95 in ms"
    yield ""
    yield from _row("queries", *engines, "p95 beside raw FTS5", "met")
    yield "|---|" + "---:|" * (len(engines) + 1) + "---|"
    for kind, times in size.times.items():
        cells = [_cell(times[engine]) if engine in times else "" for engine in engines]
        yield from _row(kind, *cells, *_goal(times))


def _cell(times: Times) -> str:
    return f"{times.p50:.1f} / {times.p95:.1f}"


def _goal(times: dict[str, Times]) -> tuple[str, str]:
    """The ratio to raw FTS5, and whether it and the comparison with Whoosh and Xapian are as they should be."""
    raw = times.get("raw FTS5")
    if raw is None:
        return "", ""
    ours = times["ours"].p95
    below = all(ours <= times[name].p95 for name in ("Whoosh", "Xapian") if name in times)
    ratio = ours / raw.p95
    return f"{ratio:.2f}×", "yes" if ratio <= RATIO_GOAL and below else "**no**"


def _growth(sizes: Sequence[Size]) -> Iterator[str]:
    small, large = sizes[-2:]
    yield f"### Growth from {small.entries:,} to {large.entries:,} entries, p50 / p95"
    yield ""
    engines = [engine for engine in large.builds if engine in small.builds]
    yield from _row("queries", *engines)
    yield "|---|" + "---:|" * len(engines)
    for kind, times in large.times.items():
        before = small.times[kind]
        cells = [
            f"{times[e].p50 / before[e].p50:.1f}× / {times[e].p95 / before[e].p95:.1f}×" if e in times else ""
            for e in engines
        ]
        yield from _row(kind, *cells)


def _row(*cells: str) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"
