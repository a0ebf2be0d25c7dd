"""The words that several parts of the conversation view share."""

from collections.abc import Iterable

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.translation import as_title

# How the sections of the report are named on screen.


def locators(sections: Iterable[str]) -> str:
    """The names of sections in one line: `§ 2.1.2 · § 3.4/8`."""
    return " · ".join(f"§ {section}" for section in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """The sections with their titles, one a line, for a tip."""
    return "\n".join(f"§ {name}  {library.sections[name].title.say(language)}" for name in sections)


def answer_words(answer: Answer) -> str:
    """An answer with who said it: `Named · Said by the client`; a gap has nobody who said it."""
    state = as_title(ANSWER_LABELS[answer.state])
    return state if answer.state is State.NOT_DISCUSSED else f"{state} · {as_title(OBSERVERS[answer.by])}"
