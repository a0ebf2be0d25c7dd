"""Knowledge packs under fire: the worked example, changed at random."""

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.paths import RESOURCES
from tests.soak.found import Found, Ground
from tests.soak.running import HANG, run


def fuzzed(ground: Ground, first: int = 0) -> Found:
    """Tries `count` mutants, from the one with number `first`, and tells why they were refused."""
    tally = run(range(first, first + ground.count), read(RESOURCES))
    found = Found(tried=tally.tried)
    found.tracebacks += [f"mutant {number}:\n{told}" for number, told in tally.crashes.items()]
    found.tracebacks += [f"mutant {number} took {seconds:.1f} s" for number, seconds in tally.hangs.items()]
    found.said.append(
        f"{tally.accepted:,} accepted, {tally.refused.total():,} refused, none longer than {tally.slowest:.2f} s (a hang is {HANG:.0f} s)"
    )
    found.said += [f"refused {count:,} times because: {reason}" for reason, count in tally.refused.most_common()]
    return found
