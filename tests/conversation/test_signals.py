"""The rules: a table to read, the reviewed list, and properties over random conversations (all in `rules`)."""

import pytest

from guidance_kb.conversation import signals as rules
from guidance_kb.conversation.checklist import Checklist
from tests.conversation.cases import Case, table
from tests.conversation.rules import PROPERTIES, REVIEWED, Check, Rule, check_case, check_item
from tests.rows import rows


@rows("case", table(), ids=lambda case: case.name)
def test_table(checklist: Checklist, case: Case) -> None:
    check_case(case, rules, checklist)


@rows("item", dict.fromkeys(rule.item for rule in REVIEWED))
def test_each_item_raises_what_was_reviewed(checklist: Checklist, item: str) -> None:
    check_item(item, rules, checklist)


@pytest.mark.parametrize("check", PROPERTIES, ids=lambda check: check.__name__)
def test_property(checklist: Checklist, check: Check) -> None:
    check(rules, checklist)


def test_the_checklist_holds_the_reviewed_rules_and_no_other(checklist: Checklist) -> None:
    written = [Rule(item.id, e.state, e.target, e.strength) for item in checklist.items.values() for e in item.evidence]
    assert written == list(REVIEWED)


def test_every_table_row_is_of_the_real_checklist(checklist: Checklist) -> None:
    items = {item for case in table() for item in case.answers} - {"vraag-van-vroeger"}
    assert items <= set(checklist.items)
