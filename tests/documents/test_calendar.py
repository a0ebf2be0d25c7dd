"""The calendar file, read back by another parser: a code, a day, and nothing else of anybody."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject

from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.records.followups import Due, FollowUpKind, FollowUpSubject, Means, Meeting
from guidance_kb.documents.calendar import Appointment, calendar
from guidance_kb.language import Language

MADE = datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)
SECRET = "schuldhulp gebeld over beslag"  # noqa: S105 - what a client told


def client(code: str = "2026-014", uid: str = "a" * 32) -> Client:
    return Client(1, uid, code, SECRET, "2026-11-24T14:02:31Z", None, None, SECRET, archived=False)


def due(number: int = 5, day: date = date(2026, 12, 1), about: FollowUpSubject = FollowUpSubject.FOLLOW_UP) -> Due:
    return Due(about, number, 1, "2026-014", day, FollowUpKind.FIRST_WEEK.value, SECRET, handover=True)


def read(made: bytes) -> list[vobject.base.Component]:
    whole = vobject.readOne(made.decode("utf-8"))
    assert whole.version.value == "2.0"
    return list(whole.vevent_list) if "vevent" in whole.contents else []


@pytest.mark.parametrize(
    ("language", "said"), [(Language.NL, "Opvolgen: 2026-014"), (Language.EN, "Follow up: 2026-014")]
)
def test_another_parser_reads_the_days(language: Language, said: str) -> None:
    days = [date(2026, 12, 1), date(2026, 12, 31), date(2028, 2, 29)]
    made = calendar([Appointment.of(client(), due(number, day)) for number, day in enumerate(days)], MADE, language)
    events = read(made)
    assert [event.dtstart.value for event in events] == days
    assert [event.dtend.value for event in events] == [date(2026, 12, 2), date(2027, 1, 1), date(2028, 3, 1)]
    assert {event.summary.value for event in events} == {said}
    assert {event.dtstamp.value for event in events} == {MADE}
    assert {event.contents["class"][0].value for event in events} == {"PRIVATE"}
    assert len({event.uid.value for event in events}) == 3


def met(meeting: Meeting, kind: FollowUpKind = FollowUpKind.APPOINTMENT) -> Due:
    day = date(2026, 12, 10)
    return Due(FollowUpSubject.FOLLOW_UP, 6, 1, "2026-014", day, kind.value, "", handover=False, meeting=meeting)


@pytest.mark.parametrize(
    ("means", "kind", "said", "minutes"),
    [
        (Means.HERE, FollowUpKind.APPOINTMENT, "Afspraak: 2026-014", 45),
        (Means.PHONE, FollowUpKind.APPOINTMENT, "Bellen: 2026-014", 15),
        (Means.PHONE, FollowUpKind.SECOND_WEEK, "Bellen: 2026-014", 15),
    ],
)
def test_an_appointment_has_its_own_title_and_its_time_wherever_it_is_opened(
    means: Means, kind: FollowUpKind, said: str, minutes: int
) -> None:
    agreed = met(Meeting(time(14, 30), means, "06 12 34 56 78"), kind)
    made = calendar([Appointment.of(client(), agreed), Appointment.of(client(), due())], MADE, Language.NL)
    timed, whole = read(made)
    assert timed.summary.value == said
    begin = datetime(2026, 12, 10, 14, 30)  # noqa: DTZ001 - floating
    assert (timed.dtstart.value, timed.dtend.value) == (begin, begin + timedelta(minutes=minutes))
    assert "tzid" not in {name.lower() for name in timed.dtstart.params}
    assert timed.transp.value == "OPAQUE"
    assert (whole.summary.value, whole.transp.value) == ("Opvolgen: 2026-014", "TRANSPARENT")
    assert b"06 12" not in made
    assert set(timed.contents) == set(whole.contents)


def test_an_appointment_without_a_time_is_all_day() -> None:
    (event,) = read(calendar([Appointment.of(client(), met(Meeting()))], MADE, Language.EN))
    assert event.summary.value == "Appointment: 2026-014"
    assert event.dtstart.value == date(2026, 12, 10)


def test_it_holds_the_code_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    made = calendar([Appointment.of(client(), due())], MADE, Language.NL)
    text = made.decode("utf-8")
    for word in (*SECRET.split(), "first_week", "eerste", "a" * 32):
        assert word not in text
    (event,) = read(made)
    assert set(event.contents) == {"uid", "dtstamp", "dtstart", "dtend", "summary", "class", "transp"}


def test_the_same_moment_is_the_same_appointment_and_no_other_is() -> None:
    assert Appointment.of(client(), due()).uid == Appointment.of(client(), due(day=date(2027, 1, 1))).uid
    uids = {
        Appointment.of(client(uid=uid), due(number, about=about)).uid
        for uid in ("a" * 32, "b" * 32)
        for number in (1, 2)
        for about in FollowUpSubject
    }
    assert len(uids) == 8


def test_codes_with_strange_signs_and_long_lines() -> None:
    odd = client(code="K;1,2\\n:3" + "x" * 200)
    (event,) = read(calendar([Appointment.of(odd, due())], MADE, Language.NL))
    assert event.summary.value == f"Opvolgen: {odd.code}"


def test_without_appointments_it_is_still_a_calendar() -> None:
    assert read(calendar([], MADE, Language.NL)) == []
