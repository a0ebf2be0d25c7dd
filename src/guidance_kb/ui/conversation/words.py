"""Texts that several parts of the conversation view share."""

from collections.abc import Iterable

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


def locators(sections: Iterable[str]) -> str:
    """Return the numbers of report sections in one line: `§ 2.1.2 · § 3.4/8`."""
    return " · ".join(f"§ {section}" for section in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """Return the sections with their titles, one per line, for a tooltip."""
    return "\n".join(f"§ {name}  {library.sections[name].title.say(language)}" for name in sections)
