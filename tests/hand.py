"""A hand with a mouse and a keyboard, for tests: it presses places on the screen, not widgets.

A person presses at a place, holds the button for about 90 ms, and releases it at the same place, whatever lies there by then.
`QTest.mouseClick` with a widget does neither: it finds the widget wherever it has moved, and takes no time. That difference hid a list
that moved between press and release, so that five of eight answers were lost (2026-12-02).

Every mouse event goes to the window that lies at the place, with Qt's own search for the widget in it, its implicit grab and its popups.
Every key goes to the window that has the keyboard, with Qt's shortcuts. Which tests may do otherwise is listed in `tests/presses.py`.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence, QTextBlock, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QMenu,
    QRadioButton,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

HOLD = 90
"""Milliseconds between press and release of a practised hand."""

NOTCH = 120
"""Units of a turn of the wheel by one notch (Qt's eighths of a degree)."""

_Target = TypeVar("_Target", bound=QWidget)

_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_MOST_NOTCHES, _MOST_LOOKS = 200, 20
_FIRST_LETTER, _LAST_LETTER = 0x20, 0x7F
_EDGE, _BOX = 2, 10
"""Pixels from its border at which a control is pressed near its edge, and at which the box of a tick is."""


class Hand:
    """Moves, presses, drags and scrolls the mouse, and types.

    Args:
        hold: Milliseconds between press and release, in which events run.
    """

    def __init__(self, hold: int = HOLD) -> None:
        self._hold = hold

    # ── places ──────────────────────────────────────────────────────────────────────────────────

    def place(self, target: QWidget, at: QPoint | None = None) -> QPoint:
        """The place on the screen where a widget is pressed: `at` in its own coordinates, or the middle of what is seen of it.

        Raises:
            AssertionError: The widget cannot be pressed there: hidden, out of sight, covered, or outside of its window.
        """
        QApplication.processEvents()  # a hand goes by what is painted, not by what is about to be laid out
        name = describe(target)
        assert target.isVisible(), f"{name} is not shown"
        where = at if at is not None else _middle(target)
        assert target.rect().contains(where), f"{where} lies outside of {name}, which is {target.rect()}"
        window = target.window()
        assert _seen(target).contains(where), f"{name} cannot be seen at {where}"
        inside = target.mapTo(window, where)
        assert window.rect().contains(inside), f"{name} lies outside of its window at {where}"
        found = window.childAt(inside) or window
        assert found is target or target.isAncestorOf(found), f"{name} is covered at {where} by {describe(found)}"
        popup = QApplication.activePopupWidget()
        assert (
            popup is None
            or window is popup
            or popup.isAncestorOf(target)
            or not _covers(popup, target.mapToGlobal(where))
        ), f"{name} is covered at {where} by the popup {describe(popup)}"
        return target.mapToGlobal(where)

    def edge(self, target: QWidget) -> QPoint:
        """A place in a widget near the right end of what is seen of it, where a hurried hand also presses."""
        seen = _seen(target)
        return QPoint(seen.right() - min(_EDGE, seen.width() // 3), seen.center().y())

    # ── the mouse ───────────────────────────────────────────────────────────────────────────────

    def hover(self, target: QWidget, at: QPoint | None = None) -> None:
        """Moves the mouse over a widget."""
        self.move(self.place(target, at))

    def move(self, place: QPoint) -> None:
        """Moves the mouse to a place on the screen."""
        QCursor.setPos(place)
        window = _window_at(place)
        QTest.mouseMove(window, window.mapFromGlobal(place))
        QApplication.processEvents()

    def aim(self, find: Callable[[], QPoint]) -> QPoint:
        """Moves the mouse to a place, again where it has changed meanwhile: what is read in the background may move it at any time."""
        place = find()
        for _ in range(_MOST_LOOKS):
            self.move(place)
            before, place = place, find()
            if place == before:
                return place
        raise AssertionError(f"what is to be pressed does not stay in its place: {place}")

    def click(
        self,
        target: QWidget,
        at: QPoint | None = None,
        button: Qt.MouseButton = _LEFT,
        keys: Qt.KeyboardModifier = _NO_KEYS,
    ) -> None:
        """Presses a widget at a place in it, holds, and releases at the same place on the screen.

        Raises:
            AssertionError: It cannot be pressed there, or moves between press and release.
        """
        place = self.aim(lambda: self.place(target, at))
        self.click_place(place, button, keys, still=lambda: _place_of(target))

    def click_place(
        self,
        place: QPoint,
        button: Qt.MouseButton = _LEFT,
        keys: Qt.KeyboardModifier = _NO_KEYS,
        *,
        still: Callable[[], object] | None = None,
    ) -> None:
        """Presses a place on the screen, holds, and releases at the same place, whatever lies there by then.

        Args:
            place: On the screen.
            button: Of the mouse.
            keys: Held down meanwhile.
            still: Where the thing is that is pressed; must say the same at the release.

        Raises:
            AssertionError: What is pressed moved between press and release.
        """
        self.move(place)
        before = still() if still else None
        window = self._press(place, button, keys)
        after = still() if still else None
        self._release(window, place, button, keys)
        assert before == after, f"moved between press and release: from {before} to {after}"

    def double_click(self, target: QWidget, at: QPoint | None = None) -> None:
        """Presses twice at the same place."""
        place = self.aim(lambda: self.place(target, at))
        self.click_place(place)
        window = _window_at(place)
        QTest.mouseDClick(window, _LEFT, _NO_KEYS, window.mapFromGlobal(place))
        QApplication.processEvents()

    def drag(self, target: QWidget, start: QPoint, end: QPoint) -> None:
        """Presses a widget at one place in it, moves to another one, and releases there."""
        begin = self.place(target, start)
        finish = target.mapToGlobal(end)
        self.move(begin)
        window = self._press(begin, _LEFT, _NO_KEYS)
        for step in (0.25, 0.5, 0.75, 1.0):
            between = begin + (QPointF(finish - begin) * step).toPoint()
            QTest.mouseMove(window, window.mapFromGlobal(between))
            QApplication.processEvents()
        self._release(window, finish, _LEFT, _NO_KEYS)

    def scroll(self, target: QWidget, notches: int, keys: Qt.KeyboardModifier = _NO_KEYS, notch: int = NOTCH) -> None:
        """Turns the wheel over a widget; down is positive. A `notch` may be less than one of a wheel, as on a touchpad."""
        place = self.place(target)
        self.move(place)
        window = _window_at(place)
        for _ in range(abs(notches)):
            turn = QPoint(0, -notch if notches > 0 else notch)
            QTest.wheelEvent(window, QPointF(window.mapFromGlobal(place)), turn, stateKey=keys)
        QApplication.processEvents()

    def reach(self, target: _Target) -> _Target:
        """Turns the wheel until a widget is in sight, as far as what it stands in can show of it, and returns the widget.

        Raises:
            AssertionError: Nothing that it stands in scrolls, or scrolling does not bring it in sight.
        """
        for area in _areas_around(target):
            self._scroll_to(area, target)
        return target

    def _scroll_to(self, area: QAbstractScrollArea, target: QWidget) -> None:
        view, notch, last = area.viewport(), NOTCH, 0
        for _ in range(_MOST_NOTCHES):
            top = target.mapTo(view, QPoint(0, 0)).y()
            if top >= 0 and top + min(target.height(), view.height()) <= view.height():
                return
            bar = area.verticalScrollBar()
            before = bar.value()
            way = 1 if top > 0 else -1
            if way == -last:  # a whole notch goes past it, to and fro
                notch = max(notch // 2, NOTCH // 8)
            last = way
            self.scroll(view, way, notch=notch)
            if bar.value() == before:
                return
        raise AssertionError(f"{describe(target)} does not come in sight")

    def _press(self, place: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> QWindow:
        window = _window_at(place)
        QTest.mousePress(window, button, keys, window.mapFromGlobal(place))
        QTest.qWait(self._hold)
        return window

    def _release(self, pressed: QWindow, place: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        window = (
            pressed if pressed.isVisible() else _window_at(place)
        )  # the window that was pressed has the mouse until then
        QTest.mouseRelease(window, button, keys, window.mapFromGlobal(place))
        QApplication.processEvents()

    # ── parts of views that are no widgets ──────────────────────────────────────────────────────

    def row(self, view: QAbstractItemView, index: QModelIndex | int, *, double: bool = False) -> None:
        """Presses a row of a list, a cell of a table, or the row with this number; the wheel is turned until it is in sight."""
        wanted = view.model().index(index, 0) if isinstance(index, int) else index
        assert wanted.isValid(), f"{describe(view)} has no such row"
        kept = QPersistentModelIndex(wanted)
        place = self.aim(
            lambda: self.place(view.viewport(), self._in_sight(view, lambda: view.visualRect(QModelIndex(kept))))
        )
        self.click_place(place, still=lambda: view.visualRect(QModelIndex(kept)).translated(_corner(view)))
        if double:
            QTest.mouseDClick(_window_at(place), _LEFT, _NO_KEYS, _window_at(place).mapFromGlobal(place))
            QApplication.processEvents()

    def link(self, browser: QTextBrowser, address: str) -> None:
        """Presses the first link to an address in a text; the wheel is turned until it is in sight."""
        start, end = _anchor(browser, address)

        def found() -> QRect:
            first, last = QTextCursor(browser.document()), QTextCursor(browser.document())
            first.setPosition(start)
            last.setPosition(end)
            one, other = browser.cursorRect(first), browser.cursorRect(last)
            return (
                one.united(other)
                if one.top() == other.top()
                else QRect(one.topLeft(), one.bottomRight() + QPoint(12, 0))
            )

        self.click(browser.viewport(), self._in_sight(browser, found))

    def item(self, menu: QMenu, action: QAction) -> None:
        """Presses an item of an open menu."""
        self.click(menu, menu.actionGeometry(action).center())

    def choose(self, combo: QComboBox, row: int) -> None:
        """Opens a drop-down and presses a row of its list."""
        unfolded = combo.view().parentWidget()  # held: without its parent's the Python object of the list would go
        self.click(combo)
        assert unfolded.isVisible(), f"{describe(combo)} did not unfold"
        self.row(combo.view(), combo.model().index(row, combo.modelColumn()))

    def _in_sight(self, area: QAbstractScrollArea, rectangle: Callable[[], QRect]) -> QPoint:
        """Turns the wheel until a rectangle of a view is in sight; the middle of what is seen of it."""
        view = area.viewport()
        QApplication.processEvents()
        for _ in range(_MOST_NOTCHES):
            seen = rectangle() & view.rect()
            wanted = rectangle()
            if seen.isValid() and seen.height() >= min(wanted.height(), view.height()) * 0.9:
                return seen.center()
            before = area.verticalScrollBar().value()
            self.scroll(view, 1 if wanted.center().y() > view.height() // 2 else -1)
            if area.verticalScrollBar().value() == before:
                break
        seen = rectangle() & view.rect()
        assert seen.isValid(), f"this part of {describe(area)} does not come in sight"
        return seen.center()

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def press(self, keys: str | Qt.Key, modifiers: Qt.KeyboardModifier = _NO_KEYS, times: int = 1) -> None:
        """Presses a key or a combination, for whatever has the keyboard.

        Args:
            keys: As Qt writes it ("Ctrl+K", "Down", "F3"), or a key.
            modifiers: Held down meanwhile, with a key.
            times: How often.
        """
        if isinstance(keys, str):
            combination = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
            assert combination.count() == 1, f"{keys!r} is not one key"
            key, held = combination[0].key(), combination[0].keyboardModifiers()
            assert key != Qt.Key.Key_unknown, f"Qt knows no key {keys!r}"
        else:
            key, held = keys, modifiers
        plain = not held & ~Qt.KeyboardModifier.ShiftModifier and _FIRST_LETTER <= int(key) < _LAST_LETTER
        for _ in range(times):
            if plain:
                letter = chr(key) if held else chr(key).lower()
                QTest.sendKeyEvent(QTest.KeyAction.Click, _with_keyboard(), key, letter, held)
            else:
                QTest.keyClick(_with_keyboard(), key, held)
            QApplication.processEvents()

    def tab_to(self, target: QWidget, most: int = 250) -> None:
        """Presses Tab until something has the keyboard."""
        for _ in range(most):
            if target.hasFocus():
                return
            self.press("Tab")
        focus = QApplication.focusWidget()
        raise AssertionError(
            f"Tab does not reach {describe(target)}; it is on {describe(focus) if focus else 'nothing'}"
        )

    def write(self, field: QWidget, text: str) -> None:
        """Types into a field; one that has not the keyboard is pressed first."""
        focus = QApplication.focusWidget()
        if focus is not field and (focus is None or not field.isAncestorOf(focus)):
            self.click(field)
        self.keys(text)

    def keys(self, text: str) -> None:
        """Types letters, for whatever has the keyboard; a new line is the Return key."""
        for letter in text:
            if letter == "\n":
                self.press("Return")
                continue
            window = _with_keyboard()
            shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else _NO_KEYS
            QTest.sendKeyEvent(QTest.KeyAction.Click, window, _key_of(letter), letter, shift)
        QApplication.processEvents()


hand: Final = Hand()
"""The hand that tests use: it remembers nothing."""


def describe(widget: QWidget) -> str:
    """A widget in a message: its class, and what it is called."""
    called = widget.accessibleName() or widget.objectName() or _text_of(widget)
    return f"{type(widget).__name__} “{called}”" if called else type(widget).__name__


def _text_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    return said if isinstance(said, str) else ""


def _middle(target: QWidget) -> QPoint:
    """The middle of what is seen of a widget; of a tick, which takes no press beside its words, its box."""
    seen = _seen(target)
    assert not seen.isEmpty(), f"{describe(target)} is out of sight"
    if isinstance(target, QCheckBox | QRadioButton) and not target.hitButton(seen.center()):
        return QPoint(seen.left() + min(_BOX, seen.width() // 2), seen.center().y())
    return seen.center()


def _seen(target: QWidget) -> QRect:
    """What is seen of a widget or of what is in it.

    Not its `visibleRegion()` alone: Qt leaves out of it what opaque children cover, of a page that fills what it scrolls in all of it.
    """
    seen = target.visibleRegion().boundingRect()
    for child in target.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            seen |= _seen(child).translated(child.pos())
    return seen


def _corner(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, 0))


def _place_of(widget: QWidget) -> QRect | None:
    """Where a widget is on the screen; None when it is hidden or gone."""
    return widget.rect().translated(_corner(widget)) if isValid(widget) and widget.isVisible() else None


def _covers(popup: QWidget, place: QPoint) -> bool:
    return popup.rect().contains(popup.mapFromGlobal(place))


def _windows_at(place: QPoint) -> list[QWindow]:
    """The windows that lie at a place on the screen, the topmost first: popups, dialogs, then others, the active one before them."""
    active = QGuiApplication.focusWindow()
    shown = [
        window
        for window in QGuiApplication.topLevelWindows()
        if window.isVisible() and window.geometry().contains(place)
    ]

    def height(window: QWindow) -> tuple[bool, bool, bool]:
        kind = window.flags() & Qt.WindowType.WindowType_Mask
        return (kind == Qt.WindowType.Popup, kind == Qt.WindowType.Dialog, window is active)

    return sorted(
        (window for window in shown if window.flags() & Qt.WindowType.WindowType_Mask != Qt.WindowType.ToolTip),
        key=height,
        reverse=True,
    )


def _open_popup() -> QWindow | None:
    """The window of the popup that has mouse and keys, if one is open.

    Not its `windowHandle()`: that Python object goes with the one of the popup, which nobody holds.
    """
    if QApplication.activePopupWidget() is None:
        return None
    shown = (window for window in QGuiApplication.topLevelWindows() if window.isVisible())
    popups = [window for window in shown if window.flags() & Qt.WindowType.WindowType_Mask == Qt.WindowType.Popup]
    return popups[-1] if popups else None


def _window_at(place: QPoint) -> QWindow:
    """The window that gets the mouse at a place: that of an open popup wherever the place is, or else the topmost there."""
    popup = _open_popup()
    if popup is not None:
        return popup
    windows = _windows_at(place)
    assert windows, f"no window lies at {place}"
    return windows[0]


def _areas_around(target: QWidget) -> Iterator[QAbstractScrollArea]:
    """What scrolls around a widget, the outermost first: what is inside moves with what is outside."""
    around = []
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            around.append(parent)
        parent = parent.parentWidget()
    yield from reversed(around)


def _anchor(browser: QTextBrowser, address: str) -> tuple[int, int]:
    """Where in a text the first link to an address begins and ends."""
    block: QTextBlock = browser.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            if fragment.charFormat().anchorHref() == address:
                return fragment.position(), fragment.position() + fragment.length()
            parts += 1
        block = block.next()
    raise AssertionError(f"{describe(browser)} has no link to {address}")


def _with_keyboard() -> QWindow:
    """The window that gets the keys: that of an open popup, or the active one.

    The offscreen platform has no window manager that makes a window active again when a popup closes, so it is done here.
    """
    popup = _open_popup()
    if popup is not None:
        return popup
    window = QGuiApplication.focusWindow()
    if window is None:
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert shown, "no window has the keyboard"
        shown[-1].activateWindow()
        QApplication.processEvents()
        window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window


def _key_of(letter: str) -> Qt.Key:
    """The key with a letter on it; of letters that no key of Qt's has, an unknown one."""
    sequence = QKeySequence(letter.upper()) if letter.isascii() and letter.isprintable() else QKeySequence()
    if letter == " ":
        return Qt.Key.Key_Space
    return sequence[0].key() if sequence.count() else Qt.Key.Key_unknown
