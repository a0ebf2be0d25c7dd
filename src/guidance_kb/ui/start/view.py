"""The start view: three large buttons, due steps, recent work, the recommendation of the day and bookmarks."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.start.day_card import DayCard
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ContentButton, pressed_by_return
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.ui.start.due_list import DueList
    from guidance_kb.ui.start.start_cards import StartCards


_NARROW = 700
"""Width in pixels at 100 % below which the cards are in one column."""


class Door(ContentButton):
    """A large button with an icon, a title and a sentence."""

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
        """Set the texts and redraw the icon."""
        self._icon.setPixmap(pixmap(self._icon_name, self._theme.tokens.accent, self._theme.px(28)))
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


class _Pane(QWidget):
    """The viewport. With Qt's own, `viewport()` makes PySide create the types of all widget classes, which takes 11 ms."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("qt_scrollarea_viewport")  # Qt's name for it, so that style rules apply


class DueCard(QWidget):
    """The card of due steps and follow-ups: holds a list that exists only while the casebook is open."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._content = column(self)
        self.list: DueList | None = None
        services.casebook.clear_on_lock(ClientData.DUE, self._clear_when_locked)
        services.casebook.changed.connect(self._follow)
        self._follow(Changes.STATE)

    def _follow(self, what: Changes) -> None:
        if Changes.STATE not in what:
            return
        is_open = self._services.casebook.state is CasebookState.OPEN
        if not is_open or self.parentWidget() is not None:  # a widget without a parent would be shown as a window
            self.setVisible(is_open)
        if is_open and self.list is None:
            from guidance_kb.ui.start.due_list import DueList  # noqa: PLC0415 - not needed without records

            self.list = DueList(self._services)
            self._content.addWidget(self.list)
            self.list.show()

    def _clear_when_locked(self) -> None:
        self.hide()
        if self.list is not None:
            self._content.removeWidget(self.list)
            self.list.hide()
            self.list.setParent(None)
            self.list.deleteLater()
            self.list = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.list is not None:
            self.list.ask()


class StartView(TranslatedWidget, QScrollArea):
    """The start page.

    Attributes:
        doors: The large buttons by the views that they open.
        due: The card of due steps and follow-ups.
        day: The recommendation of the day.
        rest: The other cards; None before the first paint.
        practise: The button for the practice conversation, shown when the card does not offer it any more.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        speak_as(self, QAccessible.Role.Grouping)
        self._arranged: tuple[list[QWidget], list[QWidget]] = [], []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane = _Pane()
        self.setViewport(self._pane)
        self._title = label(role="title")
        self._lead = label(role="soft")
        self.doors = {
            room: Door(icon_name, services.theme, partial(services.navigator.go_to_room, room))
            for room, icon_name in (
                (ViewId.SEARCH, "search"),
                (ViewId.CONVERSATION, "messages-square"),
                (ViewId.COUNTRIES, "globe"),
            )
        }
        self.due = DueCard(services)
        self.day = DayCard(services)
        self.rest: StartCards | None = None
        self._source = label(role="soft")
        self.practise = button("", "more", partial(services.navigator.go_to_room, ViewId.PRACTICE))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = column(spacing=SPACE.xxl), column(spacing=SPACE.xxl)
        self._lay_out()
        self._connect()
        self._arrange()
        self.retranslate()

    def _lay_out(self) -> None:
        page = QWidget(self._pane)
        page.setObjectName("canvas")
        inside = column(page, spacing=SPACE.xxl, margins=(40, 28, 40, SPACE.xxxl))
        head = column(spacing=SPACE.xs)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        add_layout(inside, head)
        doors = row(spacing=SPACE.xxl)
        for door in self.doors.values():
            doors.addWidget(door, 1)
        add_layout(inside, doors)
        inside.addWidget(self.due)
        self._columns.setSpacing(0)
        add_layout(self._columns, self._left, 1)
        self._columns.addSpacing(SPACE.xxl)  # also next to an empty column, so that nothing moves when a card is added
        add_layout(self._columns, self._right, 1)
        for cards in (self._left, self._right):
            cards.addStretch(1)
        add_layout(inside, self._columns)
        inside.addStretch(1)
        below = row(spacing=SPACE.xxl)
        below.addWidget(self._source, 1)
        below.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignBottom)
        add_layout(inside, below)
        page.setMaximumWidth(1240)
        page.setMinimumHeight(1)  # lets the height depend on the width; Qt's own hint assumes narrow labels
        self.setWidget(page)
        page.installEventFilter(self)

    def _connect(self) -> None:
        self._services.theme.changed.connect(self.retranslate)
        self._services.packs.changed.connect(self.day.retranslate)

    # ── the cards ───────────────────────────────────────────────────────────────────────────────

    def _columns_now(self) -> tuple[list[QWidget], list[QWidget]]:
        """Return the cards with content for the left and the right column."""
        right: list[QWidget] = [self.day] if self.day.has_something else []
        if self.rest is None:
            settings = self._services.settings
            something_comes = settings.read().practice or LastRead(settings).ids
            return ([], right) if something_comes else (right, [])
        left: list[QWidget] = [card for card in (self.rest.practice, self.rest.going_on) if card.has_something]
        right += [self.rest.marked] if self.rest.marked.has_something else []
        return (left, right) if left else (right[:1], right[1:])

    def _arrange(self) -> None:
        """Place the cards in their columns, without moving any that were painted before."""
        self.practise.setVisible(not self._services.settings.read().practice)
        now = self._columns_now()
        if now == self._arranged:
            return
        before, self._arranged = self._arranged, now
        for card in (*before[0], *before[1]):
            self._left.removeWidget(card)  # not by its item: the replacement item would miss changes of height
            self._right.removeWidget(card)
            if card not in now[0] and card not in now[1]:
                card.hide()
        for where, cards in zip((self._left, self._right), now, strict=True):
            for place, card in enumerate(cards):
                where.insertWidget(place, card)
                card.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Create the other cards after the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._add_rest)
        return super().eventFilter(watched, event)

    def _add_rest(self) -> None:
        from guidance_kb.ui.start.start_cards import NewsBanner, StartCards  # noqa: PLC0415 - after the first paint

        self.rest = StartCards(self, self._services)
        self.news = NewsBanner(self._services)
        inside = cast("QBoxLayout", cast("QWidget", self.widget()).layout())
        inside.insertWidget(inside.count() - 1, self.news)  # at the bottom, so that nothing that was painted moves
        self.rest.look()
        for card in (self.rest.practice, self.rest.going_on, self.rest.marked):
            card.setParent(self.widget())  # so that it is deleted with the page even if it is never shown
            card.hide()
            card.changed.connect(self._arrange)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.rest is not None:
            self.rest.look()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where two would be too narrow to read."""
        super().resizeEvent(event)
        narrow = self._pane.width() < self._services.theme.px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._columns.direction():
            self._columns.setDirection(direction)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Start"))
        self._title.setText(self.tr("What do you need?"))
        self._lead.setText(self.tr("What is known about reaching and motivating adults, at hand while you talk."))
        self.doors[ViewId.SEARCH].say(
            self.tr("Search"),
            self.tr("Type a word or two, as you would say it. Every answer says where it comes from."),
        )
        self.doors[ViewId.CONVERSATION].say(
            self.tr("First contact"),
            self.tr("Follow the client. You tick what is said; what may stand in the way appears beside it."),
        )
        self.doors[ViewId.COUNTRIES].say(
            self.tr("Countries"), self.tr("What five countries do, question by question, side by side.")
        )
        self._source.setText(
            self.tr(
                "All knowledge comes from one report, told in our own words: %1. What we add ourselves is marked as ours."
            ).replace("%1", self._services.library.meta["report"])
        )
        self.practise.setText(self.tr("Practice conversation"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # cards come and go
        return super().focusNextPrevChild(following)
