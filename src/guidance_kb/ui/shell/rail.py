"""The rail: the column of views on the left."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from guidance_kb.help.key_table import BY_NAME
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.window_shortcuts import spoken
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.shell.view_registry import VIEWS
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

RAIL: Final = tuple(room for room in ViewId if VIEWS[room].icon)
"""The views on the rail from top to bottom, in the order of their shortcuts: first the knowledge, then work with clients."""

_LARGEST_ICON: Final = 33
"""Maximum icon size in pixels; with larger icons seven views do not fit on a small screen at the largest text size."""

_SMALL_ICON: Final = 22
"""Icon size in pixels where space is short, at any text size, because the name is below the icon."""


class Density(Enum):
    """The spacing with which all buttons fit: pixels between the buttons, pixels above and below them, and whether they show names."""

    ROOMY = (4, 12, True)
    TIGHT = (0, 2, True)
    ICONS = (0, 2, False)

    @property
    def named(self) -> bool:
        """Whether names are shown below the icons; otherwise only the tool tips and screen readers give them."""
        return self.value[2]


class Rail(TranslatedWidget, QFrame):
    """A column with one button for each view.

    Signals:
        chosen (ViewId): A view was chosen.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = theme
        self._group = OneOf(self)
        self._buttons = {room: QToolButton(self) for room in RAIL}
        self._density = Density.ROOMY
        self._needed: dict[Density, int] = {}
        whole = self._whole = column(self, spacing=4, margins=(8, 12, 8, 12))
        for room, made in self._buttons.items():
            made.setCheckable(True)
            speak_as(made, QAccessible.Role.RadioButton)  # Qt reports a check box
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.clicked.connect(lambda _checked=False, room=room: self.chosen.emit(room))
            made.toggled.connect(lambda _checked, room=room: self._draw(room))
            self._group.addButton(made)
            if room is ViewId.HELP:
                whole.addStretch(1)
            whole.addWidget(made)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_room(self, room: ViewId) -> None:
        """Mark the current view, or the one it belongs to; mark none if neither is on the rail."""
        room = VIEWS[room].belongs_to or room
        self._group.setExclusive(False)
        for other, made in self._buttons.items():
            made.setChecked(other is room)
        self._group.setExclusive(True)

    def name(self, room: ViewId) -> str:
        """Return the name of a view in the current language; empty if it is not on the rail or sets its own name."""
        made = self._buttons.get(room if room is ViewId.RULES else VIEWS[room].belongs_to or room)
        return "" if made is None else made.text()

    def retranslate(self) -> None:
        names = {
            ViewId.START: self.tr("Start"),
            ViewId.SEARCH: self.tr("Search"),
            ViewId.COUNTRIES: self.tr("Countries"),
            ViewId.CONVERSATION: self.tr("Conversation"),
            ViewId.RECORDS: self.tr("Records"),
            ViewId.HELP: self.tr("Help"),
            ViewId.MAP: self.tr("Links"),
        }
        for room, made in self._buttons.items():
            made.setText(names[room])
            made.setToolTip(f"{names[room]} ({spoken(BY_NAME[f'room-{room}'].keys[0])})")
            made.setAccessibleName(names[room])
            self._draw(room)

    def _draw(self, room: ViewId) -> None:
        """Draw the icon of a view, in the accent colour while it is shown."""
        made, tokens = self._buttons[room], self._theme.tokens
        size = min(self._theme.px(22), _LARGEST_ICON) if self._density is not Density.TIGHT else _SMALL_ICON
        made.setIcon(icon(VIEWS[room].icon, tokens.accent if made.isChecked() else tokens.soft_ink, size))
        made.setIconSize(QSize(size, size))

    # ── density ─────────────────────────────────────────────────────────────────────────────────

    def _set_density(self, density: Density) -> None:
        between, above, named = density.value
        self._density = density
        self._whole.setSpacing(between)
        self._whole.setContentsMargins(8, above, 8, above)
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if named else Qt.ToolButtonStyle.ToolButtonIconOnly
        for room, made in self._buttons.items():
            made.setToolButtonStyle(style)
            self._draw(room)

    def _fit(self) -> None:
        """Choose the most spacious density that fits the height."""
        fitting = (density for density in Density if self._height_of(density) <= self.height())
        density = next(fitting, Density.ICONS)
        if density is not self._density:
            self._set_density(density)

    def _height_of(self, density: Density) -> int:
        """Return the height needed for a density; cached until the text size changes."""
        if density not in self._needed:
            before = self._density
            self._set_density(density)
            self._needed[density] = self._whole.totalMinimumSize().height()
            self._set_density(before)
        return self._needed[density]

    def sizeHint(self) -> QSize:
        """Return the height for the most spacious density, whatever the current one is."""
        return QSize(super().sizeHint().width(), self._height_of(Density.ROOMY))

    def minimumSizeHint(self) -> QSize:
        """Return the height for the icons without names."""
        return QSize(super().minimumSizeHint().width(), self._height_of(Density.ICONS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):  # the text size may differ
            self._needed.clear()
            if self.isVisible():  # its height is not known before
                self._fit()
