"""The items of the checklist, heading by heading, in one list to scroll through. Nothing in it moves under the hand."""

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

# Changing a list without moving what somebody looks at.


def place_in(scroller: QScrollArea, widget: QWidget) -> int:
    """How far below the top of what shows a widget is, in pixels; negative above it."""
    return widget.mapTo(scroller.viewport(), QPoint(0, 0)).y()


def is_seen(scroller: QScrollArea, widget: QWidget) -> bool:
    """Whether something of a widget is in what shows."""
    top = place_in(scroller, widget)
    return not widget.isHidden() and top < scroller.viewport().height() and top + widget.height() > 0


@contextmanager
def still(scroller: QScrollArea, held: QWidget | None) -> Iterator[None]:
    """Whatever changes in the list meanwhile, `held` stays where it is on screen; None lets it go as it goes."""
    place = 0 if held is None else place_in(scroller, held)
    yield
    settle()
    if held is not None:
        bar = scroller.verticalScrollBar()
        bar.setValue(bar.value() + place_in(scroller, held) - place)


# The line below the items of a heading: how many deeper ones there are besides, to unfold or to fold again.


class MoreLine(LinkRow):
    """Is there only while there is something to unfold or to fold."""

    def __init__(self, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__(theme, on_click, "chevron-right", role="soft")
        self.content.setContentsMargins(12, 4, 8, 4)
        self.set_stop(stop=False)

    def set_stop(self, *, stop: bool) -> None:
        """Lets the Tab key stop here, or the mouse only."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def show_count(self, folded: int, *, unfolded: bool) -> None:
        """Says how many items are not shown, or that those unfolded by hand can be folded."""
        self.setVisible(bool(folded) or unfolded)
        self.set_icon("chevron-up" if unfolded else "chevron-right")
        if unfolded:
            self.say(self.tr("Fewer questions"))
        elif folded == 1:
            self.say(self.tr("1 deeper question"))
        else:
            self.say(self.tr("{count} deeper questions").format(count=folded))


# The rows of the checklist, made when they are first wanted: most deeper items never are.


class ItemRows(dict[str, ItemRow]):
    """The rows by their items. One that is asked for and is not there is made, hidden, at its place in the list.

    Args:
        controller: Says which items there are, and in which order.
        services: What rows need.
        content: Where they stand.
        ends: What stands below the last row of each heading.
        pressed: Is emitted with what a key does that was pressed on a row.
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
        """Makes a row above the next one of its heading that is there, for the eye and for a screen reader."""
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
        """The row of an item; None where there is none: of no item, and of one of an older checklist."""
        return self[item] if item is not None and item in self._controller.checklist.items else None


_ABOVE, _BELOW = 3, 8
"""Pixels that show above the item in hand and below it at least; above no more, or the feet of the letters there would be seen."""


class ItemList(TranslatedWidget, ScrollColumn):
    """Every item as a row; the one in hand is unfolded, and stays where it is on screen whatever comes or goes around it.

    Signals:
        theme_reached (str): Another heading is the one that is worked under: that of the item in hand, or at the top of what shows.
        pressed (Does): A key was pressed on an item that does this.
    """

    theme_reached = Signal(str)
    pressed = Signal(object)

    def __init__(self, controller: SessionController, services: Services, calm: DisplayMode) -> None:
        super().__init__(spacing=0, margins=(4, 0, 10, 24))
        self._controller, self._services, self._calm = controller, services, calm
        self.headings: dict[str, QLabel] = {}
        self.more: dict[str, MoreLine] = {}
        self.rows = ItemRows(controller, services, self.content, self.more, self.pressed)
        self.details = ItemDetails(controller, services, calm)
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
        self._calm.changed.connect(self._open_deeper)
        self._services.theme.changed.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_theme())

    def _fill(self) -> None:
        for theme in self._controller.checklist.themes:
            heading = self.headings[theme] = label(role="strong")
            heading.setContentsMargins(8, 16, 0, 4)
            self.content.addWidget(heading)
            more = self.more[theme] = MoreLine(self._services.theme, partial(self._unfold, theme))
            self.content.addWidget(more)

    # ── what it says ────────────────────────────────────────────────────────────────────────────

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

    # ── what is shown ───────────────────────────────────────────────────────────────────────────

    def fill(self) -> None:
        """Makes the rows, which wait until the list is shown or somebody has the time."""
        if not self._filled:
            self._filled = True
            self._show_scope()

    def event(self, event: QEvent) -> bool:
        """Fills the list before it is first shown: what comes into a list on screen is laid out row by row."""
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
        """Says under each heading how many questions there are besides, or that they can be folded again."""
        scope, answered = self._controller.scope, self._controller.session.answers
        for theme, line in self.more.items():
            line.show_count(scope.folded(theme, answered), unfolded=theme in scope.unfolded)

    def _set_stops(self) -> None:
        """Sets where Tab comes in: at the item in hand and the line below its heading, or at the first item."""
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
        if row is None:  # an item of an older checklist, taken back
            return
        row.refresh()
        before, after = change.before, change.after
        if (before.state, before.by) != (after.state, after.by):  # a letter more of the note says nothing new
            announce(row, answer_words(after) if after.by is before.by else as_title(OBSERVERS[after.by]))
        if not row.item.core:
            self._controller.open_deeper([change.item])  # taken back, it does not go away under the hand
        self._open_deeper()

    def _open_deeper(self) -> None:
        """Shows the deeper items that the answers make worthwhile, unless everything is to stay as it is."""
        if not self._calm.frozen:
            self._controller.open_deeper(self._controller.opened)

    def _restarted(self) -> None:
        self._open_deeper()
        self._show_scope()
        for row in self.rows.values():
            row.refresh()
        self.details.forget()
        settle()
        self.verticalScrollBar().setValue(0)
        self._tell_theme()  # which no scrolling tells where the list was at its top already
        if isinstance(QApplication.focusWidget(), ItemRow):  # who had the keyboard in the list goes on at its beginning
            self._controller.select(self._controller.shown_items()[0])

    def _unfold(self, theme: str) -> None:
        """Unfolds the deeper items under a heading, or folds them: what stands above the line that was clicked stays."""
        with still(self, self.headings[theme]):
            self.toggle_more(theme)

    def toggle_more(self, theme: str) -> None:
        """Unfolds the deeper items under a heading, or folds them; the item in hand stays where it is."""
        controller = self._controller
        controller.unfold(theme, unfolded=theme not in controller.scope.unfolded)
        count = sum(controller.shown(item.id) for item in controller.checklist.of_theme(theme))
        said = self.tr("Now {count} questions under {theme}")
        announce(self, said.format(count=count, theme=self.headings[theme].text()))

    # ── keeping still ───────────────────────────────────────────────────────────────────────────

    def _anchor(self) -> QWidget:
        """What stays where it is: the item in hand while it is on screen, or else what is at the top."""
        in_hand = self.rows.of(self._controller.current)
        if in_hand is not None and is_seen(self, in_hand):
            return in_hand
        shown = (self.rows[item] for item in self._controller.shown_items() if item in self.rows)
        return next((row for row in shown if is_seen(self, row)), self.body)

    def _keep(self, row: ItemRow, place: int) -> None:
        """Scrolls so that the row is where it was, and whole if it fits."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        lowest = max(_ABOVE, height - row.height() - self.details.height() - _BELOW)
        bar.setValue(bar.value() + place_in(self, row) - max(_ABOVE, min(place, lowest)))

    # ── the item in hand ────────────────────────────────────────────────────────────────────────

    def _selected(self, before: str, now: str) -> None:
        focus, row = QApplication.focusWidget(), self.rows.of(now)
        place = place_in(self, row) if row is not None else 0
        had_focus = focus is not None and self.isAncestorOf(focus)
        if row is not None and had_focus and focus is not row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)  # before the details go: Qt would give it to anybody
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
        """Says the heading to a screen reader, where the item in hand is under another one than the item before."""
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
        """Takes an item in hand and gives it the keyboard: the answer to a click on a link to it."""
        self._controller.select(item)
        settle()
        self._keep(self.rows[item], place_in(self, self.rows[item]))
        self.rows[item].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Gives the keyboard to the item in hand, and shows it where larger text, say, put it out of sight; or to the first one.

        A list that stands as it was left stays so.
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
        """How far the list is scrolled, and what that means: how high all of it is, and how large what is seen."""
        return self.verticalScrollBar().value(), self.body.height(), self.viewport().size()

    def hideEvent(self, event: QHideEvent) -> None:
        self._left = self._standing
        super().hideEvent(event)

    # ── headings ────────────────────────────────────────────────────────────────────────────────

    def go_to_theme(self, theme: str) -> None:
        """Scrolls a heading to the top."""
        settle()
        self.verticalScrollBar().setValue(self.headings[theme].y())
        self._reach(theme)

    def _tell_theme(self) -> None:
        """Tells the heading of the item in hand while it is in sight, or else the last one that went by the top."""
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
        event.ignore()  # the rows have the arrow keys; the rest is for the window
