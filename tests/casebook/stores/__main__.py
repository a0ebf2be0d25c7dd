"""Makes the store of the present version."""

from datetime import UTC, date, datetime, time

from guidance_kb.casebook.records.calls import Call, record_call
from guidance_kb.casebook.records.clients import Clients
from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.followups import CallResult, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.migrations import migrate, names
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.session import Doing, Judgement, SessionChange
from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.conversation.signals import SignalReason as Piece
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.preferences.options import LOCK_MINUTES
from tests.casebook.stores import KEY, STORES


def fill(store: Store) -> None:
    """One row or more of every table."""
    clients: Clients = store.clients
    person = clients.add("OEFEN-1", "oefencliënt").id
    session = store.sessions.begin(person, Rules("2026.1", '{"version": "2026.1", "themes": [], "items": []}'))
    said = Answer(State.NAMED, By.CLIENT, "zorgt voor haar moeder")
    signal = Signal("care-duties", SignalLevel.DISCUSS_NOW, (Piece("vraag-zorg", State.NAMED, By.CLIENT, firm=True),))
    store.sessions.save(session, SessionChange("vraag-zorg", Answer(), said, (signal,)))
    declined = Answer(State.DECLINED, By.OBSERVED)
    store.sessions.save(session, SessionChange("vraag-geld", Answer(), declined, (signal,)))
    store.sessions.save(session, SessionChange("vraag-geld", declined, Answer(), (signal,), Doing.UNDONE))
    judged = Judged(Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED, frozenset({"vraag-zorg!"}))
    store.sessions.save(session, Judgement("care-duties", None, judged))
    store.sessions.put_place(session, {"item": "vraag-zorg"})
    store.sessions.add_seconds(session, 600)
    store.sessions.finish(session)
    store.sessions.reopen(session, "aangevuld")
    store.sessions.finish(session)
    store.notes.write(person, "belt morgen terug", session)
    store.steps.agree(
        person,
        Terms("mantelzorgmakelaar bellen", Who.COUNSELOR, date(2026, 12, 1), "care-duties", handover=True),
        session,
    )
    store.follow_ups.plan_first_weeks(person, date(2026, 12, 1))
    store.follow_ups.plan(person, FollowUpKind.PLACEMENT, date(2027, 1, 4), "eerste werkdag")
    store.follow_ups.appoint(
        person, date(2026, 12, 9), Meeting(time(14, 30), Means.PHONE, "belt vanaf kantoor"), "plan"
    )
    call = Call(CallResult.NOT_REACHED, "voicemail", next_day=date(2026, 12, 8))
    record_call(store, person, store.follow_ups.of_client(person)[0].id, call)
    store.steps.review(store.steps.of_client(person)[0].id, StepResult.PARTLY)
    store.sessions.set_day(session, date(2026, 11, 20))
    store.consents.put(person, Reply.YES)
    clients.close(clients.add("OEFEN-2").id, date(2026, 11, 1), date(2027, 11, 1))
    store.settings.write_number(LOCK_MINUTES, 15)
    store.rows.run("INSERT INTO tombstone VALUES (?, ?)", "0" * 32, "2026-11-24T14:02:31Z")


def main() -> None:
    """Makes it, in a folder named after the number of migrations."""
    folder = STORES / str(len(names()))
    folder.mkdir()
    database = encrypted_connection.create(folder / "casebook.db", KEY, Journal.DELETE)
    migrate(database)
    fill(Store(database, lambda: datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)))
    database.execute("VACUUM")
    database.close()
    (folder / "casebook.db").chmod(0o644)


if __name__ == "__main__":
    main()
