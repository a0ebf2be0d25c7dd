"""The reply to whoever referred the client: half a page, with what the client allows and nothing else.

It names nobody: there is room to write to whom it goes and whom it is about. The client's code means nothing to others and is left out.
"""

from collections.abc import Iterator
from typing import Final

from guidance_kb.casebook.records.steps import Who
from guidance_kb.conversation.answers import goal_of
from guidance_kb.dates import day_in_words, day_of_week, time_in_words
from guidance_kb.documents.answers import quotation
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.page import bullets, heading, page, paragraph
from guidance_kb.documents.summary import ReplyPart, Summary, Talk
from guidance_kb.language import Language, Text

TITLE: Final = Text("Bericht aan de verwijzer", "Message to the referrer")
PARTS: Final = {
    ReplyPart.APPOINTMENT: Text("Volgende afspraak", "Next appointment"),
    ReplyPart.GOAL: Text("Wat de cliënt wil, in eigen woorden", "What the client wants, in their own words"),
    ReplyPart.CLIENT_STEPS: Text("Wat de cliënt doet", "What the client does"),
    ReplyPart.COUNSELOR_STEPS: Text("Wat de begeleider doet", "What the counselor does"),
    ReplyPart.SERVICE_STEPS: Text("Wat de instelling doet", "What the service does"),
}
"""The headings of what the reply may tell."""

_STEPS: Final = {
    ReplyPart.CLIENT_STEPS: Who.CLIENT,
    ReplyPart.COUNSELOR_STEPS: Who.COUNSELOR,
    ReplyPart.SERVICE_STEPS: Who.SERVICE,
}
_BLANK: Final = "." * 50
_TO: Final = Text("Aan", "To")
_ABOUT: Final = Text("Gaat over (naam)", "About (name)")
_SPOKE: Final = Text(
    "Ik sprak de cliënt op {}. Met toestemming van de cliënt laat ik u dit weten:",
    "I spoke with the client on {}. With the client's consent I let you know:",
)
_NO_MORE: Final = Text(
    "Ik sprak de cliënt op {}. Dat laat ik u met toestemming van de cliënt weten.",
    "I spoke with the client on {}. I let you know with the client's consent.",
)
_WHEN: Final = Text("{} om {}", "{} at {}")
_NONE: Final = Text("Er is nog geen volgende afspraak.", "There is no next appointment yet.")
_REST: Final = Text(
    "Andere dingen uit het gesprek deel ik niet. Vraag ze aan de cliënt zelf.",
    "I do not share other things from the conversation. Please ask the client.",
)
_PHONE: Final = Text("Telefoon", "Telephone")
_STYLE: Final = "body { font-size: 11pt; } h2 { font-size: 12pt; margin-top: 12px; margin-bottom: 3px; }"


def reply_page(talk: Talk, summary: Summary, contact: Contact, language: Language) -> str:
    """Return the reply as HTML.

    Args:
        talk: The conversation.
        summary: The agreements, and what the reply tells.
        contact: The counselor, who signs it.
        language: The language of everything but the client's words and agreed steps.
    """
    told = list(_told(talk, summary, language))
    day = day_in_words(talk.day, language)
    parts = [
        paragraph(f"{_TO.say(language)}: {_BLANK}\n{_ABOUT.say(language)}: {_BLANK}"),
        paragraph((_SPOKE if told else _NO_MORE).say(language).format(day)),
        *(part for title, html in told for part in (heading(title), html)),
        paragraph(_REST.say(language)),
        paragraph("\n".join(_signed(contact, language))),
    ]
    return page(TITLE.say(language), parts, language, style=_STYLE)


def reply_text(talk: Talk, summary: Summary, contact: Contact, language: Language) -> str:
    """Return the reply as plain text for an e-mail."""
    told = [f"{title}:\n{text}" for title, text in _plain(talk, summary, language)]
    day = day_in_words(talk.day, language)
    first = (_SPOKE if told else _NO_MORE).say(language).format(day)
    return "\n\n".join((first, *told, _REST.say(language), "\n".join(_signed(contact, language)))).strip()


def _told(talk: Talk, summary: Summary, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the headings of what is told, and their HTML."""
    for title, text in _plain(talk, summary, language):
        listed = text.startswith(_DASH)
        rows = [line.removeprefix(_DASH) for line in text.split("\n")]
        yield title, bullets(rows) if listed else paragraph(text)


_DASH: Final = "- "


def _plain(talk: Talk, summary: Summary, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the headings of what is told, and their texts, in order."""
    for part in (each for each in ReplyPart if each in summary.reply):
        text = _text(part, talk, summary, language)
        if text:
            yield PARTS[part].say(language), text


def _text(part: ReplyPart, talk: Talk, summary: Summary, language: Language) -> str:
    if part is ReplyPart.GOAL:
        return quotation(goal_of(talk.answers))
    if part is ReplyPart.APPOINTMENT:
        return _appointment(talk, summary, language)
    steps = [step.terms for step in summary.steps if step.who is _STEPS[part]]
    days = [f" ({day_of_week(terms.due, language, talk.day)})" if terms.due else "" for terms in steps]
    return "\n".join(f"{_DASH}{terms.what}{day}" for terms, day in zip(steps, days, strict=True))


def _appointment(talk: Talk, summary: Summary, language: Language) -> str:
    """Return the day and time of the next appointment; where it is does not concern the referrer."""
    moment = summary.next_appointment(talk)
    if moment is None:
        return _NONE.say(language)
    day = day_of_week(moment.due, language, talk.day)
    if moment.meeting is None or moment.meeting.time is None:
        return day
    return _WHEN.say(language).format(day, time_in_words(moment.meeting.time, language))


def _signed(contact: Contact, language: Language) -> list[str]:
    phone = f"{_PHONE.say(language)}: {contact.phone}" if contact.phone else ""
    return [text for text in (contact.name, contact.organisation, phone) if text]
