"""The bookmarks on the start page: the last few, and the way to all of them. They come after the first paint."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.pressable import LinkRow

_SHOWN = 3


class Marked(QFrame):
    """A line for each; without any there is nothing to see.

    Attributes:
        lines: Those shown.
        all: The way to all of them.

    Signals:
        page_chosen (str): This is to be read.
        all_wanted: All of them are wanted.
        changed: There is something else to see.
    """

    page_chosen = Signal(str)
    all_wanted = Signal()
    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self.lines: list[LinkRow] = []
        self._content = column(self, spacing=SPACE.xxs, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        self.refresh()
        services.bookmarks.changed.connect(self.refresh)
        services.packs.changed.connect(self.refresh)

    @property
    def has_something(self) -> bool:
        """Whether there are any."""
        return bool(self._services.bookmarks.kept)

    def refresh(self) -> None:
        """Shows what is kept now."""
        kept = list(self._services.bookmarks.kept.values())
        clear(self._content)
        self.lines = []
        text = self.tr("All") if len(kept) <= _SHOWN else self.tr("All {count}").format(count=len(kept))
        self.all = button(text, "more", self.all_wanted.emit)
        self.all.setAccessibleName(self.tr("All bookmarks (Alt+B)"))
        self.all.setToolTip(self.tr("All bookmarks (Alt+B)"))
        head = row()
        head.addWidget(label(self.tr("Bookmarks"), "heading"), 1)
        head.addWidget(self.all)
        add_layout(self._content, head)
        for bookmark in kept[:_SHOWN]:
            place = self._services.library.place(bookmark.id)
            line = LinkRow(self._services.theme, partial(self.page_chosen.emit, bookmark.id), "star", role="")
            gone = "" if place else self.tr("no longer in the content")
            line.say(self._services.say(place.title if place else bookmark.title), _short(bookmark.note) or gone)
            line.content.setContentsMargins(SPACE.xxs, 3, SPACE.xxs, 3)
            self.lines.append(line)
            self._content.addWidget(line)
            line.show()
        self._content.addStretch(1)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def _short(note: str) -> str:
    """The first line of a note, cut where it is long."""
    line = next((line.strip() for line in note.splitlines() if line.strip()), "")
    return line if len(line) <= 90 else f"{line[:89].rstrip(' ,;:.')}…"  # noqa: PLR2004 - two lines of a column
