"""What happens in a conversation: undo, beginning again, which items are shown, and moving through them."""

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Done, Judgement, SessionChange
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.ui.conversation.controller import SessionController

ZORG = frozenset({"vraag-zorg!"})
"""The evidence for a verdict on care duties: named by the client."""


@pytest.fixture
def controller(qtbot: QtBot, checklist: Checklist) -> SessionController:
    return SessionController(checklist)


def deeper(checklist: Checklist) -> str:
    return next(item.id for item in checklist.items.values() if not item.core)


def test_clearing_a_gap_is_nothing_to_undo(controller: SessionController) -> None:
    controller.set_state("vraag-doel", State.NOT_DISCUSSED)
    assert not controller.can_undo


def test_undo_takes_the_item_in_hand(controller: SessionController) -> None:
    controller.set_state("vraag-doel", State.NAMED)
    controller.select("vraag-nut")
    controller.undo()
    assert controller.session.answers == {}
    assert controller.current == "vraag-doel"


def test_another_conversation_can_be_taken_back_until_something_is_said(controller: SessionController) -> None:
    backs: list[bool] = []
    controller.set_state("vraag-doel", State.NAMED)
    controller.take(back=lambda: backs.append(True))
    assert controller.session.answers == {}
    assert controller.signals == ()
    assert controller.just_restarted
    controller.undo()
    assert backs == [True]
    assert not controller.can_undo


def test_the_first_answer_lets_the_conversation_before_go(controller: SessionController) -> None:
    backs: list[bool] = []
    controller.take(back=lambda: backs.append(True))
    controller.set_state("vraag-nut", State.NAMED)
    controller.undo()
    controller.undo()
    assert backs == []
    assert controller.session.answers == {}
    assert not controller.can_undo


def test_a_verdict_is_taken_back_in_its_turn(controller: SessionController) -> None:
    controller.set_state("vraag-zorg", State.NAMED)
    controller.judge("care-duties", Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED)
    controller.set_state("vraag-nut", State.NAMED)
    controller.judge("care-duties", Verdict.ACCEPTED)
    controller.judge("care-duties", Verdict.ACCEPTED)
    controller.undo()
    assert controller.verdicts == {"care-duties": Judged(Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED, ZORG)}
    controller.undo()
    assert "vraag-nut" not in controller.session.answers
    assert controller.verdicts
    controller.undo()
    assert controller.verdicts == {}
    controller.undo()
    assert controller.session.answers == {}
    assert not controller.can_undo


def test_a_signal_that_was_set_aside_comes_back_with_new_evidence(controller: SessionController) -> None:
    controller.set_state("vraag-zorg", State.NAMED)
    controller.judge("place-and-time", Verdict.DISMISSED)
    assert (controller.set_aside, controller.returned) == ({"place-and-time"}, frozenset())
    controller.set_state("vraag-plek-tijd", State.NAMED)
    assert (controller.set_aside, controller.returned) == (frozenset(), {"place-and-time"})
    assert controller.verdicts == {}
    assert list(controller.session.verdicts) == ["place-and-time"]
    controller.undo()
    assert (controller.set_aside, controller.returned) == ({"place-and-time"}, frozenset())
    controller.undo()
    assert controller.verdicts == controller.session.verdicts == {}


def test_what_is_said_is_told_after_everybody_has_heard_of_it(controller: SessionController) -> None:
    heard: list[object] = []
    controller.said.connect(heard.append)
    controller.changed.connect(lambda _: heard.append("changed"))
    controller.judged.connect(heard.append)
    controller.set_state("vraag-zorg", State.NAMED)
    controller.judge("care-duties", Verdict.ACCEPTED)
    judged = controller.verdicts["care-duties"]
    assert [each for each in heard if isinstance(each, str)] == ["changed", "care-duties"]
    assert heard[1] == SessionChange("vraag-zorg", GAP, Answer(State.NAMED), controller.signals)
    assert heard[3] == Judgement("care-duties", None, judged)


def test_what_was_set_aside_attracts_no_questions(controller: SessionController) -> None:
    controller.set_state("vraag-zorg", State.NAMED)
    targets = {signal.target for signal in controller.signals}
    for target in targets:
        controller.judge(target, Verdict.DISMISSED)
    everything = controller.proposals(100)
    assert everything
    assert not targets & {would.target for proposal in everything for would in proposal.would}
    assert len(controller.proposals()) == 3


def test_what_can_only_be_read_does_not_change(controller: SessionController) -> None:
    controller.take({"vraag-zorg": Answer(State.NAMED)}, [Done("vraag-zorg", GAP)])
    controller.set_mode(read_only=True, kept=True)
    controller.set_state("vraag-zorg", State.DECLINED)
    controller.toggle_by("vraag-zorg")
    controller.set_note("vraag-zorg", "anders")
    controller.judge("care-duties", Verdict.ACCEPTED)
    controller.undo()
    assert controller.session.answers == {"vraag-zorg": Answer(State.NAMED)}
    assert controller.verdicts == {}
    assert not controller.can_undo
    controller.move(1)
    assert controller.current is not None


def test_an_item_of_an_older_checklist_is_taken_back_and_not_shown(controller: SessionController) -> None:
    controller.take({"vraag-van-toen": Answer(State.NAMED)}, [Done("vraag-van-toen", GAP)])
    controller.undo()
    assert controller.session.answers == {}
    assert controller.current is None


def test_toggling_who_said_it(controller: SessionController) -> None:
    controller.toggle_by("vraag-doel")
    assert controller.session.answer("vraag-doel").by is By.OBSERVED
    controller.toggle_by("vraag-doel")
    assert controller.session.answer("vraag-doel").by is By.CLIENT


def test_a_note_typed_in_one_go_is_taken_back_in_one_go(controller: SessionController) -> None:
    for typed in ("d", "di", "din"):
        controller.set_note("vraag-doel", typed)
    controller.undo()
    assert controller.session.answer("vraag-doel").note == ""
    assert not controller.can_undo


def test_the_core_list_keeps_a_deeper_item_that_was_answered(
    controller: SessionController, checklist: Checklist
) -> None:
    item = deeper(checklist)
    assert item not in controller.shown_items()
    controller.set_state(item, State.NAMED)
    assert item in controller.shown_items()


def test_an_item_that_is_wanted_is_never_hidden(controller: SessionController, checklist: Checklist) -> None:
    item = deeper(checklist)
    controller.select(item)
    assert controller.current == item
    assert item in controller.shown_items()
    controller.show_core_only(core_only=True)
    assert controller.current is None


def test_moving_stays_within_the_list(controller: SessionController) -> None:
    items = controller.shown_items()
    controller.move(1)
    assert controller.current == items[0]
    controller.move(-1)
    assert controller.current == items[0]
    controller.move(1)
    assert controller.current == items[1]
    controller.select(items[-1])
    controller.move(1)
    assert controller.current == items[-1]
