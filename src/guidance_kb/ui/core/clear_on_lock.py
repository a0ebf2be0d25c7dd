"""What leaves the screen and the memory when the records lock: the one list of it, and the walk that clears it.

Whatever shows or holds something of a client outside the encrypted store registers with `CasebookService.clear_on_lock`, under its name
in `ClientData`. Locking walks the register in one place. What could not be written yet (on a full disk) is no part of it: it waits in
memory for the next opening, and is not shown.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any
from weakref import WeakMethod

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.error_reports import as_known


class ClientData(Enum):
    """What is cleared, in this order. docs/security.md has the same list; a test compares the two, and both with a real window."""

    POPUPS = auto()  # menus, completions and dialogs over the window
    CLIPBOARD = auto()  # what was copied here, unless the reader wants it kept
    MESSAGE = auto()  # the name of a file that was saved
    CLIENT_SCREEN = auto()  # the plan on the client's screen
    CONVERSATION = auto()  # answers, notes, signals, agreements, undo steps; summary and rules page follow it
    INTERRUPTED = auto()  # the conversations that the banner offers to go on with
    CLIENT_CHOICE = auto()  # the codes to choose from, and the one being typed
    QUESTION = auto()  # what is asked before something is lost
    UNFINISHED = auto()  # the conversations on the start page
    DUE = auto()  # what is due, on the start page
    RESTORE_PREVIEW = auto()  # what a backup holds, while the records are closed
    ADMINISTRATION = auto()  # pages and panels of backups, retention, hand-over, access, erasure
    RECORDS = auto()  # the list, the record, the search in notes, their forms and undo steps


class ClientDataRegister:
    """Who has to clear what. An owner that is gone is forgotten."""

    def __init__(self) -> None:
        self._entries: list[tuple[ClientData, WeakMethod[Callable[[], object]]]] = []

    def add(self, what: ClientData, clear: Callable[[], object]) -> None:
        """Registers `clear`, a method of the object that shows or holds `what`. It is also called where there is nothing to clear.

        Raises:
            TypeError: `clear` is no method: nobody owns it.
        """
        self._entries = [(each, method) for each, method in self._entries if _living(method) is not None]
        self._entries.append((what, WeakMethod(clear)))

    def holders(self) -> dict[ClientData, list[object]]:
        """The living owners of each kind."""
        found: dict[ClientData, list[object]] = {what: [] for what in ClientData}
        for what, method in self._entries:
            if (clear := _living(method)) is not None:
                found[what].append(_owner(clear))
        return found

    def clear(self) -> list[KnownError]:
        """Clears everything, in the order of `ClientData`; returns what went wrong, which keeps nothing else from being cleared."""
        errors: list[KnownError] = []
        for _, method in sorted(self._entries, key=lambda entry: entry[0].value):
            if (clear := _living(method)) is not None:
                try:
                    clear()
                except Exception as error:  # noqa: BLE001 - one that fails must not leave the others on the screen
                    errors.append(as_known(error))
        return errors


def close_popups() -> None:
    """Closes menus and dialogs."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def empty_clipboard() -> None:
    """Empties the clipboard, if what is on it was copied here."""
    copied = QGuiApplication.clipboard()
    if copied.ownsClipboard():
        copied.clear()


def _living(method: "WeakMethod[Callable[[], object]]") -> Callable[[], object] | None:
    """The method, unless its owner is gone: for Python, or only for Qt."""
    clear = method()
    return clear if clear is not None and isValid(_owner(clear)) else None


def _owner(clear: Callable[[], object]) -> Any:  # noqa: ANN401 - of any class
    return clear.__self__  # type: ignore[attr-defined] # a bound method has one
