"""Where a conversation is: what shows of it. It is saved with the conversation, and shown again when that is taken up."""

from collections.abc import Mapping

from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.item_list import ItemList
from guidance_kb.ui.conversation.signal_panel import SidePanel


class ViewState:
    """Reads where a conversation is, and goes there."""

    def __init__(self, controller: SessionController, calm: DisplayMode, items: ItemList, side: SidePanel) -> None:
        self._controller, self._calm, self._items, self._side = controller, calm, items, side

    def read(self) -> dict[str, object]:
        """Where it is, as JSON values."""
        return {
            "item": self._controller.current,
            "core_only": self._controller.core_only,
            "unfolded_themes": sorted(self._controller.scope.unfolded),
            "quiet": self._calm.quiet,
            "panel": self._side.stack.currentIndex(),
            "unfolded": list(self._side.signals.unfolded),
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        """Shows what was shown; what is not there any more is left out."""
        self._calm.set_quiet(quiet=place.get("quiet") is True)
        self._controller.show_core_only(place.get("core_only") is not False)
        for theme in _listed(place, "unfolded_themes"):
            if theme in self._controller.checklist.themes:
                self._controller.unfold(theme)
        signals = self._side.signals
        for target in _listed(place, "unfolded"):
            if target in signals.cards and target not in signals.unfolded:
                signals.toggle(target)
        panel = place.get("panel")
        if isinstance(panel, int) and 0 <= panel < len(self._side.tabs):
            self._side.tabs[panel].click()
        item = place.get("item")
        if isinstance(item, str) and item in self._controller.checklist.items:
            self._items.go_to(item)


def _listed(place: Mapping[str, object], name: str) -> list[str]:
    """A list of ids; nothing if it is none, for it came from a file."""
    found = place.get(name)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
