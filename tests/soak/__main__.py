"""`python -m tests.soak`: every row as often as it takes, and a table of what happened.

python -m tests.soak [--only NAME …] [--count N] [--few]
"""

import argparse
import sys
import time

from guidance_kb.paths import knowledge_database
from tests.soak.found import Found, Row
from tests.soak.rows import ROWS, run

_HEAD = ("| what | tried | lost | leaked | tracebacks | s |", "|---|---:|---:|---:|---:|---:|")


def main() -> int:
    """Prints the table, a line as soon as it is known; the exit code is 1 when something was lost, leaked or raised a traceback."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[row.name for row in ROWS], help="only these rows")
    parser.add_argument("--count", type=int, help="how often, instead of what each row takes")
    parser.add_argument("--few", action="store_true", help="as often as `make test` does")
    chosen = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d')}\n\n{_HEAD[0]}\n{_HEAD[1]}", flush=True)  # noqa: T201
    all_found: list[tuple[Row, Found]] = []
    for row in ROWS:
        if row.name in chosen.only if chosen.only else row.few or not chosen.few:
            start = time.perf_counter()
            found = run(row, chosen.count or ((row.few or 1) if chosen.few else row.full), knowledge_database())
            print(_line(row, found, time.perf_counter() - start), flush=True)  # noqa: T201
            all_found.append((row, found))
    for row, found in all_found:
        print(_told(row, found), end="")  # noqa: T201
    return 0 if all(found.is_clean for _, found in all_found) else 1


def _line(row: Row, found: Found, seconds: float) -> str:
    if found.skipped:
        return f"| {row.name}: {row.what} | skipped | | | | |"
    numbers = (len(found.lost), len(found.leaked), len(found.tracebacks))
    return f"| {row.name}: {row.what} | {found.tried:,} | {' | '.join(map(str, numbers))} | {seconds:.0f} |"


def _told(row: Row, found: Found) -> str:
    """What there is to say beside the numbers."""
    lines = [f"skipped: {found.skipped}"] if found.skipped else []
    lines += found.said
    lines += [f"LOST {each}" for each in found.lost] + [f"LEAKED {each}" for each in found.leaked] + found.tracebacks
    return "".join(f"\n{row.name}: {line}" for line in lines) + ("\n" if lines else "")


if __name__ == "__main__":
    sys.exit(main())
