"""Searchable texts outside the knowledge: help articles, keys and settings. No Qt, because the command line searches them too."""

from guidance_kb.help.articles import HelpText, texts
from guidance_kb.help.names import SETTING
from guidance_kb.preferences.searchable import searchables


def help_texts() -> tuple[HelpText, ...]:
    """Return the texts, articles first."""
    settings = (
        HelpText(f"{SETTING}{one.target}", one.title, one.also, one.explanation, one.said) for one in searchables()
    )
    return (*texts(), *settings)
