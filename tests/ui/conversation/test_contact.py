"""A typical first contact by keyboard alone, from the start page on, takes few keystrokes."""

from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import By, State
from guidance_kb.ui.shell.window import MainWindow
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
