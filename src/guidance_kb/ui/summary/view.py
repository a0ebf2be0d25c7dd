"""The view that shows the summary of the current conversation."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.widgets.basics import column


class SummaryView(QWidget):
    """One summary for each conversation view: the counselor's conversation, and the practice conversation."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._stack = QStackedWidget()
        column(self, spacing=0).addWidget(self._stack)

    def attend(self, conversation: ConversationView, room: ViewId) -> None:
        """Show the summary of a conversation, which belongs to the view `room`."""
        known = (self._stack.widget(place) for place in range(self._stack.count()))
        page = next(
            (each for each in known if isinstance(each, SummaryPage) and each.conversation is conversation), None
        )
        if page is None:
            page = SummaryPage(conversation, self._services, self._stack)
            page.back_wanted.connect(partial(self._services.navigator.go_to_room, room))
            page.choosing_wanted.connect(lambda: self._choose(conversation, room))
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @property
    def page(self) -> SummaryPage:
        """The summary that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, SummaryPage)  # noqa: S101 - `attend` is called before the view is shown
        return page

    def _choose(self, conversation: ConversationView, room: ViewId) -> None:
        """Go to the conversation and open its client chooser."""
        self._services.navigator.go_to_room(room)
        conversation.choose_client()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.page.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        return self.page.minimumSizeHint() if self._stack.count() else super().minimumSizeHint()
