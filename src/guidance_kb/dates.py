"""Days and moments in words, in both languages: `3 december 2026`, `3 December 2026`. Figures alone are ambiguous between countries.

The window uses `QLocale`, which has the same rules; this module is for exported texts and for errors.
"""

from datetime import date, datetime
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
