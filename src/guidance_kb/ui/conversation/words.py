"""Texts that several parts of the conversation view share."""

from collections.abc import Iterable

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import numbers
from guidance_kb.language import Language


def locators(library: Library, sections: Iterable[str]) -> str:
    """Return the numbers of report sections in one line, each once: `§2.1.2 · §3.4`."""
    return numbers(library.sections[name] for name in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """Return the sections with their titles, one per line, for a tooltip."""
    return "\n".join(library.sections[name].named(language) for name in sections)
