"""Changes of typing put together, and the time in hand."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Change, Doing, Done
from guidance_kb.ui.conversation.autosave import Autosave, Whose
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.outbox import Outbox
from guidance_kb.ui.conversation.stopwatch import Stopwatch

ITEMS = ("vraag-zorg", "vraag-nut")
STEPS = st.one_of(
    st.tuples(st.just("note"), st.sampled_from(ITEMS), st.sampled_from(["", "a", "ab", "b"])),
    st.tuples(st.just("state"), st.sampled_from(ITEMS), st.sampled_from([State.NAMED, State.DECLINED])),
    st.tuples(st.just("undo"), st.just(""), st.just("")),
    st.tuples(st.just("pause"), st.just(""), st.just("")),
)


def replayed(changes: list[Change]) -> list[Done]:
    """What can be taken back, as the store keeps it from the changes alone."""
    done: list[Done] = []
    for change in changes:
        match change.doing:
            case Doing.DONE:
                done.append(Done(change.item, change.before))
            case Doing.UNDONE | Doing.TYPED_AWAY:
                done.pop()
            case Doing.TYPED_ON:
                assert done[-1].item == change.item
    return done


class Recording(Autosave):
    """Keeps the changes that would be written."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller, dict, controller)
        self.written: list[Change] = []
        self.take(Outbox(1), Whose(1, "2026-001"))

    def _put(self, change: Change | None = None) -> None:
        if change is not None:
            self.written.append(change)


def do(controller: Controller, autosave: Autosave, step: tuple[str, str, str]) -> None:
    how, item, what = step
    match how:
        case "note":
            controller.set_note(item, what)
        case "state":
            controller.set_state(item, State(what))
        case "undo":
            controller.undo()
        case _:
            autosave.pause()


@given(st.lists(STEPS, max_size=30))
def test_what_is_put_together_leaves_the_same_answers_and_the_same_undo(
    qapp: QApplication, checklist: Checklist, steps: list[tuple[str, str, str]]
) -> None:
    controller = Controller(checklist)
    autosave = Recording(controller)
    every: list[Change] = []
    controller.changed.connect(every.append)
    for step in steps:
        do(controller, autosave, step)
    autosave.pause()
    assert autosave.waiting == 0
    answers = {change.item: change.after for change in autosave.written}
    assert {item: controller.session.answer(item) for item in answers} == answers
    assert set(controller.session.answers) <= set(answers)
    assert replayed(autosave.written) == list(controller.session.done) == replayed(every)
    assert len(autosave.written) <= len(every)


def test_the_time_counts_only_while_it_runs_and_is_written_once(qtbot: QtBot) -> None:
    now = [0.0]
    watch = Stopwatch(None, lambda: now[0])
    watch.start()
    now[0] = 61.5
    assert watch.seconds == 61
    assert watch.take() == 61
    assert watch.take() == 0
    watch.toggle()
    now[0] = 100
    watch.start()
    assert watch.seconds == 61
    watch.toggle()
    now[0] = 110
    watch.stop()
    assert watch.take() == watch.seconds - 61
    watch.set(500)
    assert watch.take() == 0
    watch.set(20, written=False)
    assert watch.take() == 20
