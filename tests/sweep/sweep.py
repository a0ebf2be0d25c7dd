"""Presses every control in sight of a view once, at its middle or near its edge, at the top, the middle and the end of what scrolls."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Final, Self

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QLineEdit, QMenu

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.help.sheet import QuerySheet
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.suggestions import Suggestions
from tests.hand import hand
from tests.sweep.controls import Control, controls

_PLACES: Final = (0.0, 0.5, 1.0)
"""How far what scrolls is scrolled, of its whole way."""

_AFRESH: Final = 12
"""How often a view is made again, when what was pressed led away from the rest."""

_SOON = 15
"""Milliseconds between two looks for a dialog that waits for an answer."""


@dataclass(slots=True)
class Result:
    """What a sweep of a view found.

    Attributes:
        pressed: The keys of the controls that were pressed.
        faults: What was promised and did not happen, a line each.
    """

    pressed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


Opened = Callable[[], AbstractContextManager[MainWindow]]


def sweep(opened: Opened, *, most: int = 400, every: int = 1) -> Result:
    """Presses all that is in sight of a view.

    Args:
        opened: Makes a window with the view in it.
        most: Controls that are pressed at the most.
        every: Presses one of so many, in the order of the window.
    """
    result, seen = Result(), set[str]()
    for _ in range(max(1, _AFRESH // (every * 2 - 1))):  # most of a short sweep is making the view
        before = len(result.pressed)
        with opened() as window:
            _sweep_window(window, result, seen, most, every)
        if len(result.pressed) == before or len(result.pressed) >= most or seen <= set(result.pressed):
            break
    return result


def _sweep_window(window: MainWindow, result: Result, seen: set[str], most: int, every: int) -> None:
    room = window.here
    with _Doorkeeper() as doorkeeper:
        for place in _PLACES:
            _scroll(window, place)
            wanted = {each.key for each in list(controls(window))[::every]}
            seen |= wanted
            while len(result.pressed) < most:
                done = set(result.pressed)
                control = next((each for each in controls(window) if each.key in wanted and each.key not in done), None)
                if control is None:
                    break
                result.pressed.append(control.key)
                opened = doorkeeper.closed
                fault = _press(window, control, edge=len(result.pressed) % 2 == 0)
                if fault and doorkeeper.closed == opened:  # a dialog or a menu is what was promised
                    result.faults.append(f"{control.key}: {fault}")
                if not _is_back(window, room):
                    return
                _scroll(window, place)


def _press(window: MainWindow, control: Control, *, edge: bool) -> str:
    """Presses a control; what went wrong, or nothing."""
    area = control.area
    at = _edge(control) if edge else area.center()
    kept = control.kept()
    try:
        place = hand.place(control.widget, at)
        hand.click_place(place, still=control.still)
    except AssertionError as fault:
        return str(fault)
    finally:
        _let_work(window)
    return kept()


def _edge(control: Control) -> QPoint:
    """Near the right end, or near the top of a field: at its end may be another control."""
    area = control.area
    if isinstance(control.widget, QLineEdit):
        return QPoint(area.center().x(), area.top() + min(2, area.height() // 3))
    at = QPoint(area.right() - min(2, area.width() // 3), area.center().y())
    while isinstance(control.widget, QAbstractButton) and not control.widget.hitButton(at) and at.x() > area.left():
        at.setX(at.x() - 1)  # a tick takes no press beside its words
    return at


def _let_work(window: MainWindow) -> None:
    """Waits until all that was asked has been answered and shown."""
    services = window.services
    for _ in range(3):  # an answer may ask again
        QApplication.processEvents()
        for jobs in (services.jobs, services.casebook._jobs, services.bookmarks._jobs):
            jobs.wait()
        QApplication.processEvents()


def _scroll(window: MainWindow, part: float) -> None:
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible():
            bar = area.verticalScrollBar()
            bar.setValue(round(bar.minimum() + part * (bar.maximum() - bar.minimum())))
    _let_work(window)


def _is_back(window: MainWindow, room: ViewId) -> bool:
    """Closes what was opened and goes back to the view; False where it has to be made again."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.close()
    if not window.isVisible():
        return False
    for each in (*window.findChildren(Suggestions), *window.findChildren(QuerySheet)):
        each.hide()  # they lie over what is pressed next
    window.activateWindow()  # the offscreen platform has no window manager that does so when a dialog closes
    _let_work(window)
    if window.here is not room:
        window.go_to_room(room)
        _let_work(window)
    return window.here is room


class _Doorkeeper(QObject):
    """Closes the dialogs and menus that wait for an answer while a press is under way, and takes what is opened elsewhere.

    Attributes:
        closed: How many it closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.closed = 0
        self._timer = QTimer(self, interval=_SOON)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> Self:
        self._timer.start()
        QDesktopServices.setUrlHandler("file", self, "opened")
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        QDesktopServices.unsetUrlHandler("file")

    @Slot("QUrl")
    def opened(self, _url: QUrl) -> None:
        """Takes a folder that the system would show in its file manager, which the offscreen platform has not."""
        self.closed += 1

    def _look(self) -> None:
        modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if isinstance(modal, QDialog):
            self.closed += 1
            modal.reject()
        elif isinstance(popup, QMenu):
            self.closed += 1
            popup.close()
