"""The checklist on paper: the form of a conversation, and two empty forms to fill in by hand, one of them of one sheet (C14)."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from guidance_kb.conversation.answers import GOAL_ITEM, OTHER_ITEM, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import gaps
from guidance_kb.conversation.session import Session
from guidance_kb.dates import day_in_words
from guidance_kb.documents.answers import answer_in_words, names_today, quotation, state_in_words, subject
from guidance_kb.documents.names import ANSWER_LABELS, NOT_A_TEST, STATES
from guidance_kb.documents.page import RunningHead, bullets, heading, lines, page, paragraph, table
from guidance_kb.documents.signal_card import signal_card
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Item
from guidance_kb.language import Language, Text

_TITLE: Final = Text("Eerste gesprek", "First conversation")
_NUMBERED: Final = Text("Gesprek {}", "Conversation {}")
_EMPTY_TITLE: Final = Text("Eerste gesprek: formulier", "First conversation: form")
_CODE: Final = Text("Cliëntcode", "Client code")
_DATE: Final = Text("Datum", "Date")
_BLANK: Final = "." * 30
_NOT_STORED: Final = Text(
    "Guidance KB bewaart niets van dit gesprek. Dit papier of bestand is de enige plek waar het staat: berg het veilig op.",
    "Guidance KB stores nothing of this conversation. This paper or file is the only place that holds it: keep it safe.",
)
_MADE_WITH: Final = Text(
    "Checklist {0}. De vragen, zinnen en stappen zijn van Guidance KB; § noemt het deel van het rapport waar ze op rusten. Bron: {1}.",
    "Checklist {0}. The questions, sentences and steps are Guidance KB's; § names the part of the report they rest on. Source: {1}.",
)
_DRIVES: Final = Text("Wat iemand beweegt", "What motivates this person")
_NO_DRIVES: Final = Text(
    "Er is nog geen drijfveer of basisbehoefte genoemd. Vraag er eerst naar: belemmeringen wegen anders als duidelijk is wat iemand wil.",
    "No drive or basic need has been named yet. Ask about them first: barriers weigh differently once it is clear what someone wants.",
)
_BARRIERS: Final = Text("Wat misschien in de weg staat", "What may stand in the way")
_NO_BARRIERS: Final = Text(
    "De antwoorden wijzen nu niet op een belemmering. Dat zegt niets over wat niet besproken is.",
    "The answers do not point to a barrier now. That says nothing about what was not discussed.",
)
_ANSWERS: Final = Text("Wat besproken is", "What was discussed")
_NO_ANSWERS: Final = Text("Er is nog niets besproken.", "Nothing has been discussed yet.")
_ITEM: Final = Text("Onderwerp", "Subject")
_ANSWER: Final = Text("Antwoord", "Answer")
_NOTE: Final = Text("Notitie", "Note")
_GAPS_MEAN: Final = Text(
    "Een open onderwerp is een gat: geen goed teken en geen slecht teken.",
    "An open subject is a gap: neither a good sign nor a bad one.",
)
_NO_GAPS: Final = Text("Alle onderwerpen zijn besproken.", "All subjects were discussed.")
_CORE: Final = Text("Kern, ongeveer tien minuten", "Core, about ten minutes")
_DEEPER: Final = Text("Verdieping, als er tijd voor is", "Going deeper, when there is time")
_HOW: Final = Text(
    "Volg het gesprek, niet de volgorde. Zet een kruis bij wat de cliënt antwoordt, en laat leeg wat niet besproken is. "
    "Zet ook een kruis bij “Gezien” als u het zelf opmerkte en de cliënt het niet zei.",
    "Follow the conversation, not the order. Put a cross at what the client answers, and leave empty what was not discussed. "
    "Put a cross at “Observed” too when you noticed it yourself and the client did not say it.",
)
_ONE_SHEET: Final = Text("Eerste gesprek: de kern", "First conversation: the core")
_GOAL: Final = Text("Wat wil de cliënt? (in eigen woorden)", "What does the client want? (in their own words)")
_FURTHER: Final = Text("Verder besproken", "Also discussed")
_AGREED: Final = Text("Wat is afgesproken", "What was agreed")
_COLUMNS: Final = (Text("Wat", "What"), Text("Wie", "Who"), Text("Voor wanneer", "By when"))
_NEXT: Final = Text("Volgende afspraak", "Next appointment")
_NEXT_ROW: Final = (
    Text("Dag", "Day"),
    Text("Tijd", "Time"),
    Text("Hier, telefoon, ergens anders", "Here, telephone, elsewhere"),
)
_HOW_SHORT: Final = Text(
    "Kruis aan wat de cliënt antwoordt; “Gezien” als u het zelf opmerkte. Leeg is niet besproken.",
    "Cross what the client answers; “Observed” when you noticed it yourself. Empty means not discussed.",
)
_MADE_SHORT: Final = Text("Checklist {0}, Guidance KB. Bron: {1}.", "Checklist {0}, Guidance KB. Source: {1}.")
_CORE_STYLE: Final = """
body { font-size: 9pt; } h1 { font-size: 14pt; } h2 { font-size: 11pt; margin-top: 8px; margin-bottom: 2px; }
p.line { margin-top: 16px; } hr.line { margin-top: 22px; margin-bottom: 0px; } p { margin-bottom: 2px; } p.small { font-size: 8pt; }
"""
_LINE: Final = '<hr class="line">'
_STEPS: Final = 4
"""Empty rows for steps."""

_BOXES: Final = (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED)
_OBSERVED: Final = Text("Gezien", "Observed")


class FormKind(StrEnum):
    """A form to print."""

    FILLED = "filled"
    CORE = "core"
    WHOLE = "whole"


def filled_form(
    library: Library, session: Session, language: Language, day: dt.date | None = None, *, number: int = 1
) -> str:
    """Return the current conversation as an HTML page: drives, barriers, answers with notes, and gaps.

    Args:
        library: The knowledge that the signals refer to.
        session: The conversation.
        language: The language of everything but the notes.
        day: The day of the conversation; without it the page leaves room to write it.
        number: The number of this conversation for the client; the first has a title of its own.
    """
    signals = session.signals
    found = frozenset(signal.target for signal in signals)
    drives = [
        signal_card(library, session, signal, found, language) for signal in signals if signal.target in library.drives
    ]
    barriers = [
        signal_card(library, session, signal, found, language)
        for signal in signals
        if signal.target in library.barriers
    ]
    parts = [
        *_top(library, session.checklist, language, day),
        heading(_DRIVES.say(language)),
        *(drives or [paragraph(_NO_DRIVES.say(language))]),
        heading(_BARRIERS.say(language)),
        *(barriers or [paragraph(_NO_BARRIERS.say(language))]),
        heading(_ANSWERS.say(language)),
        *(_answers(session, language) or [paragraph(_NO_ANSWERS.say(language))]),
        heading(STATES[State.NOT_DISCUSSED].title(language)),
        *_gaps(session, language),
    ]
    title = _TITLE.say(language) if number == 1 else _NUMBERED.say(language).format(number)
    return page(title, parts, language, head=RunningHead(about=day_in_words(day, language) if day else ""))


def empty_form(library: Library, checklist: Checklist, language: Language) -> str:
    """Return the checklist to fill in by hand, as an HTML page: the core items first, by theme, then the deeper ones."""
    parts = [*_top(library, checklist, language, None), paragraph(_HOW.say(language))]
    for title, core in ((_CORE, True), (_DEEPER, False)):
        items = [item for item in checklist.items.values() if item.core is core]
        if items:
            parts += [heading(title.say(language)), *_boxes(checklist, items, language)]
    return page(_EMPTY_TITLE.say(language), parts, language)


def core_form(library: Library, checklist: Checklist, language: Language) -> str:
    """Return the core of the checklist to fill in by hand, as an HTML page of one sheet, both sides.

    It has the goal, a row with boxes for each core item, room for what fits no item, the agreements and the next appointment.
    """
    made = _MADE_SHORT.say(language).format(checklist.version, library.meta["report"])
    titles = [_ITEM, *(ANSWER_LABELS[state] for state in _BOXES), _OBSERVED, _NOTE]
    rows = []
    for theme in checklist.themes.values():
        items = [item for item in checklist.of_theme(theme.id) if item.core and item.id not in (GOAL_ITEM, OTHER_ITEM)]
        rows += [[_question(item, language), *([""] * len(titles[1:]))] for item in items]
    written = [["<br>&nbsp;"] * len(_COLUMNS) for _ in range(_STEPS)]
    parts = [
        paragraph(f"{_CODE.say(language)}: {_BLANK} · {_DATE.say(language)}: {_BLANK}"),
        paragraph(f"{_HOW_SHORT.say(language)} {NOT_A_TEST.say(language)} {made}", small=True),
        heading(_GOAL.say(language)),
        _LINE * 2,
        '<p class="line"></p>',
        table((44, 9, 8, 9, 8, 22), [title.title(language) for title in titles], rows),
        heading(_FURTHER.say(language)),
        _LINE * 3,
        heading(_AGREED.say(language)),
        table((56, 16, 28), [title.say(language) for title in _COLUMNS], written),
        heading(_NEXT.say(language)),
        table((34, 18, 48), [title.say(language) for title in _NEXT_ROW], [["<br>&nbsp;"] * len(_NEXT_ROW)]),
    ]
    return page(_ONE_SHEET.say(language), parts, language, style=_CORE_STYLE)


def _top(library: Library, checklist: Checklist, language: Language, day: dt.date | None) -> list[str]:
    """Return the start of a form: client code and date, disclaimer, that nothing is stored, and the source."""
    date = day_in_words(day, language) if day else _BLANK
    made = _MADE_WITH.say(language).format(checklist.version, library.meta["report"])
    return [
        paragraph(f"{_CODE.say(language)}: {_BLANK} · {_DATE.say(language)}: {date}"),
        paragraph(f"{NOT_A_TEST.say(language)} {_NOT_STORED.say(language)}", small=True),
        paragraph(made, small=True),
    ]


def _answers(session: Session, language: Language) -> list[str]:
    parts = []
    for theme in session.checklist.themes.values():
        rows = [
            _answer(session, item, language)
            for item in session.checklist.of_theme(theme.id)
            if session.answer(item.id).state is not State.NOT_DISCUSSED
        ]
        if rows:
            head = [text.say(language) for text in (_ITEM, _ANSWER, _NOTE)]
            parts += [heading(theme.name.say(language), 3), table((42, 26, 32), head, rows)]
    return parts


def _answer(session: Session, item: Item, language: Language) -> list[str]:
    answer, names = session.answer(item.id), names_today(session.checklist.items, item.id, language)
    said = (subject(names, answer.state, language), state_in_words(answer, language), quotation(answer.note))
    return [lines(each) for each in said]


def _gaps(session: Session, language: Language) -> list[str]:
    """Return the items that were not discussed, core ones first, with their notes."""
    items = [session.checklist.items[item] for item in gaps(session.checklist, session.answers)]
    if not items:
        return [paragraph(_NO_GAPS.say(language))]
    parts = [paragraph(_GAPS_MEAN.say(language))]
    for title, core in ((_CORE, True), (_DEEPER, False)):
        texts = [_gap(session, item, language) for item in items if item.core is core]
        if texts:
            parts += [heading(title.say(language), 3), bullets(texts)]
    return parts


def _gap(session: Session, item: Item, language: Language) -> str:
    answer, names = session.answer(item.id), names_today(session.checklist.items, item.id, language)
    return answer_in_words(names, answer, language) if answer.note else subject(names, answer.state, language)


def _boxes(checklist: Checklist, items: Iterable[Item], language: Language) -> list[str]:
    """Return a table for each theme; the empty cells are the boxes to cross."""
    wanted = list(items)
    boxes = [*(ANSWER_LABELS[state].title(language) for state in _BOXES), _OBSERVED.say(language)]
    titles = [_ITEM.say(language), *boxes, _NOTE.say(language)]
    parts = []
    for theme in checklist.themes.values():
        rows = [[_question(item, language), *([""] * (len(boxes) + 1))] for item in wanted if item.theme == theme.id]
        if rows:
            parts += [heading(theme.name.say(language), 3), table((38, 10, 10, 10, 11, 21), titles, rows)]
    return parts


def _question(item: Item, language: Language) -> str:
    text = item.text(language)
    return f"<b>{lines(text.label)}</b><br><i>“{lines(text.open)}”</i>"
