"""The themes of the checklist in one or more columns: each a heading with its rows below it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import column, restyle, row
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import RememberingColumn, add_layout
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

MOST_COLUMNS: Final = 3

HEADING: Final = 28
"""Minimum height (pixels at 100 %) of a heading in columns."""


def in_columns(heights: Sequence[int], columns: int) -> list[int]:
    """Return the column of each block, in order and without splitting one, so that the highest column is as low as possible."""
    count = min(columns, len(heights))
    cuts = ((0, *inner, len(heights)) for inner in combinations(range(1, len(heights)), count - 1))
    best = min(cuts, key=lambda cut: max(sum(heights[start:end]) for start, end in pairwise(cut)))
    return [place for place, (start, end) in enumerate(pairwise(best)) for _ in range(start, end)]


class MoreButton(TranslatedWidget, QPushButton):
    """A button at the end of a heading that shows or folds its deeper items; hidden if there are none.

    It stands out where some of them follow on from what was said; these come first.
    """

    def __init__(self, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "more")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow follows the text
        self._theme, self._folded, self._following, self._unfolded = theme, 0, 0, False
        self.clicked.connect(lambda _checked=False: on_click())
        self.set_stop(stop=False)
        self.draw()

    def set_stop(self, *, stop: bool) -> None:
        """Set whether the Tab key stops here; the mouse always works."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def show_count(self, folded: int, following: int, *, unfolded: bool) -> None:
        """Show the number of hidden items, or of those that follow on from an answer, or that the unfolded ones can be folded."""
        if (folded, following, unfolded) != (self._folded, self._following, self._unfolded):
            more = following > self._following
            self._folded, self._following, self._unfolded = folded, following, unfolded
            self.setProperty("now", bool(following))
            restyle(self)
            self.retranslate()
            self.draw()
            if more:
                announce(self, self.accessibleName())
        self.setVisible(bool(folded) or unfolded)

    def retranslate(self) -> None:
        meaning = self.tr("deeper questions")
        if self._unfolded:
            text = self.tr("fewer")
        elif self._following:
            text = self.tr("{count} new").format(count=self._following)
            meaning = self.tr("deeper questions that follow on from what was said")
        else:
            text = self.tr("{count} more").format(count=self._folded)
        self.setText(text)
        self.setAccessibleName(f"{text}: {meaning}")  # who speaks to the computer says what can be read
        self.setToolTip(self.tr("{what} (Shift+M)").format(what=self.accessibleName()))

    def draw(self) -> None:
        """Draw the arrow in the current colours and size."""
        size = self._theme.px(SIZE.icon_small)
        self.setIcon(icon("chevron-up" if self._unfolded else "chevron-down", self._theme.tokens.accent, size))
        self.setIconSize(QSize(size, size))


class ThemeGroup(QWidget):
    """A heading, and the rows of its theme below it in `rows`."""

    def __init__(self, services: Services, on_more: Callable[[], object]) -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.Grouping)
        self._theme = services.theme
        self.heading = OneLine("strong")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.heading.setContentsMargins(SPACE.sm, SPACE.xs, 0, SPACE.xxs)
        self.more = MoreButton(services.theme, on_more)
        self.rows: QVBoxLayout = RememberingColumn(self)
        across = row(spacing=SPACE.xs)
        across.addWidget(self.heading, 1)
        across.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        add_layout(self.rows, across)
        self.fit(dense=False)

    def say(self, name: str) -> None:
        """Set the text of the heading."""
        self.heading.say(name)
        self.setAccessibleName(name)

    def fit(self, *, dense: bool) -> None:
        """Adapt the room above the heading to the text size; in columns there is less of it, and none for a second line."""
        self.heading.set_wrapped(wrapped=not dense)
        self.heading.setMinimumHeight(self._theme.px(HEADING if dense else HEADING + SPACE.lg))
        self.more.draw()


class ThemeColumns(QWidget):
    """The groups side by side; the order of reading is down a column, and then the next one.

    Args:
        groups: The groups by theme, in order.
        sizes: The number of items of each theme that are shown at least.
    """

    def __init__(self, groups: Mapping[str, ThemeGroup], sizes: Mapping[str, int]) -> None:
        super().__init__()
        self._groups, self._sizes = groups, sizes
        self._columns = [QWidget() for _ in range(MOST_COLUMNS)]
        self._insides = [column(each, spacing=0) for each in self._columns]
        across = row(self, spacing=SPACE.xxl)
        for each, inside in zip(self._columns, self._insides, strict=True):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all are as wide
            inside.addStretch(1)  # aligning to the top would cut off wrapped text
            across.addWidget(each, 1)
        self.column_of: dict[str, int] = {}
        self.count = 0
        self.arrange(1)

    def arrange(self, count: int) -> None:
        """Place the groups in this number of columns. It does not depend on what is unfolded, so that nothing changes its column."""
        if count == self.count:
            return
        self.count = count
        places = in_columns([size + 1 for size in self._sizes.values()], count)
        self.column_of = dict(zip(self._groups, places, strict=True))
        within = [0] * MOST_COLUMNS
        for theme, group in self._groups.items():
            place = self.column_of[theme]
            self._insides[place].insertWidget(within[place], group)
            group.show()  # Qt would show it one frame later
            within[place] += 1
        for place, each in enumerate(self._columns):
            each.setVisible(place < count)

    @property
    def tallest(self) -> tuple[int, int]:
        """The number of headings, and of items that are shown at least, of the highest column."""
        columns = [[theme for theme in self._groups if self.column_of[theme] == place] for place in range(self.count)]
        sizes = [(len(themes), sum(self._sizes[theme] for theme in themes)) for themes in columns]
        return max(sizes, key=sum)


# --- The themes as a drop-down, where the list has one column


class ThemeChooser(TranslatedWidget, DropDown):
    """The themes, for a list of one column; where all themes are in view, their headings replace it.

    Signals:
        chosen (str): The user chose a theme to go to.
    """

    chosen = Signal(str)

    def __init__(self, controller: SessionController, services: Services) -> None:
        super().__init__(services.theme)
        self._controller, self._services = controller, services
        self._themes = list(controller.checklist.themes)
        for _ in self._themes:
            self.addItem("")
        self.activated.connect(lambda place: self.chosen.emit(self._themes[place]))
        self.refresh()
        self.mark(self._themes[0])
        controller.changed.connect(self.refresh)
        controller.scope_changed.connect(self.refresh)
        controller.restarted.connect(self.refresh)

    @property
    def marked(self) -> str:
        """The theme of the items in view."""
        return self._themes[self.currentIndex()]

    def mark(self, theme: str) -> None:
        """Mark the theme of the items in view."""
        self.setCurrentIndex(self._themes.index(theme))

    def retranslate(self) -> None:
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Update the counts and texts."""
        self.setAccessibleName(self.tr("Themes"))
        for place, theme in enumerate(self._themes):
            items = [item for item in self._controller.checklist.of_theme(theme) if self._controller.shown(item.id)]
            discussed = sum(self._discussed(item) for item in items)
            name = self._services.say(self._controller.checklist.themes[theme].name)
            so_far = self.tr("{discussed} of {all} discussed").format(discussed=discussed, all=len(items))
            self.setItemText(place, f"{name} · {discussed}/{len(items)}")  # there is little space
            self.setItemData(place, f"{name}: {so_far}", Qt.ItemDataRole.AccessibleTextRole)

    def _discussed(self, item: Item) -> bool:
        return self._controller.session.answer(item.id).state is not State.NOT_DISCUSSED
