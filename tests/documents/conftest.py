"""A conversation to print."""

import pytest

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.knowledge.model import Evidence, Item

HOSTILE = '<b>bang</b> & "stil" <script>alert(1)</script>\x00\ud800\ntweede regel'


def first(checklist: Checklist, targets: tuple[str, ...]) -> tuple[Item, Evidence]:
    """The first item that alone raises one of `targets` when it is named."""
    return next(
        (item, evidence)
        for item in checklist.items.values()
        for evidence in item.evidence
        if evidence.target in targets and evidence.state == "named" and evidence.strength == "firm"
    )


@pytest.fixture
def session(checklist: Checklist) -> Session:
    """A drive and a barrier that were named, one seen, one that is not an issue, one declined, and a note with a gap."""
    made = Session(checklist)
    drive, barrier = first(checklist, checklist.drives)[0].id, first(checklist, checklist.barriers)[0].id
    made.set_state(drive, State.NAMED)
    made.set_state(barrier, State.NAMED)
    made.set_note(barrier, HOSTILE)
    seen, no_issue, declined, gap = [item for item in checklist.items if item not in (drive, barrier)][-4:]
    made.set_state(seen, State.NAMED)
    made.set_by(seen, By.OBSERVED)
    made.set_state(no_issue, State.NOT_AN_ISSUE)
    made.set_state(declined, State.DECLINED)
    made.set_note(gap, "volgende keer vragen")
    return made
