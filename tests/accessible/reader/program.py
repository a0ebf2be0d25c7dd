"""One program, known through AT-SPI alone: started, read and ended. Nothing of the program is imported here.

Runs with the system's own Python, which has the bindings of AT-SPI. The screen reader here and the counselor of
`tests/walks` are made on it.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from gi.repository import Atspi, GLib
from reader.keys import press

PATIENCE = 30.0
"""Seconds after which what has not happened will not happen."""

_ANSWER = 15_000
"""Milliseconds that the program may take to say what a thing is: on a busy machine what is asked while it lays out a page takes long."""

_BETWEEN = {0xFDD0: " ", 0xFDD1: " "}
"""What Qt puts before and after the cells of a table on a page; no letters, and no voice says them."""

_Found = TypeVar("_Found")


class NotHeardError(Exception):
    """Something was not said, or is not there; with what was said until then."""


class Program:
    """A program with a window.

    Attributes:
        said: The transcript.
    """

    def __init__(self, command: list[str], language: str) -> None:
        self.language = language
        self.said: list[str] = []
        Atspi.set_timeout(_ANSWER, _ANSWER)
        self.program = subprocess.Popen(command)
        try:
            self.window = self.until("a window", self.first_window)
        except NotHeardError:
            self.end()
            raise

    def windows(self) -> Iterator[Atspi.Accessible]:
        """The windows and dialogs that show, of everything on the bus."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for program in children(desktop):
            program.set_cache_mask(Atspi.Cache.NONE)  # what is read is what is there
            yield from (window for window in children(program) if shows(window))

    def first_window(self) -> Atspi.Accessible | None:
        """The first window that shows, or None.

        Raises:
            NotHeardError: The program stopped.
        """
        if self.program.poll() is not None:
            raise NotHeardError(f"the program stopped with exit code {self.program.returncode}")
        return next((each for each in self.windows() if each.get_role() == Atspi.Role.FRAME), None)

    def until(self, what: str, holds: Callable[[], _Found | None], patience: float = PATIENCE) -> _Found:
        """Listens until something holds, and gives it.

        Raises:
            NotHeardError: It still does not hold after so many seconds.
        """
        end = time.monotonic() + patience
        while True:
            while GLib.MainContext.default().iteration(may_block=False):
                pass
            try:
                if found := holds():
                    return found
            except GLib.Error:  # what it asked for was going away
                pass
            if time.monotonic() > end:
                raise NotHeardError("\n".join([f"did not come: {what}", *self.said]))
            time.sleep(0.01)

    def choose(self, dutch: str, english: str) -> str:
        """The words in the language of the program."""
        return dutch if self.language == "nl" else english

    def end(self) -> None:
        """Closes the program, if it is still there; where it asks about a conversation that is not saved, that may go.

        Raises:
            NotHeardError: It does not close.
        """
        if self.program.poll() is not None:
            return
        press("Ctrl+Q")
        last = time.monotonic() + PATIENCE
        while self.program.poll() is None:
            if time.monotonic() > last:
                self.program.kill()
                raise NotHeardError("the program did not close")
            try:
                if asked := self.closing_question():
                    Atspi.Action.do_action(asked, 0)
            except GLib.Error:  # the program went
                pass
            time.sleep(0.05)

    def closing_question(self) -> Atspi.Accessible | None:
        """The button that closes without saving, where the program asks; or None."""
        names = ("Sluiten zonder bewaren", "Close without saving")
        shown = (each for window in self.windows() for each in self.all(window))
        return next((each for each in shown if each.get_name() in names), None)

    # ── what is there ───────────────────────────────────────────────────────────────────────────

    def all(self, within: Atspi.Accessible | None = None) -> Iterator[Atspi.Accessible]:
        """Everything that shows, from top to bottom."""
        for each in children(within or self.window):
            if shows(each):
                yield each
                yield from self.all(each)

    def find(
        self, name: str, kind: Atspi.Role | None = None, within: Atspi.Accessible | None = None
    ) -> Atspi.Accessible:
        """The first thing that shows with `name` in its name; waits until it is there."""

        def there() -> Atspi.Accessible | None:
            things = (each for each in self.all(within) if kind is None or each.get_role() == kind)
            return next((each for each in things if name in (each.get_name() or "")), None)

        return self.until(f"a thing with the name {name}", there)

    def text(self, of: Atspi.Accessible) -> str:
        """The text in a field or on a page; empty for what has none."""
        if "Text" not in of.get_interfaces():
            return ""
        return Atspi.Text.get_text(of, 0, -1).translate(_BETWEEN)


def children(of: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """What stands directly in a thing."""
    for number in range(of.get_child_count()):
        child = of.get_child_at_index(number)
        if child is not None:
            yield child


def shows(of: Atspi.Accessible) -> bool:
    """Whether a thing is shown."""
    return of.get_state_set().contains(Atspi.StateType.SHOWING)
