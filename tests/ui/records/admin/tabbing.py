"""Walks through a real window by the Tab key, as somebody without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDateTimeEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.hand import hand

_WITHIN = (QDateTimeEdit, QTextBrowser)
"""What the Tab key also goes through inside: day, month and year; the links of a page."""


def stops_of(window: QWidget) -> set[QWidget]:
    """Everything in a window that the Tab key has to reach: seen, not greyed out, and to be typed in or pressed."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def said(widget: QWidget) -> str:
    """What a screen reader says of it."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def walk(window: QWidget, first: QWidget, key: Qt.Key) -> list[QWidget]:
    """The stops from `first` on, until one comes for the second time; that one is the last."""
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    stops: list[QWidget] = []
    for _ in range(500):
        at = window.focusWidget()
        assert at is not None
        if stops and stops[-1] is at:
            assert isinstance(at, _WITHIN), f"Tab does not leave {at}"
        elif at in stops:
            return [*stops, at]
        else:
            stops.append(at)
        hand.press(key)
    raise AssertionError(f"Tab does not come round: {stops[-1]}")


def goes_round(qtbot: QtBot, window: QWidget, first: QWidget) -> list[QWidget]:
    """Asserts that Tab from `first` comes by everything once and back, that Shift+Tab goes the same way, and that all of it has a name."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    there = walk(window, first, Qt.Key.Key_Tab)
    wanted = stops_of(window)
    assert set(there) == wanted, (_names(wanted - set(there)), _names(set(there) - wanted))
    assert there[-1] is first, (_names([there[-1]]), _names(there))
    back = walk(window, first, Qt.Key.Key_Backtab)
    assert back == there[::-1], (_names(there), _names(back))
    assert not [each for each in there if not said(each)]
    return there[:-1]


def _names(widgets: "list[QWidget] | set[QWidget]") -> list[str]:
    return [f"{type(each).__name__} {said(each)!r}" for each in widgets]
