"""Presses keys through AT-SPI, as assistive technology does."""

from gi.repository import Atspi

_MODIFIERS = {"Ctrl": 37, "Shift": 50, "Alt": 64}
"""Where the modifiers are on the keyboard that X gives a screen that nobody sits at."""

_NAMED = {
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Escape": 0xFF1B,
    "Space": 0x20,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PageUp": 0xFF55,
    "PageDown": 0xFF56,
    "End": 0xFF57,
    **{f"F{number}": 0xFFBD + number for number in range(1, 13)},
}


def press(key: str) -> None:
    """Presses a key, with its modifiers before it: `Ctrl+K`."""
    *modifiers, last = key.split("+")
    for each in modifiers:
        Atspi.generate_keyboard_event(_MODIFIERS[each], None, Atspi.KeySynthType.PRESS)
    symbol = _NAMED.get(last, ord(last.lower()[0]))
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
    for each in reversed(modifiers):
        Atspi.generate_keyboard_event(_MODIFIERS[each], None, Atspi.KeySynthType.RELEASE)


def type_text(text: str) -> None:
    """Types a text, letter by letter."""
    for letter in text:
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)
