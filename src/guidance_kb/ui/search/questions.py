"""The questions for the running conversation, as hits above those of the search."""

from collections.abc import Iterable

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.excerpt import Excerpt


def question_hits(items: Iterable[str], answer: SearchAnswer, library: Library, language: Language) -> list[Hit]:
    """Return hits for items, in their order: those of the answer with their highlights, others without."""
    known = {hit.id: hit for hit in answer.hits if hit.kind == "item"}
    return [known.get(item) or _hit(item, library, language) for item in items if item in library.items]


def _hit(item: str, library: Library, language: Language) -> Hit:
    found = library.items[item]
    text = found.text(language)
    return Hit(item, "item", text.label, found.sections[0], "", language, language, 0.0, (), Excerpt(text.open), ())
