"""The sheet with the widgets: parts under headings, each widget with the name of its state."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import column, label, line
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from tools.gallery.states import GalleryState, point_at, put

WIDTH = 1180
"""Width of the sheet, in pixels at a text size of 100 %."""

_NAMES = 92
"""Width of the names beside the rows of a table."""

Row = tuple[str, Callable[[], QWidget], Sequence[GalleryState]]
"""A row of a table: its name, the constructor of its widget, and the states to show."""


class GallerySheet(QFrame):
    """Holds the widgets, each under a name of its own.

    Attributes:
        theme: The theme in which they are shown.
        keyboard: The focus proxy of all widgets that are shown focused.
        shown: The widgets by name: part, widget and state.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.shown: dict[str, QWidget] = {}
        self.keyboard = QWidget(self, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.keyboard.resize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.keyboard)
        self._part = ""
        self._content = column(self, spacing=SPACE.xxl, margins=(SPACE.xxxl, SPACE.xxl, SPACE.xxxl, SPACE.xxxl))
        theme.changed.connect(self._resize)
        self._resize()

    def part(self, name: str) -> None:
        """Begin a part."""
        if self._part:
            self._content.addWidget(line())
        self._part = name
        self._content.addWidget(label(name, "heading"))

    def table(self, rows: Iterable[Row]) -> None:
        """Add a table with a row for each widget and a column for each state."""
        made = list(rows)
        states = [state for state in GalleryState if any(state in row[2] for row in made)]
        grid = _grid(SPACE.xxl, SPACE.md)
        for place, state in enumerate(states, 1):
            grid.addWidget(label(state.value, "caption", wrap=False), 0, place)
        for number, (name, make, having) in enumerate(made, 1):
            called = label(name, "caption", wrap=False)
            called.setMinimumWidth(self.theme.px(_NAMES))
            grid.addWidget(called, number, 0)
            for place, state in enumerate(states, 1):
                if state in having:
                    widget = self._keep(f"{name}: {state.value}", put(make(), state, self.keyboard))
                    grid.addWidget(widget, number, place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(len(states) + 1, 1)
        add_layout(self._content, grid)

    def stack(self, widgets: Iterable[tuple[str, QWidget]], *, columns: int = 2) -> None:
        """Add widgets in columns of equal width."""
        grid = _grid(SPACE.xxxl, SPACE.xl)
        for number, (name, widget) in enumerate(widgets):
            cell = column(spacing=SPACE.xs)
            grid.addLayout(cell, number // columns, number % columns)
            cell.addWidget(label(name, "caption"))
            cell.addWidget(self._keep(name, widget))
            cell.addStretch(1)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        add_layout(self._content, grid)

    def flow(self, widgets: Iterable[tuple[str, QWidget]]) -> None:
        """Add widgets in wrapping rows, each in its own width."""
        box = QWidget()
        words = FlowLayout(box, SPACE.xl)
        for name, widget in widgets:
            words.addWidget(self._keep(name, widget))
        self._content.addWidget(box)

    def _keep(self, name: str, widget: QWidget) -> QWidget:
        self.shown[f"{self._part}, {name}"] = widget
        return widget

    def showEvent(self, event: QShowEvent) -> None:
        """Send a mouse movement to all widgets that are shown hovered."""
        super().showEvent(event)
        for name, widget in self.shown.items():
            if name.endswith(GalleryState.HOVER.value):
                point_at(widget)

    def _resize(self) -> None:
        self.setFixedWidth(self.theme.px(WIDTH))


def _grid(across: int, down: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(across)
    grid.setVerticalSpacing(down)
    return grid
