"""`docs/casebook.md` tells the terms and limits as they are."""

from pathlib import Path

import pytest

from guidance_kb.casebook.privacy.clock_guard import LONGEST_REST
from guidance_kb.casebook.vault.recovery import ALL_OF, DAYS, LONGEST, WEEKS
from guidance_kb.preferences.options import KEEP_MONTHS

PAGE = (Path(__file__).parents[2] / "docs" / "casebook.md").read_text("utf-8")
NUMBERS = {4: "four", 7: "seven"}


@pytest.mark.parametrize(
    "told",
    [
        f"of the last {ALL_OF.total_seconds() / 3600:.0f} hours",
        f"the last {NUMBERS[DAYS]} days",
        f"the last {NUMBERS[WEEKS]} weeks",
        f"longer than {LONGEST.days} days",
        f"more than {LONGEST_REST.days} days ahead",
        "({} to {})".format(*KEEP_MONTHS.limits or ()),
    ],
)
def test_every_limit_is_told(told: str) -> None:
    assert told in PAGE


def test_links_lead_somewhere() -> None:
    for name in ("command-line.md", "security.md"):
        assert f"({name}" in PAGE
        assert (Path(__file__).parents[2] / "docs" / name).exists()
