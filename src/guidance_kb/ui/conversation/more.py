"""The line below the items of a heading: how many deeper ones there are besides, to unfold or to fold again (product.md, C4)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from guidance_kb.ui.theme import Theme
from guidance_kb.ui.widgets.pressable import LinkRow


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
