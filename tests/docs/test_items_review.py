"""`docs/items-review.tsv`: every item and card was read for fairness, as it stands now (`docs/items-review.md`)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from guidance_kb.knowledge.authoring import fairness, models
from guidance_kb.knowledge.authoring.build import read_content
from guidance_kb.paths import RESOURCES

LIST = Path(__file__).parents[2] / "docs" / "items-review.tsv"
HEADER = ["item", "question", "verdict", "why", "text", "read"]

OF_A_CARD = ("grounds", "proxy", "wording")
OF_AN_ITEM = (*OF_A_CARD, "evidence")
VERDICTS = {"grounds": {"no", "changed"}, "proxy": {"no", "changed"}}
"""What may be said of a question; of the others, `good` or `changed`. Nothing may be left open."""

Read = models.ItemSource | models.BarrierSource | models.DriveSource


class Row(NamedTuple):
    """One line: what was found of one item or card on one question. `text` and `read` stand in its first row only."""

    item: str
    question: str
    verdict: str
    why: str
    text: str
    read: str


def rows(text: str) -> Iterator[Row]:
    """The rows of the list in `text`."""
    head, *lines = text.splitlines()
    assert head.split("\t") == HEADER
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        assert len(cells) == len(HEADER), f"line {number}: expected {len(HEADER)} cells, found {len(cells)}"
        yield Row(*cells)


def digest(table: Read) -> str:
    """What of `table` was read, in eight letters: all that is asked, ticked, observed or shown, and what it is evidence for."""
    words = [f"{field}={text}" for field, text in fairness.texts(table)]
    if isinstance(table, models.ItemSource):
        words += [f"Evidence({', '.join(f'{name}={value!r}' for name, value in each)})" for each in table.evidence]
    return sha256("\n".join(words).encode()).hexdigest()[:8]


def first_question(table: Read) -> str:
    """The first question of an item or card, in Dutch."""
    return table.nl.open if isinstance(table, models.ItemSource) else table.nl.ask


def faults(rows: Mapping[str, list[Row]], read: Mapping[str, Read]) -> Iterator[str]:
    """What is wrong with the list: an item unread, read as it no longer is, without a verdict, or not there."""
    yield from (f"{name}: there is no such item or card" for name in rows if name not in read)
    for name, table in read.items():
        expected = OF_AN_ITEM if isinstance(table, models.ItemSource) else OF_A_CARD
        found = rows.get(name, [])
        if tuple(row.question for row in found) != expected:
            yield f"{name}: expected rows for {', '.join(expected)}"
            continue
        yield from (
            f"{name}, {row.question}: “{row.verdict}” is no verdict, or why is missing"
            for row in found
            if row.verdict not in VERDICTS.get(row.question, {"good", "changed"}) or not row.why
        )
        if (found[0].text, found[0].read) != (first_question(table), digest(table)):
            yield f"{name}: not reviewed as it is now. Read it again, then write “{first_question(table)}” and {digest(table)}"


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    content = read_content(RESOURCES)
    return {table.id: table for table in chain(content.item, content.barrier, content.drive)}


@pytest.fixture
def reviewed() -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows(LIST.read_text("utf-8")):
        found[row.item].append(row)
    return dict(found)


def test_every_item_and_card_was_read_as_it_is(reviewed: dict[str, list[Row]], read: dict[str, Read]) -> None:
    assert list(faults(reviewed, read)) == []
    assert list(reviewed) == list(read), "in the order of the content"


def test_no_reason_is_a_formula(reviewed: dict[str, list[Row]]) -> None:
    reasons = [row.why for row in chain.from_iterable(reviewed.values())]
    assert [why for why in reasons if reasons.count(why) > 1] == []


def test_what_is_wrong_is_told(reviewed: dict[str, list[Row]], read: dict[str, Read]) -> None:
    items = ((name, table) for name, table in read.items() if isinstance(table, models.ItemSource))
    name, table = next((name, table) for name, table in items if table.evidence)
    whole = reviewed[name]

    def told(found: list[Row], now: Read = table) -> str:
        return "\n".join(faults({**reviewed, name: found}, {**read, name: now}))

    reworded = table.model_copy(update={"en": table.en.model_copy(update={"softer": "And you?"})})
    firmer = table.model_copy(update={"evidence": [*table.evidence, *table.evidence]})
    assert told(whole) == ""
    assert told(whole[:-1]).startswith(f"{name}: expected rows")
    assert "is no verdict" in told([whole[0]._replace(verdict="open"), *whole[1:]])
    assert "is no verdict" in told([*whole[:-1], whole[-1]._replace(why="")])
    assert "not reviewed as it is now" in told(whole, reworded)
    assert "not reviewed as it is now" in told(whole, firmer)
    assert list(faults({**reviewed, "vraag-weg": []}, read)) == ["vraag-weg: there is no such item or card"]
