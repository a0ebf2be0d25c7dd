"""Days and moments in words, in both languages: `3 december 2026`, `3 December 2026`. Figures alone are read otherwise elsewhere.

What the window shows, `QLocale` says by the same rules; this is for what leaves the program, and for errors.
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
    """A day by the calendar: `1 december 2026`, `1 December 2026`."""
    return f"{day.day} {MONTHS[day.month - 1].say(language)} {day.year}"


def moment_in_words(moment: datetime, language: Language) -> str:
    """A moment by the calendar and the clock on the wall: `1 december 2026, 14:02`."""
    local = moment.astimezone()
    return f"{day_in_words(local.date(), language)}, {local:%H:%M}"


def day_of_week(day: date, language: Language, since: date) -> str:
    """A day as one says it: `dinsdag 1 december`, `Tuesday 1 December`; with its year where that is another than that of `since`."""
    said = f"{WEEKDAYS[day.weekday()].say(language)} {day.day} {MONTHS[day.month - 1].say(language)}"
    return said if day.year == since.year else f"{said} {day.year}"
