"""Wording of answers outside the checklist: on paper, in a record, in exports.

The label of an item is a claim (“Cannot pay for a course”). It is used for the answer “named” only; other answers use the topic of the
item (“Money for a course”), which claims nothing. The state precedes the note, which is a quotation. An item without a topic, from an old
checklist, is given by its state and then its label in quotation marks.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from guidance_kb.conversation.answers import Answer, By, State, name_of_answer
from guidance_kb.documents.names import SPEAKERS, STATES
from guidance_kb.knowledge.model import Item
from guidance_kb.language import Language

_BETWEEN: Final = " · "


class ItemNames(NamedTuple):
    """The names of an item in one language.

    Attributes:
        label: The text to tick.
        topic: The subject; empty if unknown.
    """

    label: str
    topic: str = ""


def names_today(items: Mapping[str, Item], item: str, language: Language) -> ItemNames:
    """Return the names of an item in a checklist; an unknown item gets its id as label."""
    known = items.get(item)
    if known is None:
        return ItemNames(item)
    text = known.text(language)
    return ItemNames(text.label, text.topic)


def names_then(
    documents: Iterable[Mapping[str, Any]], items: Mapping[str, Item], language: Language
) -> dict[str, ItemNames]:
    """Return the names of the items in stored checklist documents, with the current topic where a document has none.

    Args:
        documents: Checklists as `guidance-kb checklist --json` prints them; older ones have no topics.
        items: The current checklist.
        language: The language of the names.
    """
    found = {}
    for document in documents:
        for item in document.get("items", ()):
            text = item.get(language.value)
            if isinstance(text, Mapping):
                topic = str(text.get("topic", "")) or names_today(items, item["id"], language).topic
                found[str(item["id"])] = ItemNames(str(text["label"]), topic)
    return found


def answer_in_words(names: ItemNames, answer: Answer, language: Language) -> str:
    """Return an answer in one line: `Money for a course: not an issue · “has savings”`."""
    about = subject(names, answer.state, language)
    if name_of_answer(names.label, names.topic, answer.state):
        return f"{about}: {how_it_stands(answer, language)}"
    return _with_note(about + _if_observed(answer, language), answer.note)  # the state is part of the subject


def how_it_stands(answer: Answer, language: Language) -> str:
    """Return an answer without its name: the state, the speaker where that matters, and the note."""
    return _with_note(state_in_words(answer, language), answer.note)


def state_in_words(answer: Answer, language: Language) -> str:
    """Return the state with the speaker: always for “named”, for other answers only if it was observed."""
    said = STATES[answer.state].say(language)
    if answer.state is State.NAMED:
        return f"{said}, {SPEAKERS[answer.by].say(language)}"
    return said + _if_observed(answer, language)


def subject(names: ItemNames, state: State | None, language: Language) -> str:
    """Return the subject of an answer, to precede its state or for a column of its own.

    Args:
        names: The names of the item.
        state: The state; None if it is unknown or has changed, in which case nothing is claimed either.
        language: The language.
    """
    name = name_of_answer(names.label, names.topic, state)
    if name:
        return name
    quoted = quotation(names.label)
    return quoted if state is None else f"{STATES[state].say(language)}: {quoted}"


def quotation(note: str) -> str:
    """Return a note in quotation marks, without white space around it."""
    return f"“{note.strip()}”" if note.strip() else ""


def _if_observed(answer: Answer, language: Language) -> str:
    seen = answer.by is By.OBSERVED and answer.state is not State.NOT_DISCUSSED
    return f", {SPEAKERS[By.OBSERVED].say(language)}" if seen else ""


def _with_note(said: str, note: str) -> str:
    return f"{said}{_BETWEEN}{quotation(note)}" if note else said
