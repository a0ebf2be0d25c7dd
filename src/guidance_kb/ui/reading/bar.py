"""The toolbar above a page: navigation between hits on the left, actions on the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from guidance_kb.language import Language
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, icon_only, label, row
from guidance_kb.ui.widgets.layouts import add_layout


class Bar(QWidget):
    """Toolbar of a page.

    Attributes:
        star: The button that adds or removes the bookmark; checked if there is one.
        more: The button with the menu of the page.

    Signals:
        stepped (int): The user asked for the next hit (1) or the previous (-1).
        star_pressed: The user asked to add or remove the bookmark.
        other_wanted: The user asked for the page in the other language.
        copy_wanted: The user asked to copy the page with its source.
        more_wanted: The user asked for the menu of the page.
    """

    stepped = Signal(int)
    star_pressed = Signal()
    other_wanted = Signal()
    copy_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._at, self._count = -1, 0
        self._other_name = ""
        self._done = label(role="caption", wrap=False)
        self.star = button("", "quiet", self.star_pressed.emit, checkable=True)
        self._copy = button("", "quiet", self.copy_wanted.emit)
        self._other = button("", "quiet", self.other_wanted.emit)
        self.more = button("", "quiet", self.more_wanted.emit)
        self._previous = button("", "quiet", lambda: self.stepped.emit(-1))
        self._next = button("", "quiet", lambda: self.stepped.emit(1))
        self._place = label(role="between", wrap=False)
        self._whole = row(self, spacing=SPACE.xs, margins=(SPACE.xl, SPACE.md, SPACE.xl, SPACE.xs))
        steps, actions = row(spacing=SPACE.xs), row(spacing=SPACE.xs)
        for widget in (self._previous, self._next, self._place):
            steps.addWidget(widget)
        steps.addStretch(1)
        steps.addWidget(self._done)
        actions.addStretch(1)
        for action in (self.star, self._other, self._copy, self.more):
            actions.addWidget(action)
        add_layout(self._whole, steps, 1)
        add_layout(self._whole, actions)

    @property
    def place(self) -> str:
        """The position among the hits, as its accessible name; the visible text is shorter if the bar is narrow."""
        return self._place.accessibleName()

    def show_hits(self, at: int, count: int, elsewhere: Language | None = None) -> None:
        """Show the position among the hits, counted from 0; hide it if there are none.

        Without hits, show that the words were found in the text of the language `elsewhere`, if given.
        """
        self._at, self._count = at, count
        if count == 0 and elsewhere is not None:
            dutch = elsewhere is Language.NL
            text = self.tr("found in the Dutch text") if dutch else self.tr("found in the English text")
        else:
            text = self.tr("hit %1 of %2").replace("%1", str(at + 1)).replace("%2", str(count))
        self._place.setAccessibleName(text)
        for widget in (self._previous, self._next):
            widget.setVisible(count > 0)
        self._place.setVisible(count > 0 or elsewhere is not None)
        self._share_room()

    def show_actions(self, *, page: bool, marked: bool, markable: bool) -> None:
        """Show the actions that apply; `page` is false for a removed entry, of which only the bookmark can be removed."""
        for action in (self._copy, self._other, self.more):
            action.setVisible(page)
        self.star.setVisible(markable)
        self.star.setChecked(marked)
        self._draw_star()
        self._share_room()

    def say(self, text: str = "") -> None:
        """Show a short confirmation, or clear it."""
        self._done.setText(text)
        self._share_room()

    def _draw_star(self) -> None:
        theme, marked = self._services.theme, self.star.isChecked()
        size = theme.px(SIZE.icon)
        name = self.tr("Remove the bookmark (Ctrl+D)") if marked else self.tr("Bookmark this page (Ctrl+D)")
        icon_only(self.star, icon("star-filled" if marked else "star", theme.tokens.accent, size), size, name)

    def retranslate(self, language: Language) -> None:
        """Update all texts to the current language, for a page in `language`."""
        accent, size = self._services.theme.tokens.accent, self._services.theme.px(SIZE.icon)
        self._other_name = self.tr("Read in English") if language is Language.NL else self.tr("Read in Dutch")
        icon_only(self._other, icon("languages", accent, size), size, self._other_name)
        icon_only(self._copy, icon("copy", accent, size), size, self.tr("Copy with source (Ctrl+Shift+C)"))
        self._copy.setAccessibleName(self.tr("Copy with source"))
        icon_only(
            self.more, icon("ellipsis", accent, size), size, self.tr("More: print, save, open beside (Shift+F10)")
        )
        self.more.setAccessibleName(self.tr("More with this page"))
        icon_only(self._previous, icon("chevron-up", accent, size), size, self.tr("Previous hit (Shift+F3)"))
        icon_only(self._next, icon("chevron-down", accent, size), size, self.tr("Next hit (F3)"))
        self._draw_star()
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Fit the width: shorten the position, then show icons without text, and finally use two rows."""
        for ways in (
            (),
            ("place",),
            ("place", "other"),
            ("place", "other", "copy"),
            ("place", "other", "copy", "stacked"),
        ):
            brief = "place" in ways and self._count > 0
            said = f"{self._at + 1} / {self._count}" if brief else self._place.accessibleName()
            for made, text, short in (
                (self._place, said, False),
                (self._other, f"\N{EN SPACE}{self._other_name}", "other" in ways),
                (self._copy, f"\N{EN SPACE}{self._copy.accessibleName()}", "copy" in ways),
            ):
                if made.text() != ("" if short else text):
                    made.setText("" if short else text)
            if self._room_left("stacked" in ways) >= 0:
                break
        stacked = "stacked" in ways
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(direction)
        self._done.setVisible(self._done.sizeHint().width() + SPACE.xl <= self._room_left(stacked))

    def _room_left(self, stacked: bool) -> int:  # noqa: FBT001
        """Return the unused width in pixels; the confirmation is shown there if it fits."""
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right() - SPACE.xl
        needed = [
            sum(made.sizeHint().width() + SPACE.xs for made in parts if not made.isHidden())
            for parts in ((self._previous, self._next, self._place), (self.star, self._other, self._copy, self.more))
        ]
        return room - (max(needed) if stacked else sum(needed))
