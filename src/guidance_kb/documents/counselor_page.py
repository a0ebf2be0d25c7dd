"""The counselor's page: drives, barriers, agreements and gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from guidance_kb.casebook.records.followups import MOMENTS
from guidance_kb.casebook.records.steps import TAKERS
from guidance_kb.conversation.answers import GAP, GOAL_ITEM, OTHER_ITEM, Answer, State, goal_of
from guidance_kb.conversation.next_questions import gaps, opened
from guidance_kb.conversation.session import carrying, may_carry, service_tasks
from guidance_kb.conversation.signals import Signal, denied
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.dates import day_in_words, day_of_week
from guidance_kb.documents.answers import answer_in_words, names_today, quotation, subject
from guidance_kb.documents.names import AGAINST, LEVELS, NOT_A_TEST, STATES, VERDICTS
from guidance_kb.documents.page import RunningHead, bullets, heading, labelled, lead, lines, page, paragraph, table
from guidance_kb.documents.summary import AgreedStep, Summary, Talk
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

TITLE: Final = Text("Samenvatting van het gesprek", "Summary of the conversation")
_CODE: Final = Text("Cliëntcode", "Client code")
_DATE: Final = Text("Datum", "Date")
_BLANK: Final = "." * 24
_GOAL: Final = Text("Wat de cliënt wil, in eigen woorden", "What the client wants, in their own words")
_FURTHER: Final = Text("Verder besproken", "Also discussed")
_DRIVES: Final = Text("Wat iemand beweegt", "What motivates this person")
_NO_DRIVES: Final = Text("Er is geen drijfveer of basisbehoefte genoemd.", "No drive or basic need was named.")
_BUILD: Final = Text("Om op te bouwen", "To build on")
_BARRIERS: Final = Text("Wat misschien in de weg staat", "What may stand in the way")
_NO_BARRIERS: Final = Text(
    "De antwoorden wijzen niet op een belemmering. Dat zegt niets over wat niet besproken is.",
    "The answers do not point to a barrier. That says nothing about what was not discussed.",
)
_ALSO: Final = Text("Kan ook zijn", "May also be")
_CARRY: Final = Text("Drijfveer om op te bouwen", "Drive to build on")
_NO_CARRIER: Final = Text("nog geen genoemd; vraag naar {}", "none named yet; ask about {}")
_SOURCE: Final = Text("Bron", "Source")
_AGREED: Final = Text("Wat is afgesproken", "What was agreed")
_NOTHING_AGREED: Final = Text("Er is niets afgesproken.", "Nothing was agreed.")
_COLUMNS: Final = (Text("Wat", "What"), Text("Wie", "Who"), Text("Voor wanneer", "By when"))
_HANDOVER: Final = Text(
    "warme overdracht: open tot de cliënt is aangekomen", "warm hand-over: open until the client arrived"
)
_TASKS: Final = Text("Taken voor de instelling, niet voor de cliënt", "Tasks for the service, not for the client")
_MOMENTS: Final = Text("Vragen hoe het gaat", "Asking how it is going")
_NO_MOMENTS: Final = Text("Er is geen moment gepland.", "No moment is planned.")
_GAPS_MEAN: Final = Text(
    "Wat hier staat, is een gat: geen goed teken en geen slecht teken.",
    "What stands here is a gap: neither a good sign nor a bad one.",
)
_NO_GAPS: Final = Text("Alles wat aan de orde was, is besproken.", "All that mattered here was discussed.")
_NOTES: Final = Text("Notities", "Notes")
_MADE_WITH: Final = Text(
    "Regels: checklist {0}. Zinnen en stappen zijn van Guidance KB; § noemt het deel van het rapport waar ze op rusten. Bron: {1}.",
    "Rules: checklist {0}. Sentences and steps are Guidance KB's; § names the part of the report they rest on. Source: {1}.",
)
_STYLE: Final = "h2 { margin-top: 14px; margin-bottom: 4px; } h3 { margin-top: 8px; margin-bottom: 2px; }"


def counselor_page(library: Library, talk: Talk, summary: Summary, language: Language) -> str:
    """Return the counselor's page as HTML, drives and needs first; without a client code there is room to write one.

    Args:
        library: The knowledge that the signals refer to.
        talk: The conversation.
        summary: The choices and texts of the counselor.
        language: The language of everything but notes and agreed steps.
    """
    chosen = [signal for signal in talk.signals if summary.for_counselor(signal.target, talk)]
    drives = [signal for signal in chosen if signal.target in library.drives]
    barriers = [signal for signal in chosen if signal.target in library.barriers]
    code, date = talk.code or _BLANK, day_in_words(talk.day, language)
    parts = [
        paragraph(f"{_CODE.say(language)}: {code} · {_DATE.say(language)}: {date}"),
        *_goal(talk, language),
        heading(_DRIVES.say(language)),
        *([_drive(library, talk, signal, language) for signal in drives] or [paragraph(_NO_DRIVES.say(language))]),
        heading(_BARRIERS.say(language)),
        *(
            [_barrier(library, talk, each, drives, language) for each in barriers]
            or [paragraph(_NO_BARRIERS.say(language))]
        ),
        heading(_AGREED.say(language)),
        _steps(summary.steps, talk.day, language),
        *_tasks(library, barriers, language),
        heading(_MOMENTS.say(language)),
        _moments(talk, summary, language),
        *_notes(talk, summary, chosen, language),
        heading(STATES[State.NOT_DISCUSSED].title(language)),
        *_gaps(talk, language),
        paragraph(_made_with(library, talk, language), small=True),
    ]
    about = " · ".join(part for part in (talk.code, date) if part)
    return page(TITLE.say(language), parts, language, style=_STYLE, head=RunningHead(about=about))


def _goal(talk: Talk, language: Language) -> Iterator[str]:
    """Yield the client's goal in the client's own words."""
    goal = goal_of(talk.answers)
    if goal:
        yield heading(_GOAL.say(language))
        yield paragraph(quotation(goal))


def _made_with(library: Library, talk: Talk, language: Language) -> str:
    made = _MADE_WITH.say(language).format(talk.version or talk.checklist.version, library.meta["report"])
    return f"{NOT_A_TEST.say(language)} {made}"


# --- Signals


def _drive(library: Library, talk: Talk, signal: Signal, language: Language) -> str:
    drive = library.drives[signal.target]
    text = drive.text(language)
    return "\n".join(
        [
            heading(text.name + _if_aside(talk, signal, language), 3),
            *_why(talk, signal, language),
            labelled(_BUILD.say(language), text.build_on),
            _source(drive.sections, language),
        ]
    )


def _barrier(library: Library, talk: Talk, signal: Signal, drives: Sequence[Signal], language: Language) -> str:
    barrier = library.barriers[signal.target]
    text = barrier.text(language)
    level = LEVELS[signal.level].say(language)
    return "\n".join(
        [
            heading(f"{text.name} ({level})" + _if_aside(talk, signal, language), 3),
            *_why(talk, signal, language),
            labelled(_ALSO.say(language), text.also),
            labelled(_CARRY.say(language), _carriers(library, signal.target, drives, language)),
            _source(barrier.sections, language),
        ]
    )


def _carriers(library: Library, barrier: str, drives: Sequence[Signal], language: Language) -> str:
    """Return the drives on the page that may carry this barrier, or a remark that none was named yet (C7)."""
    named = carrying(library, barrier, drives)
    names = ", ".join(library.drives[drive].text(language).name for drive in named or may_carry(library, barrier))
    return names if named else _NO_CARRIER.say(language).format(names)


def _if_aside(talk: Talk, signal: Signal, language: Language) -> str:
    return f", {VERDICTS[Verdict.DISMISSED].say(language)}" if signal.target in talk.aside else ""


def _why(talk: Talk, signal: Signal, language: Language) -> list[str]:
    """Return the answers that are its reasons, with their notes, and the client's answers against it."""
    because = [
        _said(talk, each.item, replace(talk.answers.get(each.item, GAP), state=each.state, by=each.by), language)
        for each in signal.reasons
    ]
    against = [
        _said(talk, item, talk.answers[item], language) for item in denied(talk.checklist, talk.answers, signal.target)
    ]
    return [bullets(because), *([lead(AGAINST.say(language)), bullets(against)] if against else [])]


def _said(talk: Talk, item: str, answer: Answer, language: Language) -> str:
    """Return an answer with its note; an older checklist may have items that no longer exist."""
    return answer_in_words(names_today(talk.checklist.items, item, language), answer, language)


def _source(sections: Iterable[str], language: Language) -> str:
    """Return the sections of the report by number; the foot of the page names the report."""
    return paragraph(f"{_SOURCE.say(language)}: " + ", ".join(f"§{section}" for section in sections), small=True)


# --- Agreements and gaps


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


def _tasks(library: Library, barriers: Iterable[Signal], language: Language) -> Iterator[str]:
    """Yield the tasks for the service about institutional barriers (C12)."""
    tasks = service_tasks(library, barriers)
    if tasks:
        yield heading(_TASKS.say(language))
        yield bullets(f"{task.barrier.text(language).name}: {task.step.say(language)}" for task in tasks)


def _moments(talk: Talk, summary: Summary, language: Language) -> str:
    said = [
        f"{day_of_week(moment.due, language, talk.day)}: {MOMENTS[moment.kind].say(language)}"
        for moment in summary.moments()
    ]
    return bullets(said) or paragraph(_NO_MOMENTS.say(language))


def _notes(talk: Talk, summary: Summary, chosen: Iterable[Signal], language: Language) -> Iterator[str]:
    """Yield the counselor's remarks, and the notes that belong to no reason above."""
    signals = tuple(chosen)
    shown = {reason.item for signal in signals for reason in signal.reasons} | {OTHER_ITEM}
    shown.update({GOAL_ITEM} if goal_of(talk.answers) else ())
    shown.update(item for signal in signals for item in denied(talk.checklist, talk.answers, signal.target))
    notes = [
        _said(talk, item, answer, language)
        for item, answer in talk.answers.items()
        if answer.note and item not in shown
    ]
    remarks = summary.words.get("remarks", "")
    further = talk.answers.get(OTHER_ITEM, GAP).note
    if further.strip():
        yield heading(_FURTHER.say(language))
        yield paragraph(quotation(further))
    if notes or remarks.strip():
        yield heading(_NOTES.say(language))
        yield paragraph(remarks) if remarks.strip() else ""
        yield bullets(notes)


def _gaps(talk: Talk, language: Language) -> Iterator[str]:
    """Yield the core topics that were not discussed and the deeper ones that an answer opened, one line for each heading."""
    items, worthwhile = talk.checklist.items, opened(talk.checklist, talk.answers)
    still_open = [item for item in gaps(talk.checklist, talk.answers) if items[item].core or item in worthwhile]
    said = []
    for theme in talk.checklist.themes.values():
        topics = [
            subject(names_today(items, item, language), State.NOT_DISCUSSED, language)
            for item in still_open
            if items[item].theme == theme.id
        ]
        if topics:
            said.append(f"{theme.name.say(language)}: {'; '.join(topics)}")
    yield paragraph((_GAPS_MEAN if said else _NO_GAPS).say(language))
    yield bullets(said)
