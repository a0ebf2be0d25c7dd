"""Consent: asked at the first saving, and without it no table of the casebook names an item about health, debts or the law."""

import pytest

from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.consent import PRIVATE_ITEMS, PRIVATE_TARGETS
from guidance_kb.ui.conversation.view import ConversationView
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook, narrow

DEBTS = "vraag-schulden"
WORDS = "drie brieven van de deurwaarder"
_RULES = ("rules",)


def private_in(store: Store) -> list[str]:
    """Every table in which a private item, target or the client's words about it stand; the checklists themselves have them."""
    tables = store.rows.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    sought = (*PRIVATE_ITEMS, *(f'"{each}"' for each in PRIVATE_TARGETS), *PRIVATE_TARGETS, "deurwaarder")
    found = []
    for (name,) in tables:
        if name not in _RULES:
            rows = repr(store.rows.all(f"SELECT * FROM {name}"))  # noqa: S608 - names of the schema
            found += [
                f"{name}: {each}" for each in sought if f"'{each}" in rows or f'"{each}' in rows or f" {each}" in rows
            ]
    return found


def say_it(view: ConversationView, casebook: Casebook) -> None:
    """Says something about debts: named, a note, a verdict on its signal, and a step."""
    view.items.go_to(DEBTS)
    view.controller.set_state(DEBTS, State.NAMED)
    view.controller.set_note(DEBTS, WORDS)
    view.controller.set_state("vraag-geld", State.NAMED)
    view.agreed.agree(Terms("maakt een overzicht", Who.CLIENT, None, "debts"))
    view.side.signals.toggle("debts")
    view.persistence._autosave.put_last()
    view.persistence._writes.send_now()
    casebook.settle()


def test_it_is_asked_once(kept: ConversationView, casebook: Casebook) -> None:
    assert kept.consent.isVisible()
    hand.click(kept.consent.replies[Reply.NO])
    casebook.settle()
    assert not kept.consent.isVisible()
    assert not kept.persistence.consented


@pytest.mark.parametrize("reply", [None, Reply.NO, Reply.LATER])
def test_without_a_yes_nothing_of_it_is_kept(kept: ConversationView, casebook: Casebook, reply: Reply | None) -> None:
    if reply is not None:
        hand.click(kept.consent.replies[reply])
        casebook.settle()
    say_it(kept, casebook)
    assert casebook.ask(private_in) == []
    assert kept.controller.session.answer(DEBTS).note == WORDS
    assert kept.items.details._withheld.text() != ""
    kept.finish()
    casebook.settle()
    assert casebook.ask(private_in) == []


def test_with_a_yes_all_of_it_is_kept(kept: ConversationView, casebook: Casebook) -> None:
    hand.click(kept.consent.replies[Reply.YES])
    casebook.settle()
    say_it(kept, casebook)
    assert answers_in(casebook)[DEBTS].note == WORDS
    assert kept.items.details._withheld.isHidden()


def test_what_was_said_before_the_yes_is_kept_then_and_undone_in_order(
    kept: ConversationView, casebook: Casebook
) -> None:
    say_it(kept, casebook)
    hand.click(kept.consent.replies[Reply.YES])
    casebook.settle()
    assert answers_in(casebook)[DEBTS].note == WORDS
    (session,) = casebook.drafts()
    done = casebook.ask(lambda store: store.sessions.resume(session).done)
    assert done == kept.controller.session.done
    while kept.controller.session.can_undo:
        kept.controller.undo()
    casebook.settle()
    assert casebook.ask(lambda store: store.sessions.answers(session)) == {}


def test_a_withdrawal_removes_what_was_kept_and_undo_restores_it(kept: ConversationView, casebook: Casebook) -> None:
    hand.click(kept.consent.replies[Reply.YES])
    casebook.settle()
    say_it(kept, casebook)
    client = kept.persistence.client
    assert client is not None
    kept.put_down()
    casebook.settle()
    before = casebook.ask(private_in)
    assert before
    casebook.ask(lambda store: store.consents.withdraw(client.id))
    left = [each for each in casebook.ask(private_in) if not each.startswith(("action", "word"))]
    assert left == []
    casebook.ask(lambda store: store.undo.take_back(client.id))
    assert casebook.ask(private_in) == before


def answers_in(casebook: Casebook) -> dict[str, object]:
    (session,) = casebook.drafts()
    return casebook.ask(lambda store: store.sessions.answers(session))  # type: ignore[return-value]


def test_in_a_small_window_it_waits_for_what_was_last_time(kept: ConversationView, casebook: Casebook) -> None:
    whose = kept.persistence.client
    assert whose is not None
    kept.finish()
    casebook.settle()
    kept.start_for(whose.id)
    casebook.settle()
    assert kept.last_time.isVisible()
    assert kept.consent.isVisible()
    narrow(kept)
    assert not kept.consent.isVisible()
    hand.click(kept.last_time.leave)
    assert kept.consent.isVisible()
