"""The client's page: wishes, strengths, agreements, contact. One A4 page, large letters, plain B1.

Each heading has a pictogram, each step a box to tick, and there is room to write by hand. A date never breaks over a line. The page
contains no signal, barrier or level. Its proposed sentences are in `resources/documents/client-page.toml`.
"""

import re
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import goal_of
from guidance_kb.conversation.signals import Signal
from guidance_kb.conversation.steps import known_step
from guidance_kb.dates import MONTHS, WEEKDAYS, day_in_words, day_of_week
from guidance_kb.documents.answers import quotation
from guidance_kb.documents.appointment import appointment_for_client
from guidance_kb.documents.page import boxes, bullets, heading, lines, page, paragraph
from guidance_kb.documents.summary import AgreedStep, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

SMALLEST: Final = 14
"""Minimum font size of the page, in points."""


class PagePart(StrEnum):
    """The parts of the page, in order."""

    WANT = "want"
    WELL = "well"
    AGREED = "agreed"
    NEXT = "next"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Contact:
    """The counselor's contact details for the client; `place` is where the counselor receives clients."""

    name: str = ""
    organisation: str = ""
    phone: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The proposed text about a drive or need, from the client's answers: one line for each item; empty if only hints remain."""

    target: str
    part: PagePart
    text: Text


@dataclass(frozen=True, slots=True)
class StepSentence:
    """A step from a signal card, worded for the client; `of` is the card's Dutch step."""

    of: str
    text: Text


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page: its heading, and the rest as HTML."""

    part: PagePart
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The look of the page: the font size of the text in points, and whether there are lines to write on."""

    points: int = SMALLEST
    pen: bool = True


LAYOUTS: Final = (PageLayout(16), PageLayout(15), PageLayout(14), PageLayout(14, pen=False))
"""The looks in the order in which they are tried, until the page fits on one sheet; the room for a pen goes last."""

TITLE: Final = Text("Uw plan", "Your plan")
HEADINGS: Final[Mapping[PagePart, Text]] = {
    PagePart.WANT: Text("Wat u wilt", "What you want"),
    PagePart.WELL: Text("Wat goed gaat en wie u helpt", "What goes well, and who helps you"),
    PagePart.AGREED: Text("Wat we hebben afgesproken", "What we agreed"),
    PagePart.NEXT: Text("Wanneer we elkaar weer spreken", "When we speak again"),
    PagePart.CALL: Text("Wie u kunt bellen", "Who you can call"),
}
_WELCOME: Final = Text("We spraken elkaar op {}. Dit blad is voor u.", "We spoke on {}. This page is for you.")
DOERS: Final = {
    Who.CLIENT: Text("Dit doet u", "What you do"),
    Who.COUNSELOR: Text("Dit doet uw begeleider", "What your counselor does"),
    Who.SERVICE: Text("Dit regelen we voor u", "What we arrange for you"),
}
"""The headings above the steps, by who takes them."""

_BEFORE: Final = Text("vóór {}", "before {}")
_ON: Final = Text("op {}", "on {}")
_OWN: Final = Text("Zelf opschrijven:", "To write down yourself:")
_NEXT: Final = Text("Op {} praten we over hoe het gaat.", "On {} we will talk about how it is going.")
_AGAIN: Final = Text("Daarna weer op {}.", "Then again on {}.")
_AND: Final = Text(" en ", " and ")
_PHONE: Final = Text("Telefoon", "Telephone")
_NAME: Final = Text("Naam", "Name")
_BLANK: Final = "." * 40
WAITING: Final = Text(
    "Hier komt te staan wat u wilt en wat we samen afspreken.",
    "This is where we write what you want and what we agree.",
)
CLOSING: Final = Text(
    "Lukt iets niet? Dat geeft niet. Bel gerust. Dan kijken we samen verder.",
    "Did something not work out? That is fine. Feel free to call. We will look at it together.",
)

_PICTOGRAMS: Final = {
    PagePart.WANT: "star",
    PagePart.WELL: "heart-handshake",
    PagePart.AGREED: "footprints",
    PagePart.NEXT: "calendar",
    PagePart.CALL: "phone",
}
_LINES: Final = '<p class="pen">{}</p><hr class="pen" aria-hidden="true"><hr class="pen" aria-hidden="true">'
"""Two lines to write on."""

_STYLE: Final = """
p, li {{ font-size: {0}pt; line-height: 120%; }}
h1 {{ font-size: {1}pt; margin-bottom: 5px; }}
h2 {{ font-size: {2}pt; margin-top: 14px; margin-bottom: 4px; color: #0b4f49; }}
h3 {{ font-size: {0}pt; margin-top: 6px; margin-bottom: 2px; }}
p {{ margin-bottom: 4px; }}
li {{ margin-bottom: 3px; }}
p.goal {{ font-size: {2}pt; font-weight: bold; }}
p.phone {{ font-size: {2}pt; font-weight: bold; }}
p.pen {{ margin-top: 8px; margin-bottom: 0px; }}
hr.pen {{ margin-top: 26px; margin-bottom: 0px; }}
table.box {{ border-style: none; margin-top: 12px; margin-bottom: 8px; }}
table.box h2 {{ margin-top: 0px; }}
"""


@cache
def sentences(target: str) -> Mapping[str, Text]:
    """Return the sentences about a drive or need, by the id of the item whose firm answer they express."""
    said = _file()["drive"].get(target, {}).get("said", {})
    return {item: Text(each["nl"], each["en"]) for item, each in said.items()}


@cache
def step_sentences(who: Who = Who.CLIENT) -> Mapping[str, StepSentence]:
    """Return the steps of signal cards that somebody takes, worded for the client, by barrier or drive."""
    of = {Who.CLIENT: "step", Who.COUNSELOR: "counselor", Who.SERVICE: "service"}[who]
    return {barrier: StepSentence(each["of"], Text(each["nl"], each["en"])) for barrier, each in _file()[of].items()}


@cache
def _file() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    file = paths.RESOURCES / "documents" / "client-page.toml"
    return tomllib.loads(file.read_text("utf-8"))


# --- Proposed texts


def proposed(part: PagePart, talk: Talk, summary: Summary) -> tuple[Sentence, ...]:
    """Return the sentences of a part that rest on the client's own words, in the order of the signals.

    Hints and observations are reasons to ask and give no sentence: the page would tell clients what they did not say. Texts that the
    counselor wrote about a drive or need remain available as long as it has a signal.
    """
    found = (_sentence(signal) for signal in talk.signals if _part(signal.target) is part)
    return tuple(sentence for sentence in found if sentence.text.nl or sentence.target in summary.words)


def _part(target: str) -> PagePart | None:
    """Return the part of the page for a drive or need; None for a barrier."""
    of = _file()["drive"].get(target)
    return None if of is None else PagePart(of["part"])


def _sentence(signal: Signal) -> Sentence:
    """Return the sentence for the firm reasons of a signal: firm means that the item states just that and the client said it."""
    known = sentences(signal.target)
    firm = [known[reason.item] for reason in signal.reasons if reason.firm and reason.item in known]
    text = Text("\n".join(each.nl for each in firm), "\n".join(each.en for each in firm))
    return Sentence(signal.target, PagePart(_file()["drive"][signal.target]["part"]), text)


def said(sentence: Sentence, summary: Summary) -> str:
    """Return the text of a sentence to print: the counselor's words, or the proposed ones."""
    return summary.words.get(sentence.target, sentence.text.say(summary.language))


def step_said(library: Library, step: AgreedStep, language: Language) -> str:
    """Return a step as the client reads it: the counselor's words, else the sentence for a card's step, else the step as agreed."""
    return step.said or proposed_step(library, step.terms, language)


def proposed_step(library: Library, terms: Terms, language: Language) -> str:
    """Return the proposed text of a step."""
    name = terms.target or ""
    target = library.barriers.get(name) or library.drives.get(name)
    if target is None or known_step(target, terms.who, terms.what) is None:
        return terms.what  # not from this card, as it is today
    for each in target.variants:
        if each.who == terms.who and terms.what in (each.nl.step, each.en.step):
            return (each.nl if language is Language.NL else each.en).said
    return step_sentences(terms.who)[name].text.say(language)


def next_proposed(talk: Talk, summary: Summary) -> str:
    """Return the proposed text about the next appointment and the follow-ups of the first weeks."""
    language, appointment = summary.language, summary.next_appointment(talk)
    told = [] if appointment is None else [appointment_for_client(appointment, language, talk.day)]
    first, *others = [day_of_week(moment.due, language, talk.day) for moment in summary.moments()] or [""]
    if first:
        told.append(_NEXT.say(language).format(first))
    if others:
        told.append(_AGAIN.say(language).format(_AND.say(language).join(others)))
    return "\n".join(told)


def welcome(talk: Talk, language: Language) -> str:
    """Return the proposed first line."""
    return _WELCOME.say(language).format(day_in_words(talk.day, language))


# --- The page


def client_page(
    library: Library, talk: Talk, summary: Summary, contact: Contact, look: PageLayout = PageLayout()
) -> str:
    """Return the client's page as HTML.

    Args:
        library: The knowledge, for the steps of cards.
        talk: The conversation.
        summary: The choices and texts of the counselor; its language is that of the page.
        contact: The contact details; without them there is room to write them by hand.
        look: The size of the text, for which headings are larger, and the room for a pen below the agreements.
    """
    language = summary.language
    parts = [
        paragraph(unbroken(summary.words.get("welcome", welcome(talk, language)))),
        *_laid_out(sections(library, talk, summary, contact), language, look),
        paragraph(unbroken(summary.words.get("closing", CLOSING.say(language)))),
    ]
    style = _STYLE.format(look.points, look.points + 10, look.points + 4)
    return page(TITLE.say(language), parts, language, style=style)


def _laid_out(found: tuple[PageSection, ...], language: Language, look: PageLayout) -> Iterator[str]:
    """Yield the parts with pictograms before their headings, and room for a pen where the agreements are or would be."""
    pixels = round(look.points * 1.7)
    write = _LINES.format(lines(_OWN.say(language))) if look.pen else ""
    last = PagePart.AGREED if any(each.part is PagePart.AGREED for each in found) else None
    for section in found:
        if section.part is PagePart.CALL and last is None:
            yield write
        title = f"<h2>{pictogram(_PICTOGRAMS[section.part], pixels)}&nbsp;&nbsp;{lines(section.title)}</h2>"
        yield _boxed(title + section.html) if section.part is PagePart.CALL else title + section.html
        if section.part is last:
            yield write


def sections(library: Library, talk: Talk, summary: Summary, contact: Contact) -> tuple[PageSection, ...]:
    """Return the parts of the page that are not empty, in order."""
    language = summary.language
    made = {
        PagePart.WANT: _goal(talk) + _sentences(PagePart.WANT, talk, summary),
        PagePart.WELL: _sentences(PagePart.WELL, talk, summary),
        PagePart.AGREED: "".join(_agreed(library, talk, summary)),
        PagePart.NEXT: _written(summary.words.get("next", next_proposed(talk, summary))),
        PagePart.CALL: _call(contact, language),
    }
    return tuple(PageSection(part, HEADINGS[part].say(language), html) for part, html in made.items() if html)


def _goal(talk: Talk) -> str:
    """Return the client's goal as a quotation: it stands first."""
    goal = goal_of(talk.answers)
    return f'<p class="goal">{lines(quotation(goal))}</p>' if goal else ""


def _sentences(part: PagePart, talk: Talk, summary: Summary) -> str:
    """Return the selected sentences and the counselor's additions, one bullet for each line."""
    ticked = [said(each, summary) for each in proposed(part, talk, summary) if summary.for_client(each.target, talk)]
    texts = [*ticked, summary.words.get(part.value, "")]
    return bullets(unbroken(line) for text in texts for line in text.split("\n") if line.strip())


def _agreed(library: Library, talk: Talk, summary: Summary) -> Iterator[str]:
    """Yield the steps, by who takes them, with boxes to tick."""
    for who, label in DOERS.items():
        steps = [step for step in summary.steps if step.who is who]
        if steps:
            yield heading(label.say(summary.language), 3)
            yield boxes(unbroken(step_with_day(library, step, summary.language, talk.day)) for step in steps)


def step_with_day(library: Library, step: AgreedStep, language: Language, since: date, between: str = "\n") -> str:
    """Return a step with its due date after a line break or another separator.

    The date is said as “before”, which leaves no doubt; a step of today or tomorrow as “on”, because before that is no time.
    """
    text, due = step_said(library, step, language), step.terms.due
    if due is None:
        return text
    by = _ON if due <= since + timedelta(days=1) else _BEFORE
    return f"{text}{between}({by.say(language).format(day_of_week(due, language, since))})"


def _written(text: str) -> str:
    return paragraph(unbroken(text)) if text.strip() else ""


def _call(contact: Contact, language: Language) -> str:
    """Return the contact details; without a name or number there is room to write them."""
    names = ", ".join(text for text in (contact.name, contact.organisation) if text)
    phone = f'<p class="phone">{lines(contact.phone.replace(" ", _NBSP))}</p>' if contact.phone else ""
    return "".join(
        (
            paragraph(names or f"{_NAME.say(language)}: {_BLANK}"),
            phone or paragraph(f"{_PHONE.say(language)}: {_BLANK}"),
        )
    )


def _boxed(html: str) -> str:
    return (
        '<table role="presentation" class="box" width="100%" cellspacing="0" cellpadding="12"><tr><td bgcolor="#eaf3f1">'
        f"{html}</td></tr></table>"
    )


# --- Dates that do not break over a line

_NBSP: Final = "\u00a0"
_DATED: Final = re.compile(
    r"(?:\b(?:{days}) )?\b\d{{1,2}} (?:{months})\b(?: \d{{4}}\b)?|\b\d{{1,2}}\.\d\d uur\b".format(
        days="|".join(name for text in WEEKDAYS for name in (text.nl, text.en)),
        months="|".join(name for text in MONTHS for name in (text.nl, text.en)),
    )
)


def unbroken(text: str) -> str:
    """Return a text with no-break spaces within its dates and times."""
    return _DATED.sub(lambda found: found[0].replace(" ", _NBSP), text)


# --- Pictograms: line drawings of the program as images within the HTML, without anything from outside


_GREY: Final = "#444444"
"""A colour that is as clear on a printer without colours."""


@cache
def pictogram(name: str, pixels: int) -> str:
    """Return an icon as an image; its alternative text is empty, because it stands beside the word that it illustrates.

    Args:
        name: The name of the icon, in `resources/icons`.
        pixels: Its width and height.
    """
    drawing = (paths.RESOURCES / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", _GREY.encode())
    data = b64encode(drawing).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" width="{pixels}" height="{pixels}" alt="">'
