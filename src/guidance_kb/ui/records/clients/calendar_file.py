"""What is planned with a client as a file for a calendar: the days with the code, and nothing else of anybody."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from guidance_kb.casebook.records.followups import Due, FollowUpSubject
from guidance_kb.documents.calendar import Appointment, calendar
from guidance_kb.documents.page import save
from guidance_kb.language import Language
from guidance_kb.ui.core import save_dialog
from guidance_kb.ui.records.clients.record import Record


def appointments(record: Record) -> list[Appointment]:
    """The open steps with a day and the planned follow-ups of a client."""
    client = record.timeline.client
    due = [
        Due(
            FollowUpSubject.STEP,
            step.id,
            client.id,
            client.code,
            step.terms.due,
            step.terms.who,
            "",
            step.terms.handover,
        )
        for step in record.timeline.open_steps
        if step.terms.due is not None
    ]
    due += [
        Due(FollowUpSubject.FOLLOW_UP, each.id, client.id, client.code, each.due, each.kind, "", handover=False)
        for each in record.timeline.planned
    ]
    return [Appointment.of(client, each) for each in due]


def write(record: Record, path: Path, language: Language) -> None:
    """Writes the file, whole or not at all.

    Raises:
        KnownError: It cannot be written there; what was there is as it was.
    """
    save(path, calendar(appointments(record), datetime.now(UTC), language))


def ask_where(parent: QWidget, record: Record, language: Language, failed: save_dialog.Failed) -> QFileDialog:
    """Asks for a place, without stopping the program: when it locks, the question goes with `parent`. Writes the file there."""
    title = QCoreApplication.translate("CalendarFile", "Save for a calendar")

    def use(path: Path) -> None:
        write(record, path, language)
        save_dialog.tell_saved(parent, path)

    return save_dialog.ask_where(parent, title, f"{record.timeline.client.code}.ics", use, failed)
