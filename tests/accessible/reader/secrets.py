"""Types secrets where they are asked for, and listens to everything that goes out meanwhile: no letter of them may.

Creating records, locking and unlocking them, with the eye shut and open, and typing a recovery key.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from gi.repository import Atspi
from reader import records
from reader.screenreader import ScreenReader

_ALL = ("object:text-changed", "object:text-caret-moved", "object:property-change", "object:announcement")
_BULLET = "●"
_KEY = "7KQ2M-W4XD9"
"""As a recovery key begins; it opens nothing."""


class Overheard:
    """What goes out from fields for secrets.

    Attributes:
        changes: What was said to have changed in a text, in the order in which it came.
        other: Texts that came with anything else.
    """

    def __init__(self) -> None:
        self.changes: list[str] = []
        self.other: list[str] = []
        self._listener = Atspi.EventListener.new(self._happened)
        for event in _ALL:
            self._listener.register(event)

    def _happened(self, event: Atspi.Event) -> None:
        words = event.any_data if isinstance(event.any_data, str) else ""
        (self.changes if event.type.startswith("object:text-changed") else self.other).append(words)

    def stop(self) -> None:
        """Hears no more."""
        for event in _ALL:
            self._listener.deregister(event)


@contextmanager
def overheard(reader: ScreenReader, secret: str) -> Iterator[None]:
    """Listens while a secret is typed into the field that has the keyboard, as often as it has letters.

    Raises:
        AssertionError: Something of the secret went out, or stands in the text of the field; or nothing was heard at all.
    """
    listening, field = Overheard(), reader.at
    assert field is not None
    before = len(reader.text(field))
    yield
    length = before + len(secret)
    reader.until("the secret, typed", lambda: len(reader.text(field)) == length)
    reader.until("every change", lambda: len("".join(listening.changes)) >= len(secret))
    listening.stop()
    heard = "".join(listening.changes)
    assert set(heard) == {_BULLET}, f"the field said {heard}"
    assert reader.text(field) == _BULLET * length, f"the field has the text {reader.text(field)}"
    for words in listening.other:
        assert not any(part in words for part in secret.split()), f"said elsewhere: {words}"


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    typed = reader.type

    def type_secret(text: str, hears: str = "", instead: str = "") -> None:
        if not instead:
            typed(text, hears)
            return
        with overheard(reader, text):
            typed(text, hears, instead)

    reader.type = type_secret  # type: ignore[method-assign] - every secret that the records need is listened to
    records.make_casebook(reader)
    reader.press("Ctrl+L", say("! De dossiers zijn op slot", "! The records are locked"))
    reader.press("Alt+1")
    reader.press("Alt+6", say("Wachtzin, wachtwoordveld", "Passphrase, password field"))
    type_secret("fiets", instead="(a part of the passphrase)")
    eye = reader.find(say("Toon wat u typt", "Show what is typed"))
    Atspi.Action.do_action(eye, 0)
    reader.find(say("Verberg wat u typt", "Hide what is typed"))
    type_secret(" vis", instead="(another part)")
    reader.press_until("Tab", say("Wachtzin vergeten", "Forgotten the passphrase"))
    reader.press("Enter", say("Herstelsleutel, ", "Recovery key, "))
    type_secret(_KEY, instead="(a recovery key)")
