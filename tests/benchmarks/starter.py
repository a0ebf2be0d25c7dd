"""A program that starts and says when its window is painted: ours (`ours`) or a bare one (`bare`).

It prints `painted` and its processor time after the first paint, waits for a line, searches (ours) or shows another page (bare), prints
`searched`, and ends at the next line. Run as a fresh process by `starting`, as a file of its own: as a module it would bring pytest, which
`tests` imports.
"""

import gc
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser, QWidget

_PATIENCE_MS = 10_000


class FirstPaint(QObject):
    """Calls `then` once, when the first painting of a widget is over."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Calls once, after the first painting."""
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def say(word: str) -> None:
    """Tells the parent, with the seconds of processor time until now, and waits until it has looked."""
    print(word, time.process_time(), flush=True)  # noqa: T201
    sys.stdin.readline()


def wait(reached: Callable[[], bool]) -> None:
    """Lets the program work until `reached`, and paint.

    Ends the program when it does not come to that.
    """
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if reached() else None)
    timer.start(10)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()
    if not reached():
        sys.exit("the program did not come to it")
    QTimer.singleShot(100, loop.quit)
    loop.exec()


def ours() -> int:
    """The program as `guidance-kb` without a command starts it, with somebody who looks at the window it makes."""
    gc.disable()  # as `cli` does before it imports the window, which is imported here
    from guidance_kb import app, cli  # noqa: PLC0415

    make_window = app.make_window

    def watched(*arguments: Any, **named: Any) -> QMainWindow:  # noqa: ANN401 - those of `make_window`
        """Makes the window, and says when it is painted."""
        window = make_window(*arguments, **named)

        def painted() -> None:
            """Says so, searches, says so, and closes."""
            say("painted")
            window.search_for("geen oppas")
            wait(lambda: window.answered == "geen oppas")
            say("searched")
            window.close()

        FirstPaint(window.centralWidget(), painted)
        return window

    app.make_window = watched  # type: ignore[assignment]
    app._AHEAD_AFTER = _PATIENCE_MS  # on a slow machine rooms would be made before the search is done
    return cli.main([])


def bare() -> int:
    """A QMainWindow with a QTextBrowser."""
    application = QApplication(sys.argv[:1])
    window, browser = QMainWindow(), QTextBrowser()
    browser.setHtml("<h1>Guidance KB</h1>" + "<p>What do you need? Type a word or two, as you would say it.</p>" * 8)
    window.setCentralWidget(browser)
    window.resize(1366, 740)

    def painted() -> None:
        """Says so, shows a page, says so, and ends."""
        say("painted")
        browser.setHtml(
            "<h1>No babysitter</h1>" + "<p>Every answer says where it comes from, and why it was found.</p>" * 12
        )
        wait(lambda: True)
        say("searched")
        application.quit()

    FirstPaint(
        browser, painted
    )  # not its viewport: asking for that costs PySide 11 ms, which a bare window need not pay
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(ours() if sys.argv[1] == "ours" else bare())
