"""How an answer is said wherever it leaves the list: on paper, in a record, in what is exported (product.md, C18).

The label of an item is a claim (“Cannot pay for a course”). It is said of an answer that is “named”, and of no other: those are said by
the topic of the item (“Money for a course”), which claims nothing. How the answer stands comes before the note, which is a quotation. An
item that has no topic, of a checklist that is no more, is said by its state first, and then by its label in quotation marks.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from guidance_kb.conversation.answers import Answer, By, State, name_of_answer
from guidance_kb.documents.names import SPEAKERS, STATES
from guidance_kb.knowledge.model import Item
from guidance_kb.language import Language

_BETWEEN: Final = " · "


class ItemNames(NamedTuple):
    """What an item is called in one language.

    Attributes:
        label: What is ticked.
        topic: What it is about; empty where nobody knows.
    """

    label: str
    topic: str = ""


def names_today(items: Mapping[str, Item], item: str, language: Language) -> ItemNames:
    """What an item is called in a checklist; one that it does not have keeps its id."""
    known = items.get(item)
    if known is None:
        return ItemNames(item)
    text = known.text(language)
    return ItemNames(text.label, text.topic)


def names_then(
    documents: Iterable[Mapping[str, Any]], items: Mapping[str, Item], language: Language
) -> dict[str, ItemNames]:
    """What the items of kept checklist documents are called: as on their day, with the topic of today where theirs has none.

    Args:
        documents: Checklists as `guidance-kb checklist --json` prints them; older ones have no topics.
        items: The checklist of today.
        language: Of the names.
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
    """An answer in one line: `Money for a course: not an issue · “has savings”`."""
    about = subject(names, answer.state, language)
    if name_of_answer(names.label, names.topic, answer.state):
        return f"{about}: {how_it_stands(answer, language)}"
    return _with_note(about + _if_observed(answer, language), answer.note)  # its state stands in it already


def how_it_stands(answer: Answer, language: Language) -> str:
    """An answer without its name: the state, who said it where that matters, and the note."""
    return _with_note(state_in_words(answer, language), answer.note)


def state_in_words(answer: Answer, language: Language) -> str:
    """The state, and who said it: of what was named always, of every other answer where it was only observed."""
    said = STATES[answer.state].say(language)
    if answer.state is State.NAMED:
        return f"{said}, {SPEAKERS[answer.by].say(language)}"
    return said + _if_observed(answer, language)


def subject(names: ItemNames, state: State | None, language: Language) -> str:
    """What an answer is about, to stand before its state or in a column beside it.

    Args:
        names: What the item is called.
        state: How it stands; None where that is not known, or was one thing and then another: no claim is made then either.
        language: Of the words.
    """
    name = name_of_answer(names.label, names.topic, state)
    if name:
        return name
    quoted = quotation(names.label)
    return quoted if state is None else f"{STATES[state].say(language)}: {quoted}"


def quotation(note: str) -> str:
    """A note in the words in which it was written."""
    return f"“{note}”" if note else ""


def _if_observed(answer: Answer, language: Language) -> str:
    seen = answer.by is By.OBSERVED and answer.state is not State.NOT_DISCUSSED
    return f", {SPEAKERS[By.OBSERVED].say(language)}" if seen else ""


def _with_note(said: str, note: str) -> str:
    return f"{said}{_BETWEEN}{quotation(note)}" if note else said
