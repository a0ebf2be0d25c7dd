"""How many keys a typical first contact takes."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.bench_window import bench_window
from tests.benchmarks.figures import Figure, Group
from tests.ui.conversation.playing import play

_MOST = 60


def measure(application: QApplication, knowledge: Path) -> Group:
    """Plays a first contact in the window, by keyboard alone."""
    with bench_window(application, knowledge) as window:
        window.topbar.box.setFocus()
        view, keystrokes = play(window)
        answers = len(view.controller.session.answers)
    how = (
        f"A first contact from the start page on, by keyboard alone: {answers} answers, a note (its letters are not counted), a look into a"
        " card, and a while in which the client is watching. Two keys at once count as two."
    )
    return Group("Keystrokes of a first contact", how, (Figure("keystrokes", keystrokes, "", _MOST),))
