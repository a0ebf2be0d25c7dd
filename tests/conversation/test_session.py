"""A conversation in progress: pressing twice, who said it, notes, undo, and what listeners are told."""

import operator

import pytest
from hypothesis import strategies as st

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Doing, Done, Judgement, Session, SessionChange
from guidance_kb.conversation.signals import signals
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from tests.conversation.rules import for_all


@pytest.fixture
def heard() -> list[SessionChange]:
    return []


@pytest.fixture
def session(checklist: Checklist, heard: list[SessionChange]) -> Session:
    return Session(checklist, heard.append)


def test_a_session_begins_empty(session: Session) -> None:
    assert (dict(session.answers), session.signals, session.can_undo) == ({}, (), False)
    assert session.answer("vraag-zorg") == GAP
    assert session.undo() is None


def test_an_answer_raises_its_signals_and_is_told(session: Session, heard: list[SessionChange]) -> None:
    change = session.set_state("vraag-zorg", State.NAMED)
    assert change == SessionChange("vraag-zorg", GAP, Answer(State.NAMED), session.signals)
    assert [signal.target for signal in change.signals] == ["care-duties", "place-and-time"]
    assert heard == [change]
    assert session.answers == {"vraag-zorg": Answer(State.NAMED)}


@pytest.mark.parametrize("state", [State.NAMED, State.NOT_AN_ISSUE, State.DECLINED])
def test_the_same_state_again_makes_it_a_gap(session: Session, state: State) -> None:
    session.set_state("vraag-zorg", state)
    change = session.set_state("vraag-zorg", state)
    assert change.after == GAP
    assert session.answers == {}
    assert session.signals == ()


def test_another_state_replaces_the_first(session: Session) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.set_state("vraag-zorg", State.DECLINED)
    assert session.answer("vraag-zorg").state is State.DECLINED


def test_who_said_it_and_the_note_are_kept_with_the_state(session: Session) -> None:
    session.set_by("vraag-zorg", By.OBSERVED)
    session.set_note("vraag-zorg", "op dinsdag")
    assert session.signals == ()
    session.set_state("vraag-zorg", State.NAMED)
    assert session.answer("vraag-zorg") == Answer(State.NAMED, By.OBSERVED, "op dinsdag")
    assert {signal.level.value for signal in session.signals} == {"for_information"}
    session.set_state("vraag-zorg", State.NAMED)
    assert session.answers == {"vraag-zorg": Answer(State.NOT_DISCUSSED, By.OBSERVED, "op dinsdag")}


def test_undo_takes_back_one_change_at_a_time(session: Session, heard: list[SessionChange]) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "elke dag")
    change = session.undo()
    assert change is not None
    assert (change.before.note, change.after.note) == ("elke dag", "")
    assert session.can_undo
    session.undo()
    assert (session.answers, session.can_undo) == ({}, False)
    assert len(heard) == 4
    assert heard[-1].signals == ()


def test_what_changes_nothing_is_not_told_and_not_undone(session: Session, heard: list[SessionChange]) -> None:
    """One press of undo takes back the last thing that could be seen."""
    session.set_state("vraag-zorg", State.NAMED)
    change = session.set_by("vraag-zorg", By.CLIENT)
    assert change == SessionChange("vraag-zorg", Answer(State.NAMED), Answer(State.NAMED), session.signals)
    session.set_note("vraag-zorg", "")
    session.set_state("vraag-geld", State.NOT_DISCUSSED)
    assert len(heard) == 1
    session.undo()
    assert session.answers == {}


def test_answers_cannot_be_changed_from_outside(session: Session) -> None:
    with pytest.raises(TypeError):
        operator.setitem(session.answers, "vraag-zorg", Answer(State.NAMED))


def test_a_session_needs_no_listener(checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-zorg", State.NAMED)
    assert session.signals


def test_words_typed_in_one_go_are_taken_back_in_one_go(session: Session, heard: list[SessionChange]) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    for text in ("e", "el", "elke", "elke dag"):
        session.set_note("vraag-zorg", text)
    assert len(heard) == 5
    session.undo()
    assert session.answers == {"vraag-zorg": Answer(State.NAMED)}
    session.undo()
    assert session.answers == {}


def test_typing_elsewhere_or_ticking_begins_another_go(session: Session) -> None:
    session.set_note("vraag-zorg", "a")
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "ab")
    session.set_note("vraag-geld", "c")
    session.set_note("vraag-zorg", "abc")
    notes = []
    while session.undo():
        notes.append(
            (
                session.answer("vraag-zorg").state.value,
                session.answer("vraag-zorg").note,
                session.answer("vraag-geld").note,
            )
        )
    assert notes == [
        ("named", "ab", "c"),
        ("named", "ab", ""),
        ("named", "a", ""),
        ("not_discussed", "a", ""),
        ("not_discussed", "", ""),
    ]


def test_typing_after_an_undo_begins_another_go(session: Session) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "a")
    session.undo()
    session.set_note("vraag-zorg", "b")
    session.undo()
    assert session.answers == {"vraag-zorg": Answer(State.NAMED)}


def test_a_note_that_was_left_empty_can_be_typed_and_taken_back(session: Session) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "")
    session.set_note("vraag-zorg", "elke dag")
    session.undo()
    assert session.answers == {"vraag-zorg": Answer(State.NAMED)}


def test_typed_and_erased_leaves_nothing_to_take_back(session: Session) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "a")
    session.set_note("vraag-zorg", "")
    session.undo()
    assert session.answers == {}


_STEP = st.tuples(
    st.sampled_from(["vraag-dichtbij", "vraag-zorg", "vraag-plek-tijd"]),
    st.sampled_from([*State, *By, "", "op dinsdag", "elke dag"]),
)


def test_undo_restores_exactly_whatever_was_done(checklist: Checklist) -> None:
    """Every undo brings back a state that was there, older than the one before, and something to see changes; until the beginning."""

    def test(steps: list[tuple[str, State | By | str]]) -> None:
        session = Session(checklist)
        history = [dict(session.answers)]
        for item, value in steps:
            change = _do(session, item, value)
            assert change.after == session.answer(item)
            assert change.signals == session.signals == signals(checklist, session.answers)
            history.append(dict(session.answers))
        while session.can_undo:
            now = dict(session.answers)
            session.undo()
            while history[-1] != session.answers:
                history.pop()
            assert session.answers != now
        assert session.answers == {}

    for_all(test, st.lists(_STEP, max_size=20))


def test_undo_takes_back_each_tick(checklist: Checklist) -> None:
    """Without notes, one undo for each change."""

    def test(steps: list[tuple[str, State | By]]) -> None:
        heard: list[SessionChange] = []
        session = Session(checklist, heard.append)
        states = [dict(session.answers)]
        for item, value in steps:
            change = _do(session, item, value)
            if change.before != change.after:
                states.append(dict(session.answers))
        assert len(heard) == len(states) - 1
        for before in reversed(states[:-1]):
            session.undo()
            assert session.answers == before
        assert not session.can_undo

    for_all(
        test,
        st.lists(
            st.tuples(st.sampled_from(["vraag-dichtbij", "vraag-zorg"]), st.sampled_from([*State, *By])), max_size=20
        ),
    )


def _do(session: Session, item: str, value: State | By | str) -> SessionChange:
    match value:
        case State():
            return session.set_state(item, value)
        case By():
            return session.set_by(item, value)
        case _:
            return session.set_note(item, value)


# ── what was done with signals ──────────────────────────────────────────────────────────────────


def test_a_verdict_rests_on_the_evidence_of_its_moment(
    session: Session, heard: list[SessionChange | Judgement]
) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    judgement = session.judge("care-duties", Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT)
    judged = Judged(Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT, frozenset({"vraag-zorg!"}))
    assert judgement == Judgement("care-duties", None, judged)
    assert session.verdicts == {"care-duties": judged}
    assert heard[1:] == [judgement]
    session.set_by("vraag-zorg", By.OBSERVED)
    assert session.verdicts == {"care-duties": judged}
    again = session.judge("care-duties", Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT)
    assert again.after is not None
    assert again.after.evidence == {"vraag-zorg"}


def test_a_signal_that_is_off_can_be_judged_on_nothing(session: Session) -> None:
    session.judge("care-duties", Verdict.ACCEPTED)
    assert session.verdicts == {"care-duties": Judged(Verdict.ACCEPTED)}


def test_the_same_verdict_again_is_not_told_and_not_undone(
    session: Session, heard: list[SessionChange | Judgement]
) -> None:
    session.judge("care-duties", None)
    session.judge("care-duties", Verdict.ACCEPTED)
    session.judge("care-duties", Verdict.ACCEPTED)
    assert len(heard) == len(session.done) == 1
    session.judge("care-duties", None)
    assert session.verdicts == {}
    assert len(session.done) == 2


def test_answers_and_verdicts_are_taken_back_in_their_order(
    session: Session, heard: list[SessionChange | Judgement]
) -> None:
    session.set_state("vraag-zorg", State.NAMED)
    session.judge("care-duties", Verdict.ACCEPTED)
    session.set_state("vraag-geld", State.NAMED)
    session.judge("care-duties", Verdict.DISMISSED)
    accepted = Judged(Verdict.ACCEPTED, VerdictReason.UNSAID, frozenset({"vraag-zorg!"}))
    session.undo()
    assert session.verdicts == {"care-duties": accepted}
    assert heard[-1] == Judgement(
        "care-duties", Judged(Verdict.DISMISSED, VerdictReason.UNSAID, accepted.evidence), accepted, Doing.UNDONE
    )
    session.undo()
    assert list(session.answers) == ["vraag-zorg"]
    session.undo()
    assert session.verdicts == {}
    session.undo()
    assert (session.answers, session.undo()) == ({}, None)


def test_a_verdict_ends_what_was_typed_in_one_go(session: Session) -> None:
    session.set_note("vraag-zorg", "elke")
    session.judge("care-duties", Verdict.ACCEPTED)
    session.set_note("vraag-zorg", "elke dag")
    session.undo()
    assert session.answer("vraag-zorg").note == "elke"
    session.undo()
    session.undo()
    assert session.answer("vraag-zorg").note == ""


def test_verdicts_cannot_be_changed_from_outside(session: Session) -> None:
    with pytest.raises(TypeError):
        operator.setitem(session.verdicts, "care-duties", Judged(Verdict.ACCEPTED))


# ── made again from what was saved ──────────────────────────────────────────────────────────────


def test_a_restored_session_goes_on_where_it_stopped(checklist: Checklist, heard: list[SessionChange]) -> None:
    first = Session(checklist)
    first.set_state("vraag-zorg", State.NAMED)
    first.set_note("vraag-zorg", "elke dag")
    first.judge("care-duties", Verdict.ACCEPTED)
    again = Session.restored(checklist, first.answers, first.done, heard.append, verdicts=first.verdicts)
    assert (again.answers, again.done, again.signals, heard) == (first.answers, first.done, first.signals, [])
    assert again.verdicts == first.verdicts
    again.undo()
    assert (again.verdicts, heard.pop()) == (
        {},
        Judgement("care-duties", first.verdicts["care-duties"], None, Doing.UNDONE),
    )
    again.set_note("vraag-zorg", "elke dag om drie uur")  # another go: the first ended when the session was left
    notes = [change.after.note for change in iter(again.undo, None)]
    assert notes == ["elke dag", "", ""]
    assert (again.answers, len(heard)) == ({}, 4)


def test_restored_without_a_history_there_is_nothing_to_take_back(checklist: Checklist) -> None:
    given = {"vraag-zorg": Answer(State.NAMED)}
    again = Session.restored(checklist, given)
    assert not again.can_undo
    again.set_state("vraag-zorg", State.DECLINED)
    assert given == {"vraag-zorg": Answer(State.NAMED)}
    again.undo()
    assert again.answers == given
    assert again.undo() is None


def test_a_change_tells_what_it_does_to_what_can_be_taken_back(checklist: Checklist) -> None:
    """From the changes alone the list is made again: that is how they are saved."""

    def test(steps: list[tuple[str, State | By | str | None]]) -> None:
        done: list[Done] = []

        def follow(change: SessionChange) -> None:
            match change.doing:
                case Doing.DONE:
                    done.append(Done(change.item, change.before))
                case Doing.UNDONE | Doing.TYPED_AWAY:
                    assert done.pop() == Done(change.item, change.after)
                case Doing.TYPED_ON:
                    assert done[-1].item == change.item

        session = Session(checklist, follow)
        for item, value in steps:
            if value is None:
                session.undo()
            else:
                _do(session, item, value)
            assert tuple(done) == session.done

    steps = st.tuples(
        st.sampled_from(["vraag-dichtbij", "vraag-zorg"]),
        st.sampled_from([*State, *By, "", "op dinsdag", "elke dag", None]),
    )
    for_all(test, st.lists(steps, max_size=20))
