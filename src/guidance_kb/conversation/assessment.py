"""JSON interface to the signal rules: answers in; signals, gaps and next questions out (docs/command-line.md)."""

from collections.abc import Mapping
from typing import Any

from guidance_kb.conversation.answers import Answer, By, State, name_of_answer
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import ask_next, gaps, question_about
from guidance_kb.conversation.signals import Signal, denied, signals
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Item
from guidance_kb.language import Language

_MAX_NOTE = 10_000


def read_answers(document: object, checklist: Checklist) -> dict[str, Answer]:
    """Read `{"checklist": VERSION, "answers": {ITEM: {"state": …, "by": …, "note": …}}}`; `by` defaults to the client.

    Raises:
        KnownError: The checklist version differs, or an item, state or field is unknown; the message names it.
    """
    if not isinstance(document, dict) or not isinstance(document.get("answers"), dict):
        raise _wrong("answers", "{…}", _fields(document))
    if unknown := sorted(set(document) - {"checklist", "answers"}):
        raise _wrong(unknown[0], "checklist, answers", unknown[0])
    if document.get("checklist") != checklist.version:
        raise _wrong("checklist", checklist.version, document.get("checklist"))
    return {item: _answer(item, given, checklist) for item, given in document["answers"].items()}


def _answer(item: str, given: object, checklist: Checklist) -> Answer:
    if item not in checklist.items:
        raise _wrong(f"answers.{item}", ", ".join(list(checklist.items)[:3]) + ", …", item)
    if not isinstance(given, dict) or not set(given) <= {"state", "by", "note"}:
        raise _wrong(f"answers.{item}", '{"state": …, "by": …}', _fields(given))
    state, by, note = given.get("state"), given.get("by", By.CLIENT.value), given.get("note", "")
    if state not in list(State):  # a list and not a set: the value may be any JSON value, also unhashable
        raise _wrong(f"answers.{item}.state", ", ".join(State), state)
    if by not in list(By):
        raise _wrong(f"answers.{item}.by", ", ".join(By), by)
    if not isinstance(note, str) or len(note) > _MAX_NOTE:
        raise _wrong(f"answers.{item}.note", f"text, ≤ {_MAX_NOTE}", type(note).__name__)
    return Answer(State(state), By(by), note)


def _fields(found: object) -> str:
    """Describe a value without its contents: it may hold a client's words, which are never repeated on a screen."""
    return ", ".join(found) if isinstance(found, dict) else type(found).__name__


def _wrong(place: str, expected: str, found: object) -> KnownError:
    shown = f"{found!r:.60}"
    return KnownError(
        f"De antwoorden kloppen niet bij “{place}”: verwacht {expected}, gevonden {shown}.",
        f"The answers are not right at “{place}”: expected {expected}, found {shown}.",
    )


def assess(library: Library, checklist: Checklist, answers: Mapping[str, Answer], language: Language) -> dict[str, Any]:
    """Return the signals with their reasons and sources, the gaps, and what to ask next, as JSON values."""
    return {
        "checklist": checklist.version,
        "signals": [
            signal_as_data(library, signal, language)
            | {"against": _against(checklist, answers, signal.target, language)}
            for signal in signals(checklist, answers)
        ],
        "gaps": list(gaps(checklist, answers)),
        "ask_next": list(ask_next(checklist, answers)),
    }


def _against(
    checklist: Checklist, answers: Mapping[str, Answer], target: str, language: Language
) -> list[dict[str, str]]:
    """Return the answers by which the client denied the target. If only hints raise it, its level is for information (decision 18)."""
    return [
        {
            "item": item,
            "label": _name(checklist.items[item], answers[item].state, language),
            "state": answers[item].state.value,
        }
        for item in denied(checklist, answers, target)
    ]


def _name(item: Item, state: State, language: Language) -> str:
    text = item.text(language)
    return name_of_answer(text.label, text.topic, state)


def signal_as_data(library: Library, signal: Signal, language: Language) -> dict[str, Any]:
    """Return one signal as JSON values. Needs are given as drives, with category `need`."""
    if signal.target in library.barriers:
        barrier = library.barriers[signal.target]
        text, kind, category, sections = barrier.text(language), "barrier", str(barrier.category), barrier.sections
        name, sentence = text.name, text.signal
    else:
        drive = library.drives[signal.target]
        kind, category, sections = "drive", str(drive.kind), drive.sections
        name, sentence = drive.text(language).name, drive.text(language).signal
    return {
        "id": signal.target,
        "kind": kind,
        "category": category,
        "level": signal.level.value,
        "name": name,
        "signal": sentence,
        "because": [
            {"item": r.item, "label": _name(library.items[r.item], r.state, language), "state": r.state.value,
             "by": r.by.value, "strength": "firm" if r.firm else "weak"}
            for r in signal.reasons
        ],
        "sources": list(sections),
        "entries": [link.id for link in library.links(signal.target) if not link.outward and link.type in ("barrier", "drive")],
        "ask": question_about(library, signal, language),
    }  # fmt: skip
