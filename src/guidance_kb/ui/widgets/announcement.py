"""What a screen reader says although the keyboard stays where it is: that something was found, was saved, or went wrong.

Qt's `Alert` is not heard on Linux (AT-SPI has no such event) and is only a sound on Windows; an announcement is spoken on every system.
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
    """Have `words` said about `widget`; what is urgent interrupts what is being said. Nothing is said of what is not on screen."""
    if words and widget.window().isVisible():
        from PySide6.QtGui import QAccessibleAnnouncementEvent  # noqa: PLC0415 - nothing is said before the first paint

        event = QAccessibleAnnouncementEvent(widget, words)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def in_a_row(texts: Iterable[str]) -> str:
    """Texts that stand apart on screen, as sentences after each other."""
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts if text)


class FocusTeller(QObject):
    """Has screen readers say where the keyboard really is.

    Qt says it of a widget also where that passes the keyboard on to one in it, and says it last; and of a list or table that gets the
    keyboard it does not say at which row it stands.
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
    """Have the row or cell said that is pointed at."""
    current = view.currentIndex()
    if current.isValid():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(_number(view, current))
        QAccessible.updateAccessibility(event)


def follow_selection(view: "QAbstractItemView") -> None:
    """Have the row taken in hand that assistive technology selects: Qt's action selects it without going there, and nobody is told."""

    def follow() -> None:
        selected = view.selectionModel().selectedIndexes()
        if selected and view.currentIndex() not in selected:
            view.setCurrentIndex(selected[0])

    soon = QTimer(view, singleShot=True, interval=0)  # a key or a click goes to the row right after it selected it
    soon.timeout.connect(follow)
    view.selectionModel().selectionChanged.connect(lambda _now, _before: soon.start())


def _number(view: "QListView | QTableView", index: "QModelIndex") -> int:
    """Which child of a view a screen reader finds at an index; the headings of a table are children too."""
    from PySide6.QtWidgets import QListView  # noqa: PLC0415

    if isinstance(view, QListView):
        return index.row()
    return (index.row() + 1) * (view.model().columnCount() + 1) + index.column() + 1
