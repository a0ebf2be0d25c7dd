"""A conversation beside the one before it: new, stayed, gone; and a gap is no all-clear."""

from guidance_kb.casebook.records.differences import SessionComparison
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal
from tests.casebook.conftest import Clock
from tests.casebook.people import client, talk


def _targets(comparison: SessionComparison | None) -> dict[str, list[str]]:
    assert comparison is not None
    lists: dict[str, tuple[Signal, ...]] = {
        "new": comparison.new, "stayed": comparison.stayed, "gone": comparison.gone, "not spoken of": comparison.not_spoken_of
    }  # fmt: skip
    return {name: [signal.target for signal in signals] for name, signals in lists.items() if signals}


def test_the_first_conversation_is_compared_with_nothing(open_casebook: Store, checklist: Checklist) -> None:
    assert open_casebook.compare(talk(open_casebook, checklist, client(open_casebook))) is None


def test_new_stayed_gone(open_casebook: Store, checklist: Checklist, clock: Clock) -> None:
    person = client(open_casebook)
    talk(open_casebook, checklist, person, vraag_zorg=State.NAMED, vraag_schulden=State.NAMED)
    clock.pass_(days=7)
    talk(open_casebook, checklist, client(open_casebook, "K-2"), vraag_school=State.NAMED)
    later = talk(
        open_casebook, checklist, person,
        vraag_zorg=State.NOT_AN_ISSUE, vraag_schulden=State.NAMED, vraag_school=State.NAMED,
    )  # fmt: skip
    assert _targets(open_casebook.compare(later)) == {
        "new": ["bad-school-experience", "learning-not-for-me"],
        "stayed": ["debts", "money"],
        "gone": ["care-duties", "place-and-time"],
    }


def test_what_was_not_spoken_of_is_not_gone(open_casebook: Store, checklist: Checklist) -> None:
    """Nor what the client would rather not discuss, nor what had another reason besides."""
    person = client(open_casebook)
    talk(open_casebook, checklist, person, vraag_zorg=State.NAMED, vraag_schulden=State.NAMED, vraag_vertrouwen=State.NAMED,
         vraag_tegenslag=State.NAMED)  # fmt: skip
    later = talk(open_casebook, checklist, person, vraag_schulden=State.DECLINED, vraag_vertrouwen=State.NOT_AN_ISSUE)
    compared = open_casebook.compare(later)
    assert compared is not None
    assert compared.new == compared.stayed == ()
    before = open_casebook.sessions.signals_of(open_casebook.sessions.of_client(person)[0].id).signals
    assert {signal.target for signal in before} >= {"care-duties", "debts", "low-self-belief"}
    only_confidence = {s.target for s in before if {reason.item for reason in s.reasons} == {"vraag-vertrouwen"}}
    assert {signal.target for signal in compared.gone} == only_confidence
    assert {signal.target for signal in compared.not_spoken_of} == {
        signal.target for signal in before
    } - only_confidence


def test_only_the_conversation_just_before_counts(open_casebook: Store, checklist: Checklist, clock: Clock) -> None:
    person = client(open_casebook)
    talk(open_casebook, checklist, person, vraag_zorg=State.NAMED)
    clock.pass_(days=1)
    middle = talk(open_casebook, checklist, person, vraag_schulden=State.NAMED)
    clock.pass_(days=1)
    last = talk(open_casebook, checklist, person, vraag_schulden=State.NAMED)
    assert _targets(open_casebook.compare(last)) == {"stayed": ["debts", "money"]}
    assert _targets(open_casebook.compare(middle)) == {
        "new": ["debts", "money"], "not spoken of": ["care-duties", "place-and-time"]
    }  # fmt: skip
