"""From a ticked answer to the signals on the screen, and from a key in the box that finds an item to the list of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.benchmarks.bench_window import Moment, PaintClock, bench_window, pause
from tests.benchmarks.figures import Figure, Group, spread
from tests.benchmarks.queries import SPOKEN

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
    keys = _find(application, knowledge)
    figures += spread("key in the find box → painted", [each.clock for each in keys], _P95_MS)
    figures += spread("key in the find box → painted, processor time", [each.processor for each in keys])
    how = (
        f"All {len(view.controller.checklist.items)} items of the checklist answered “named” one after the other in the window at"
        f" 1366×768 and cleared again, {_ROUNDS} times, with up to {_MOST_UNFOLDED} cards unfolded: from the answer to the end of the"
        " last painting that it causes. A *tick* answers through the controller, as a key does; a *click* presses the button of an"
        " item with the mouse, which also takes the item in hand (it unfolds). *First time*: cards are made then, for a session."
        f" *Key in the find box*: {len(SPOKEN)} sentences of clients typed letter by letter, {_ROUNDS} times ({len(keys)} keys), to the"
        " last painting that shows the items found."
    )
    return Group("Tick to painted signals", how, tuple(figures))


def _find(application: QApplication, knowledge: Path) -> list[Moment]:
    """Types what clients say into the box that finds an item, each letter once the answer to the one before is painted."""
    times = []
    with bench_window(application, knowledge) as window:
        view = _conversation(window)
        box, clock = view.finder, PaintClock(window, view.finder.suggestions)
        for sentence in ("warm", *_ROUNDS * SPOKEN):
            box.empty()
            view.find_on_page()
            clock.settled()
            for end in range(1, len(sentence) + 1):
                start = Moment.now()
                QTest.keyClick(box, sentence[end - 1])
                while box.answered != sentence[:end].strip():
                    pause(1)
                taken = clock.settled().since(start)
                if sentence in SPOKEN:
                    times.append(taken)
    return times


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
