"""The client's own page: what you want, what goes well, what was agreed, whom to call (product.md, C14). One A4, large letters, plain B1.

No signal stands on it, no barrier and no level. What it proposes to say stands in `resources/documents/client-page.toml`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.signals import Signal
from guidance_kb.dates import day_in_words, day_of_week
from guidance_kb.documents.page import bullets, heading, lines, page, paragraph
from guidance_kb.documents.summary import AgreedStep, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

SMALLEST: Final = 14
"""The smallest letters of the page, in points."""


class PagePart(StrEnum):
    """A part of the page, in its order."""

    WANT = "want"
    WELL = "well"
    AGREED = "agreed"
    NEXT = "next"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the client can call: the counselor's own, no one's else."""

    name: str = ""
    organisation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the page says about a drive or need, by what the client said: a line for each item; empty when only hints are left."""

    target: str
    part: PagePart
    text: Text


@dataclass(frozen=True, slots=True)
class StepSentence:
    """A card's step, said to the client; `of` is the card's Dutch step that it was made from."""

    of: str
    text: Text


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page as HTML."""

    part: PagePart
    html: str


TITLE: Final = Text("Uw plan", "Your plan")
HEADINGS: Final[Mapping[PagePart, Text]] = {
    PagePart.WANT: Text("Wat u wilt", "What you want"),
    PagePart.WELL: Text("Wat goed gaat en wie u helpt", "What goes well, and who helps you"),
    PagePart.AGREED: Text("Wat we hebben afgesproken", "What we agreed"),
    PagePart.NEXT: Text("Wanneer we elkaar weer spreken", "When we speak again"),
    PagePart.CALL: Text("Wie u kunt bellen", "Who you can call"),
}
_WELCOME: Final = Text("We spraken elkaar op {}. Dit blad is voor u.", "We spoke on {}. This page is for you.")
_YOU: Final = Text("Dit doet u", "What you do")
_WE: Final = Text("Dit doet uw begeleider", "What your counselor does")
_BEFORE: Final = Text("uiterlijk {}", "by {}")
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

_STYLE: Final = """
p, li {{ font-size: {0}pt; line-height: 120%; }}
h1 {{ font-size: {1}pt; margin-bottom: 8px; }}
h2 {{ font-size: {2}pt; margin-top: 18px; margin-bottom: 5px; color: #0b4f49; }}
h3 {{ font-size: {0}pt; margin-top: 6px; margin-bottom: 2px; }}
p {{ margin-bottom: 6px; }}
li {{ margin-bottom: 4px; }}
p.phone {{ font-size: {2}pt; font-weight: bold; }}
table.box {{ border-style: none; margin-top: 14px; margin-bottom: 12px; }}
table.box h2 {{ margin-top: 0px; }}
"""


@cache
def sentences(target: str) -> Mapping[str, Text]:
    """What the page says about a drive or need for each item with which the client says just that, by the item's id."""
    said = _file()["drive"].get(target, {}).get("said", {})
    return {item: Text(each["nl"], each["en"]) for item, each in said.items()}


@cache
def step_sentences(who: Who = Who.CLIENT) -> Mapping[str, StepSentence]:
    """The steps that the cards propose to the client, or to the counselor, said to the client; by barrier."""
    of = {Who.CLIENT: "step", Who.COUNSELOR: "counselor"}[who]
    return {barrier: StepSentence(each["of"], Text(each["nl"], each["en"])) for barrier, each in _file()[of].items()}


@cache
def _file() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    file = paths.RESOURCES / "documents" / "client-page.toml"
    return tomllib.loads(file.read_text("utf-8"))


# ── what the page proposes to say ───────────────────────────────────────────────────────────────


def proposed(part: PagePart, talk: Talk, summary: Summary) -> tuple[Sentence, ...]:
    """The sentences of a part that the client's own words speak for, in the order of the signals.

    A hint, and what the counselor only observed, is a reason to ask and no sentence: the page would tell clients what they did not
    say. Where the counselor wrote other words about a drive or need, these stay on offer as long as anything points to it.
    """
    found = (_sentence(signal) for signal in talk.signals if _part(signal.target) is part)
    return tuple(sentence for sentence in found if sentence.text.nl or sentence.target in summary.words)


def _part(target: str) -> PagePart | None:
    """The part of the page in which something is said about a drive or need; about a barrier in none."""
    of = _file()["drive"].get(target)
    return None if of is None else PagePart(of["part"])


def _sentence(signal: Signal) -> Sentence:
    """What the firm reasons of a signal let the page say: firm is what the item says just like that, and the client said."""
    known = sentences(signal.target)
    firm = [known[reason.item] for reason in signal.reasons if reason.firm and reason.item in known]
    text = Text("\n".join(each.nl for each in firm), "\n".join(each.en for each in firm))
    return Sentence(signal.target, PagePart(_file()["drive"][signal.target]["part"]), text)


def said(sentence: Sentence, summary: Summary) -> str:
    """A sentence as it will be printed: the counselor's words, or what is proposed."""
    return summary.words.get(sentence.target, sentence.text.say(summary.language))


def step_said(library: Library, step: AgreedStep, language: Language) -> str:
    """A step as the client reads it: the counselor's words; of a card's step the sentence for the client; else as it was agreed."""
    return step.said or proposed_step(library, step.terms, language)


def proposed_step(library: Library, terms: Terms, language: Language) -> str:
    """What the page says of a step as long as nobody said it otherwise."""
    barrier = library.barriers.get(terms.target or "")
    if barrier is None:
        return terms.what
    proposals = {
        Who.CLIENT: (barrier.nl.step_client, barrier.en.step_client),
        Who.COUNSELOR: (barrier.nl.step_counselor, barrier.en.step_counselor),
    }
    known = step_sentences(terms.who).get(barrier.id) if terms.what in proposals.get(terms.who, ()) else None
    return terms.what if known is None else known.text.say(language)


def next_proposed(talk: Talk, summary: Summary) -> str:
    """What the page says of the next moment as long as nobody said it otherwise."""
    language = summary.language
    days = [day_of_week(moment.due, language, talk.day) for moment in summary.moments(talk.day)]
    if not days:
        return ""
    first, *others = days
    told = _NEXT.say(language).format(first)
    return f"{told}\n{_AGAIN.say(language).format(_AND.say(language).join(others))}" if others else told


def welcome(talk: Talk, language: Language) -> str:
    """The first line as long as nobody said it otherwise."""
    return _WELCOME.say(language).format(day_in_words(talk.day, language))


# ── the page ────────────────────────────────────────────────────────────────────────────────────


def client_page(library: Library, talk: Talk, summary: Summary, contact: Contact, points: int = SMALLEST) -> str:
    """Returns the client's page as HTML.

    Args:
        library: The knowledge, for the steps of cards.
        talk: The conversation.
        summary: What was chosen and written; its language is the page's.
        contact: Whom the client can call; without it there is room to write that by hand.
        points: The size of the letters; headings are larger.
    """
    language = summary.language
    parts = [
        paragraph(summary.words.get("welcome", welcome(talk, language))),
        *(section.html for section in sections(library, talk, summary, contact)),
        paragraph(summary.words.get("closing", CLOSING.say(language))),
    ]
    style = _STYLE.format(points, points + 10, points + 4)
    return page(TITLE.say(language), parts, language, style=style)


def sections(library: Library, talk: Talk, summary: Summary, contact: Contact) -> tuple[PageSection, ...]:
    """The parts of the page that have something to say, in its order."""
    made = {
        PagePart.WANT: _sentences(PagePart.WANT, talk, summary),
        PagePart.WELL: _sentences(PagePart.WELL, talk, summary),
        PagePart.AGREED: "".join(_agreed(library, talk, summary)),
        PagePart.NEXT: _written(summary.words.get("next", next_proposed(talk, summary))),
    }
    said = [
        PageSection(part, heading(HEADINGS[part].say(summary.language)) + html) for part, html in made.items() if html
    ]
    return (*said, PageSection(PagePart.CALL, _call(contact, summary.language)))


def _sentences(part: PagePart, talk: Talk, summary: Summary) -> str:
    """What was ticked, and what the counselor added by hand: a line each."""
    ticked = [said(each, summary) for each in proposed(part, talk, summary) if summary.for_client(each.target, talk)]
    texts = [*ticked, summary.words.get(part.value, "")]
    return bullets(line for text in texts for line in text.split("\n") if line.strip())


def _agreed(library: Library, talk: Talk, summary: Summary) -> Iterator[str]:
    """The steps of client and counselor; those of the service are no concern of the client's."""
    for who, label in ((Who.CLIENT, _YOU), (Who.COUNSELOR, _WE)):
        steps = [step for step in summary.steps if step.who is who]
        if steps:
            yield heading(label.say(summary.language), 3)
            yield bullets(_with_day(library, step, summary.language, talk.day) for step in steps)


def _with_day(library: Library, step: AgreedStep, language: Language, since: date) -> str:
    """A step with the day by which it is done."""
    text = step_said(library, step, language)
    if step.terms.due is None:
        return text
    return f"{text}\n({_BEFORE.say(language).format(day_of_week(step.terms.due, language, since))})"


def _written(text: str) -> str:
    return paragraph(text) if text.strip() else ""


def _call(contact: Contact, language: Language) -> str:
    """Whom to call, in a box that one finds at once; without a name or a number there is room to write it."""
    names = ", ".join(text for text in (contact.name, contact.organisation) if text)
    phone = f'<p class="phone">{lines(contact.phone)}</p>' if contact.phone else ""
    inside = [
        heading(HEADINGS[PagePart.CALL].say(language)),
        paragraph(names or f"{_NAME.say(language)}: {_BLANK}"),
        phone or paragraph(f"{_PHONE.say(language)}: {_BLANK}"),
    ]
    return (
        '<table role="presentation" class="box" width="100%" cellspacing="0" cellpadding="12"><tr><td bgcolor="#eaf3f1">'
        f"{''.join(inside)}</td></tr></table>"
    )
