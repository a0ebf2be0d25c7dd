"""`docs/coverage.tsv`: every claim of the report (section, claim, entry) and the entry that carries it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from guidance_kb.knowledge.library import Library

LIST = Path(__file__).parents[2] / "docs" / "coverage.tsv"


class Claim(NamedTuple):
    """One line: a claim of the report in a few words, and the entry that carries it."""

    line: int
    section: str
    claim: str
    entry: str


def _claims() -> Iterator[Claim]:
    for number, line in enumerate(LIST.read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if cells == ["section", "claim", "entry"] and number == 1:
            continue
        assert [bool(cell) for cell in cells] == [True] * 3, (
            f"line {number}: expected section, claim and entry, found {line!r}"
        )
        yield Claim(number, *cells)


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return list(_claims())


def test_every_section_has_claims(library: Library, claims: list[Claim]) -> None:
    found = {claim.section for claim in claims}
    assert [claim for claim in claims if claim.section not in library.sections] == []
    assert [name for name in library.sections if name not in found] == []


def test_every_claim_leads_to_an_entry_of_its_section(library: Library, claims: list[Claim]) -> None:
    sections = {entry.id: entry.section for entry in library.entries()}
    assert [claim for claim in claims if claim.entry not in sections] == []
    assert [claim for claim in claims if sections.get(claim.entry, claim.section) != claim.section] == []


def test_every_entry_carries_a_claim(library: Library, claims: list[Claim]) -> None:
    carrying = {claim.entry for claim in claims}
    assert [entry.id for entry in library.entries() if entry.id not in carrying] == []


def test_no_line_stands_twice(claims: list[Claim]) -> None:
    seen: dict[tuple[str, str, str], int] = {}
    assert [claim for claim in claims if seen.setdefault(claim[1:], claim.line) != claim.line] == []
