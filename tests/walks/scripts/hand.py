"""The hand of a user: a mouse and a keyboard that know places on the screen and keys, and nothing of what lies there. By xdotool."""

import subprocess

_HELD = 0.09
"""Seconds that a mouse button is held down."""

_NAMED = {
    "Enter": "Return",
    "Space": "space",
    "PageUp": "Prior",
    "PageDown": "Next",
    "Ctrl": "ctrl",
    "Alt": "alt",
    "Shift": "shift",
}
"""Keys that X calls otherwise."""


def _do(*what: str) -> None:
    subprocess.run(["xdotool", *what], check=True, timeout=60)


def move(x: int, y: int) -> None:
    """Moves the pointer there."""
    _do("mousemove", str(x), str(y))


def click(x: int, y: int) -> None:
    """Presses the left button at a place and lets it go at the same place."""
    _do("mousemove", str(x), str(y), "mousedown", "1", "sleep", str(_HELD), "mouseup", "1")


def turn(x: int, y: int, notches: int) -> None:
    """Turns the wheel over a place: towards the user, which goes down, where it is above zero."""
    _do(
        "mousemove",
        str(x),
        str(y),
        "click",
        "--repeat",
        str(abs(notches)),
        "--delay",
        "15",
        "5" if notches > 0 else "4",
    )


def press(key: str) -> None:
    """Presses a key, with its modifiers before it: `Ctrl+K`. It goes to what has the keyboard."""
    _do("key", "+".join(_NAMED.get(each, each if len(each) > 1 else each.lower()) for each in key.split("+")))


def write(text: str) -> None:
    """Types a text, letter by letter."""
    _do("type", "--delay", "8", text)
