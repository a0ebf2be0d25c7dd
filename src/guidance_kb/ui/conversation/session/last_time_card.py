"""What a second conversation opens with: the goal, how the agreed steps went, what is planned, and what not to ask again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QPushButton

from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.steps import Step, StepResult
from guidance_kb.conversation.answers import GOAL_ITEM
from guidance_kb.documents.answers import quotation
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.core.casebook_service import Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.records.clients.step_review import StepReview
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear, show_all
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

_TWO_COLUMNS = 760
"""The width in pixels at 100 % from which the steps are beside the goal."""


_PART = 0.36
"""The part of the height of the view that the contents take at most."""


class LastTimeCard(TranslatedWidget, QFrame):
    """The card above the questions of a second conversation; it can be closed, and opened again from the header.

    Attributes:
        wanted: Whether there is something to show.
        reviews: The steps that are shown, by id.

    Signals:
        closed: The card was closed while it was open.
        changed: `wanted`, or whether the card is open, changed.
    """

    closed = Signal()
    changed = Signal()

    def __init__(self, persistence: SessionPersistence, controller: SessionController, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._persistence, self._controller, self._services = persistence, controller, services
        self._says = RecordFormatter(services, self)
        self._opened_for: object = None
        self.wanted = False
        self.reviews: dict[int, StepReview] = {}
        self.title = label(role="strong", wrap=False)
        self.leave = button("", "quiet", self.close_card)
        self._scroll = ScrollColumn(spacing=8, margins=(0, 0, 12, 0))
        self._left, self._right = column(spacing=3), column(spacing=6)
        self._columns = row(spacing=24)
        for part in (self._left, self._right):
            one = column()
            add_layout(one, part)
            one.addStretch(1)
            add_layout(self._columns, one, 1)
        add_layout(self._scroll.content, self._columns)
        across = row(spacing=8)
        across.addWidget(self.title)
        across.addStretch(1)
        across.addWidget(self.leave)
        content = column(self, spacing=4, margins=(14, 8, 8, 10))
        add_layout(content, across)
        content.addWidget(self._scroll)
        self.hide()
        persistence.earlier_changed.connect(self._refresh)
        controller.changed.connect(self._follow_answer)
        controller.mode_changed.connect(self.retranslate)
        services.theme.changed.connect(self.retranslate)
        services.casebook.clear_on_lock(ClientData.LAST_TIME, self.empty)
        self.retranslate()

    # ── open and close ──────────────────────────────────────────────────────────────────────────

    def open_card(self) -> None:
        """Show the card, if there is something to show."""
        if self.wanted and self.isHidden():
            self.show()
            self.changed.emit()

    def close_card(self) -> None:
        """Hide the card."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()
            self.changed.emit()

    def toggle(self) -> None:
        """Open the card, or close it."""
        if self.isHidden():
            self.open_card()
        else:
            self.close_card()

    def empty(self) -> None:
        """Remove all client data and hide the card."""
        self._opened_for = None
        self.wanted = False
        self._clear()
        if not self.isHidden():
            self.hide()
        self.changed.emit()

    def _clear(self) -> None:
        self.reviews = {}
        self.title.setText("")
        clear(self._left)
        clear(self._right)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def _refresh(self) -> None:
        """Show what was read; the card opens by itself at the beginning of a conversation, once."""
        earlier = self._persistence.earlier
        if earlier is None or earlier.last_time.day is None:
            self.empty()
            return
        self.wanted = True
        self._build()
        client = self._persistence.client
        conversation = (client, earlier.number)
        if self._opened_for != conversation:
            self._opened_for = conversation
            self.setVisible(self._persistence.finished is None and not self._controller.session.answers)
        self.changed.emit()

    def _follow_answer(self, change: object) -> None:
        if getattr(change, "item", None) == GOAL_ITEM and self.wanted:
            self._build()

    def _build(self) -> None:
        earlier = self._persistence.earlier
        if earlier is None:
            return
        focus = QApplication.focusWidget()
        focused = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._clear()
        last = earlier.last_time
        self._build_goal(last.goal)
        self._build_declined(last.declined)
        self._build_planned(earlier.planned)
        self._build_steps(earlier.steps, undo=earlier.reviewed_last)
        day = "" if last.day is None else self._says.whole_day(last.day)
        self.title.setText(self.tr("Last time · {day}").format(day=day))
        show_all(self._left)
        show_all(self._right)
        if focused:
            found = self.findChild(QPushButton, focused)
            (found or self.leave).setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _build_goal(self, goal: str) -> None:
        self._left.addWidget(label(self.tr("What the client wants"), "overline"))
        if not goal:
            self._left.addWidget(label(self.tr("No goal in the client's own words yet."), "soft"))
            return
        self._left.addWidget(label(quotation(goal), "say"))
        now = self._controller.session.answer(GOAL_ITEM).note.strip()
        if now == goal:
            self._left.addWidget(label(self.tr("Still so, as said in this conversation."), "caption"))
        elif not now and not self._controller.read_only:
            again = button(self.tr("Still so"), "toggle", self._goal_again)
            again.setObjectName("goal-again")
            again.setToolTip(self.tr("Takes these words over into this conversation"))
            self._left.addWidget(
                again, 0, Qt.AlignmentFlag.AlignLeft
            )  # its width would be the most of the whole column

    def _goal_again(self) -> None:
        self._controller.say_again(GOAL_ITEM)

    def _build_declined(self, items: tuple[str, ...]) -> None:
        known, language = self._controller.checklist.items, self._services.language
        topics = [known[item].text(language).topic for item in items if item in known]
        if topics:
            self._left.addSpacing(6)
            self._left.addWidget(label(self.tr("Would rather not speak of"), "overline"))
            self._left.addWidget(label(" · ".join(topics)))

    def _build_planned(self, planned: tuple[FollowUp, ...]) -> None:
        if planned:
            self._left.addSpacing(6)
            self._left.addWidget(label(self.tr("Planned"), "overline"))
        for each in planned:
            self._left.addWidget(label(self._says.planned(each)))

    def _build_steps(self, steps: tuple[Step, ...], *, undo: bool) -> None:
        self._right.addWidget(label(self.tr("How did the steps go?"), "overline"))
        if not steps:
            self._right.addWidget(label(self.tr("No step is open."), "soft"))
        for step in steps:
            review = StepReview(self._says, step, step.result, partial(self._review, step.id))
            self.reviews[step.id] = review
            self._right.addWidget(review)
        if undo:
            back = button(self.tr("Undo"), "quiet", self._take_back)
            back.setObjectName("review-undo")
            back.setAccessibleName(self.tr("Undo: how a step went"))
            self._right.addWidget(back)

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def _review(self, step: int, result: StepResult) -> None:
        earlier = self._persistence.earlier
        held = None if earlier is None else next((each for each in earlier.steps if each.id == step), None)
        if held is not None and held.result is not result:
            self._services.casebook.execute(self, lambda store: store.steps.review(step, result), changes=Changes.STEPS)

    def _take_back(self) -> None:
        client = self._persistence.client
        if client is None:
            return

        def work(store: "Store") -> None:
            """Undo the last change of the record, if it is still how a step went."""
            last = store.undo.last(client.id)
            if last is not None and last.kind.value == "step_reviewed":
                store.undo.take_back(client.id)

        self._services.casebook.execute(self, work, changes=Changes.STEPS)

    # ── layout and texts ────────────────────────────────────────────────────────────────────────

    def set_room(self, height: int) -> None:
        """Set the height of the view: the card takes at most a part of it, and scrolls beyond that."""
        body, width = self._scroll.body, self._scroll.viewport().width()
        layout = body.layout()
        wanted = body.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)
        self._scroll.setFixedHeight(min(max(wanted, 1), round(height * _PART)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._services.theme.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        size = self._services.theme.px(16)
        icon_only(
            self.leave, icon("x", self._services.theme.tokens.accent, size), size, self.tr("Close what was last time")
        )
        if self.wanted:
            self._build()
