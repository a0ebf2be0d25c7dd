"""A typical first contact, played in the real window by keyboard alone from the start page on; every keystroke is counted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

KEY = Qt.Key


class Hands:
    """Hands on the keyboard: press keys where the keyboard is, and count them; two of them at once are two."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: str | Qt.Key) -> None:
        """Presses keys one after the other."""
        for key in keys:
            hand.press(key)
            self.count += 2 if isinstance(key, str) and "+" in key else 1

    def note(self, words: str) -> None:
        """Writes a note, which is not counted, and comes back."""
        self.press("Shift+N")
        hand.write(_focus(), words)
        self.press(KEY.Key_Escape)


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    if focus is None:
        raise AssertionError("nothing has the keyboard")
    return focus


def _to_heading(view: ConversationView, hands: Hands, wanted: str) -> None:
    """Goes to the first item under a heading, key by key."""
    themes = list(view.controller.checklist.themes)
    here = themes.index(view.controller.checklist.items[view.controller.current or ""].theme)
    steps = themes.index(wanted) - here
    hands.press(*[KEY.Key_PageDown if steps > 0 else KEY.Key_PageUp] * abs(steps))


def play(window: MainWindow) -> tuple[ConversationView, int]:
    """Holds a first contact with fifteen answers, a note, a look into a card and a while in which the client is watching.

    Args:
        window: Shown, with the start page.

    Returns:
        The conversation, and how many keys were pressed besides those of the note.
    """
    hands = Hands()
    hands.press("Alt+5")
    view = window.view(ViewId.CONVERSATION)
    if not isinstance(view, ConversationView):
        raise TypeError(type(view))
    # Who may know what is agreed; the goal waits. "My children need me to help with school." Curious too; it is not about money.
    hands.press(
        KEY.Key_1, KEY.Key_Return, KEY.Key_Down, KEY.Key_1, KEY.Key_Return, KEY.Key_1, KEY.Key_Return, KEY.Key_2
    )
    # Something went well before, and there is a sister who helps: a note for that.
    hands.press(KEY.Key_PageDown, KEY.Key_1, KEY.Key_Down, KEY.Key_Down, KEY.Key_1)
    hands.note("zus past soms op")
    # What is proposed next, twice; between them the counselor looks into the card that came.
    hands.press("Shift+G", KEY.Key_1, "Shift+C", KEY.Key_Escape, "Shift+G", KEY.Key_2)
    # The client tells about home: care, not the work, not the money, and would rather not talk about what changed.
    _to_heading(view, hands, "t-home")
    hands.press(KEY.Key_1, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_3)
    # The client is watching for a while; reading is hard, as it seems. The computer is fine.
    hands.press("Shift+H", KEY.Key_PageDown, KEY.Key_1, "Shift+O", "Shift+H", KEY.Key_Return, KEY.Key_2)
    # To the end of the list: waiting before it begins.
    _to_heading(view, hands, "t-start")
    hands.press(KEY.Key_1)
    return view, hands.count
