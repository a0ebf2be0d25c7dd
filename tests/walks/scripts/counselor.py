"""Somebody who works with the program: presses places on the screen and keys, and reads back through AT-SPI what came of it.

The places come from what AT-SPI says of a thing: its rectangle on the screen, as far as everything that it stands in shows it.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from gi.repository import Atspi, GLib
from reader.program import NotHeardError, Program, children, shows
from scripts import hand
from scripts.screen import Box, Screen

BUTTON = getattr(Atspi.Role, "BUTTON", None) or Atspi.Role.PUSH_BUTTON  # its name before AT-SPI 2.54

_LOOK = 0.06
"""Seconds that a thing has to stand still before somebody presses it."""

_SOON = 8.0
"""Seconds in which what was pressed has to be seen: long, for a machine that is busy with other tests."""

_NOTCH = 60
"""Pixels that a notch of the wheel moves a list by, about; what is left is turned after another look."""

_TURNS = 40
"""Times that somebody turns the wheel and looks again before giving up."""

_REST = 0.6
"""Seconds after which nothing moves or fades any more."""

_PART = 90
"""Letters of a thing's name that a transcript shows."""


class CannotPressError(Exception):
    """What was to be pressed lies where no hand can reach it."""


class Counselor(Program):
    """A counselor at the desk, with one program.

    Attributes:
        at: What has the keyboard.
        heard: What the program announced since the last press.
        presses: How often something was pressed with the mouse, or with a key.
        answers: For each thing that should have been recorded or kept: whether it was.
    """

    def __init__(self, screen: Screen, command: list[str], language: str, pictures: Path | None = None) -> None:
        self.at: Atspi.Accessible | None = None
        self.heard: list[str] = []
        self.presses = 0
        self.answers: list[bool] = []
        self._screen, self._pictures = screen, pictures
        self._python = command[0]
        self._listener = Atspi.EventListener.new(self._happened)
        for event in ("object:state-changed:focused", "object:announcement"):
            self._listener.register(event)
        super().__init__(command, language)
        self.until("the keyboard in the window", lambda: self.at)
        self.said.append(f"  the window is {self.box(self.window)}; windows may take {screen.area}")

    def _happened(self, event: Atspi.Event) -> None:
        if event.type == "object:announcement":
            self.heard.append(event.any_data)
        elif event.detail1:
            self.at = event.source

    def hears(self) -> str:
        """What has the keyboard, by name; empty where that is nothing, or gone."""
        try:
            return self.at.get_name() or "" if self.at else ""
        except GLib.Error:
            return ""

    def end(self) -> None:
        """Closes the program with its key; where it asks about a conversation that is not saved, that may go."""
        if self.program.poll() is not None:
            return
        self.key("Ctrl+Q")
        try:
            asked = self.until(
                "the end, or a question", lambda: self.program.poll() is not None or self.closing_question(), _SOON
            )
            if isinstance(asked, Atspi.Accessible):
                self.said.append("  it asks about the conversation that is not saved")
                self.press(asked)
            self.program.wait(_SOON)
        finally:
            self.program.kill()
        self.said.append("  the program is closed")

    # ── where things are ────────────────────────────────────────────────────────────────────────

    def box(self, of: Atspi.Accessible) -> Box:
        """The rectangle of a thing on the screen."""
        told = of.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return Box(told.x, told.y, told.width, told.height)

    def seen(self, of: Atspi.Accessible, box: Box | None = None) -> Box:
        """What of a thing, or of a rectangle on it, is in sight: inside all that it stands in, and on the screen but for the panel."""
        seen, above = box or self.box(of), of.get_parent()
        while above is not None and above.get_role() not in (Atspi.Role.APPLICATION, Atspi.Role.DESKTOP_FRAME):
            if above.get_component_iface() is not None:
                seen = seen.common(self.box(above))
            above = above.get_parent()
        return seen

    def _still(self, of: Atspi.Accessible, where: Callable[[], Box] | None = None) -> Box:
        """Its rectangle, or that of a part of it, once it stands still."""
        where = where or (lambda: self.box(of))
        before = where()
        for _ in range(100):
            time.sleep(_LOOK)
            now = where()
            if now == before:
                return now
            before = now
        raise CannotPressError(f"{name_of(of)} does not come to rest")

    def bring(self, of: Atspi.Accessible, within: Atspi.Accessible, part: Callable[[], Box] | None = None) -> None:
        """Turns the wheel over a list or page until the thing is whole in sight, or its middle where it is too large.

        Args:
            of: The thing.
            within: The list or page.
            part: Gives the rectangle of what is meant where that is only a part of the thing.
        """
        before, where = None, part or (lambda: self.box(of))
        for _ in range(_TURNS):
            box, view = self._still(of, where), self.seen(within).common(self._screen.area)
            above, below = view.y - box.y, box.y + box.height - view.y - view.height
            if above <= 0 and below <= 0:
                return
            if box == before:  # the end of the list: what shows of it is all there is
                break
            before = box
            notches = max(1, below // _NOTCH) if below > 0 else -max(1, above // _NOTCH)
            hand.turn(view.x + view.width // 2, view.y + view.height // 2, notches)
            self._settle_from(where, box)
        if not self._reachable(of, where()):
            raise CannotPressError(f"the wheel does not bring {name_of(of)} into sight")

    def _settle_from(self, where: Callable[[], Box], box: Box) -> None:
        """Waits until the wheel has moved a thing; not long, for at the end of a list it does not."""
        end = time.monotonic() + 1.0
        while where() == box and time.monotonic() < end:
            time.sleep(0.02)

    def _reachable(self, of: Atspi.Accessible, box: Box) -> bool:
        return self.seen(of, box).common(self._screen.area).holds(box.x + box.width // 2, box.y + box.height // 2)

    # ── the mouse ───────────────────────────────────────────────────────────────────────────────

    def press(self, of: Atspi.Accessible, box: Box | None = None, what: str = "") -> None:
        """Presses the middle of a thing, or of a rectangle on it, with the mouse.

        Raises:
            CannotPressError: That place is out of sight or outside of what windows may take of the screen.
        """
        whole = self._still(of)
        target = box or whole
        x, y = target.x + target.width // 2, target.y + target.height // 2
        name = what or name_of(of)
        if not self._screen.area.holds(x, y):
            raise CannotPressError(f"{name}, {target}: outside of the work area, {self._screen.area}")
        if not self.seen(of, target).holds(x, y):
            raise CannotPressError(f"{name}, {target}: covered by the edge of what it stands in")
        self._note(f"press “{name}” at ({x}, {y})")
        hand.click(x, y)

    def hover(self, of: Atspi.Accessible) -> None:
        """Moves the pointer over a thing."""
        box = self._still(of)
        hand.move(box.x + box.width // 2, box.y + box.height // 2)

    # ── the keyboard ────────────────────────────────────────────────────────────────────────────

    def key(self, key: str, times: int = 1) -> None:
        """Presses a key; it goes to what has the keyboard."""
        self._note(f"key {key}" + (f" × {times}" if times > 1 else ""))
        self.presses += times - 1
        for _ in range(times):
            hand.press(key)

    def key_until(self, key: str, words: str, most: int = 60) -> None:
        """Presses a key again and again, each time until the keyboard is elsewhere, until it is on something with `words` in its name."""
        pressed = 0
        while words not in self.hears():
            if pressed == most:
                raise CannotPressError(f"{most} × {key} does not lead to {words}; the keyboard is at {self.hears()}")
            before = self.at
            hand.press(key)
            pressed += 1
            self.until(f"{key} moves the keyboard on", lambda before=before: self.at is not before)
        self.presses += pressed - 1
        self._note(f"key {key} × {pressed}, to “{self.hears()[:_PART]}”")

    def write(self, text: str, shown: str = "") -> None:
        """Types a text; a transcript gets `shown` in the place of a secret."""
        self.said.append(f"> type {shown or text}")
        hand.write(text)

    def _note(self, what: str) -> None:
        self.presses += 1
        self.heard.clear()
        self.said.append(f"> {what}")

    # ── what came of it ─────────────────────────────────────────────────────────────────────────

    def read(self, what: str, holds: Callable[[], object]) -> None:
        """Reads back that something holds now.

        Raises:
            NotHeardError: It does not, after some seconds.
        """
        self.until(what, holds, _SOON)
        self.said.append(f"  {what}")

    def read_at(self, is_there: Callable[[str], bool], what: str) -> None:
        """Reads back that the keyboard is at something whose name is as asked.

        Raises:
            CannotPressError: It is elsewhere, still after some seconds.
        """
        try:
            self.until(what, lambda: is_there(self.hears()), _SOON)
        except NotHeardError:
            raise CannotPressError(f"the keyboard should be at {what}, and is at “{self.hears()}”") from None
        self.said.append(f"  the keyboard is at {what}: {self.hears()[:_PART]}")

    def recorded(self, of: Atspi.Accessible, answer: str) -> bool:
        """Reads back whether an item has an answer, and goes on when it has not: how many were recorded is what the walk tells."""
        end, name = time.monotonic() + _SOON, ""
        while time.monotonic() < end:
            name = of.get_name() or ""
            if f": {answer}" in name:
                break
            time.sleep(0.03)
        kept = f": {answer}" in name
        self.answers.append(kept)
        self.said.append(f"  {name}" if kept else f"  NOT RECORDED as {answer}: {name}")
        return kept

    def shown(self, words: str) -> bool:
        """Whether something with these words in its name or text is in sight anywhere in the window."""
        return any(words in (each.get_name() or "") or words in self.text(each) for each in self.all())

    def whole_tree(self) -> Iterator[str]:
        """Every name, description and text in the tree of AT-SPI, also of what does not show: somebody's technology may read it."""
        return (words for each in self._everything(self.window.get_parent()) for words in self._words(each) if words)

    def parts(self, within: Atspi.Accessible) -> list[Atspi.Accessible]:
        """All that is in a thing, from top to bottom of the tree."""
        return list(self._everything(within))

    def _everything(self, within: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
        for each in children(within):
            yield each
            yield from self._everything(each)

    def _words(self, of: Atspi.Accessible) -> tuple[str, str, str]:
        return of.get_name() or "", of.get_description() or "", self.text(of)

    def picture(self, name: str) -> None:
        """Takes a picture of the screen as it stands still, if pictures are wanted."""
        if self._pictures is not None:
            time.sleep(_REST)
            photograph(self._python, self._pictures / f"{name}.png")

    def button(self, name: str, within: Atspi.Accessible | None = None) -> Atspi.Accessible:
        """The button with `name` in its name; waits until it is there and can be pressed."""

        def there() -> Atspi.Accessible | None:
            for each in self.all(within):
                if name in (each.get_name() or "") and each.get_role() == BUTTON:
                    return each if each.get_state_set().contains(Atspi.StateType.SENSITIVE) else None
            return None

        return self.until(f"a button {name} that can be pressed", there)

    def go(self, room: str) -> None:
        """Presses the name of a room on the rail."""
        rail = self.find(room, Atspi.Role.RADIO_BUTTON)
        self.press(rail)
        checked = Atspi.StateType.CHECKED
        self.read(f"the room is {room}", lambda: rail.get_state_set().contains(checked))

    def rows(self, within: Atspi.Accessible) -> list[Atspi.Accessible]:
        """The rows of a list, in their order on the screen: down a column, and then the next one."""
        found = [each for each in self._everything(within) if each.get_role() == Atspi.Role.LIST_ITEM and shows(each)]
        return sorted(found, key=lambda each: (self.box(each).x, self.box(each).y))


def name_of(of: Atspi.Accessible) -> str:
    """What a thing is called in a transcript."""
    return (of.get_name() or of.get_role_name())[:_PART]


def photograph(python: str, picture: Path) -> None:
    """Takes a picture of the whole screen, with the Qt that the program has."""
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication as A; "
        "a = A(sys.argv); A.primaryScreen().grabWindow(0).save(sys.argv[1])"
    )
    subprocess.run([python, "-c", code, str(picture)], check=False, timeout=60)
