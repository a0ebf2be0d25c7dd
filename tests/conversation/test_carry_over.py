"""Drives that may carry a barrier, and what is for the service to do: on the real content."""

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.session import carrying, may_carry
from guidance_kb.conversation.signals import Signal, SignalLevel, SignalReason
from guidance_kb.conversation.verdicts import Judged, Verdict
from guidance_kb.knowledge.library import Library


def signal(target: str, level: SignalLevel = SignalLevel.DISCUSS_NOW) -> Signal:
    return Signal(
        target, level, (SignalReason("vraag-x", State.NAMED, By.CLIENT, firm=level is SignalLevel.DISCUSS_NOW),)
    )


def aside(*targets: str) -> dict[str, Judged]:
    return {target: Judged(Verdict.DISMISSED, evidence=frozenset({"vraag-x!"})) for target in targets}


def test_every_barrier_has_drives_that_may_carry_it(library: Library) -> None:
    order = list(library.drives)
    for barrier in library.barriers:
        found = may_carry(library, barrier)
        assert found
        assert list(found) == sorted(found, key=order.index)
        assert {link.id for link in library.links(barrier) if link.type == "may_carry"} == set(found)


def test_those_that_were_named_and_fit(library: Library) -> None:
    barrier, fitting = next(
        (barrier, may_carry(library, barrier))
        for barrier in library.barriers
        if 1 < len(may_carry(library, barrier)) < 7
    )
    other = next(drive for drive in library.drives if drive not in fitting)
    assert carrying(library, barrier, []) == ()
    assert carrying(library, barrier, [signal(barrier), signal(other)]) == ()
    both = [signal(fitting[1]), signal(other), signal(fitting[0], SignalLevel.FOR_INFORMATION)]
    assert carrying(library, barrier, both) == fitting[:2]
    assert carrying(library, barrier, both, aside(fitting[1])) == fitting[:1]
