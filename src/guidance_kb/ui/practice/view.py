"""The practice view: a conversation without a casebook, with the coach above it."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import WITHIN, bind
from guidance_kb.ui.practice.coach import Coach
from guidance_kb.ui.practice.script import LessonStep, Seen
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.roving import follow_layout

_NOWHERE = "practice"
"""The name of a folder that is never created, so that the practice conversation has no casebook."""


class PracticeView(QWidget):
    """A first conversation with a fictitious client. Nothing of it is stored, and it can be restarted."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coach = Coach(services)
        self._settings, self._navigator = services.settings, services.navigator
        self._service = CasebookService(services.casebook.folder / _NOWHERE, parent=self)
        self.conversation = ConversationView(replace(services, casebook=self._service), self)
        self.conversation.practise()
        content = column(self, spacing=0)
        content.addWidget(self.coach)
        content.addWidget(self.conversation, 1)
        self._connect()

    def _connect(self) -> None:
        controller = self.conversation.controller
        for happened in (
            controller.changed,
            controller.judged,
            controller.selected,
            self.conversation.side.signals.folded,
            self.conversation.display_mode.changed,
        ):
            happened.connect(self._look)
        self.coach.again_wanted.connect(self._begin_again)
        self.coach.skipped.connect(self._answer)
        self.coach.left.connect(self._leave)
        self.coach.moved.connect(self._look)  # items may have been answered in advance, and the card may not exist
        self.coach.moved.connect(self.conversation.items.take_focus)  # the next step is done there
        bind("practice-next", self, self.coach.go_on, WITHIN)

    def _look(self, *_: object) -> None:
        controller, cards = self.conversation.controller, self.conversation.side.signals.cards
        set_aside = (target for target, judged in controller.verdicts.items() if judged.verdict is Verdict.DISMISSED)
        self.coach.look(
            Seen(
                controller.current,
                controller.session.answers,
                frozenset(target for target, card in cards.items() if not card.isHidden()),
                frozenset(self.conversation.side.signals.unfolded),
                frozenset(set_aside),
            )
        )

    def _answer(self, step: LessonStep) -> None:
        """Answer the item of a skipped step, as later steps need it, unless it is answered already."""
        controller, item = self.conversation.controller, step.item
        if item is not None and controller.session.answer(item).state is State.NOT_DISCUSSED:
            controller.set_state(item, step.answer.state)
            controller.set_by(item, step.answer.by)
            controller.select(item)  # as if the user had answered it; the keys of the next step need it

    def _begin_again(self) -> None:
        self.conversation.controller.take()
        self.conversation.items.take_focus()

    def _leave(self) -> None:
        if self.coach.lesson.step is None:  # practice is complete, so the start page need not offer it any more
            self._settings.change(practice=False)
        self.coach.lesson.begin_again()
        self._begin_again()
        self._navigator.go_to_room(ViewId.START)

    def minimumSizeHint(self) -> QSize:
        return self.conversation.minimumSizeHint()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # also for Tab from the coach, before the conversation has ordered its widgets
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.conversation.setFocus(event.reason())
