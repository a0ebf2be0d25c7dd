"""The current conversation in the form that the pages use."""

from datetime import date

from PySide6.QtCore import QDate

from guidance_kb.casebook.records.followups import FollowUpKind, Meeting, Moment
from guidance_kb.documents.summary import Talk, appointment_on
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.records.clients.record_format import from_day


def talk_of(conversation: ConversationView) -> Talk:
    """Return the answers, signals, client code and day of a conversation."""
    controller, persistence = conversation.controller, conversation.persistence
    return Talk(
        controller.checklist,
        controller.session.answers,
        controller.signals,
        frozenset(controller.set_aside),
        _day(persistence),
        "" if persistence.client is None else persistence.client.code,
        persistence.checklist or controller.checklist.version,
        _appointment(persistence),
    )


def _appointment(persistence: SessionPersistence) -> Moment | None:
    """Return the open appointment of the client that is still to come; none for a conversation that was finished earlier."""
    earlier, today = persistence.earlier, from_day(QDate.currentDate())
    if earlier is None or (persistence.finished is not None and not persistence.just_finished):
        return None
    planned = (each for each in earlier.planned if each.kind is FollowUpKind.APPOINTMENT and each.due >= today)
    found = next(planned, None)
    return None if found is None else appointment_on(found.due, found.meeting or Meeting())


def _day(persistence: SessionPersistence) -> date:
    """Return the day on which a conversation was held; today, while nothing of it is stored."""
    return persistence.day or from_day(QDate.currentDate())
