"""The shortcuts of the window, made from the table in `help.key_table`, so that the key sheet lists exactly the keys that work."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from guidance_kb.help.key_table import BY_NAME

IN_WINDOW = Qt.ShortcutContext.WindowShortcut
WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
ITSELF = Qt.ShortcutContext.WidgetShortcut

_KEYPAD, _SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier


def bind(
    name: str, widget: QWidget, action: Callable[[], object], context: Qt.ShortcutContext = IN_WINDOW
) -> list[QShortcut]:
    """Create the shortcuts of `name` for `widget` and return them.

    Args:
        name: The name of a line in the table.
        widget: The widget that gets the shortcuts.
        action: The function to call.
        context: Whether they work in the whole window, within the widget, or only while the widget itself has the focus.

    Raises:
        KeyError: The table has no such name.
    """
    shortcut = BY_NAME[name]
    made = []
    for keys in shortcut.keys:
        one = QShortcut(QKeySequence(keys), widget)
        one.setObjectName(shortcut.id)
        one.setContext(context)
        one.activated.connect(action)
        made.append(one)
    return made


def is_pressed(event: QKeyEvent, name: str) -> bool:
    """Return whether an event is one of the keys of `name`."""
    pressed = QKeySequence(event.keyCombination())
    return any(pressed == QKeySequence(keys) for keys in BY_NAME[name].keys)


def sequence_of(event: QKeyEvent) -> QKeySequence:
    """Return the key with the modifiers that count. Shift counts for letters only: some keyboards give digits only with Shift."""
    combination = event.keyCombination()
    is_letter = Qt.Key.Key_A <= combination.key() <= Qt.Key.Key_Z
    ignored = _KEYPAD if is_letter else _KEYPAD | _SHIFT
    return QKeySequence(QKeyCombination(combination.keyboardModifiers() & ~ignored, combination.key()))


def spoken(keys: str) -> str:
    """Return a key as this system writes it: `Ctrl+Shift+C`, or the symbols of a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
