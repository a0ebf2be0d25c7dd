"""The rows of the checklist, made when they are first wanted: most deeper items never are."""

from collections.abc import Mapping

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.item_row import ItemRow
from guidance_kb.ui.services import Services


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
