"""The items of the checklist by theme, in one scrolling list. The current item keeps its position on screen."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from guidance_kb.conversation.session import SessionChange
from guidance_kb.documents.names import OBSERVERS
from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.conversation.checklist.item_row import ItemRow
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.words import answer_words
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import label
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn, settle
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Scroll position


def place_in(scroller: QScrollArea, widget: QWidget) -> int:
    """Return the vertical position of a widget in pixels below the top of the viewport; negative above it."""
    return widget.mapTo(scroller.viewport(), QPoint(0, 0)).y()


def is_seen(scroller: QScrollArea, widget: QWidget) -> bool:
    """Return whether a part of the widget is visible in the viewport."""
    top = place_in(scroller, widget)
    return not widget.isHidden() and top < scroller.viewport().height() and top + widget.height() > 0


@contextmanager
def still(scroller: QScrollArea, held: QWidget | None) -> Iterator[None]:
    """Keep `held` at its position on screen while the list changes. With None, the scroll position is not corrected."""
    place = 0 if held is None else place_in(scroller, held)
    yield
    settle()
    if held is not None:
        bar = scroller.verticalScrollBar()
        bar.setValue(bar.value() + place_in(scroller, held) - place)


# --- The line below the items of a theme


class MoreLine(LinkRow):
    """A line that unfolds or folds the deeper items of a theme; hidden if there are none."""

    def __init__(self, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__(theme, on_click, "chevron-right", role="soft")
        self.content.setContentsMargins(12, 4, 8, 4)
        self.set_stop(stop=False)

    def set_stop(self, *, stop: bool) -> None:
        """Set whether the Tab key stops here; the mouse always works."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def show_count(self, folded: int, *, unfolded: bool) -> None:
        """Show the number of hidden items, or that the unfolded ones can be folded."""
        self.setVisible(bool(folded) or unfolded)
        self.set_icon("chevron-up" if unfolded else "chevron-right")
        if unfolded:
            self.say(self.tr("Fewer questions"))
        elif folded == 1:
            self.say(self.tr("1 deeper question"))
        else:
            self.say(self.tr("{count} deeper questions").format(count=folded))


# --- Rows, created on demand: most deeper items are never shown


class ItemRows(dict[str, ItemRow]):
    """The rows by item. A missing row is created on access, hidden, at its place in the list.

    Args:
        controller: The source of the items and their order.
        services: The services that the rows need.
        content: The layout of the rows.
        ends: The widget below the last row of each theme.
        pressed: The signal to emit with the command of a key that was pressed on a row.
    """

    def __init__(
        self,
        controller: SessionController,
        services: Services,
        content: QVBoxLayout,
        ends: Mapping[str, QWidget],
        pressed: SignalInstance,
    ) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self._content, self._ends, self._pressed = content, ends, pressed

    def __missing__(self, item: str) -> ItemRow:
        """Create a row above the next existing one of its theme, in the layout and among the children (for screen readers)."""
        known = self._controller.checklist.items[item]
        order = self._controller.scope.by_theme[known.theme]
        after = (self[other] for other in order[order.index(item) + 1 :] if other in self)
        below = next(after, self._ends[known.theme])
        made = self[item] = ItemRow(known, self._controller, self._services, below.parentWidget())
        made.hide()
        made.show_mode()
        made.pressed.connect(self._pressed)
        self._content.insertWidget(self._content.indexOf(below), made)
        made.stackUnder(below)
        return made

    def of(self, item: str | None) -> ItemRow | None:
        """Return the row of an item; None if there is no item, or if the checklist does not have it (an older version did)."""
        return self[item] if item is not None and item in self._controller.checklist.items else None


_ABOVE, _BELOW = 3, 8
"""Minimum pixels between the current item and the top and bottom of the viewport; with more at the top, a strip of the row above shows."""


class ItemList(TranslatedWidget, ScrollColumn):
    """All items as rows. The current row shows its details, and keeps its position on screen while other rows come and go.

    Signals:
        theme_reached (str): The theme in view changed: that of the current item, or of the top if that item is out of sight.
        pressed (Command): A key with this command was pressed on an item.
    """

    theme_reached = Signal(str)
    pressed = Signal(object)

    def __init__(self, controller: SessionController, services: Services, display_mode: DisplayMode) -> None:
        super().__init__(spacing=0, margins=(4, 0, 10, 24))
        self._controller, self._services, self._display_mode = controller, services, display_mode
        self.headings: dict[str, QLabel] = {}
        self.more: dict[str, MoreLine] = {}
        self.rows = ItemRows(controller, services, self.content, self.more, self.pressed)
        self.details = ItemDetails(controller, services, display_mode)
        self.keep(self.details)
        self.details.left.connect(self.take_focus)
        self.details.pressed.connect(self.pressed)
        self._fill()
        self._reached = ""
        self._left: tuple[int, int, QSize] | None = None
        self._door: ItemRow | None = None
        self._filled = False
        self.retranslate()
        self._connect()

    def _connect(self) -> None:
        controller = self._controller
        controller.changed.connect(self._changed)
        controller.selected.connect(self._selected)
        controller.scope_changed.connect(self._rescoped)
        controller.restarted.connect(self._restarted)
        controller.mode_changed.connect(self._show_mode)
        self._display_mode.changed.connect(self._open_deeper)
        self._services.theme.changed.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_theme())

    def _fill(self) -> None:
        for theme in self._controller.checklist.themes:
            heading = self.headings[theme] = label(role="strong")
            heading.setContentsMargins(8, 16, 0, 4)
            self.content.addWidget(heading)
            more = self.more[theme] = MoreLine(self._services.theme, partial(self._unfold, theme))
            self.content.addWidget(more)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Items of the conversation"))
        for theme, heading in self.headings.items():
            heading.setText(self._services.say(self._controller.checklist.themes[theme].name))
        self._show_more()

    def _draw(self) -> None:
        for row in self.rows.values():
            row.draw()

    def _show_mode(self) -> None:
        for row in self.rows.values():
            row.show_mode()
        self.details.show_mode()

    # ── rows shown ──────────────────────────────────────────────────────────────────────────────

    def fill(self) -> None:
        """Create the rows; called before the list is first shown, or earlier in idle time."""
        if not self._filled:
            self._filled = True
            self._show_scope()

    def event(self, event: QEvent) -> bool:
        """Fill the list before it is first shown: a visible list is laid out again at every row that is added."""
        if event.type() is QEvent.Type.Polish:
            self.fill()
        return super().event(event)

    def _show_scope(self) -> None:
        if not self._filled:
            return
        shown = self._controller.shown_items()
        for item in dict.fromkeys((*shown, *self.rows)):
            self.rows[item].setVisible(item in shown)
        self._show_more()
        self._set_stops()

    def _show_more(self) -> None:
        """Show under each theme how many items are hidden, or that they can be folded."""
        scope, answered = self._controller.scope, self._controller.session.answers
        for theme, line in self.more.items():
            line.show_count(scope.folded(theme, answered), unfolded=theme in scope.unfolded)

    def _set_stops(self) -> None:
        """Set the stops of the Tab key: the current item and the line below its theme, or else the first item."""
        shown = self._controller.shown_items()
        door = self.rows[shown[0]] if self._controller.current is None and shown else None
        for row in (self._door, door):
            if row is not None:
                row.set_door(door=row is door)
        self._door = door
        current = self.rows.of(self._controller.current)
        for theme, line in self.more.items():
            line.set_stop(stop=current is not None and current.item.theme == theme)

    def _rescoped(self) -> None:
        with still(self, self._anchor()):
            self._show_scope()

    def _changed(self, change: SessionChange) -> None:
        row = self.rows.of(change.item)
        if row is None:  # an item of an older checklist, changed by undo
            return
        row.refresh()
        before, after = change.before, change.after
        if (before.state, before.by) != (after.state, after.by):  # a screen reader does not need each letter of a note
            announce(row, answer_words(after) if after.by is before.by else as_title(OBSERVERS[after.by]))
        if not row.item.core:
            self._controller.open_deeper([change.item])  # after an undo it is a gap, but must stay visible
        self._open_deeper()

    def _open_deeper(self) -> None:
        """Show the deeper items that the answers open, unless the display is frozen."""
        if not self._display_mode.frozen:
            self._controller.open_deeper(self._controller.opened)

    def _restarted(self) -> None:
        self._open_deeper()
        self._show_scope()
        for row in self.rows.values():
            row.refresh()
        self.details.forget()
        settle()
        self.verticalScrollBar().setValue(0)
        self._tell_theme()  # no scrolling triggers it if the list was at its top already
        if isinstance(QApplication.focusWidget(), ItemRow):  # the focus stays in the list, at its first item
            self._controller.select(self._controller.shown_items()[0])

    def _unfold(self, theme: str) -> None:
        """Unfold or fold the deeper items of a theme; everything above the clicked line keeps its position."""
        with still(self, self.headings[theme]):
            self.toggle_more(theme)

    def toggle_more(self, theme: str) -> None:
        """Unfold or fold the deeper items of a theme and announce the number of items; the current item keeps its position."""
        controller = self._controller
        controller.unfold(theme, unfolded=theme not in controller.scope.unfolded)
        count = sum(controller.shown(item.id) for item in controller.checklist.of_theme(theme))
        said = self.tr("Now {count} questions under {theme}")
        announce(self, said.format(count=count, theme=self.headings[theme].text()))

    # ── scroll position ─────────────────────────────────────────────────────────────────────────

    def _anchor(self) -> QWidget:
        """Return the widget that keeps its position: the current row if it is visible, or else the topmost visible row."""
        in_hand = self.rows.of(self._controller.current)
        if in_hand is not None and is_seen(self, in_hand):
            return in_hand
        shown = (self.rows[item] for item in self._controller.shown_items() if item in self.rows)
        return next((row for row in shown if is_seen(self, row)), self.body)

    def _keep(self, row: ItemRow, place: int) -> None:
        """Scroll so that the row is at `place`, and visible with its details if they fit."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        lowest = max(_ABOVE, height - row.height() - self.details.height() - _BELOW)
        bar.setValue(bar.value() + place_in(self, row) - max(_ABOVE, min(place, lowest)))

    # ── the current item ────────────────────────────────────────────────────────────────────────

    def _selected(self, before: str, now: str) -> None:
        focus, row = QApplication.focusWidget(), self.rows.of(now)
        place = place_in(self, row) if row is not None else 0
        had_focus = focus is not None and self.isAncestorOf(focus)
        if row is not None and had_focus and focus is not row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)  # before the details are hidden: Qt would focus any widget
        if before:
            self.rows[before].set_current(None)
        if row is None:
            self.details.put_away()
        else:
            self._put_details_below(row)
            self._tell_heading(before, row)
        self._set_stops()
        if row is not None:
            settle()
            self._keep(row, place)
            self._reach(row.item.theme)

    def _tell_heading(self, before: str, row: ItemRow) -> None:
        """Announce the theme if it differs from that of the item before, or if there was none."""
        if not before or self.rows[before].item.theme != row.item.theme:
            announce(self, self.headings[row.item.theme].text())

    def _put_details_below(self, row: ItemRow) -> None:
        self.content.removeWidget(self.details)
        row.set_current(self.details)
        self.content.insertWidget(self.content.indexOf(row) + 1, self.details)
        self.details.follow(row)
        if self.details.isHidden():
            self.details.show()

    def go_to(self, item: str) -> None:
        """Select an item and focus its row, after a click on a link to it."""
        self._controller.select(item)
        settle()
        self._keep(self.rows[item], place_in(self, self.rows[item]))
        self.rows[item].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Focus the current row, or the first one. Scroll to it unless the list is as it was when it was hidden.

        A larger text, for example, may have moved the row out of sight.
        """
        row = self.rows[self._controller.current] if self._controller.current else self._door
        left, self._left = self._left, None
        if row is not None:
            if self._controller.current:
                settle()
            if self._controller.current and left != self._standing:
                self._keep(row, place_in(self, row))
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _standing(self) -> tuple[int, int, QSize]:
        """The scroll position, with the height of the content and the size of the viewport that it applies to."""
        return self.verticalScrollBar().value(), self.body.height(), self.viewport().size()

    def hideEvent(self, event: QHideEvent) -> None:
        self._left = self._standing
        super().hideEvent(event)

    # ── themes ──────────────────────────────────────────────────────────────────────────────────

    def go_to_theme(self, theme: str) -> None:
        """Scroll the heading of a theme to the top."""
        settle()
        self.verticalScrollBar().setValue(self.headings[theme].y())
        self._reach(theme)

    def _tell_theme(self) -> None:
        """Update the reached theme: that of the current item while it is visible, or else of the last heading above the top."""
        in_hand = self.rows.of(self._controller.current)
        if in_hand is not None and is_seen(self, in_hand):
            self._reach(in_hand.item.theme)
            return
        top = self.verticalScrollBar().value()
        passed = [theme for theme, heading in self.headings.items() if heading.y() <= top + 40]
        if passed:
            self._reach(passed[-1])

    def _reach(self, theme: str) -> None:
        if theme != self._reached:
            self._reached = theme
            self.theme_reached.emit(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the rows handle the arrow keys, the window the rest
