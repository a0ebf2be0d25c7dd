"""Execution of the keyboard commands of a conversation."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.checklist.item_list import ItemList
from guidance_kb.ui.conversation.checklist.key_bindings import ANSWERS, Command
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.signals.signal_panel import SidePanel

_STEPS: Final = {Command.BEFORE: -1, Command.AFTER: 1}
_COLUMNS: Final = {Command.COLUMN_BEFORE: -1, Command.COLUMN_AFTER: 1}
_HEADINGS: Final = {Command.HEADING_BEFORE: -1, Command.HEADING_AFTER: 1}
_ENDS: Final = {Command.FIRST: 0, Command.LAST: -1}


class KeyActions:
    """The commands that a counselor gives by key.

    Args:
        boxes: The functions that focus the text fields of the conversation, by command.
    """

    def __init__(
        self,
        controller: SessionController,
        display_mode: DisplayMode,
        boxes: Mapping[Command, Callable[[], object]],
        items: ItemList,
        side: SidePanel,
    ) -> None:
        self._controller, self._display_mode, self._items, self._side = controller, display_mode, items, side
        self._boxes = boxes
        self._acts: dict[Command, Callable[[str], object]] = {
            Command.NEXT_OPEN: self._to_next_open,
            Command.BY: controller.toggle_by,
            Command.NOTE: lambda _: items.details.take_note(),
            Command.WHOLE: lambda _: items.toggle_whole(),
            Command.MORE: lambda item: items.toggle_more(controller.checklist.items[item].theme),
            Command.CARD: self._to_card,
        }

    def do(self, does: Command) -> None:
        """Execute a command."""
        if does is not Command.KNOWLEDGE:
            self._side.knowledge.stay_away()
        if does is Command.QUIET:
            self._display_mode.toggle_quiet()
        elif does is Command.FREEZE:
            self._display_mode.toggle_frozen()
        elif does in self._boxes:
            self._boxes[does]()
        elif does is Command.GO:
            self._go()
        elif does is Command.ASK_NEXT:
            if not self._display_mode.quiet:
                self._side.ask_next.take_focus()
        elif does is Command.KNOWLEDGE:
            self._to_knowledge()
        elif does is Command.BACK or self._controller.current is None:
            self._items.take_focus()
        else:
            self._on_item(does, self._controller.current)

    def _on_item(self, does: Command, item: str) -> None:
        if does in _STEPS:
            self._controller.move(_STEPS[does])
        elif does in _ENDS:
            self._controller.select(self._controller.shown_items()[_ENDS[does]])
        elif does in _COLUMNS:
            self._controller.select(self._items.neighbour(item, _COLUMNS[does]) or item)
        elif does in _HEADINGS:
            self._to_heading(item, _HEADINGS[does])
        elif does in ANSWERS:
            self._controller.set_state(item, ANSWERS[does])
        else:
            self._acts[does](item)

    def _to_heading(self, item: str, step: int) -> None:
        """Select the first item of the theme before or after."""
        shown = self._controller.shown_items()
        firsts: dict[str, str] = {}
        for each in shown:
            firsts.setdefault(self._controller.checklist.items[each].theme, each)
        themes = list(firsts)
        place = themes.index(self._controller.checklist.items[item].theme) + step
        if 0 <= place < len(themes):
            self._controller.select(firsts[themes[place]])

    def _to_next_open(self, item: str) -> None:
        """Select the next item that was not discussed, continuing at the first after the last; if there is none, do nothing."""
        shown = self._controller.shown_items()
        place = shown.index(item) + 1
        for each in (*shown[place:], *shown[: place - 1]):
            if self._is_open(each):
                self._controller.select(each)
                return

    def _is_open(self, item: str) -> bool:
        return self._controller.session.answer(item).state is State.NOT_DISCUSSED

    def _go(self) -> None:
        proposed = next((item for item in self._side.ask_next.items if self._is_open(item)), None)
        if proposed is not None:
            self._items.go_to(proposed)

    def _to_knowledge(self) -> None:
        if not self._display_mode.quiet:
            self._show(self._side.knowledge)
            self._side.knowledge.take_focus()

    def _to_card(self, item: str) -> None:
        """Enter the signal card that an item points to, or "why not" if there is no card."""
        if self._display_mode.quiet:
            return
        target = self._side.signals.card_of(item)
        if target is not None:
            self._show(self._side.signals)
            self._side.signals.enter(target)
        elif evidence := self._controller.checklist.items[item].evidence:
            self.show_why_not(evidence[0].target)

    def show_why_not(self, target: str = "") -> None:
        """Show the page "why not", for a target if one is given, and focus it."""
        self._show(self._side.why_not)
        self._side.why_not.enter(target)

    def _show(self, page: QWidget) -> None:
        self._items.pane.set_whole(whole=False)  # which covers the pages
        self._side.tabs[self._side.stack.indexOf(page)].click()
