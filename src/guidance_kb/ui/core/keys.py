"""Makes the keys of the window from the one table (`help.keys`), so that none works that is not on the sheet, and none is on it in vain."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from guidance_kb.help.keys import BY_NAME

IN_WINDOW = Qt.ShortcutContext.WindowShortcut
WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
ITSELF = Qt.ShortcutContext.WidgetShortcut


def bind(
    name: str, widget: QWidget, action: Callable[[], object], context: Qt.ShortcutContext = IN_WINDOW
) -> list[QShortcut]:
    """Gives `widget` the keys that the table has under `name`, and returns them.

    Args:
        name: Of a line of the table.
        widget: Where they work, together with `context`.
        action: What they do.
        context: In the whole window, within the widget, or only when it has the keyboard itself.

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
    """Whether an event is one of the keys that the table has under `name`."""
    pressed = QKeySequence(event.keyCombination())
    return any(pressed == QKeySequence(keys) for keys in BY_NAME[name].keys)


def spoken(keys: str) -> str:
    """A key as it stands on the keyboards of this system: `Ctrl+Shift+C`, on a Mac with its own signs."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
