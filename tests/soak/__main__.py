"""`python -m tests.soak [NUMBER] [FIRST]`: tries so many mutants, from the one with number FIRST, and prints what happened."""

import sys
import time

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.paths import RESOURCES
from tests.soak.running import HANG, run


def main() -> int:
    """Prints the table; the exit code is 1 when a mutant crashed or hung."""
    number, first = ([int(word) for word in sys.argv[1:]] + [10_000, 0][len(sys.argv) - 1 :])[:2]
    start = time.perf_counter()
    tally = run(range(first, first + number), read(RESOURCES))
    lines = [
        "| what | mutants |",
        "|---|---:|",
        f"| tried | {tally.tried} |",
        f"| accepted | {tally.accepted} |",
        f"| refused | {tally.refused.total()} |",
        f"| crashes | {len(tally.crashes)} |",
        f"| hangs over {HANG:.0f} s | {len(tally.hangs)} |",
        "",
        "| refused because | mutants |",
        "|---|---:|",
        *(f"| {reason} | {count} |" for reason, count in tally.refused.most_common()),
        "",
        f"Slowest {tally.slowest:.2f} s; all {time.perf_counter() - start:.0f} s.",
        *(f"\nmutant {number} crashes:\n{told}" for number, told in tally.crashes.items()),
        *(f"\nmutant {number} took {seconds:.1f} s" for number, seconds in tally.hangs.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if tally.crashes or tally.hangs else 0


if __name__ == "__main__":
    sys.exit(main())
