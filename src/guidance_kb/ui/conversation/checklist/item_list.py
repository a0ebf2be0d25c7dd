"""The items of the checklist by theme, in a list of one or more columns. The current item keeps its position on screen."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from guidance_kb.conversation.session import SessionChange
from guidance_kb.documents.names import OBSERVERS
from guidance_kb.ui.conversation.checklist.details_pane import DetailsPane
from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.conversation.checklist.item_row import LEAST_ROW, ItemRow
from guidance_kb.ui.conversation.checklist.theme_columns import HEADING, ThemeColumns, ThemeGroup
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.words import answer_words
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle
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


# --- Rows, created on demand: most deeper items are never shown


class ItemRows(dict[str, ItemRow]):
    """The rows by item. A missing row is created on access, hidden, at its place in the list.

    Args:
        controller: The source of the items and their order.
        services: The services that the rows need.
        groups: The group of rows of each theme.
        pressed: The signal to emit with the command of a key that was pressed on a row.

    Attributes:
        height: The height of rows of one line (pixels at 100 %); None for rows that wrap their label.
    """

    def __init__(
        self,
        controller: SessionController,
        services: Services,
        groups: Mapping[str, ThemeGroup],
        pressed: SignalInstance,
    ) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self._groups, self._pressed = groups, pressed
        self.height: int | None = None

    def __missing__(self, item: str) -> ItemRow:
        """Create a row above the next existing one of its theme, in the layout and among the children (for screen readers)."""
        known = self._controller.checklist.items[item]
        order = self._controller.scope.by_theme[known.theme]
        group = self._groups[known.theme]
        below = next((self[other] for other in order[order.index(item) + 1 :] if other in self), None)
        made = self[item] = ItemRow(known, self._controller, self._services, group)
        made.hide()
        made.set_height(self.height)
        made.show_mode()
        made.pressed.connect(self._pressed)
        group.rows.insertWidget(group.rows.count() if below is None else group.rows.indexOf(below), made)
        if below is not None:
            made.stackUnder(below)
        return made

    def set_height(self, height: int | None) -> None:
        """Set the height of all rows."""
        if height != self.height:
            self.height = height
            for each in self.values():
                each.set_height(height)

    def of(self, item: str | None) -> ItemRow | None:
        """Return the row of an item; None if there is no item, or if the checklist does not have it (an older version did)."""
        return self[item] if item is not None and item in self._controller.checklist.items else None


_ABOVE, _BELOW = 3, 8
"""Minimum pixels between the current item and the top and bottom of the viewport; with more at the top, a strip of the row above shows."""

_HIGHEST_ROW: Final = 28
"""Maximum height (pixels at 100 %) of a row of one line."""


class ItemList(TranslatedWidget, ScrollColumn):
    """All items as rows. The current row keeps its position on screen while other rows come and go.

    In one column, the details of the current item are below its row, and long labels wrap. In more columns each row is one line, so that
    all items of the core are in view, and the details are in `pane` beside the list.

    Signals:
        theme_reached (str): The theme in view changed: that of the current item, or of the top if that item is out of sight.
        pressed (Command): A key with this command was pressed on an item.
    """

    theme_reached = Signal(str)
    pressed = Signal(object)

    def __init__(self, controller: SessionController, services: Services, display_mode: DisplayMode) -> None:
        super().__init__(spacing=0, margins=(4, 0, 10, 8))
        self._controller, self._services, self._display_mode = controller, services, display_mode
        themes = controller.checklist.themes
        self.groups = {theme: ThemeGroup(services, partial(self._unfold, theme)) for theme in themes}
        self.headings = {theme: group.heading for theme, group in self.groups.items()}
        self.more = {theme: group.more for theme, group in self.groups.items()}
        sizes = {theme: sum(item.core for item in controller.checklist.of_theme(theme)) for theme in themes}
        self.columns = ThemeColumns(self.groups, sizes)
        self.content.addWidget(self.columns)
        self.rows = ItemRows(controller, services, self.groups, self.pressed)
        self.details = ItemDetails(controller, services, display_mode)
        self.pane = DetailsPane(self.details)
        self.keep(self.details)
        self.details.left.connect(self.take_focus)
        self.details.pressed.connect(self.pressed)
        self._reached = ""
        self._left: tuple[int, int, QSize] | None = None
        self._door: ItemRow | None = None
        self._filled = self._folded = False
        self._follow_ons: frozenset[str] = frozenset()
        self.retranslate()
        self._connect()

    def _connect(self) -> None:
        controller = self._controller
        controller.changed.connect(self._changed)
        controller.selected.connect(self._selected)
        controller.scope_changed.connect(self._rescoped)
        controller.restarted.connect(self._restarted)
        controller.mode_changed.connect(self._show_mode)
        controller.last_time_changed.connect(self._show_earlier)
        self._display_mode.changed.connect(self._show_more)
        self._services.theme.changed.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_theme())

    # ── columns ─────────────────────────────────────────────────────────────────────────────────

    @property
    def beside(self) -> bool:
        """Whether the details are beside the list."""
        return self.columns.count > 1

    @property
    def row_in_hand(self) -> ItemRow | None:
        """The row of the current item."""
        return self.rows.of(self._controller.current)

    def arrange(self, count: int) -> None:
        """Show the list in this number of columns. The row in hand and the keyboard focus stay."""
        if count == self.columns.count:
            return
        focus, beside = QApplication.focusWidget(), self.beside
        had_focus = focus is not None and (self.isAncestorOf(focus) or self.details.isAncestorOf(focus))
        self.columns.arrange(count)
        for group in self.groups.values():
            group.fit(dense=self.beside)
        self._fit_rows()
        if self.beside is not beside:
            self._move_details()
        if had_focus and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)  # it lost it with its place
        settle()
        row = self.row_in_hand
        if row is not None:
            self._keep(row, place_in(self, row))

    def _move_details(self) -> None:
        self.details.set_beside(beside=self.beside)
        self._folded = False
        row = self.row_in_hand
        if self.beside:
            self.pane.take()
            self.pane.show_item(shown=row is not None)
        else:
            self.details.setParent(self.body)
            if row is not None:
                self._put_details_below(row)

    def _fit_rows(self) -> None:
        """Set the height of the rows so that all items of the core are in view, if they can be."""
        if not self.beside:
            self.rows.set_height(None)
            return
        headings, items = self.columns.tallest
        room = self.viewport().height() / self._services.theme.scale - headings * HEADING - SPACE.md
        self.rows.set_height(max(LEAST_ROW, min(_HIGHEST_ROW, int(room // items))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def neighbour(self, item: str, step: int) -> str | None:
        """Return the item at the same height in the next column, or in the one before if `step` is -1; None without such a column."""
        theme_of = {each: self._controller.checklist.items[each].theme for each in self._controller.shown_items()}
        column = self.columns.column_of[theme_of[item]] + step
        beside = [each for each, theme in theme_of.items() if self.columns.column_of[theme] == column]
        at = place_in(self, self.rows[item])
        return min(beside, key=lambda each: abs(place_in(self, self.rows[each]) - at), default=None)

    def toggle_whole(self) -> None:
        """Show all of the details, or less of them: beside the list their first lines, below a row nothing."""
        if self.beside:
            self.pane.set_whole(whole=not self.pane.whole)
        elif (row := self.row_in_hand) is not None:
            self._folded = not self._folded
            with still(self, row):
                self.details.setVisible(not self._folded)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Items of the conversation"))
        for theme, group in self.groups.items():
            group.say(self._services.say(self._controller.checklist.themes[theme].name))
        self._show_more()

    def _draw(self) -> None:
        for group in self.groups.values():
            group.fit(dense=self.beside)
        for row in self.rows.values():
            row.draw()

    def _show_mode(self) -> None:
        for row in self.rows.values():
            row.show_mode()
        self.details.show_mode()

    def _show_earlier(self) -> None:
        for row in self.rows.values():
            row.refresh()

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
        """Show at each heading how many items are hidden and how many of these follow on from the answers, or that they can be folded.

        Nothing unfolds by itself, so that an answer moves nothing. While the display is frozen, the items that follow on stay as they are.
        """
        scope, answered = self._controller.scope, self._controller.session.answers
        if not self._display_mode.frozen:
            self._follow_ons = self._controller.follow_ons
        for theme, line in self.more.items():
            following = sum(
                item in self._follow_ons and not self._controller.shown(item) for item in scope.by_theme[theme]
            )
            line.show_count(scope.folded(theme, answered), following, unfolded=theme in scope.unfolded)

    def _set_stops(self) -> None:
        """Set the stops of the Tab key: the current item and the line below its theme, or else the first item."""
        shown = self._controller.shown_items()
        door = self.rows[shown[0]] if self._controller.current is None and shown else None
        for row in (self._door, door):
            if row is not None:
                row.set_door(door=row is door)
        self._door = door
        current = self.row_in_hand
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
        self._show_more()

    def _restarted(self) -> None:
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
        """Show the deeper items of a theme that follow on from the answers, or all of them, or fold them; announce the number of items.

        The current item keeps its position.
        """
        controller = self._controller
        following = [item for item in controller.scope.by_theme[theme] if item in self._follow_ons]
        if theme not in controller.scope.unfolded and not all(map(controller.shown, following)):
            controller.open_deeper(following)
        else:
            controller.unfold(theme, unfolded=theme not in controller.scope.unfolded)
        count = sum(controller.shown(item.id) for item in controller.checklist.of_theme(theme))
        said = self.tr("Now {count} questions under {theme}")
        announce(self, said.format(count=count, theme=self.headings[theme].text()))

    # ── scroll position ─────────────────────────────────────────────────────────────────────────

    def _anchor(self) -> QWidget:
        """Return the widget that keeps its position: the current row if it is visible, or else the topmost visible row."""
        in_hand = self.row_in_hand
        if in_hand is not None and is_seen(self, in_hand):
            return in_hand
        shown = (self.rows[item] for item in self._controller.shown_items() if item in self.rows)
        return next((row for row in shown if is_seen(self, row)), self.body)

    def _keep(self, row: ItemRow, place: int) -> None:
        """Scroll so that the row is at `place`, and visible with its details if they fit."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        below = 0 if self.beside or self.details.isHidden() else self.details.height()
        lowest = max(_ABOVE, height - row.height() - below - _BELOW)
        bar.setValue(bar.value() + place_in(self, row) - max(_ABOVE, min(place, lowest)))

    # ── the current item ────────────────────────────────────────────────────────────────────────

    def _selected(self, before: str, now: str) -> None:
        focus, row = QApplication.focusWidget(), self.rows.of(now)
        place = place_in(self, row) if row is not None else 0
        had_focus = focus is not None and (self.isAncestorOf(focus) or self.pane.isAncestorOf(focus))
        if row is not None and had_focus and focus is not row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)  # before the details are hidden: Qt would focus any widget
        if before:
            self.rows[before].set_current(None)
        if row is None:
            self.details.put_away()
            self.pane.show_item(shown=False)
        else:
            self._show_details(row)
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

    def _show_details(self, row: ItemRow) -> None:
        row.set_current(self.details)
        if self.beside:
            self.pane.show_item(shown=True)
        else:
            self._put_details_below(row)

    def _put_details_below(self, row: ItemRow) -> None:
        group = self.groups[row.item.theme]
        group.rows.removeWidget(self.details)  # it may be below another row of this theme
        group.rows.insertWidget(group.rows.indexOf(row) + 1, self.details)
        self.details.follow(row)
        self.details.setVisible(not self._folded)

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
        self.verticalScrollBar().setValue(self._top_of(theme))
        self._reach(theme)

    def _top_of(self, theme: str) -> int:
        return self.headings[theme].mapTo(self.body, QPoint(0, 0)).y()

    def _tell_theme(self) -> None:
        """Update the reached theme: that of the current item while it is visible, or else of the last heading above the top."""
        in_hand = self.row_in_hand
        if in_hand is not None and is_seen(self, in_hand):
            self._reach(in_hand.item.theme)
            return
        top = self.verticalScrollBar().value()
        first_column = [theme for theme in self.headings if self.columns.column_of[theme] == 0]
        passed = [theme for theme in first_column if self._top_of(theme) <= top + 40]
        if passed:
            self._reach(passed[-1])

    def _reach(self, theme: str) -> None:
        if theme != self._reached:
            self._reached = theme
            self.theme_reached.emit(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the rows handle the arrow keys, the window the rest
