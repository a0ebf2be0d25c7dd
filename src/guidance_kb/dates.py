"""Days and moments in words, in both languages: `3 december 2026`, `3 December 2026`. Figures alone are ambiguous between countries.

The window uses `QLocale`, which has the same rules; this module is for exported texts and for errors. The days that one agrees most
(tomorrow, this week, in a week) are counted here as well.
"""

from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import Final

from guidance_kb.language import Language, Text

WEEKDAYS: Final = (
    Text("maandag", "Monday"), Text("dinsdag", "Tuesday"), Text("woensdag", "Wednesday"), Text("donderdag", "Thursday"),
    Text("vrijdag", "Friday"), Text("zaterdag", "Saturday"), Text("zondag", "Sunday"),
)  # fmt: skip
MONTHS: Final = (
    Text("januari", "January"), Text("februari", "February"), Text("maart", "March"), Text("april", "April"),
    Text("mei", "May"), Text("juni", "June"), Text("juli", "July"), Text("augustus", "August"),
    Text("september", "September"), Text("oktober", "October"), Text("november", "November"), Text("december", "December"),
)  # fmt: skip


def day_in_words(day: date, language: Language) -> str:
    """Return a date: `1 december 2026`, `1 December 2026`."""
    return f"{day.day} {MONTHS[day.month - 1].say(language)} {day.year}"


def moment_in_words(moment: datetime, language: Language) -> str:
    """Return a moment in local time: `1 december 2026, 14:02`."""
    local = moment.astimezone()
    return f"{day_in_words(local.date(), language)}, {local:%H:%M}"


def day_of_week(day: date, language: Language, since: date) -> str:
    """Return a date with its weekday: `dinsdag 1 december`, `Tuesday 1 December`; with the year if it differs from that of `since`."""
    said = f"{WEEKDAYS[day.weekday()].say(language)} {day.day} {MONTHS[day.month - 1].say(language)}"
    return said if day.year == since.year else f"{said} {day.year}"


def time_in_words(at: time, language: Language) -> str:
    """Return a time of day as one says it: `14.30 uur`, `14:30`."""
    return f"{at:%H}.{at:%M} uur".removeprefix("0") if language is Language.NL else f"{at:%H:%M}"


# --- Days by name

_FRIDAY: Final = 5
"""The last working day of a week, as `isoweekday` counts."""


class UsualDay(Enum):
    """A day that is agreed by name."""

    TOMORROW = auto()
    THIS_WEEK = auto()
    IN_A_WEEK = auto()


def usual_days(today: date) -> dict[UsualDay, date]:
    """Return the days that are offered. “This week” is its Friday, and is not offered when that is tomorrow or past."""
    friday = today + timedelta(days=_FRIDAY - today.isoweekday())
    days = {UsualDay.TOMORROW: today + timedelta(days=1)}
    if friday > days[UsualDay.TOMORROW]:
        days[UsualDay.THIS_WEEK] = friday
    return {**days, UsualDay.IN_A_WEEK: today + timedelta(weeks=1)}
