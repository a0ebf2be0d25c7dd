"""From a key in the search box to the results on the screen."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.benchmarks.bench_window import Moment, PaintClock, bench_window
from tests.benchmarks.figures import Group, spread
from tests.benchmarks.queries import TYPED

_ROUNDS = 3
_P95_MS = 33.0


def measure(application: QApplication, knowledge: Path) -> Group:
    """Types every query letter by letter, each letter once the answer to the one before is painted."""
    results: list[Moment] = []
    all_done: list[Moment] = []
    with bench_window(application, knowledge) as window:
        window.go_to_room(ViewId.SEARCH)
        clock = PaintClock(window, window.results.results.viewport())
        _type(window, clock, "warm")
        for _ in range(_ROUNDS):
            for query in TYPED:
                for painted, settled in _type(window, clock, query):
                    results.append(painted)
                    all_done.append(settled)
    how = (
        f"{len(TYPED)} queries typed letter by letter in the window at 1366×768 ({_ROUNDS} times, {len(results)} keys): from the key"
        " event to the end of the painting that shows the answer to just that text in the list; the reading pane, which follows the"
        " first hit, is painted with it. *Settled* is the end of the last painting that a key causes;"
        " *processor time* is what the program itself used of the processor, search and painting together."
    )
    figures = (
        *spread("key → results painted", [each.clock for each in results], _P95_MS),
        *spread("key → results painted, processor time", [each.processor for each in results]),
        *spread("key → settled", [each.clock for each in all_done]),
    )
    return Group("Keystroke to painted results", how, figures)


def _type(window: MainWindow, clock: PaintClock, query: str) -> list[tuple[Moment, Moment]]:
    """Types over what stands in the box; returns the seconds to the painted results and to the last painting, a letter."""
    box, found, times = window.topbar.box, window.results.results, []
    window.focus_search()
    clock.settled()
    for end in range(1, len(query) + 1):
        text, before = query[:end], clock.watched_paintings
        start = Moment.now()
        QTest.keyClick(box, query[end - 1])
        painted = clock.wait(
            lambda text=text, before=before: (
                window.answered == text
                and (clock.watched_paintings > before or found.isHidden())  # hidden: nothing was found
            )
        )
        times.append((painted.since(start), clock.settled().since(start)))
    return times
