"""The question for the client's consent, at the first saving: a sentence to say, and yes, no or later."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton

from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.storage import timestamps
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.casebook.records.consents import Consent

_REPLIES: Final = (Reply.YES, Reply.NO, Reply.LATER)

_BESIDE: Final = 700
"""From this width on (at 100 %), the answers are beside the sentence."""


class ConsentBar(TranslatedWidget, QFrame):
    """Asks for consent while a client's conversation is a draft and nobody asked, or the client answered "later" on an earlier day.

    Attributes:
        replies: The button of each answer.

    Signals:
        closed: The bar was answered.
        changed: The bar was shown or hidden.
    """

    closed = Signal()
    changed = Signal()

    def __init__(self, persistence: SessionPersistence, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._persistence, self._services = persistence, services
        self._waits = False
        self._sentence, self._means = label(role="strong"), label(role="caption")
        self.replies: dict[Reply, QPushButton] = {
            reply: button("", "" if reply is Reply.YES else "quiet", partial(self._answer, reply)) for reply in _REPLIES
        }
        said = column(spacing=2)
        said.addWidget(self._sentence)
        said.addWidget(self._means)
        choices = row(spacing=SPACE.sm)
        for each in self.replies.values():
            choices.addWidget(each)
        self._across = row(self, spacing=SPACE.xl, margins=(14, 8, 10, 8))
        add_layout(self._across, said, 1)
        add_layout(self._across, choices)
        self.hide()
        persistence.earlier_changed.connect(self._refresh)
        persistence.status_changed.connect(self._refresh)
        services.casebook.clear_on_lock(ClientData.QUESTION, self._refresh_when_locked)
        self.retranslate()

    def retranslate(self) -> None:
        self._sentence.setText(
            self.tr(
                "Say: “Some things are private: your health, debts, legal matters. May I write those down too? "
                "You may always read them, and have them erased.”"
            )
        )
        self._means.setText(self.tr("Without a yes, nothing about these is kept after the conversation. The rest is."))
        words = {Reply.YES: self.tr("Yes"), Reply.NO: self.tr("No"), Reply.LATER: self.tr("Later")}
        for reply, made in self.replies.items():
            made.setText(words[reply])
            made.setAccessibleDescription(self._sentence.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._services.theme.px(_BESIDE)
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def set_waiting(self, *, waits: bool) -> None:
        """Set whether the question waits, because something else needs the room above the questions."""
        if waits is not self._waits:
            self._waits = waits
            self._refresh()

    @property
    def _wanted(self) -> bool:
        if self._waits:
            return False
        earlier = self._persistence.earlier
        open_draft = self._persistence.client is not None and self._persistence.finished is None
        return open_draft and earlier is not None and _is_unanswered(earlier.consent)

    def _refresh(self) -> None:
        if self.isHidden() is self._wanted:
            self.setVisible(self._wanted)
            self.changed.emit()

    def _refresh_when_locked(self) -> None:
        if not self.isHidden():
            self.hide()
            self.changed.emit()

    def _answer(self, reply: Reply) -> None:
        self._persistence.put_consent(reply)
        self.hide()
        self.changed.emit()
        self.closed.emit()


def _is_unanswered(consent: "Consent | None") -> bool:
    """Return whether the client was not asked, or answered "later" on an earlier day."""
    if consent is None:
        return True
    return consent.reply is Reply.LATER and timestamps.day_of(consent.at) < timestamps.today(timestamps.utc_now)
