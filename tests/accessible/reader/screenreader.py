"""A screen reader: it knows the program through AT-SPI alone, presses keys, and writes down what it would say.

Runs with the system's own Python, which has the bindings of AT-SPI; nothing of the program is imported here.
"""

from collections.abc import Callable

from gi.repository import Atspi, GLib
from reader.keys import press, type_text
from reader.program import Program
from reader.words import role, states

_EVENTS = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:announcement",
    "object:text-caret-moved",
    "object:text-selection-changed",
)


class ScreenReader(Program):
    """Reads one program, which it starts and ends.

    Attributes:
        said: The transcript. What was pressed begins with `> `, what was said while the keyboard stayed where it was with `! `.
        at: What has the keyboard.
    """

    def __init__(self, command: list[str], language: str) -> None:
        self.at: Atspi.Accessible | None = None
        self._since = 0  # what was said before the last key
        self._listener = Atspi.EventListener.new(self._happened)
        for event in _EVENTS:
            self._listener.register(event)
        super().__init__(command, language)

    # ── what happens ────────────────────────────────────────────────────────────────────────────

    def _happened(self, event: Atspi.Event) -> None:
        try:
            if event.type == "object:announcement":
                self.said.append(f"! {event.any_data}")
            elif event.type == "object:text-selection-changed":
                self._follow_selection(event.source)
            elif event.type == "object:text-caret-moved":
                self._follow_caret(event.source, event.detail1)
            elif event.type == "object:state-changed:checked":
                self._follow_tick(event.source)
            elif event.detail1:
                self.at = event.source
                self.said.append(self.speech(event.source))
        except GLib.Error:  # it was gone before it could be read
            pass

    def _follow_caret(self, source: Atspi.Accessible, offset: int) -> None:
        """Says the line that the reading cursor came to; what is typed is not said again."""
        has = source.get_state_set().contains
        if has(Atspi.StateType.FOCUSED) and not has(Atspi.StateType.EDITABLE):
            line = Atspi.Text.get_string_at_offset(source, offset, Atspi.TextGranularity.LINE).content
            empty = "lege regel" if self.language == "nl" else "blank"
            self.said.append(f"“{line.strip()}”" if line.strip() else empty)

    def _follow_tick(self, source: Atspi.Accessible) -> None:
        """Says how a box stands now that the keyboard is on; buttons say it themselves, with what they did."""
        if source.get_role() == Atspi.Role.CHECK_BOX and source.get_state_set().contains(Atspi.StateType.FOCUSED):
            self.said.append(", ".join(states(source, self.language)))

    def _follow_selection(self, source: Atspi.Accessible) -> None:
        """Says what was selected; on a page a link that the keyboard came to."""
        for number in range(Atspi.Text.get_n_selections(source)):
            chosen = Atspi.Text.get_selection(source, number)
            words = Atspi.Text.get_text(source, chosen.start_offset, chosen.end_offset)
            self.said.append(f"“{words}”, " + ("geselecteerd" if self.language == "nl" else "selected"))

    # ── what is done ────────────────────────────────────────────────────────────────────────────

    def come_in(self) -> None:
        """Clicks in the window, for there is nobody here who gives it the keyboard when it opens."""
        box = self.window.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(box.x + box.width // 2, box.y + 3, "b1c")
        active = Atspi.StateType.ACTIVE  # before that, a key that is pressed goes nowhere
        self.until("the keyboard in the window", lambda: self.at and self.window.get_state_set().contains(active))

    def come_into_the_next(self) -> None:
        """Waits until another window has come in the place of this one, and clicks in it."""
        before = self.window.get_name()

        def other() -> Atspi.Accessible | None:
            window = self.first_window()
            return window if window and window.get_name() != before else None

        self.window, self.at = self.until("another window", other), None
        self.come_in()

    def press(self, key: str, hears: str = "", times: int = 1) -> None:
        """Presses a key, and listens until something with `hears` in it is said."""
        self.said.append(f"> {key}" + (f" × {times}" if times > 1 else ""))
        self._since = len(self.said)
        for _ in range(times):
            press(key)
        if hears:
            self.hear(hears)

    def press_until(self, key: str, words: str) -> None:
        """Presses a key again and again, each time until something is said, until that holds `words`."""
        self.said.append(f"> {key}, again and again")
        self._since = before = len(self.said)
        while not any(words in each for each in self.said[before:]):
            before = len(self.said)
            press(key)
            self.until(words, self._something_since(before))

    def _something_since(self, place: int) -> Callable[[], bool]:
        return lambda: len(self.said) > place

    def type(self, text: str, hears: str = "", instead: str = "") -> None:
        """Types a text, and listens until something with `hears` in it is said; `instead` of a secret stands in the transcript."""
        self.said.append(f"> {instead or text}")
        self._since = len(self.said)
        type_text(text)
        if hears:
            self.hear(hears)

    def hear(self, words: str) -> str:
        """Listens until something with `words` in it is said after the last key, and gives all of it."""
        return self.until(words, lambda: next((each for each in self.said[self._since :] if words in each), None))

    def stop_listening(self) -> None:
        """Hears no more of what happens: another reader comes for another program."""
        for event in _EVENTS:
            self._listener.deregister(event)

    # ── what is there ───────────────────────────────────────────────────────────────────────────

    def speech(self, of: Atspi.Accessible) -> str:
        """What is said of a thing: its name, what it is, how it stands, and more about it."""
        name, more = of.get_name() or "", of.get_description() or ""
        parts = [name or "—", role(of, self.language), *states(of, self.language)]
        text = self.text(of) if of.get_state_set().contains(Atspi.StateType.EDITABLE) else ""
        return ", ".join(parts) + (f". {more}" if more and more not in name else "") + (f" “{text}”" if text else "")

    def read(self, of: Atspi.Accessible) -> list[str]:
        """Reads a thing aloud where it is, without going there; a page line by line."""
        text = self.text(of)
        read = [each.strip() for each in text.splitlines() if each.strip()] if text else [self.speech(of)]
        self.said += [f"“{each}”" for each in read]
        return read
