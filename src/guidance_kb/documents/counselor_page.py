"""The counselor's page, one sheet for a file: goal, what goes well, agreements, what is in the way, what was declined, notes, gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Final

from guidance_kb.casebook.records.followups import MOMENTS
from guidance_kb.casebook.records.steps import TAKERS
from guidance_kb.conversation.answers import GAP, GOAL_ITEM, OTHER_ITEM, Answer, State, goal_of
from guidance_kb.conversation.next_questions import gaps, opened
from guidance_kb.conversation.session import carrying
from guidance_kb.conversation.signals import Signal, denied
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.dates import day_in_words, day_of_week
from guidance_kb.documents.answers import answer_in_words, names_today, quotation, subject
from guidance_kb.documents.appointment import appointment_in_words
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.names import AGAINST, LEVELS, NOT_A_TEST, STATES, VERDICTS
from guidance_kb.documents.page import RunningHead, bullets, heading, labelled, lines, page, paragraph, table
from guidance_kb.documents.summary import AgreedStep, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import numbers
from guidance_kb.language import Language, Text

TITLE: Final = Text("Samenvatting van het gesprek", "Summary of the conversation")
_CODE: Final = Text("Cliëntcode", "Client code")
_DATE: Final = Text("Datum", "Date")
_BLANK: Final = "." * 24
_GOAL: Final = Text("Wat de cliënt wil, in eigen woorden", "What the client wants, in their own words")
_NO_GOAL: Final = Text("Nog geen doel in eigen woorden.", "No goal in their own words yet.")
_WELL: Final = Text("Wat goed gaat en wat iemand beweegt", "What goes well, and what motivates this person")
_NO_DRIVES: Final = Text(
    "Er is nog geen drijfveer of basisbehoefte genoemd. Vraag daar de volgende keer eerst naar.",
    "No drive or basic need was named yet. Ask about that first next time.",
)
_AGREED: Final = Text("Wat is afgesproken", "What was agreed")
_NOTHING_AGREED: Final = Text("Er is niets afgesproken.", "Nothing was agreed.")
_COLUMNS: Final = (Text("Wat", "What"), Text("Wie", "Who"), Text("Voor wanneer", "By when"))
_HANDOVER: Final = Text(
    "warme overdracht: open tot de cliënt is aangekomen", "warm hand-over: open until the client arrived"
)
_NEXT: Final = Text("Volgende afspraak", "Next appointment")
_NO_NEXT: Final = Text("niet gemaakt", "not made")
_MOMENTS: Final = Text("Vragen hoe het gaat", "Asking how it is going")
_BARRIERS: Final = Text("Wat misschien in de weg staat", "What may stand in the way")
_NO_BARRIERS: Final = Text(
    "De antwoorden vragen nu niet om een gesprek over een belemmering. Dat zegt niets over wat niet besproken is.",
    "The answers ask for no conversation about a barrier now. That says nothing about what was not discussed.",
)
_NOT_CHOSEN: Final = Text("Niet op dit blad gezet.", "Not put on this page.")
_ALSO: Final = Text("Kan ook zijn", "May also be")
_CARRY: Final = Text("Om op te bouwen", "To build on")
_SOURCE: Final = Text("Bron", "Source")
_DECLINED: Final = Text("Wil hier liever niet over praten", "Would rather not talk about this")
_FURTHER: Final = Text("Verder besproken", "Also discussed")
_NOTES: Final = Text("Notities", "Notes")
_GAPS_MEAN: Final = Text("een gat, geen goed of slecht teken", "a gap, neither a good sign nor a bad one")
_NO_GAPS: Final = Text("Alles wat aan de orde was, is besproken.", "All that mattered here was discussed.")
_MADE_WITH: Final = Text(
    "Regels: checklist {0}. Zinnen en stappen zijn van Guidance KB; § noemt het deel van het rapport waar ze op rusten. Bron: {1}.",
    "Rules: checklist {0}. Sentences and steps are Guidance KB's; § names the part of the report they rest on. Source: {1}.",
)
_STYLE: Final = """
body { font-size: 9.5pt; } h1 { font-size: 15pt; } h2 { font-size: 11.5pt; margin-top: 11px; margin-bottom: 3px; }
p, ul { margin-bottom: 3px; } p.goal { font-size: 12pt; font-weight: bold; } p.entry { margin-bottom: 5px; }
span.source { font-size: 8pt; color: #505050; }
"""


def counselor_page(library: Library, talk: Talk, summary: Summary, contact: Contact, language: Language) -> str:
    """Return the counselor's page as HTML; without a client code there is room to write one.

    Args:
        library: The knowledge that the signals refer to.
        talk: The conversation.
        summary: The choices and texts of the counselor.
        contact: The counselor's name and organisation.
        language: The language of everything but notes and agreed steps.
    """
    chosen = [signal for signal in talk.signals if summary.for_counselor(signal.target, talk)]
    drives = [signal for signal in chosen if signal.target in library.drives]
    barriers = [signal for signal in chosen if signal.target in library.barriers]
    code, day = talk.code or _BLANK, day_in_words(talk.day, language)
    by = ", ".join(text for text in (contact.name, contact.organisation) if text)
    first = [f"{_CODE.say(language)}: {code}", f"{_DATE.say(language)}: {day}", by]
    goal = goal_of(talk.answers)
    parts = [
        paragraph(" · ".join(part for part in first if part)),
        heading(_GOAL.say(language)),
        f'<p class="goal">{lines(quotation(goal))}</p>' if goal else paragraph(_NO_GOAL.say(language)),
        heading(_WELL.say(language)),
        *([_drive(library, talk, signal, language) for signal in drives] or [_no_drive(library, talk, language)]),
        heading(_AGREED.say(language)),
        _steps(summary.steps, talk.day, language),
        *_next(talk, summary, language),
        heading(_BARRIERS.say(language)),
        *(
            [_barrier(library, talk, each, drives, language) for each in barriers]
            or [_no_barrier(library, talk, language)]
        ),
        *_declined(talk, chosen, language),
        *_notes(talk, summary, chosen, language),
        *_gaps(talk, language),
        paragraph(_made_with(library, talk, language), small=True),
    ]
    about = " · ".join(part for part in (talk.code, day) if part)
    return page(TITLE.say(language), parts, language, style=_STYLE, head=RunningHead(about=about))


def _made_with(library: Library, talk: Talk, language: Language) -> str:
    made = _MADE_WITH.say(language).format(talk.version or talk.checklist.version, library.meta["report"])
    return f"{NOT_A_TEST.say(language)} {made}"


# --- Signals


def _drive(library: Library, talk: Talk, signal: Signal, language: Language) -> str:
    """Return a drive or need with the answers that it rests on."""
    drive = library.drives[signal.target]
    name = drive.text(language).name + _if_aside(talk, signal, language)
    return _entry(library, name, _why(talk, signal, language), drive.sections, language)


def _no_drive(library: Library, talk: Talk, language: Language) -> str:
    known = any(signal.target in library.drives for signal in talk.signals)
    return paragraph((_NOT_CHOSEN if known else _NO_DRIVES).say(language))


def _barrier(library: Library, talk: Talk, signal: Signal, drives: Sequence[Signal], language: Language) -> str:
    """Return a barrier with the answers for and against it, what it may also be, and the named drives to build on."""
    barrier = library.barriers[signal.target]
    text, level = barrier.text(language), LEVELS[signal.level].say(language)
    named = carrying(library, signal.target, drives)
    said = (
        *_why(talk, signal, language),
        (_ALSO.say(language), text.also),
        (_CARRY.say(language), ", ".join(library.drives[drive].text(language).name for drive in named)),
    )
    name = f"{text.name} ({level})" + _if_aside(talk, signal, language)
    return _entry(library, name, said, barrier.sections, language)


def _no_barrier(library: Library, talk: Talk, language: Language) -> str:
    known = any(signal.target in library.barriers for signal in talk.signals)
    return paragraph((_NOT_CHOSEN if known else _NO_BARRIERS).say(language))


def _entry(
    library: Library, name: str, said: Iterable[tuple[str, str]], sections: Iterable[str], language: Language
) -> str:
    """Return a paragraph: a name, labelled texts, and the sections of the report, which the foot of the page names."""
    texts = [f"{lines(label)}: {lines(text)}" if label else lines(text) for label, text in said if text]
    source = f"{_SOURCE.say(language)}: {numbers(library.sections[section] for section in sections)}"
    return f'<p class="entry"><b>{escape(name)}</b><br>{"<br>".join(texts)}<br><span class="source">{lines(source)}</span></p>'


def _if_aside(talk: Talk, signal: Signal, language: Language) -> str:
    return f", {VERDICTS[Verdict.DISMISSED].say(language)}" if signal.target in talk.aside else ""


def _why(talk: Talk, signal: Signal, language: Language) -> list[tuple[str, str]]:
    """Return the answers that are the reasons of a signal, with their notes, and the client's answers against it."""
    because = [
        _said(talk, each.item, replace(talk.answers.get(each.item, GAP), state=each.state, by=each.by), language)
        for each in signal.reasons
    ]
    against = [
        _said(talk, item, talk.answers[item], language) for item in denied(talk.checklist, talk.answers, signal.target)
    ]
    return [("", "; ".join(because)), (AGAINST.say(language), "; ".join(against))]


def _said(talk: Talk, item: str, answer: Answer, language: Language) -> str:
    """Return an answer with its note; an older checklist may have items that no longer exist."""
    return answer_in_words(names_today(talk.checklist.items, item, language), answer, language)


# --- Agreements


def _steps(steps: Iterable[AgreedStep], since: date, language: Language) -> str:
    rows = [
        [
            lines(step.what + (f"\n({_HANDOVER.say(language)})" if step.terms.handover else "")),
            lines(TAKERS[step.who].say(language)),
            lines(day_of_week(step.terms.due, language, since) if step.terms.due else "–"),
        ]
        for step in steps
    ]
    if not rows:
        return paragraph(_NOTHING_AGREED.say(language))
    return table((56, 16, 28), [text.say(language) for text in _COLUMNS], rows)


def _next(talk: Talk, summary: Summary, language: Language) -> Iterator[str]:
    """Yield the next appointment, and the follow-ups of the first weeks of a course."""
    moment = summary.next_appointment(talk)
    said = _NO_NEXT.say(language) if moment is None else appointment_in_words(moment, language, talk.day)
    yield f'<p style="margin-top: 6px"><b>{escape(_NEXT.say(language))}:</b> {lines(said)}</p>'
    weeks = [
        f"{day_of_week(each.due, language, talk.day)} ({MOMENTS[each.kind].say(language)})"
        for each in summary.moments()
    ]
    yield labelled(_MOMENTS.say(language), "; ".join(weeks))


# --- Declined, notes and gaps


def _declined(talk: Talk, chosen: Sequence[Signal], language: Language) -> Iterator[str]:
    """Yield the topics that the client would rather not talk about, with the notes that stand nowhere else."""
    shown = _shown(talk, chosen)
    declined = [(item, answer) for item, answer in talk.answers.items() if answer.state is State.DECLINED]
    noted = [item for item, answer in declined if answer.note and item not in shown]
    topics = [
        subject(names_today(talk.checklist.items, item, language), State.DECLINED, language)
        for item, _ in declined
        if item not in noted
    ]
    if declined:
        yield heading(_DECLINED.say(language))
        yield paragraph("; ".join(topics)) if topics else ""
        yield bullets(_said(talk, item, talk.answers[item], language) for item in noted)


def _shown(talk: Talk, chosen: Iterable[Signal]) -> set[str]:
    """Return the items whose notes stand with the signals."""
    signals = tuple(chosen)
    return {reason.item for signal in signals for reason in signal.reasons} | {
        item for signal in signals for item in denied(talk.checklist, talk.answers, signal.target)
    }


def _notes(talk: Talk, summary: Summary, chosen: Sequence[Signal], language: Language) -> Iterator[str]:
    """Yield what fits no question, the counselor's remarks, and the notes that stand nowhere else."""
    shown = _shown(talk, chosen) | {OTHER_ITEM} | ({GOAL_ITEM} if goal_of(talk.answers) else set())
    notes = [
        _said(talk, item, answer, language)
        for item, answer in talk.answers.items()
        if answer.note and item not in shown and answer.state is not State.DECLINED
    ]
    further, remarks = talk.answers.get(OTHER_ITEM, GAP).note, summary.words.get("remarks", "")
    if further.strip():
        yield heading(_FURTHER.say(language))
        yield paragraph(quotation(further))
    if notes or remarks.strip():
        yield heading(_NOTES.say(language))
        yield paragraph(remarks) if remarks.strip() else ""
        yield bullets(notes)


def _gaps(talk: Talk, language: Language) -> Iterator[str]:
    """Yield the core topics that were not discussed, and the deeper ones that an answer opened, in one run."""
    items, worthwhile = talk.checklist.items, opened(talk.checklist, talk.answers)
    topics = [
        subject(names_today(items, item, language), State.NOT_DISCUSSED, language)
        for item in gaps(talk.checklist, talk.answers)
        if items[item].core or item in worthwhile
    ]
    title = STATES[State.NOT_DISCUSSED].title(language)
    yield heading(title)
    if topics:
        yield paragraph(f"{len(topics)}, {_GAPS_MEAN.say(language)}: {'; '.join(topics)}.", small=True)
    else:
        yield paragraph(_NO_GAPS.say(language))
