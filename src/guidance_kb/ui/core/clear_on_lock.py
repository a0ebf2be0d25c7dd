"""The register of client data on screen and in memory, which is cleared when the records lock.

Every object that shows or holds client data outside the encrypted store registers with `CasebookService.clear_on_lock`, under a member
of `ClientData`. Texts that could not be written (on a full disk) are not registered: they stay in memory until the casebook is open again,
and are not shown.
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
    """The kinds of client data, in the order of clearing. A test compares them with docs/security.md and with a real window."""

    POPUPS = auto()  # menus, completions and dialogs
    CLIPBOARD = auto()  # text copied in this program, unless the user wants it kept
    MESSAGE = auto()  # the name of a file that was saved
    SEARCH = auto()  # what was typed in the search while a conversation was running, with its places in the history
    CLIENT_SCREEN = auto()  # the plan on the client's screen
    CONVERSATION = auto()  # answers, notes, signals, agreements, undo history; also clears summary and rules page
    LAST_TIME = auto()  # what was said and agreed before, above a second conversation
    INTERRUPTED = auto()  # the conversations in the recovery banner
    CLIENT_CHOICE = auto()  # the offered client codes, and the one being typed
    QUESTION = auto()  # the question before data are discarded
    UNFINISHED = auto()  # the unfinished conversations on the start page
    DUE = auto()  # the due steps and follow-ups on the start page
    RESTORE_PREVIEW = auto()  # the contents of a backup, shown while the records are locked
    ADMINISTRATION = auto()  # pages and panels of backups, retention, hand-over, access, erasure
    RECORDS = auto()  # the list, the record, the search in notes, their forms and undo history


class ClientDataRegister:
    """The clear methods of all holders of client data. It keeps no owner alive and skips deleted ones."""

    def __init__(self) -> None:
        self._entries: list[tuple[ClientData, WeakMethod[Callable[[], object]]]] = []

    def add(self, what: ClientData, clear: Callable[[], object]) -> None:
        """Register `clear`, a method of the object that holds `what`; it may be called when there is nothing to clear.

        Raises:
            TypeError: `clear` is not a bound method, so it has no owner.
        """
        self._entries = [(each, method) for each, method in self._entries if _living(method) is not None]
        self._entries.append((what, WeakMethod(clear)))

    def holders(self) -> dict[ClientData, list[object]]:
        """Return the existing owners of each kind."""
        found: dict[ClientData, list[object]] = {what: [] for what in ClientData}
        for what, method in self._entries:
            if (clear := _living(method)) is not None:
                found[what].append(_owner(clear))
        return found

    def clear(self) -> list[KnownError]:
        """Clear everything in the order of `ClientData`, continue after errors, and return them."""
        errors: list[KnownError] = []
        for _, method in sorted(self._entries, key=lambda entry: entry[0].value):
            if (clear := _living(method)) is not None:
                try:
                    clear()
                except Exception as error:  # noqa: BLE001 - an error must not keep the others from being cleared
                    errors.append(as_known(error))
        return errors


def close_popups() -> None:
    """Close all menus and dialogs."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def empty_clipboard() -> None:
    """Empty the clipboard if this program owns its content."""
    copied = QGuiApplication.clipboard()
    if copied.ownsClipboard():
        copied.clear()


def _living(method: "WeakMethod[Callable[[], object]]") -> Callable[[], object] | None:
    """Return the method, or None if its owner was deleted by Python or by Qt alone."""
    clear = method()
    return clear if clear is not None and isValid(_owner(clear)) else None


def _owner(clear: Callable[[], object]) -> Any:  # noqa: ANN401 - any class
    return clear.__self__  # type: ignore[attr-defined] # a bound method has one
