"""The next appointment in words: for the counselor, and as the client reads it on paper and on a telephone."""

from datetime import date
from typing import Final

from guidance_kb.casebook.records.followups import Means, Meeting, Moment
from guidance_kb.dates import day_of_week, time_in_words
from guidance_kb.language import Language, Text

WAYS: Final = {
    Means.HERE: Text("hier", "here"),
    Means.PHONE: Text("per telefoon", "by telephone"),
    Means.ELSEWHERE: Text("ergens anders", "elsewhere"),
}
"""Where or how the counselor meets the client."""

_AT: Final = Text("{} om {}", "{} at {}")
_SENTENCES: Final = {
    Means.HERE: Text("Uw volgende afspraak is op {}, bij ons.", "Your next appointment is on {}, with us."),
    Means.PHONE: Text("Wij bellen u op {}.", "We will call you on {}."),
    Means.ELSEWHERE: Text("Uw volgende afspraak is op {}.", "Your next appointment is on {}."),
}
_PLACES: Final = {
    Means.HERE: Text("Uw volgende afspraak is op {}, bij ons: {}.", "Your next appointment is on {}, with us: {}."),
    Means.PHONE: Text("Wij bellen u op {}, met nummer {}.", "We will call you on {}, from number {}."),
    Means.ELSEWHERE: Text(
        "Uw volgende afspraak is op {}. De plek is {}.", "Your next appointment is on {}. The place is {}."
    ),
}


def appointment_in_words(moment: Moment, language: Language, since: date) -> str:
    """Return an appointment in one line for the counselor: `donderdag 10 december om 14.30 uur, hier, kamer 2`."""
    met = moment.meeting or Meeting()
    parts = (_when(moment, language, since), WAYS[met.means].say(language), met.location)
    return ", ".join(part for part in parts if part)


def appointment_for_client(moment: Moment, language: Language, since: date) -> str:
    """Return an appointment as a sentence to the client. “Here” is said as “with us”, because it is read at home."""
    met, when = moment.meeting or Meeting(), _when(moment, language, since)
    place = met.location.strip().rstrip(".")
    return (_PLACES if place else _SENTENCES)[met.means].say(language).format(when, place)


def _when(moment: Moment, language: Language, since: date) -> str:
    day, met = day_of_week(moment.due, language, since), moment.meeting
    if met is None or met.time is None:
        return day
    return _AT.say(language).format(day, time_in_words(met.time, language))
