"""The agreements as a message for the client's telephone, and as an e-mail: plain text to copy, sent by nothing here.

Others may read along on a telephone. So there is no code, no organisation, no goal and no signal in it, and no step about health,
debts or the law: those of the cards on these subjects, and those whose own words are about them.
"""

import re
from dataclasses import dataclass
from typing import Final

from guidance_kb.casebook.records.steps import Who
from guidance_kb.conversation.consent import PRIVATE_TARGETS
from guidance_kb.documents.appointment import appointment_for_client
from guidance_kb.documents.client_page import CLOSING, DOERS, Contact, step_with_day
from guidance_kb.documents.summary import AgreedStep, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

_MOST_STEPS: Final = 3
"""Steps in a message, which has at most six lines."""

_PRIVATE_WORDS: Final = re.compile(
    r"schuld|incasso|deurwaarder|beslag|krediet|bewind|budgetcoach|geldzorg|ziek|dokter|\barts|huisarts|medicijn|therap|psych|\bggz\b"
    r"|verslav|depress|zwanger|handicap|\bpijn|rechter|rechtbank|advoca|jurid|reclassering|strafblad|politie|\bboete|\bvog\b|\bind\b"
    r"|verblijfs|asiel|\bdebt|bailiff|\bill\b|illness|doctor|\bgp\b|medic|addict|pregnan|disab|\bpain\b|court|judge|lawyer|solicitor"
    r"|\blegal|probation|police|\bfine\b|asylum|residence permit",
    re.IGNORECASE,
)
"""Beginnings of words about health, debts and the law, in both languages. They are a net with holes: the counselor reads the text first."""

_HELLO: Final = Text("Dag! Dit spraken we af.", "Hello! This is what we agreed.")
_HELLO_ALONE: Final = Text("Dag! Fijn dat we elkaar spraken.", "Hello! It was good to talk.")
_MORE: Final = Text("De rest staat op uw blad.", "The rest is on your page.")
_CALL: Final = Text("Lukt iets niet? Bel {}.", "Does something not work out? Call {}.")
_CALL_US: Final = Text("ons gerust", "us, please do")
_SUBJECT: Final = Text("Onze afspraken", "What we agreed")
_DEAR: Final = Text("Goedendag,", "Good day,")
_GREETINGS: Final = Text("Met vriendelijke groet,", "Kind regards,")


@dataclass(frozen=True, slots=True)
class ClientMessage:
    """A text for the client.

    Attributes:
        text: The text.
        subject: The subject of an e-mail; empty for a message.
        left_out: The number of steps that were left out because others may read along.
    """

    text: str
    subject: str = ""
    left_out: int = 0


def message(library: Library, talk: Talk, summary: Summary, contact: Contact) -> ClientMessage:
    """Return at most six short lines for a messenger or SMS, in the language of the client's page."""
    language, steps = summary.language, _sent(summary)
    lines = [_line(library, step, talk, language) for step in steps[:_MOST_STEPS]]
    if len(steps) > _MOST_STEPS:
        lines[-1] = _MORE.say(language)
    call = " ".join(part for part in (contact.name, contact.phone) if part)
    lines += _appointment(talk, summary)
    lines.append(_CALL.say(language).format(call or _CALL_US.say(language)))
    hello = (_HELLO if len(lines) > 1 else _HELLO_ALONE).say(language)
    return ClientMessage("\n".join((hello, *lines)), left_out=len(summary.steps) - len(steps))


def email(library: Library, talk: Talk, summary: Summary, contact: Contact) -> ClientMessage:
    """Return the same agreements, all of them, as an e-mail."""
    language, steps = summary.language, _sent(summary)
    parts = [_DEAR.say(language)]
    for who in Who:
        lines = [f"- {_line(library, step, talk, language)}" for step in steps if step.who is who]
        if lines:
            parts.append("\n".join((f"{DOERS[who].say(language)}:", *lines)))
    parts += _appointment(talk, summary)
    parts.append(CLOSING.say(language))
    parts.append("\n".join(part for part in (_GREETINGS.say(language), contact.name, contact.phone) if part))
    return ClientMessage("\n\n".join(parts), _SUBJECT.say(language), len(summary.steps) - len(steps))


def _sent(summary: Summary) -> list[AgreedStep]:
    """Return the steps that are not about health, debts or the law; those of the client first."""
    steps = [
        step
        for step in summary.steps
        if step.target not in PRIVATE_TARGETS and not _PRIVATE_WORDS.search(f"{step.what} {step.said}")
    ]
    order = list(Who)
    return sorted(steps, key=lambda step: order.index(step.who))


def _line(library: Library, step: AgreedStep, talk: Talk, language: Language) -> str:
    """Return a step in one line, with its day before the full stop."""
    text = " ".join(step_with_day(library, step, language, talk.day, " ").split())
    return re.sub(r"([.!?]) (\([^()]*\))$", r" \2\1", text)


def _appointment(talk: Talk, summary: Summary) -> list[str]:
    moment = summary.next_appointment(talk)
    return [] if moment is None else [appointment_for_client(moment, summary.language, talk.day)]
