"""The start view: three doors, what is due, the nine recommendations at hand, and what to know of the knowledge."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services
from guidance_kb.ui.start.due import DueCard
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.widgets.basics import card, column, label, row
from guidance_kb.ui.widgets.pressable import Line, Pressable, pressed_by_return
from guidance_kb.ui.widgets.taborder import follow_layout


class Door(Pressable):
    """A large button with an icon, a title and a sentence; the whole of it can be clicked."""

    def __init__(self, icon_name: str, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__(on_click, margins=(20, 20, 20, 20))
        self.setProperty("role", "door")
        self._icon_name, self._theme = icon_name, theme
        self._icon = label()
        self._title = label(role="heading")
        self._text = label(role="soft")
        self.content.setSpacing(8)
        for widget in (self._icon, self._title, self._text):
            self.content.addWidget(widget)
        self.content.addStretch(1)

    def say(self, title: str, text: str) -> None:
        """Says what is behind the door."""
        self._icon.setPixmap(pixmap(self._icon_name, self._theme.tokens.accent, self._theme.px(28)))
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


class StartView(QScrollArea):
    """Where the program begins.

    Attributes:
        doors: By the room they lead to.
        due: What is due.

    Signals:
        room_chosen (Room): A door was opened.
        page_chosen (str): A recommendation was chosen.
        record_requested (int): The record of this client is wanted.
    """

    room_chosen = Signal(object)
    page_chosen = Signal(str)
    record_requested = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title = label(role="title")
        self._lead = label(role="soft")
        self.doors = {
            room: Door(icon_name, services.theme, partial(self.room_chosen.emit, room))
            for room, icon_name in (
                (Room.SEARCH, "search"),
                (Room.CONVERSATION, "messages-square"),
                (Room.COUNTRIES, "globe"),
            )
        }
        self.due = DueCard(services)
        self.due.record_requested.connect(self.record_requested)
        self.due.all_requested.connect(partial(self.room_chosen.emit, Room.RECORDS))
        self._heading = label(role="heading")
        self._recommendations = [
            (Line(services.theme, partial(self.page_chosen.emit, identifier)), number, title)
            for number, identifier, title in services.library.recommendations()
        ]
        self._source = label(role="soft")
        self._lay_out()
        services.theme.changed.connect(self._speak)
        self._speak()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("canvas")
        inside = column(page, spacing=16, margins=(40, 36, 40, 28))
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        doors = row(spacing=16)
        for door in self.doors.values():
            doors.addWidget(door, 1)
        inside.addLayout(doors)
        inside.addWidget(self.due)
        inside.addSpacing(8)
        inside.addWidget(self._heading)
        box = card()
        boxed = column(box, spacing=0, margins=(12, 10, 12, 10))
        for line, _, _ in self._recommendations:
            line.content.setContentsMargins(6, 3, 6, 3)
            boxed.addWidget(line)
        inside.addWidget(box)
        inside.addStretch(1)
        inside.addWidget(self._source)
        page.setMaximumWidth(1240)
        page.setMinimumHeight(
            1
        )  # as high as its width makes it; Qt's own hint takes the labels to be narrow, and scrolls
        self.setWidget(page)

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Start"))
        self._title.setText(self.tr("What do you need?"))
        self._lead.setText(self.tr("What is known about reaching and motivating adults, at hand while you talk."))
        self.doors[Room.SEARCH].say(
            self.tr("Search"),
            self.tr("Type a word or two, as you would say it. Every answer says where it comes from."),
        )
        self.doors[Room.CONVERSATION].say(
            self.tr("First contact"),
            self.tr("Follow the client. You tick what is said; what may stand in the way appears beside it."),
        )
        self.doors[Room.COUNTRIES].say(
            self.tr("Countries"), self.tr("What five countries do, question by question, side by side.")
        )
        self._heading.setText(self.tr("The nine recommendations"))
        for line, number, title in self._recommendations:
            line.say(f"{number}   {self._services.say(title)}")
        self._source.setText(
            self.tr(
                "All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours."
            ).replace("%1", self._services.library.meta["report"])
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if not pressed_by_return(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: D102, FBT001 - Qt's name and argument
        follow_layout(self)  # what is due comes when the casebook opens
        return super().focusNextPrevChild(following)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
