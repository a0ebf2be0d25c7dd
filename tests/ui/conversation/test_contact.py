"""A typical first contact, held in the real window by keyboard alone from the start page on; every keystroke is counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.places import Room
from guidance_kb.ui.window import MainWindow

KEY = Qt.Key
MOST = 60
"""Keystrokes for fifteen answers, besides what is typed as a note (issue of the conversation, B)."""


class Counted:
    """Hands on the keyboard: presses keys where the keyboard is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.count = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses keys one after the other."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            self._qtbot.keyClick(focus, key, modifier)
            self.count += 1 if modifier is Qt.KeyboardModifier.NoModifier else 2

    def note(self, words: str) -> None:
        """Writes a note, which is not counted, and comes back."""
        self.press(KEY.Key_N)
        self._qtbot.keyClicks(QApplication.focusWidget(), words)
        self.press(KEY.Key_Escape)


def to_heading(view: ConversationView, hands: Counted, wanted: str) -> None:
    """Goes to the first item under a heading, key by key."""
    themes = list(view.controller.checklist.themes)
    here = themes.index(view.controller.checklist.items[view.controller.current or ""].theme)
    steps = themes.index(wanted) - here
    hands.press(*[KEY.Key_PageDown if steps > 0 else KEY.Key_PageUp] * abs(steps))


@pytest.fixture
def hands(qtbot: QtBot) -> Counted:
    return Counted(qtbot)


def test_fifteen_answers_from_the_start_page_take_at_most_60_keystrokes(window: MainWindow, hands: Counted) -> None:
    assert window.topbar.box.hasFocus()  # the start page
    hands.press(KEY.Key_4, modifier=Qt.KeyboardModifier.AltModifier)
    view = window.view(Room.CONVERSATION)
    assert isinstance(view, ConversationView)
    view.activateWindow()

    # "My children need me to help with school." Curious too; it is not about money; where to learn, no idea.
    hands.press(KEY.Key_1, KEY.Key_Return, KEY.Key_1, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_3)
    # Something went well before, and there is a sister who helps: a note for that.
    hands.press(KEY.Key_PageDown, KEY.Key_1, KEY.Key_Down, KEY.Key_Down, KEY.Key_1)
    hands.note("zus past soms op")
    # What is proposed next, twice; then the counselor looks into the card that came.
    hands.press(KEY.Key_G, KEY.Key_1, KEY.Key_C, KEY.Key_Escape, KEY.Key_G, KEY.Key_2)
    # The client tells about home: care, work, and would rather not talk about health.
    to_heading(view, hands, "t-home")
    hands.press(KEY.Key_1, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_3)
    # The client looks along for a while; reading is hard, as it seems. The computer is fine.
    hands.press(KEY.Key_H, KEY.Key_PageDown, KEY.Key_1, KEY.Key_O, KEY.Key_H, KEY.Key_Return, KEY.Key_2)
    # To the end of the list: starting and being welcome.
    to_heading(view, hands, "t-start")
    hands.press(KEY.Key_1)

    said = view.controller.session.answers
    print(f"{len(said)} answers in {hands.count} keystrokes")  # noqa: T201 - the figure to show
    assert len([answer for answer in said.values() if answer.state is not State.NOT_DISCUSSED]) == 15
    assert hands.count <= MOST
    assert said["vraag-lezen"].by is By.OBSERVED
    assert said["vraag-steun"].note == "zus past soms op"
    assert {"social-nearness", "care-duties"} <= {signal.target for signal in view.controller.signals}
    assert not view.calm.quiet
    assert QApplication.focusWidget() is view.items.rows[view.controller.current or ""]
