"""Where somebody sits: a screen, a keyboard, a screen reader, and the program that they start."""

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
"""Places with the keyboard on the way to something: there are never so many."""

_STILL = 2.0
"""Seconds without writing after which all is written: more than the pause at which the program saves."""

_PATIENCE = 30.0
"""Seconds after which what is not on the screen will not come."""


class Seat:
    """What a scene has.

    Attributes:
        command: Starts the program.
        home: The home of the user, seen from outside; `home_inside` as the program sees it.
        reached: What was reached, in order.
        said: All that was said.
        seconds: How long the first paint took, of every start.
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
        """Starts the program, and waits until it is painted and has the keyboard.

        Raises:
            NotHeardError: It is not.
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
        """Waits until something holds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise NotHeardError(f"did not come: {what}")
            time.sleep(0.02)

    def walk(self, key: str, words: str) -> None:
        """Presses a key again and again until what has the keyboard has `words` in its name; some presses stay in one place: in a date."""
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
        """Waits until nothing is written any more: typed words are saved at a pause."""
        writes = (self.home / ".local/share/guidance-kb/casebook").rglob

        def still() -> bool:
            before = [path.stat().st_mtime_ns for path in writes("*")]
            time.sleep(_STILL)
            return before == [path.stat().st_mtime_ns for path in writes("*")]

        self.until("an end of the writing", still)

    def come_back(self) -> None:
        """Clicks in the window after a dialog is gone: nothing here gives it the keyboard back, as the desktop of a user does."""
        reader = self._here()
        reader.at = None
        reader.come_in()

    def reach(self, what: str) -> None:
        """Something that is to be reached was."""
        self.reached.append(what)

    def picture(self, name: str) -> None:
        """Takes a picture of the whole screen."""
        self.screen.picture(self.folder / f"{name}.png")

    def close(self) -> None:
        """Closes the program by its keys, and looks whether it went well."""
        reader = self._here()
        reader.end()
        code = reader.program.returncode
        reader.stop_listening()
        self.reader = None
        if code:
            raise NotHeardError(f"the program ended with exit code {code}")

    def kill(self) -> None:
        """The power goes: the program has no time for anything."""
        reader = self._here()
        reader.program.kill()
        reader.program.wait()
        reader.stop_listening()
        self.reader = None

    def leave(self) -> None:
        """Nothing is left of the program."""
        if self.reader is not None and self.reader.program.poll() is None:
            self.reader.program.kill()
            self.reader.program.wait()

    def _here(self) -> ScreenReader:
        if self.reader is None:
            raise NotHeardError("the program was not started")
        return self.reader
