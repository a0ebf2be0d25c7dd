"""Follow-ups as a calendar file (.ics). It contains the client's code, a day and the time of an appointment, and no other personal data.

A time is written without a time zone ("floating", RFC 5545, 3.3.5), because it is kept as the counselor said it: 14:30 is 14:30 in the
calendar of whoever opens the file, and needs no rules of summer time that would have to be updated.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import icalendar

from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.records.followups import Due, FollowUpKind, Means
from guidance_kb.language import Language, Text

_SUMMARY: Final = Text("Opvolgen: {}", "Follow up: {}")
_MEETING: Final = Text("Afspraak: {}", "Appointment: {}")
_CALL: Final = Text("Bellen: {}", "Call: {}")
_LENGTH: Final = timedelta(minutes=45)
"""The length of a conversation."""

_CALL_LENGTH: Final = timedelta(minutes=15)
"""The length of a call."""

_PROGRAM: Final = "-//Guidance KB//Guidance KB//NL"


@dataclass(frozen=True, slots=True)
class Appointment:
    """An event: all day, or from a time on.

    Attributes:
        uid: The same in every export, so that a calendar that imports the file again has the day once. It reveals nothing.
        code: The client's code.
        day: The day.
        meets: Whether the client expects the counselor then; otherwise the counselor follows up.
        calls: Whether that is by telephone.
        at: The local time; None for all day.
    """

    uid: str
    code: str
    day: date
    meets: bool = False
    calls: bool = False
    at: time | None = None

    @classmethod
    def of(cls, client: Client, due: Due) -> "Appointment":
        """Return the event for a line of the due list, without its subject; of its meeting only the time and whether it is a call."""
        digest = hashlib.sha256(f"{client.uid} {due.about} {due.id}".encode()).hexdigest()
        meets, met = due.kind == FollowUpKind.APPOINTMENT, due.meeting
        calls = met is not None and met.means is Means.PHONE
        return cls(f"{digest[:32]}@guidance-kb", client.code, due.due, meets, calls, met.time if met else None)


def calendar(appointments: Iterable[Appointment], made: datetime, language: Language) -> bytes:
    """Return the file in UTF-8 by RFC 5545: private events. Those of all day do not block the day.

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
        begin: date = each.day if each.at is None else datetime.combine(each.day, each.at)
        length = _CALL_LENGTH if each.calls else _LENGTH
        event.add("dtstart", begin)
        event.add("dtend", begin + (timedelta(days=1) if each.at is None else length))
        said = _CALL if each.calls else _MEETING if each.meets else _SUMMARY
        event.add("summary", said.say(language).format(each.code))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT" if each.at is None else "OPAQUE")
        whole.add_component(event)
    made_file: bytes = whole.to_ical()
    return made_file
