"""The timeline of a client."""

from datetime import date, timedelta

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Step, Terms, Who
from guidance_kb.casebook.records.timeline import Conversation, Happened
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from tests.casebook.conftest import Clock
from tests.casebook.people import TODAY, client, talk


def test_a_new_record_has_one_event(open_casebook: Store) -> None:
    timeline = open_casebook.timeline(client(open_casebook))
    assert [(event.day, event.what, event.about) for event in timeline.events] == [(TODAY, Happened.OPENED, None)]
    assert (timeline.last, timeline.open_steps, timeline.planned) == (None, (), ())


def test_everything_that_happened_the_last_first(open_casebook: Store, checklist: Checklist, clock: Clock) -> None:
    store = open_casebook
    person = client(store)
    first = talk(store, checklist, person, vraag_zorg=State.NAMED)
    handover = store.steps.agree(person, Terms("naar het loket", Who.COUNSELOR, handover=True), first)
    dropped = store.steps.agree(person, Terms("formulier", Who.CLIENT, TODAY))
    store.notes.write(person, "belde af")
    clock.pass_(days=7)
    second = talk(store, checklist, person, vraag_zorg=State.NAMED, vraag_schulden=State.NAMED)
    store.steps.arrived(handover)
    store.steps.drop(dropped)
    late = store.steps.agree(person, Terms("laat", Who.CLIENT, date(2027, 1, 2)))
    open_ = store.steps.agree(person, Terms("zonder dag", Who.SERVICE))
    soon = store.steps.agree(person, Terms("snel", Who.CLIENT, date(2026, 12, 24)))
    store.follow_ups.done(store.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, TODAY), day=TODAY + timedelta(8))
    planned = store.follow_ups.plan(person, FollowUpKind.SECOND_WEEK, date(2026, 12, 8))
    store.clients.close(person, TODAY + timedelta(9), TODAY + timedelta(400))
    talk(store, checklist, client(store, "K-2"), vraag_school=State.NAMED)

    timeline = store.timeline(person)
    assert [(event.day - TODAY, event.what) for event in timeline.events] == [
        (timedelta(9), Happened.CLOSED),
        (timedelta(8), Happened.FOLLOWED_UP),
        (timedelta(7), Happened.STEP_DROPPED),
        (timedelta(7), Happened.ARRIVED),
        (timedelta(7), Happened.STEP_AGREED),
        (timedelta(7), Happened.STEP_AGREED),
        (timedelta(7), Happened.STEP_AGREED),
        (timedelta(7), Happened.CONVERSATION),
        (timedelta(0), Happened.NOTE),
        (timedelta(0), Happened.STEP_AGREED),
        (timedelta(0), Happened.STEP_AGREED),
        (timedelta(0), Happened.CONVERSATION),
        (timedelta(0), Happened.OPENED),
    ]
    agreed = [event.about for event in timeline.events if event.what is Happened.STEP_AGREED]
    assert [step.id for step in agreed if isinstance(step, Step)] == [soon, open_, late, dropped, handover]
    conversations = [event.about for event in timeline.events if isinstance(event.about, Conversation)]
    assert [each.spoken.held.id for each in conversations] == [second, first]
    assert conversations[0] == timeline.last
    assert (conversations[0].comparison, conversations[1].comparison) == (store.compare(second), None)
    assert conversations[0].spoken.signals == store.sessions.signals_of(second).signals
    assert conversations[0].spoken.states == {"vraag-zorg": State.NAMED, "vraag-schulden": State.NAMED}
    assert [step.id for step in timeline.open_steps] == [soon, late, open_]
    assert [each.id for each in timeline.planned] == [planned]
    assert timeline.client == store.clients.get(person)
