"""Changes of typing put together, and the time in hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Doing, Done, SessionChange
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.autosave import Autosave, ClientRef
from guidance_kb.ui.conversation.session.conversation_writes import ConversationWrites
from guidance_kb.ui.conversation.session.stopwatch import Stopwatch
from tests.casebook.conftest import CHEAP, PASSPHRASE

ITEMS = ("vraag-zorg", "vraag-nut")
STEPS = st.one_of(
    st.tuples(st.just("note"), st.sampled_from(ITEMS), st.sampled_from(["", "a", "ab", "b"])),
    st.tuples(st.just("state"), st.sampled_from(ITEMS), st.sampled_from([State.NAMED, State.DECLINED])),
    st.tuples(st.just("undo"), st.just(""), st.just("")),
    st.tuples(st.just("pause"), st.just(""), st.just("")),
)


def replayed(changes: list[SessionChange]) -> list[Done]:
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

    def __init__(self, controller: SessionController) -> None:
        super().__init__(controller, dict, controller)
        self.written: list[SessionChange] = []
        self.take(ConversationWrites(1), ClientRef(1, "2026-001"))

    def _put(self, change: SessionChange | None = None) -> None:
        if change is not None:
            self.written.append(change)


def do(controller: SessionController, autosave: Autosave, step: tuple[str, str, str]) -> None:
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
    controller = SessionController(checklist)
    autosave = Recording(controller)
    every: list[SessionChange] = []
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


def opened(folder: Path) -> Vault:
    made = Vault(folder, cost=CHEAP)
    made.create(PASSPHRASE)
    return made


def test_what_waits_is_written_after_a_lock_but_never_into_another_casebook(tmp_path: Path) -> None:
    first, second = opened(tmp_path / "first"), opened(tmp_path / "second")
    rules = Rules("2026.1", "{}")
    pending = ConversationWrites()
    try:
        store, other = first.open(PASSPHRASE), second.open(PASSPHRASE)
        for each in (store, other):
            assert each.sessions.begin(each.clients.add("2026-001").id, rules) == 1
        pending.client = 1
        pending.begin(lambda store: store.sessions.begin(1, rules))
        pending.write(store)
        assert other.sessions.begin(1, rules) == pending.session == 2  # the same ids are here somebody else's
        pending.put(lambda store, session: store.sessions.put_place(session, {"item": "of the first"}))
        first.close()
        again = first.open(PASSPHRASE)
        pending.write(again)
        assert again.sessions.resume(2).place == {"item": "of the first"}
        pending.put(lambda store, session: store.sessions.put_place(session, {"item": "of the first"}))
        pending.write(other)
        assert len(pending) == 0
        assert other.sessions.resume(2).place == {}
    finally:
        first.close()
        second.close()


def test_a_beginning_is_never_written_for_another_client(tmp_path: Path) -> None:
    first, second = opened(tmp_path / "first"), opened(tmp_path / "second")
    pending = ConversationWrites()

    def begin(store: Store) -> int:
        if len(begun) == 1:
            raise KnownError("vol", "full")
        return store.sessions.begin(1, Rules("2026.1", "{}"))

    begun = [1]
    try:
        pending.client = first.open(PASSPHRASE).clients.add("2026-001").id
        other = second.open(PASSPHRASE)
        assert other.clients.add("2026-001").id == pending.client
        pending.begin(begin)
        first.close()
        with pytest.raises(KnownError):
            pending.write(first.open(PASSPHRASE))
        begun.clear()
        pending.write(other)
        assert other.sessions.drafts() == []
        assert len(pending) == 0
    finally:
        first.close()
        second.close()


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
