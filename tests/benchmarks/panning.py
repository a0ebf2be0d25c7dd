"""From moving the map to its next painted frame."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.map.view import MapView
from guidance_kb.ui.shell.window import MainWindow
from tests.benchmarks.bench_window import Moment, PaintClock, bench_window
from tests.benchmarks.figures import Figure, Group, spread

_STEP = 24
"""Pixels a frame: at 60 frames a second the whole map goes by in a second and a half."""

_P95_MS = 16.0
_ZOOMED = 4
_ROUNDS = 8


def measure(application: QApplication, knowledge: Path) -> Group:
    """Moves the map from top to bottom and back: as it is first shown, with the thing of most links in hand, and zoomed in."""
    figures: list[Figure] = []
    with bench_window(application, knowledge) as window:
        view = _map(window)
        clock = PaintClock(window, view.picture.viewport())
        for name in ("all", "in hand", "zoomed in"):
            if name == "in hand":
                links = view.scene.links
                view.choose(max(links, key=lambda node: len(links[node])))
            elif name == "zoomed in":
                view.show_everything()
                view.picture.step(_ZOOMED)
            clock.settled()
            frames = list(_frames(view, clock))
            figures += spread(f"{name} → painted", [each.clock for each in frames], _P95_MS)
            figures += spread(f"{name} → painted, processor time", [each.processor for each in frames])
        figures += spread("one zoom step → painted", [each.clock for each in _zooms(view, clock)])
    how = (
        f"The map of the shipped content ({len(view.scene.nodes)} things) in the window at 1366×768, offscreen, moved {_STEP} pixels at"
        " a time from top to bottom and back: from the move to the end of the painting that shows it. *All*: every link faint;"
        " *in hand*: the thing with most links chosen, its links lit; *zoomed in*: at twice the size."
        " A zoom step paints all of the picture anew."
    )
    return Group("Moving the map", how, tuple(figures))


def _map(window: MainWindow) -> MapView:
    window.go_to_room(ViewId.MAP)
    view = window.view(ViewId.MAP)
    if not isinstance(view, MapView):
        raise TypeError(type(view))
    return view


def _frames(view: MapView, clock: PaintClock) -> Iterator[Moment]:
    bar = view.picture.verticalScrollBar()
    down = range(bar.minimum(), bar.maximum(), _STEP)
    for place in (*down, *reversed(down)):
        if place == bar.value():
            continue
        before, start = clock.watched_paintings, Moment.now()
        bar.setValue(place)
        yield clock.wait(lambda before=before: clock.watched_paintings > before).since(start)


def _zooms(view: MapView, clock: PaintClock) -> Iterator[Moment]:
    """Zooms out and in again, a step at a time."""
    view.picture.fit()
    clock.settled()
    for step in (1, 1, 1, -1, -1, -1) * _ROUNDS:
        before, start = clock.watched_paintings, Moment.now()
        view.picture.step(step)
        yield clock.wait(lambda before=before: clock.watched_paintings > before).since(start)
