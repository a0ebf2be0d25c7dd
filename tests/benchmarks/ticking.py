"""From a ticked answer to the signals on the screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.benchmarks.bench_window import Moment, PaintClock, bench_window
from tests.benchmarks.figures import Figure, Group, spread

_ROUNDS = 2
_P95_MS = 33.0
_MOST_UNFOLDED = 3


def measure(application: QApplication, knowledge: Path) -> Group:
    """Ticks every item and clears it again, with three cards unfolded; by the controller, and with the mouse."""
    figures: list[Figure] = []
    for name, tick in (("tick", _by_controller), ("click", _by_mouse)):
        times: dict[str, list[Moment]] = {}
        with bench_window(application, knowledge) as window:
            view = _conversation(window)
            clock = PaintClock(window, view.side)
            for _ in range(_ROUNDS):
                _all_items(view, clock, tick, times)
        every = [each for some in times.values() for each in some]
        figures += spread(f"{name} → painted", [each.clock for each in every], _P95_MS)
        figures += spread(f"{name} → painted, processor time", [each.processor for each in every])
        figures += spread(f"{name} → painted, first time", [each.clock for each in times["first"]])
    how = (
        f"All {len(view.controller.checklist.items)} items of the checklist answered “named” one after the other in the window at"
        f" 1366×768 and cleared again, {_ROUNDS} times, with up to {_MOST_UNFOLDED} cards unfolded: from the answer to the end of the"
        " last painting that it causes. A *tick* answers through the controller, as a key does; a *click* presses the button of an"
        " item with the mouse, which also takes the item in hand (it unfolds). *First time*: cards are made then, for a session."
    )
    return Group("Tick to painted signals", how, tuple(figures))


def _conversation(window: MainWindow) -> ConversationView:
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    if not isinstance(view, ConversationView):
        raise TypeError(type(view))
    view.controller.show_core_only(core_only=False)
    return view


def _all_items(
    view: ConversationView,
    clock: PaintClock,
    tick: Callable[[ConversationView, str], None],
    times: dict[str, list[Moment]],
) -> None:
    ticking = "again" if times else "first"
    for doing in (ticking, "clear"):
        for item in view.controller.checklist.items:
            view.items.ensureWidgetVisible(view.items.rows[item])
            clock.settled()
            start = Moment.now()
            tick(view, item)
            times.setdefault(doing, []).append(clock.settled().since(start))
            _unfold(view)


def _unfold(view: ConversationView) -> None:
    """Keeps as many cards unfolded as may be."""
    cards = view.side.signals
    for signal in view.controller.signals:
        if len(cards.unfolded) < _MOST_UNFOLDED and signal.target not in cards.unfolded:
            cards.toggle(signal.target)


def _by_controller(view: ConversationView, item: str) -> None:
    view.controller.set_state(item, State.NAMED)


def _by_mouse(view: ConversationView, item: str) -> None:
    QTest.mouseClick(view.items.rows[item].states[State.NAMED], Qt.MouseButton.LeftButton)
