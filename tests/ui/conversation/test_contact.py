"""A typical first contact by keyboard alone, from the start page on, takes few keystrokes."""

from typing import cast

from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import By, State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.conversation.playing import play

MOST = 60


def test_fifteen_answers_from_the_start_page_take_at_most_60_keystrokes_besides_notes(window: MainWindow) -> None:
    assert window.topbar.box.hasFocus()  # the start page
    view, keystrokes = play(window)
    said = view.controller.session.answers
    print(f"{len(said)} answers in {keystrokes} keystrokes")  # noqa: T201 - the figure to show
    assert len([answer for answer in said.values() if answer.state is not State.NOT_DISCUSSED]) == 15
    assert keystrokes <= MOST
    assert said["vraag-lezen"].by is By.OBSERVED
    assert said["vraag-steun"].note == "zus past soms op"
    assert {"social-nearness", "care-duties"} <= {signal.target for signal in view.controller.signals}
    assert not view.display_mode.quiet
    assert QApplication.focusWidget() is view.items.rows[view.controller.current or ""]


def test_the_boxes_have_their_room_when_the_conversation_is_first_shown(window: MainWindow) -> None:
    hand.press("Alt+5")
    QApplication.processEvents()
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    below = view.header.mapTo(view, view.header.rect().bottomLeft()).y()
    for box in (view.goal, view.finder):
        assert box.width() >= 300
        assert box.mapTo(view, box.rect().topLeft()).y() > below
