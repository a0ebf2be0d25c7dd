"""Random conversations, a short run: ten thousand in `make soak`."""

from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from guidance_kb.knowledge.library import Library
from tests.conversation.machine import ground, machine, played


def test_whatever_is_done_in_whatever_order(library: Library, tmp_path: Path) -> None:
    conversations = machine(ground(library, tmp_path))
    run_state_machine_as_test(
        conversations, settings=settings(played(25), derandomize=True)
    )  # fails where something does not hold
    assert all(conversations.times[what] > 5 for what in ("undone", "loaded", "shuffled")), conversations.times
