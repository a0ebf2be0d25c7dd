"""The user's place in a scene: a screen, a keyboard, a screen reader, and the program."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.keys import press
from reader.program import NotHeardError
from reader.screenreader import ScreenReader
from screen import Screen

_STEPS = 80
"""Maximum number of focus changes on the way to a widget."""

_STILL = 2.0
"""Seconds without writing after which everything is saved: longer than the delay after which the program saves."""

_PATIENCE = 30.0
"""Seconds after which an expected change of the screen counts as failed."""


class Seat:
    """The user's place, for one scene.

    Attributes:
        command: The command that starts the program.
        home: The home of the user, seen from outside; `home_inside` is its path for the program.
        reached: The checks that were reached, in order.
        said: Everything that the screen reader said.
        seconds: The time to the first paint of every start.
    """

    def __init__(self, command: list[str], folder: Path) -> None:
        self.command, self.folder = command, folder
        self.screen = Screen(os.environ["DISPLAY"], Path(os.environ["SCREEN_MEMORY"]))
        self.home, self.home_inside = Path(os.environ["HOME_SEEN"]), os.environ["HOME_INSIDE"]
        self.reached: list[str] = []
        self.said: list[str] = []
        self.seconds: list[float] = []
        self.reader: ScreenReader | None = None

    def start(self, language: str = "nl") -> ScreenReader:
        """Start the program, and wait until it is painted and has the keyboard.

        Raises:
            NotHeardError: It is not painted, or does not get the keyboard.
        """
        self.until("an empty screen", lambda: not self.screen.is_painted())
        begun = time.monotonic()
        reader = self.reader = ScreenReader(self.command, language)
        reader.said = self.said
        self.until("something on the screen", self.screen.is_painted)
        self.seconds.append(round(time.monotonic() - begun, 2))
        reader.come_in()
        return reader

    def until(self, what: str, holds: Callable[[], object]) -> None:
        """Wait until a condition is true."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise NotHeardError(f"did not come: {what}")
            time.sleep(0.02)

    def walk(self, key: str, words: str) -> None:
        """Press a key repeatedly until the focused widget has `words` in its name; some presses stay in one widget, such as a date."""
        reader = self._here()
        reader.said.append(f"> {key}, again and again")
        for _ in range(_STEPS):
            before = reader.at
            press(key)
            with suppress(NotHeardError):
                reader.until("another place", lambda before=before: reader.at is not before, patience=1)
            if reader.at is not None and words in (reader.at.get_name() or ""):
                return
        raise NotHeardError(f"did not come to: {words}")

    def until_saved(self) -> None:
        """Wait until nothing is written any more: the program saves typed words after a pause."""
        writes = (self.home / ".local/share/guidance-kb/casebook").rglob

        def still() -> bool:
            before = [path.stat().st_mtime_ns for path in writes("*")]
            time.sleep(_STILL)
            return before == [path.stat().st_mtime_ns for path in writes("*")]

        self.until("an end of the writing", still)

    def come_back(self) -> None:
        """Click in the window after a dialog has closed: without a window manager nothing returns the keyboard to it."""
        reader = self._here()
        reader.at = None
        reader.come_in()

    def reach(self, what: str) -> None:
        """Record a check as reached."""
        self.reached.append(what)

    def picture(self, name: str) -> None:
        """Take a picture of the whole screen."""
        self.screen.picture(self.folder / f"{name}.png")

    def close(self) -> None:
        """Close the program by its keys, and check that it ended well."""
        reader = self._here()
        reader.end()
        code = reader.program.returncode
        reader.stop_listening()
        self.reader = None
        if code:
            raise NotHeardError(f"the program ended with exit code {code}")

    def kill(self) -> None:
        """Kill the program, as a power cut would."""
        reader = self._here()
        reader.program.kill()
        reader.program.wait()
        reader.stop_listening()
        self.reader = None

    def leave(self) -> None:
        """Kill the program if it still runs."""
        if self.reader is not None and self.reader.program.poll() is None:
            self.reader.program.kill()
            self.reader.program.wait()

    def _here(self) -> ScreenReader:
        if self.reader is None:
            raise NotHeardError("the program was not started")
        return self.reader
