"""The start view: three doors, the nine recommendations at hand, and what to know of the knowledge."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, card, clear, column, label, row


class Door(QPushButton):
    """A large button with an icon, a title and a sentence; the whole of it can be clicked."""

    def __init__(self, icon_name: str, services: Services) -> None:
        super().__init__()
        self.setObjectName("door")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon_name, self._services = icon_name, services
        self._icon = QLabel()
        self._title = label(role="heading")
        self._text = label(role="soft")
        inside = column(self, spacing=8, margins=(20, 20, 20, 20))
        for widget in (self._icon, self._title, self._text):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(widget)
        inside.addStretch(1)

    def say(self, title: str, text: str) -> None:
        """Says what is behind the door."""
        self._icon.setPixmap(pixmap(self._icon_name, self._services.theme.tokens.accent, self._services.theme.px(28)))
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(self._services.theme.px(260), self._services.theme.px(170))

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(self._services.theme.px(180), self._services.theme.px(170))


class StartView(QScrollArea):
    """Where the program begins.

    Signals:
        room_chosen (Room): A door was opened.
        page_chosen (str): A recommendation was chosen.
    """

    room_chosen = Signal(object)
    page_chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title = label(role="title")
        self._lead = label(role="soft")
        self._doors = {
            Room.SEARCH: Door("search", services),
            Room.CONVERSATION: Door("messages-square", services),
            Room.COUNTRIES: Door("globe", services),
        }
        for room, door in self._doors.items():
            door.clicked.connect(lambda _checked=False, room=room: self.room_chosen.emit(room))
        self._heading = label(role="heading")
        self._list = column(spacing=6)
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
        for door in self._doors.values():
            doors.addWidget(door, 1)
        inside.addLayout(doors)
        inside.addSpacing(8)
        inside.addWidget(self._heading)
        box = card()
        boxed = column(box, spacing=6, margins=(18, 14, 18, 14))
        boxed.addLayout(self._list)
        inside.addWidget(box)
        inside.addStretch(1)
        inside.addWidget(self._source)
        page.setMaximumWidth(1240)
        self.setWidget(page)

    def _speak(self) -> None:
        self._title.setText(self.tr("What do you need?"))
        self._lead.setText(self.tr("What is known about reaching and motivating adults, at hand while you talk."))
        self._doors[Room.SEARCH].say(
            self.tr("Search"),
            self.tr("Type a word or two, as you would say it. Every answer says where it comes from."),
        )
        self._doors[Room.CONVERSATION].say(
            self.tr("First contact"),
            self.tr("Follow the client. You tick what is said; what may stand in the way appears beside it."),
        )
        self._doors[Room.COUNTRIES].say(
            self.tr("Countries"), self.tr("What five countries do, question by question, side by side.")
        )
        self._heading.setText(self.tr("The nine recommendations"))
        self._show_recommendations()
        self._source.setText(
            self.tr(
                "All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours."
            ).replace("%1", self._services.library.meta["report"])
        )

    def _show_recommendations(self) -> None:
        clear(self._list)
        for number, identifier, title in self._services.library.recommendations():
            made = button(
                f"{number}   {title.say(self._services.language)}",
                "link",
                partial(self.page_chosen.emit, identifier),
            )
            self._list.addWidget(made)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
