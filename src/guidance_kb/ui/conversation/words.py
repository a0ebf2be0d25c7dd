"""Texts that several parts of the conversation view share."""

from collections.abc import Iterable

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.translation import as_title


def locators(sections: Iterable[str]) -> str:
    """Return the numbers of report sections in one line: `§ 2.1.2 · § 3.4/8`."""
    return " · ".join(f"§ {section}" for section in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """Return the sections with their titles, one per line, for a tooltip."""
    return "\n".join(f"§ {name}  {library.sections[name].title.say(language)}" for name in sections)


def answer_words(answer: Answer) -> str:
    """Return an answer with who gave it: `Named · Said by the client`; a gap has no second part."""
    state = as_title(ANSWER_LABELS[answer.state])
    return state if answer.state is State.NOT_DISCUSSED else f"{state} · {as_title(OBSERVERS[answer.by])}"
