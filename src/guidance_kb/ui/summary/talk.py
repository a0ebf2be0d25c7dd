"""The current conversation in the form that the pages use."""

from datetime import date, datetime

from PySide6.QtCore import QDate

from guidance_kb.documents.summary import Talk
from guidance_kb.ui.conversation.view import ConversationView


def talk_of(conversation: ConversationView) -> Talk:
    """Return the answers, signals, client code and day of a conversation."""
    controller, persistence = conversation.controller, conversation.persistence
    return Talk(
        controller.checklist,
        controller.session.answers,
        controller.signals,
        frozenset(controller.set_aside),
        _day(persistence.finished),
        "" if persistence.client is None else persistence.client.code,
        persistence.checklist or controller.checklist.version,
    )


def _day(finished: str | None) -> date:
    """Return the day on which a conversation was finished, or today."""
    if finished is not None:
        return datetime.fromisoformat(finished).astimezone().date()
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())
