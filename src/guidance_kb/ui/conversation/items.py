"""The items of the checklist, heading by heading, in one list to scroll through."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel

from guidance_kb.conversation.session import Change
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.row import ItemRow
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import label
from guidance_kb.ui.widgets.pressable import Scroller, settle

_BESIDE = 560
"""From this width on (at 100 %), the states stand beside the label."""


class ItemList(Scroller):
    """Every item as a row; the one in hand is unfolded, and stays where it is on screen while it unfolds.

    Signals:
        theme_reached (str): Another heading is at the top of what shows.
    """

    theme_reached = Signal(str)

    def __init__(self, controller: Controller, services: Services) -> None:
        super().__init__(spacing=6, margins=(4, 0, 10, 24))
        self._controller, self._services = controller, services
        self.headings: dict[str, QLabel] = {}
        self.rows: Mapping[str, ItemRow] = self._fill()
        self._reached = ""
        self._door: ItemRow | None = None
        self._show_scope()
        self._speak()
        controller.changed.connect(self._changed)
        controller.selected.connect(self._selected)
        controller.scope_changed.connect(self._show_scope)
        controller.restarted.connect(self._restarted)
        controller.mode_changed.connect(self._show_mode)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_theme())

    def _fill(self) -> dict[str, ItemRow]:
        rows = {}
        for theme in self._controller.checklist.themes:
            heading = label(role="strong")
            heading.setContentsMargins(2, 10, 0, 2)
            self.headings[theme] = heading
            self.content.addWidget(heading)
            for item in self._controller.checklist.of_theme(theme):
                rows[item.id] = ItemRow(item, self._controller, self._services)
                self.content.addWidget(rows[item.id])
        return rows

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Items of the conversation"))
        for theme, heading in self.headings.items():
            heading.setText(self._services.say(self._controller.checklist.themes[theme].name))

    # ── what is shown ───────────────────────────────────────────────────────────────────────────

    def _show_scope(self) -> None:
        with_items = set()
        for item, row in self.rows.items():
            shown = self._controller.shown(item)
            if row.isHidden() is shown:
                row.setVisible(shown)
            if shown:
                with_items.add(row.item.theme)
        for theme, heading in self.headings.items():
            heading.setVisible(theme in with_items)
        self._set_door()

    def _set_door(self) -> None:
        """While no item is in hand, the first one shown is where Tab comes in."""
        door = None if self._controller.current else self.rows[self._controller.shown_items()[0]]
        for row in (self._door, door):
            if row is not None:
                row.set_door(door=row is door)
        self._door = door

    def _changed(self, change: Change) -> None:
        row = self.rows.get(change.item)
        if row is None:  # an item of an older checklist, taken back
            return
        row.refresh()
        if not row.item.core:
            self._show_scope()

    def _restarted(self) -> None:
        self._show_scope()
        for row in self.rows.values():
            row.forget()
        settle()
        self.verticalScrollBar().setValue(0)

    def _show_mode(self) -> None:
        for row in self.rows.values():
            row.show_mode()

    # ── the item in hand ────────────────────────────────────────────────────────────────────────

    def _selected(self, before: str, now: str) -> None:
        focus = QApplication.focusWidget()
        row = self.rows.get(now)
        place = self._place(row) if row is not None else 0
        if before:
            self.rows[before].set_current(current=False)
        self._set_door()
        if row is not None:
            row.set_current(current=True)
            settle()
            self._keep(row, place)
            self._reach(row.item.theme)
            if focus is not None and self.isAncestorOf(focus) and focus is not row and not row.isAncestorOf(focus):
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, row: ItemRow) -> int:
        return row.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _keep(self, row: ItemRow, place: int) -> None:
        """Scrolls so that the row is where it was, and whole if it fits."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        lowest = max(8, height - row.height() - 8)
        bar.setValue(bar.value() + self._place(row) - max(8, min(place, lowest)))

    def go_to(self, item: str) -> None:
        """Takes an item in hand and gives it the keyboard: the answer to a click on a link to it."""
        self._controller.select(item)
        settle()
        self._keep(self.rows[item], self._place(self.rows[item]))
        self.rows[item].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Gives the keyboard to the item in hand, or to the first one."""
        row = self.rows[self._controller.current] if self._controller.current else self._door
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_theme(self, theme: str) -> None:
        """Scrolls a heading to the top."""
        settle()
        self.verticalScrollBar().setValue(self.headings[theme].y())
        self._reach(theme)

    def _tell_theme(self) -> None:
        top = self.verticalScrollBar().value()
        passed = [theme for theme, heading in self.headings.items() if heading.isVisible() and heading.y() <= top + 40]
        if passed:
            self._reach(passed[-1])

    def _reach(self, theme: str) -> None:
        if theme != self._reached:
            self._reached = theme
            self.theme_reached.emit(theme)

    # ── room ────────────────────────────────────────────────────────────────────────────────────

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - Qt's name
        super().resizeEvent(event)
        stacked = self.viewport().width() < self._services.theme.px(_BESIDE)
        for row in self.rows.values():
            row.set_stacked(stacked=stacked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        event.ignore()  # the rows have the arrow keys; the rest is for the window
