"""How the sections of the report are named on screen."""

from collections.abc import Iterable

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


def locators(sections: Iterable[str]) -> str:
    """The names of sections in one line: `§ 2.1.2 · § 3.4/8`."""
    return " · ".join(f"§ {section}" for section in sections)


def titles(library: Library, sections: Iterable[str], language: Language) -> str:
    """The sections with their titles, one a line, for a tip."""
    return "\n".join(f"§ {name}  {library.sections[name].title.say(language)}" for name in sections)
