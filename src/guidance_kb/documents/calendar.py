"""Follow-ups as a calendar file (.ics). It contains the client's code and a day, and no other personal data."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import icalendar

from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.records.followups import Due
from guidance_kb.language import Language, Text

_SUMMARY: Final = Text("Opvolgen: {}", "Follow up: {}")
_PROGRAM: Final = "-//Guidance KB//Guidance KB//NL"


@dataclass(frozen=True, slots=True)
class Appointment:
    """An all-day event.

    Attributes:
        uid: The same in every export, so that a calendar that imports the file again has the day once. It reveals nothing.
        code: The client's code.
        day: The day.
    """

    uid: str
    code: str
    day: date

    @classmethod
    def of(cls, client: Client, due: Due) -> "Appointment":
        """Return the appointment for a line of the due list, without its subject."""
        digest = hashlib.sha256(f"{client.uid} {due.about} {due.id}".encode()).hexdigest()
        return cls(f"{digest[:32]}@guidance-kb", client.code, due.due)


def calendar(appointments: Iterable[Appointment], made: datetime, language: Language) -> bytes:
    """Return the file in UTF-8 by RFC 5545: all-day, private events that do not block the day.

    Args:
        appointments: The events.
        made: The time of creation, in UTC.
        language: The language of the word beside the code.
    """
    whole = icalendar.Calendar()
    whole.add("prodid", _PROGRAM)
    whole.add("version", "2.0")
    for each in appointments:
        event = icalendar.Event()
        event.add("uid", each.uid)
        event.add("dtstamp", made)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", _SUMMARY.say(language).format(each.code))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        whole.add_component(event)
    made_file: bytes = whole.to_ical()
    return made_file
