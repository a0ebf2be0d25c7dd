"""Which deeper items are worthwhile now: those that follow on something that was named. Any item can be opened by hand all the same."""

from collections.abc import Mapping

from guidance_kb.conversation.answers import GAP, Answer, State
from guidance_kb.conversation.checklist import Checklist


def opened(checklist: Checklist, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The deeper items of which one that they come after was named, by the client or as observed."""
    return frozenset(
        item.id
        for item in checklist.items.values()
        if any(answers.get(before, GAP).state is State.NAMED for before in item.opens_after)
    )
