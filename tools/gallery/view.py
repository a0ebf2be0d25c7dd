"""The window of the gallery: the sheet with all widgets, and a bar to choose scheme and text size."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QWidget

from guidance_kb.ui.core.settings import SIZES, Scheme
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import button, column, line, row
from guidance_kb.ui.widgets.layouts import add_layout
from tools.gallery import around, controls, ground, pieces, settings
from tools.gallery.sheet import GallerySheet

_MAKERS: Final = (*ground.MAKERS, *pieces.MAKERS, *controls.MAKERS, *settings.MAKERS, *around.MAKERS)


def sheet_in(theme: Theme) -> GallerySheet:
    """Return a sheet with every widget, in the current theme."""
    sheet = GallerySheet(theme)
    for make in _MAKERS:
        make(sheet)
    return sheet


class Gallery(QWidget):
    """The window of the gallery; nothing is stored.

    Attributes:
        sheet: The sheet that is shown.
    """

    sheet: GallerySheet

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Guidance KB: gallery")
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._scheme, self._size = theme, Scheme.SYSTEM, SIZES[0]
        theme.dress(self)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = column(self, spacing=0)
        add_layout(content, self._bar())
        content.addWidget(line())
        content.addWidget(self._area, 1)
        self.show_look()

    def _bar(self) -> QHBoxLayout:
        across = row(spacing=SPACE.sm, margins=(SPACE.xxxl, SPACE.md, SPACE.xxxl, SPACE.md))
        self._offer(across, [(scheme.value, partial(self.show_look, scheme=scheme)) for scheme in Scheme])
        across.addSpacing(SPACE.xxxl)
        self._offer(across, [(f"{size}%", partial(self.show_look, size=size)) for size in SIZES])
        across.addStretch(1)
        return across

    def _offer(self, across: QHBoxLayout, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        group = QButtonGroup(self)
        for name, choose in choices:
            made = button(name, "tab", choose, checkable=True)
            group.addButton(made)
            across.addWidget(made)
        group.buttons()[0].setChecked(True)

    def show_look(self, scheme: Scheme | None = None, size: int | None = None) -> None:
        """Show everything in a scheme or text size; None keeps the current one."""
        self._scheme, self._size = scheme or self._scheme, size or self._size
        self._theme.apply(self._scheme, self._size)
        self.sheet = sheet_in(self._theme)
        self._area.setWidget(self.sheet)
        self.sheet.setFocus()
