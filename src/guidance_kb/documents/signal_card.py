"""A signal on paper: sentence, reasons, alternative explanations, question to ask, steps and sources (C8)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from guidance_kb.casebook.records.steps import TAKERS, Who
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.next_questions import question_about
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.signals import Signal, denied
from guidance_kb.conversation.steps import step_for
from guidance_kb.documents.answers import answer_in_words, names_today
from guidance_kb.documents.names import AGAINST, LEVELS
from guidance_kb.documents.page import bullets, heading, labelled, lead, paragraph
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive
from guidance_kb.knowledge.names import CATEGORIES, CATEGORY, KINDS
from guidance_kb.language import Language, Text

SHOWN: Final = 2
"""Number of practices and recommendations on a card; the program shows them all."""

_WHY: Final = Text("Waarom", "Why")
_ALSO: Final = Text("Kan ook zijn", "May also be")
_ASK: Final = Text("Om te vragen", "To ask")
_BUILD: Final = Text("Om op te bouwen", "To build on")
_CARRY: Final = Text("Drijfveer om op te bouwen", "Drive to build on")
_NO_DRIVE: Final = Text("nog geen genoemd; vraag naar {}", "none named yet; ask about {}")
_STEPS: Final = Text("Mogelijke stappen, kies samen wat past", "Possible steps, choose together what fits")
_SOURCE: Final = Text("Bron", "Source")
_ELSEWHERE: Final = Text("Praktijkvoorbeeld elders", "Practice elsewhere")


def signal_card(library: Library, session: Session, signal: Signal, found: frozenset[str], language: Language) -> str:
    """Return one signal as HTML.

    Args:
        library: The knowledge.
        session: The conversation: its answers, with their notes.
        signal: The signal of a barrier, drive or need.
        found: The targets of all raised signals: a barrier's card names the drives among them.
        language: The language of the card.
    """
    barrier = library.barriers.get(signal.target)
    answers = session.answers
    body = (
        _barrier(library, barrier, answers, found, language) if barrier else _drive(library, signal, answers, language)
    )
    text = (barrier or library.drives[signal.target]).text(language)
    sections = (barrier or library.drives[signal.target]).sections
    return "\n".join(
        [
            heading(f"{text.name} ({LEVELS[signal.level].say(language)})", 3),
            paragraph(text.signal),
            lead(_WHY.say(language)),
            *_why(session, signal, language),
            *body,
            paragraph(
                f"{_SOURCE.say(language)}: " + "; ".join(library.sections[name].named(language) for name in sections),
                small=True,
            ),
        ]
    )


def _why(session: Session, signal: Signal, language: Language) -> list[str]:
    """Return the answers that are its reasons, with their notes, and the client's answers against it."""
    because = [
        _said(session, reason.item, replace(session.answer(reason.item), state=reason.state, by=reason.by), language)
        for reason in signal.reasons
    ]
    against = [
        _said(session, item, session.answer(item), language)
        for item in denied(session.checklist, session.answers, signal.target)
    ]
    return [bullets(because), *([lead(AGAINST.say(language)), bullets(against)] if against else [])]


def _said(session: Session, item: str, answer: Answer, language: Language) -> str:
    return answer_in_words(names_today(session.checklist.items, item, language), answer, language)


def _drive(library: Library, signal: Signal, answers: Mapping[str, Answer], language: Language) -> list[str]:
    drive = library.drives[signal.target]
    text = drive.text(language)
    return [
        labelled(_ASK.say(language), f"“{question_about(library, signal, language)}”"),
        labelled(_BUILD.say(language), text.build_on),
        lead(_STEPS.say(language)),
        _steps(drive, (Who.CLIENT, Who.COUNSELOR), answers, language),
    ]


def _barrier(
    library: Library, barrier: Barrier, answers: Mapping[str, Answer], found: frozenset[str], language: Language
) -> list[str]:
    text, takers = barrier.text(language), tuple(TAKERS)
    if barrier.category == "institutional":  # a task for the service, not for the client (C12)
        takers = takers[::-1]
    return [
        labelled(CATEGORY.say(language), CATEGORIES[barrier.category].say(language)),
        labelled(_ALSO.say(language), text.also),
        labelled(_ASK.say(language), f"“{text.ask}”"),
        labelled(_CARRY.say(language), _carriers(library, barrier, found, language)),
        lead(_STEPS.say(language)),
        _steps(barrier, takers, answers, language),
        *_linked(library, barrier, language),
    ]


def _steps(target: Barrier | Drive, takers: Iterable[Who], answers: Mapping[str, Answer], language: Language) -> str:
    return bullets(f"{TAKERS[who].title(language)}: {step_for(target, who, answers).say(language)}" for who in takers)


def _carriers(library: Library, barrier: Barrier, found: frozenset[str], language: Language) -> str:
    """Return the drives with a signal that may carry this barrier, or a remark that none was named yet (C7)."""
    drives = [link.id for link in library.links(barrier.id) if link.type == "may_carry"]
    named = [drive for drive in drives if drive in found]
    names = ", ".join(library.drives[drive].text(language).name for drive in named or drives)
    return names if named else _NO_DRIVE.say(language).format(names)


def _linked(library: Library, barrier: Barrier, language: Language) -> Iterable[str]:
    """Yield the first recommendations and practices that link to the barrier."""
    entries = library.entries(link.id for link in library.links(barrier.id) if not link.outward)
    for kind, label in (
        ("recommendation", KINDS["recommendation"].title(language)),
        ("practice", _ELSEWHERE.say(language)),
    ):
        yield _named(library, [entry.id for entry in entries if entry.kind == kind], label, language)


def _named(library: Library, identifiers: list[str], label: str, language: Language) -> str:
    named = []
    for entry in library.entries(identifiers[:SHOWN]):
        country = f"{library.countries[entry.country].name.say(language)}, " if entry.country else ""
        named.append(f"{entry.text(language).title} ({country}{library.sections[entry.section].number})")
    return labelled(label, "\n".join(named))
