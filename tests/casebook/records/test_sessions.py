"""Conversations: saved with every answer, taken up where they stopped, finished and opened again."""

import json

import pytest
from hypothesis import strategies as st

from guidance_kb.casebook.records.session_records import ReopenedSession, Rules, SessionState
from guidance_kb.casebook.records.undo import UndoKind
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, By
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session, SessionChange
from guidance_kb.conversation.signals import signals
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.errors import BugError
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, client, everything, live, restarted, talk
from tests.conversation.rules import for_all


@pytest.fixture
def session(open_casebook: Store) -> int:
    return open_casebook.sessions.begin(client(open_casebook), RULES)


@pytest.fixture
def held(open_casebook: Store, checklist: Checklist, session: int) -> Session:
    return live(open_casebook, checklist, session)


def test_an_answer_is_saved_with_its_signals_and_its_change(
    open_casebook: Store, held: Session, session: int, clock: Clock
) -> None:
    clock.pass_(minutes=3)
    held.set_state("vraag-zorg", Answered.NAMED)
    sessions = open_casebook.sessions
    assert sessions.answers(session) == {"vraag-zorg": Answer(Answered.NAMED)}
    assert sessions.signals_of(session).signals == held.signals != ()
    (changed,) = sessions.history(session)
    assert (changed.at, changed.item, changed.before, changed.after, changed.undone) == (
        "2026-11-24T14:05:31Z", "vraag-zorg", Answer(), Answer(Answered.NAMED), None
    )  # fmt: skip
    assert (sessions.get(session).started, sessions.get(session).changed) == ("2026-11-24T14:02:31Z", changed.at)


def test_saving_tells_the_moment(open_casebook: Store, session: int, clock: Clock) -> None:
    change = SessionChange("vraag-zorg", Answer(), Answer(Answered.NAMED), ())
    assert open_casebook.sessions.save(session, change) == clock()


def test_a_change_is_saved_whole_or_not_at_all(open_casebook: Store, held: Session, session: int) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    before = everything(open_casebook)
    open_casebook.rows.run("CREATE TRIGGER broken BEFORE INSERT ON signal BEGIN SELECT raise(ABORT, 'broken'); END")
    with pytest.raises(Exception, match="broken"):
        held.set_state("vraag-geld", Answered.NAMED)
    assert everything(open_casebook) == before


def test_a_gap_has_no_row(open_casebook: Store, held: Session, session: int) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    held.set_state("vraag-zorg", Answered.NAMED)
    assert open_casebook.sessions.answers(session) == {}
    assert open_casebook.sessions.signals_of(session).signals == ()
    assert len(open_casebook.sessions.history(session)) == 2


def test_words_typed_in_one_go_are_one_change(open_casebook: Store, held: Session, session: int) -> None:
    for text in ("e", "elke", "elke dag"):
        held.set_note("vraag-zorg", text)
    assert [each.after.note for each in open_casebook.sessions.history(session)] == ["elke dag"]
    held.set_note("vraag-zorg", "")
    assert open_casebook.sessions.history(session) == []


def test_what_is_taken_back_stays_in_the_history(
    open_casebook: Store, held: Session, session: int, clock: Clock
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    clock.pass_(minutes=1)
    held.undo()
    (changed,) = open_casebook.sessions.history(session)
    assert (changed.after.state, changed.undone) == (Answered.NAMED, "2026-11-24T14:03:31Z")
    assert open_casebook.sessions.answers(session) == {}
    assert open_casebook.sessions.resume(session).done == ()


_STEP = st.tuples(
    st.sampled_from(["vraag-dichtbij", "vraag-zorg", "vraag-plek-tijd"]),
    st.sampled_from([*Answered, *By, "", "op dinsdag", "elke dag", None]),
)


def test_a_session_taken_up_is_the_session_that_was_left(open_casebook: Store, checklist: Checklist) -> None:
    """After anything at all: the same answers, the same signals, and undo takes back the same to the beginning."""
    person = client(open_casebook)

    def test(steps: list[tuple[str, Answered | By | str | None]]) -> None:
        session = open_casebook.sessions.begin(person, RULES)
        held = live(open_casebook, checklist, session)
        for item, value in steps:
            match value:
                case None:
                    held.undo()
                case Answered():
                    held.set_state(item, value)
                case By():
                    held.set_by(item, value)
                case _:
                    held.set_note(item, value)
            again = live(open_casebook, checklist, session)
            assert (again.answers, again.done) == (held.answers, held.done)
            assert open_casebook.sessions.signals_of(session).signals == signals(checklist, held.answers)
        again = live(open_casebook, checklist, session)
        while again.undo():
            pass
        assert open_casebook.sessions.answers(session) == {}

    for_all(test, st.lists(_STEP, max_size=12))


def test_undo_reaches_over_a_restart_within_the_day(
    open_casebook: Store, checklist: Checklist, held: Session, session: int, clock: Clock
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    clock.pass_(hours=2)
    again = live(restarted(open_casebook, clock), checklist, session)
    again.undo()
    assert open_casebook.sessions.answers(session) == {}


def test_undo_does_not_reach_into_another_day(
    open_casebook: Store, checklist: Checklist, held: Session, session: int, clock: Clock
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    clock.pass_(days=1)
    again = live(restarted(open_casebook, clock), checklist, session)
    assert not again.can_undo
    again.set_state("vraag-geld", Answered.NAMED)
    again.undo()
    assert open_casebook.sessions.answers(session) == {"vraag-zorg": Answer(Answered.NAMED)}


def test_place_and_time_in_hand_are_kept(open_casebook: Store, session: int) -> None:
    place = {"item": "vraag-zorg", "core_only": True, "open": ["care-duties"]}
    open_casebook.sessions.put_place(session, place)
    open_casebook.sessions.add_seconds(session, 90)
    open_casebook.sessions.add_seconds(session, 30)
    resumed = open_casebook.sessions.resume(session)
    assert (resumed.place, resumed.held.seconds) == (place, 120)


def test_what_was_said_before_it_could_be_saved_is_taken_along(open_casebook: Store, checklist: Checklist) -> None:
    before = Session(checklist)
    before.set_state("vraag-zorg", Answered.NAMED)
    before.set_note("vraag-zorg", "elke dag")
    before.set_state("vraag-geld", Answered.DECLINED)
    before.set_state("vraag-zorg", Answered.NOT_AN_ISSUE)
    session = open_casebook.sessions.begin(client(open_casebook), RULES, before)
    again = live(open_casebook, checklist, session)
    assert (again.answers, again.done, again.signals) == (before.answers, before.done, before.signals)
    afters = [(each.item, each.after.state.value, each.after.note) for each in open_casebook.sessions.history(session)]
    assert afters == [
        ("vraag-zorg", "named", ""), ("vraag-zorg", "named", "elke dag"), ("vraag-geld", "declined", ""),
        ("vraag-zorg", "not_an_issue", "elke dag"),
    ]  # fmt: skip


# ── drafts and crashes ──────────────────────────────────────────────────────────────────────────


def test_a_draft_that_was_not_put_down_was_cut_off(
    open_casebook: Store, checklist: Checklist, held: Session, session: int, clock: Clock
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    held.set_state("vraag-geld", Answered.DECLINED)
    clock.pass_(minutes=5)
    other = open_casebook.sessions.begin(client(open_casebook, "K-2"), RULES)
    open_casebook.sessions.put_down(other)
    talk(open_casebook, checklist, client(open_casebook, "K-3"))
    cut_off, put_down = restarted(open_casebook, clock).sessions.drafts()
    assert (cut_off.held.id, cut_off.held.in_hand, cut_off.code) == (session, True, "K-1")
    assert (cut_off.answered, cut_off.last_item) == (2, "vraag-geld")
    assert (put_down.held.id, put_down.held.in_hand, put_down.answered, put_down.last_item) == (other, False, 0, None)


def test_taking_up_takes_in_hand_but_only_a_draft(open_casebook: Store, checklist: Checklist, session: int) -> None:
    open_casebook.sessions.put_down(session)
    assert open_casebook.sessions.resume(session).held.in_hand
    open_casebook.sessions.finish(session)
    assert not open_casebook.sessions.resume(session).held.in_hand


# ── finished ────────────────────────────────────────────────────────────────────────────────────


def test_a_finished_session_is_only_read(open_casebook: Store, held: Session, session: int) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    open_casebook.sessions.finish(session)
    before = everything(open_casebook)
    with pytest.raises(BugError):
        held.set_state("vraag-geld", Answered.NAMED)
    with pytest.raises(BugError):
        held.judge("care-duties", Verdict.ACCEPTED)
    with pytest.raises(BugError):
        open_casebook.sessions.discard(session)
    with pytest.raises(BugError):
        open_casebook.sessions.finish(session)
    assert everything(open_casebook) == before


def test_opening_again_leaves_a_trace(open_casebook: Store, checklist: Checklist, session: int, clock: Clock) -> None:
    sessions = open_casebook.sessions
    sessions.finish(session)
    clock.pass_(days=1)
    sessions.reopen(session, "iets vergeten")
    assert sessions.get(session).state is SessionState.DRAFT
    assert sessions.reopenings(session) == [
        ReopenedSession("2026-11-25T14:02:31Z", "2026-11-24T14:02:31Z", "iets vergeten")
    ]
    live(open_casebook, checklist, session).set_state("vraag-zorg", Answered.NAMED)
    sessions.finish(session)
    assert sessions.get(session).finished == "2026-11-25T14:02:31Z"
    assert len(sessions.reopenings(session)) == 1
    with pytest.raises(BugError):
        sessions.reopen(sessions.begin(sessions.get(session).client, RULES))


def test_finishing_can_be_undone_until_it_was_opened_again(open_casebook: Store, session: int) -> None:
    sessions, undo = open_casebook.sessions, open_casebook.undo
    person = sessions.get(session).client
    sessions.finish(session)
    undone = undo.take_back(person)
    assert undone is not None
    assert (undone.kind, sessions.get(session).state) == (UndoKind.SESSION_FINISHED, SessionState.DRAFT)
    sessions.finish(session)
    sessions.reopen(session)
    assert undo.take_back(person) is None


def test_a_draft_thrown_away_comes_back_whole(
    open_casebook: Store, checklist: Checklist, held: Session, session: int
) -> None:
    store = open_casebook
    person = store.sessions.get(session).client
    held.set_state("vraag-zorg", Answered.NAMED)
    held.set_note("vraag-zorg", "moeder is ziek")
    held.judge("care-duties", Verdict.DISMISSED, VerdictReason.OTHER)
    store.notes.write(person, "belangrijk", session)
    store.sessions.put_down(session)
    before = everything(store)
    store.sessions.discard(session)
    assert store.sessions.of_client(person) == []
    assert store.words.search("moeder") == store.words.search("belangrijk") == []
    store.sessions.begin(person, RULES)  # would have the same id if ids were used twice
    store.undo.take_back(person)
    store.rows.run("DELETE FROM session WHERE id > ?", session)
    assert everything(store) == before
    assert [found.row for found in store.words.search("moeder")] == [before["answer"][0][0]]


def test_a_draft_that_comes_back_is_not_in_hand(open_casebook: Store, session: int) -> None:
    """Nobody cut it off."""
    person = open_casebook.sessions.get(session).client
    open_casebook.sessions.discard(session)
    open_casebook.undo.take_back(person)
    assert not open_casebook.sessions.get(session).in_hand
    open_casebook.sessions.resume(session)
    open_casebook.sessions.finish(session)
    open_casebook.undo.take_back(person)
    assert not open_casebook.sessions.get(session).in_hand


# ── rules and verdicts ──────────────────────────────────────────────────────────────────────────


def test_an_old_session_keeps_the_rules_of_its_day(open_casebook: Store, checklist: Checklist, session: int) -> None:
    sessions = open_casebook.sessions
    later = Rules("2027.1", json.dumps({"version": "2027.1"}))
    other = sessions.begin(sessions.get(session).client, later)
    assert (sessions.signals_of(session).rules, sessions.signals_of(other).rules) == (RULES, later)
    assert (sessions.get(session).checklist, sessions.get(other).checklist) == ("2026.1", "2027.1")
    assert open_casebook.rows.the("SELECT count(*) FROM rules") == (2,)
    session_ = Session(checklist)
    session_.set_state("vraag-zorg", Answered.NAMED)
    sessions.adopt(session, later, session_.signals)
    assert (sessions.signals_of(session).rules, sessions.signals_of(session).signals) == (later, session_.signals)


def test_rules_that_differ_under_one_version_are_kept_apart(open_casebook: Store, session: int) -> None:
    corrected = Rules(RULES.version, RULES.document + " ")
    other = open_casebook.sessions.begin(open_casebook.sessions.get(session).client, corrected)
    assert open_casebook.sessions.signals_of(session).rules.document == RULES.document
    assert open_casebook.sessions.signals_of(other).rules.document == corrected.document


SET_ASIDE = Judged(Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT, frozenset({"vraag-zorg!"}))


def test_a_verdict_is_kept_with_its_evidence_changed_and_taken_back(
    open_casebook: Store, held: Session, session: int
) -> None:
    sessions = open_casebook.sessions
    held.set_state("vraag-zorg", Answered.NAMED)
    held.judge("care-duties", Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT)
    assert sessions.resume(session).verdicts == {"care-duties": SET_ASIDE}
    held.judge("care-duties", Verdict.ACCEPTED)
    accepted = Judged(Verdict.ACCEPTED, VerdictReason.UNSAID, frozenset({"vraag-zorg!"}))
    assert sessions.signals_of(session).verdicts == {"care-duties": accepted}
    held.undo()
    assert sessions.resume(session).verdicts == {"care-duties": SET_ASIDE}
    held.judge("care-duties", None)
    assert sessions.resume(session).verdicts == {}
    held.undo()
    assert sessions.resume(session).verdicts == {"care-duties": SET_ASIDE}


def test_answers_and_verdicts_are_taken_back_in_one_order_after_a_restart(
    open_casebook: Store, checklist: Checklist, held: Session, session: int, clock: Clock
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    held.judge("care-duties", Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT)
    held.set_note("vraag-zorg", "elke dag")
    held.judge("care-duties", None)
    clock.pass_(hours=1)
    again = live(restarted(open_casebook, clock), checklist, session)
    assert (again.done, again.verdicts) == (held.done, held.verdicts)
    again.undo()
    assert again.verdicts == {"care-duties": SET_ASIDE}
    again.undo()
    assert again.answer("vraag-zorg") == Answer(Answered.NAMED)
    again.undo()
    assert open_casebook.sessions.resume(session).verdicts == {}
    again.undo()
    assert (open_casebook.sessions.answers(session), again.can_undo) == ({}, False)


def test_verdicts_given_before_it_could_be_saved_are_taken_along(open_casebook: Store, checklist: Checklist) -> None:
    before = Session(checklist)
    before.set_state("vraag-zorg", Answered.NAMED)
    before.judge("care-duties", Verdict.ACCEPTED)
    before.judge("care-duties", Verdict.DISMISSED, VerdictReason.OTHER)
    before.judge("place-and-time", Verdict.DISMISSED)
    before.judge("place-and-time", None)
    session = open_casebook.sessions.begin(client(open_casebook), RULES, before)
    again = live(open_casebook, checklist, session)
    assert (again.answers, again.done, again.verdicts) == (before.answers, before.done, before.verdicts)


def test_new_evidence_brings_a_signal_back_that_was_set_aside(
    open_casebook: Store, held: Session, session: int
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    held.judge("place-and-time", Verdict.DISMISSED)
    then = open_casebook.sessions.signals_of(session)
    assert then.current_verdicts == then.verdicts == held.verdicts
    held.set_state("vraag-plek-tijd", Answered.NAMED)
    then = open_casebook.sessions.signals_of(session)
    assert (then.current_verdicts, then.verdicts) == ({}, held.verdicts)


def test_verdicts_are_not_the_last_item_and_no_change_of_an_answer(
    open_casebook: Store, held: Session, session: int
) -> None:
    held.set_state("vraag-zorg", Answered.NAMED)
    held.judge("care-duties", Verdict.ACCEPTED)
    (draft,) = open_casebook.sessions.drafts()
    assert draft.last_item == "vraag-zorg"
    assert [each.item for each in open_casebook.sessions.history(session)] == ["vraag-zorg"]


def test_what_is_not_there_is_our_mistake(open_casebook: Store) -> None:
    with pytest.raises(BugError):
        open_casebook.sessions.get(404)
    with pytest.raises(BugError):
        open_casebook.sessions.put_place(404, {})
