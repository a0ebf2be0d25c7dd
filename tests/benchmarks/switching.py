"""From the choice of a room to its painting, and back to the start: the first time, and after it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.preload import Preloader
from guidance_kb.ui.shell.rail import RAIL
from guidance_kb.ui.shell.window import MainWindow
from tests.benchmarks.bench_window import Moment, PaintClock, bench_window, pause
from tests.benchmarks.figures import Figure, Group, spread

_MOST_MS = 50.0
_ROUNDS = 5
_READY_MS = 60_000
"""The longest that is waited until the program has got its rooms ready, while somebody looks at the start page."""

_OTHERS = tuple(room for room in ViewId if room not in RAIL)


def measure(application: QApplication, knowledge: Path) -> Group:
    """Goes to every room and back: those of the rail, and the others; the first time in a window that has got ready."""
    with bench_window(application, knowledge) as window:
        ahead = Preloader(window)
        window.warm_up()
        ahead.begin()
        start = Moment.now()
        while not ahead.ready and Moment.now().since(start).clock < _READY_MS / 1000:
            pause(50)
        clock = PaintClock(window, window)
        first = {room: _go(window, clock, room) for room in (*RAIL[1:], *_OTHERS)}
        again, back = [], []
        for _ in range(_ROUNDS):
            for room in RAIL[1:]:
                again.append(_go(window, clock, room))
                back.append(_go(window, clock, ViewId.START))
        ahead.stop()
    figures: list[Figure] = []
    for what, moments in (("to a room of the rail, again", again), ("back to the start", back)):
        figures += spread(what, [moment.clock for moment in moments], _MOST_MS)
        figures += spread(f"{what}, processor time", [moment.processor for moment in moments])
    for room, moment in first.items():
        figures.append(Figure(f"the first time: {room.value}", 1000 * moment.clock, "ms", _MOST_MS))
        figures.append(Figure(f"the first time: {room.value}, processor time", 1000 * moment.processor, "ms"))
    how = (
        f"The window at 1366×768, once it has got its rooms ready. From the choice of a room, as its key makes it, to the end of"
        f" the last painting that it causes; {_ROUNDS} times for all rooms of the rail, and once, the first time, for every room."
    )
    return Group("Switching views", how, tuple(figures))


def _go(window: MainWindow, clock: PaintClock, room: ViewId) -> Moment:
    clock.settled()
    start = Moment.now()
    window.go_to_room(room)
    return clock.settled().since(start)
