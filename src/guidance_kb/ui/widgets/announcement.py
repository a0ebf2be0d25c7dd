"""Announcements to screen readers that do not move the keyboard focus: a result, a save, an error.

Qt's `Alert` event does not reach Linux (AT-SPI has no such event) and is only a sound on Windows; an announcement is spoken everywhere.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView

_ENDS: Final = (".", ":", "?", "!", "”")


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Announce `words` for `widget`; `urgent` interrupts the speech. Nothing is announced for a window that is not visible."""
    if words and widget.window().isVisible():
        from PySide6.QtGui import QAccessibleAnnouncementEvent  # noqa: PLC0415 - nothing is announced before the first paint

        event = QAccessibleAnnouncementEvent(widget, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def in_a_row(texts: Iterable[str]) -> str:
    """Join texts that are separate on screen into sentences for a screen reader."""
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts if text)


class FocusTeller(QObject):
    """Corrects the focus events that Qt sends to screen readers.

    Qt reports focus on a widget even if that widget passes the focus on to a child, and reports it last. For a list or table it does not
    report the current row.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._changes = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        QApplication.instance().focusChanged.connect(self._changed)  # type: ignore[union-attr]

    def _changed(self) -> None:
        self._changes += 1
        self._soon.start()

    def _tell(self) -> None:
        changes, self._changes = self._changes, 0
        at = QApplication.focusWidget()
        if at is None or not QAccessible.isActive():
            return
        from PySide6.QtWidgets import QListView, QTableView  # noqa: PLC0415 - only where a screen reader listens

        if isinstance(at, QListView | QTableView) and at.currentIndex().isValid():
            tell_current(at)
        elif changes > 1:
            QAccessible.updateAccessibility(QAccessibleEvent(at, QAccessible.Event.Focus))


def tell_current(view: "QListView | QTableView") -> None:
    """Send a focus event for the current row or cell of `view`."""
    current = view.currentIndex()
    if current.isValid():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(_number(view, current))
        QAccessible.updateAccessibility(event)


def follow_selection(view: "QAbstractItemView") -> None:
    """Make the row that assistive technology selects the current one. Qt's action selects it without moving there or sending an event."""

    def follow() -> None:
        selected = view.selectionModel().selectedIndexes()
        if selected and view.currentIndex() not in selected:
            view.setCurrentIndex(selected[0])

    soon = QTimer(view, singleShot=True, interval=0)  # a key or a click moves to the row right after selecting it
    soon.timeout.connect(follow)
    view.selectionModel().selectionChanged.connect(lambda _now, _before: soon.start())


def _number(view: "QListView | QTableView", index: "QModelIndex") -> int:
    """Return the index of the accessible child of `view` at `index`; the headers of a table count as children."""
    from PySide6.QtWidgets import QListView  # noqa: PLC0415

    if isinstance(view, QListView):
        return index.row()
    return (index.row() + 1) * (view.model().columnCount() + 1) + index.column() + 1
