"""The rail at the left: the rooms of the window."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from guidance_kb.help.keys import BY_NAME
from guidance_kb.ui.core.keys import spoken
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_ICONS = {
    ViewId.START: "house",
    ViewId.SEARCH: "search",
    ViewId.COUNTRIES: "globe",
    ViewId.MAP: "waypoints",
    ViewId.CONVERSATION: "messages-square",
    ViewId.RECORDS: "folder-lock",
    ViewId.HELP: "life-buoy",
}

RAIL: Final = tuple(_ICONS)
"""The rooms on the rail, from top to bottom and in the order of their keys: what is known, then what one does with it."""

_LARGEST_ICON: Final = 33
"""Pixels: with larger ones seven rooms would not stand below each other on a small screen at the largest text."""

_SMALL_ICON: Final = 22
"""Pixels of an icon where room is short: the name below it says it at any size of text."""


class Density(Enum):
    """How close the buttons stand, so that all fit below each other: pixels between them and above them, and whether they have names."""

    ROOMY = (4, 12, True)
    TIGHT = (0, 2, True)
    ICONS = (0, 2, False)

    @property
    def named(self) -> bool:
        """Whether the names stand below the icons; where they do not, they are in the tip, and a screen reader says them."""
        return self.value[2]


_BELONGS = {
    ViewId.SUMMARY: ViewId.CONVERSATION,
    ViewId.PRACTICE: ViewId.CONVERSATION,
    ViewId.RULES: ViewId.CONVERSATION,
}
"""Rooms that one enters from another, and which is marked for them."""


class Rail(TranslatedWidget, QFrame):
    """One button a room.

    Signals:
        chosen (Room): A room was chosen.
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
            speak_as(made, QAccessible.Role.RadioButton)  # Qt calls it a tick
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
        """Marks the present room, or the one that it belongs to; none when it is not on the rail."""
        room = _BELONGS.get(room, room)
        self._group.setExclusive(False)
        for other, made in self._buttons.items():
            made.setChecked(other is room)
        self._group.setExclusive(True)

    def name(self, room: ViewId) -> str:
        """What a room is called in the language now in force; empty for one that is not on the rail, or that names itself."""
        made = self._buttons.get(room if room is ViewId.RULES else _BELONGS.get(room, room))
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
        """The icon of a room: in the accent while it is shown."""
        made, tokens = self._buttons[room], self._theme.tokens
        size = min(self._theme.px(22), _LARGEST_ICON) if self._density is not Density.TIGHT else _SMALL_ICON
        made.setIcon(icon(_ICONS[room], tokens.accent if made.isChecked() else tokens.soft_ink, size))
        made.setIconSize(QSize(size, size))

    # ── how close the buttons stand ─────────────────────────────────────────────────────────────

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
        """Stands the buttons as far apart as the height allows, with their names if it can be."""
        fitting = (density for density in Density if self._height_of(density) <= self.height())
        density = next(fitting, Density.ICONS)
        if density is not self._density:
            self._set_density(density)

    def _height_of(self, density: Density) -> int:
        """The height that the rail needs so, measured once for a size of text."""
        if density not in self._needed:
            before = self._density
            self._set_density(density)
            self._needed[density] = self._whole.totalMinimumSize().height()
            self._set_density(before)
        return self._needed[density]

    def sizeHint(self) -> QSize:
        """As high as it would be with all the room there is, however close its buttons stand now."""
        return QSize(super().sizeHint().width(), self._height_of(Density.ROOMY))

    def minimumSizeHint(self) -> QSize:
        """As high as all the icons without their names."""
        return QSize(super().minimumSizeHint().width(), self._height_of(Density.ICONS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):  # letters of another size
            self._needed.clear()
            if self.isVisible():  # before that it has no height to go by
                self._fit()
