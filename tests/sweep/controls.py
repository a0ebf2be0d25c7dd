"""What can be pressed in a window, and what each kind of control promises to do.

| control | promise |
|---|---|
| place on the rail | its view is shown |
| answer mark, answer button | the answer is recorded, or taken back |
| tab, choice of several | it is the chosen one |
| toggle, tick, switch | it is on where it was off, and off where it was on |
| drop-down | its list opens |
| field | it has the keyboard |
| row of a list, cell of a table | it is the current one |
| button with a menu | the menu opens |
| link in a text | something else is shown, or something is told |
| other button | it is clicked once, and something is shown or told |
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.conversation.checklist.item_row import ItemRow
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.help.key_sheet import KeySheet
from guidance_kb.ui.shell.rail import RAIL, Rail
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.answer_toggle import AnswerToggle
from guidance_kb.ui.widgets.pressable import LinkRow
from tests.hand import describe

_ROWS, _LINKS = 4, 3
"""How many rows of a list and links of a text are pressed at a scroll position: the others are of the same kind."""

_LEAST = 4
"""Pixels of a control that have to be in sight for a hand to press it."""


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be pressed.

    Attributes:
        key: What it is and where, also after the view was made again.
        widget: What gets the mouse.
        area: What is in sight of it, in the coordinates of `widget`.
        still: Where it is on the screen now.
        kept: Called before the press; what it gives says after the press what was promised and did not happen, or nothing.
    """

    key: str
    widget: QWidget
    area: QRect
    still: Callable[[], object]
    kept: Callable[[], Callable[[], str]]


def controls(window: MainWindow) -> Iterator[Control]:
    """What can be pressed of what is in sight, in the order of the widgets; of what lies over the rest, only that."""
    seen: dict[str, int] = {}
    for widget in _in_front(window).findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window:
            continue
        for made in _controls_of(window, widget):
            number = seen[made.key] = seen.get(made.key, 0) + 1
            yield (
                made if number == 1 else Control(f"{made.key} #{number}", made.widget, made.area, made.still, made.kept)
            )


def _in_front(window: MainWindow) -> QWidget:
    """What lies over everything else, which is not to be pressed then; or the window."""
    return next((sheet for sheet in window.findChildren(KeySheet) if sheet.isVisible()), window)


def _controls_of(window: MainWindow, widget: QWidget) -> Iterator[Control]:
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)
    elif isinstance(widget, QTextBrowser):
        yield from _links(window, widget)
    elif isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit):
        place = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        area = _in_sight(place)
        if isinstance(widget, QCheckBox | QRadioButton):  # which take no press beside their words
            area &= QRect(0, 0, widget.sizeHint().width(), widget.height())
        if area.width() >= _LEAST and area.height() >= _LEAST and _is_its_own(widget):
            yield Control(_key(widget), place, area, lambda: _place(widget), _promise(window, widget))


def _is_its_own(widget: QWidget) -> bool:
    """Whether it is no part of a control of Qt's, such as the field of a drop-down or the cross in a field."""
    return not isinstance(widget.parentWidget(), QComboBox | QLineEdit) and widget.focusProxy() is None


def _key(widget: QWidget) -> str:
    parents = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 4:
        if type(parent) is not QWidget:
            parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{'/'.join(reversed(parents))}: {describe(widget)}"


def _in_sight(widget: QWidget) -> QRect:
    return widget.visibleRegion().boundingRect()


def _place(widget: QWidget) -> QRect | None:
    return widget.rect().translated(widget.mapToGlobal(QPoint())) if isValid(widget) and widget.isVisible() else None


# ── promises ────────────────────────────────────────────────────────────────────────────────────


def _promise(window: MainWindow, widget: QWidget) -> Callable[[], Callable[[], str]]:
    if isinstance(widget, QComboBox):
        return lambda: lambda: "" if QApplication.activePopupWidget() is not None else "its list did not open"
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return lambda: lambda: "" if not isValid(widget) or _has_keyboard(widget) else "it did not get the keyboard"
    return _promise_of_button(window, cast("QAbstractButton", widget))


def _promise_of_button(window: MainWindow, button: QAbstractButton) -> Callable[[], Callable[[], str]]:
    menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
    if isinstance(button.parentWidget(), Rail):
        return lambda: _rail(window, button)
    if isinstance(button, AnswerToggle) or (button.property("role") == "state" and _details_around(button) is not None):
        return lambda: _answer(button)
    if menu is not None:
        return lambda: _menu(menu)
    return lambda: _checked(button) if button.isCheckable() else _changed(window, button)


def _has_keyboard(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is widget or (focus is not None and widget.isAncestorOf(focus))


def _rail(window: MainWindow, button: QAbstractButton) -> Callable[[], str]:
    rail = cast("Rail", button.parentWidget())
    room = next(room for room in RAIL if rail.name(room) == button.text())
    return lambda: "" if window.here is room else f"{window.here} is shown instead of {room}"


def _menu(menu: QMenu) -> Callable[[], str]:
    heard = []
    menu.aboutToShow.connect(lambda: heard.append(1))
    return lambda: "" if heard else "its menu did not open"


def _conversation_around(widget: QWidget) -> ConversationView:
    parent = widget.parentWidget()
    while not isinstance(parent, ConversationView):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


def _details_around(widget: QWidget) -> ItemDetails | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, ItemDetails):
        parent = parent.parentWidget()
    return parent


def _answer(button: QAbstractButton) -> Callable[[], str]:
    controller = _conversation_around(button).controller
    item = button.parentWidget().item.id if isinstance(button.parentWidget(), ItemRow) else str(controller.current)
    before = controller.session.answer(item).state

    def kept() -> str:
        after = controller.session.answer(item).state
        return "" if controller.read_only or after is not before else f"{item} is still {after}"

    return kept


def _checked(button: QAbstractButton) -> Callable[[], str]:
    group, before = button.group(), button.isChecked()
    one_of_several = (group is not None and group.exclusive()) or button.autoExclusive() or isinstance(button, LinkRow)

    def kept() -> str:
        if not isValid(button) or not button.isVisible():
            return ""  # what it showed stands in its place
        wanted = True if one_of_several else not before
        return "" if button.isChecked() is wanted else f"it is {'on' if button.isChecked() else 'off'}"

    return kept


def _changed(window: MainWindow, button: QAbstractButton) -> Callable[[], str]:
    before, heard = shown(window), [0]

    def hear() -> None:
        heard[0] += 1

    button.clicked.connect(hear)

    def kept() -> str:
        if isValid(button):
            button.clicked.disconnect(hear)
        if heard[0] > 1 or (not heard[0] and isValid(button) and QApplication.activePopupWidget() is None):
            return f"it was clicked {heard[0]} times"
        return (
            "" if shown(window) != before or _something_else_is_open(window) else "it was clicked, and nothing happened"
        )

    return kept


def _something_else_is_open(window: MainWindow) -> bool:
    others = (each for each in QApplication.topLevelWidgets() if each is not window)
    return any(each.isVisible() for each in others)


def shown(window: MainWindow) -> tuple[object, ...]:
    """What a person could notice: the view, what stands in it, where it is scrolled to, what has the keyboard, what is on the clipboard."""
    parts: list[object] = [window.here, QGuiApplication.clipboard().text(), id(QApplication.focusWidget())]
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel | QLineEdit):
            parts.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            parts.append(each.toPlainText())
        elif isinstance(each, QTextBrowser):
            parts.append(each.toPlainText()[:400])
        elif isinstance(each, QAbstractButton):
            parts.append((each.text(), each.isChecked(), each.isEnabled()))
        elif isinstance(each, QAbstractSlider):
            parts.append((each.value(), each.maximum()))
        elif isinstance(each, QAbstractItemView):
            parts.append((each.currentIndex().row(), each.model().rowCount() if each.model() else 0))
        else:
            parts.append(type(each).__name__)
    return tuple(parts)


# ── rows and links ──────────────────────────────────────────────────────────────────────────────


def _rows(view: QAbstractItemView) -> Iterator[Control]:
    """Rows of a list and cells of a table that are whole in sight."""
    model, port = view.model(), view.viewport()
    if model is None:
        return
    found = 0
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            area = view.visualRect(index) & port.rect() & _in_sight(port)
            chosen = Qt.ItemFlag.ItemIsSelectable in model.flags(index)
            if chosen and found < _ROWS and area.height() >= _LEAST and area.width() >= _LEAST:
                found += 1
                yield _row(view, index, area)


def _row(view: QAbstractItemView, index: QModelIndex, area: QRect) -> Control:
    kept = QPersistentModelIndex(index)

    def still() -> object:
        return (
            view.visualRect(QModelIndex(kept)).translated(view.viewport().mapToGlobal(QPoint()))
            if isValid(view)
            else None
        )

    def current() -> str:
        if not isValid(view) or not view.isVisible() or not kept.isValid():
            return ""  # it led somewhere
        return "" if view.currentIndex() == kept else "it is not the current one"

    key = f"{_key(view)} row {index.row()}.{index.column()} “{index.data()}”"
    return Control(key, view.viewport(), area, still, lambda: current)


def _links(window: MainWindow, browser: QTextBrowser) -> Iterator[Control]:
    """Links of a text that are in sight."""
    found: set[str] = set()
    block = browser.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            address = fragment.charFormat().anchorHref()
            if address and address not in found and len(found) < _LINKS:
                area = _line_of(browser, fragment.position(), fragment.position() + fragment.length())
                if area.height() >= _LEAST and area.width() >= _LEAST:
                    found.add(address)
                    yield _link(window, browser, address, area)
            parts += 1
        block = block.next()


def _line_of(browser: QTextBrowser, start: int, end: int) -> QRect:
    """The first line of a piece of text, as far as it is in sight."""
    first, last = QTextCursor(browser.document()), QTextCursor(browser.document())
    first.setPosition(start)
    last.setPosition(end)
    one, other = browser.cursorRect(first), browser.cursorRect(last)
    whole = (
        one.united(other)
        if abs(one.center().y() - other.center().y()) < one.height() // 2
        else one.adjusted(0, 0, 14, 0)
    )
    return whole & browser.viewport().rect() & _in_sight(browser.viewport())


def _link(window: MainWindow, browser: QTextBrowser, address: str, area: QRect) -> Control:
    def before() -> Callable[[], str]:
        was = shown(window)
        return lambda: (
            "" if shown(window) != was or _something_else_is_open(window) else "it was followed, and nothing happened"
        )

    return Control(f"{_key(browser)} link {address}", browser.viewport(), area, lambda: _place(browser), before)
