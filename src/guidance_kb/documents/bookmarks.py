"""Export of bookmarks: Markdown to read, JSON for other tools."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from guidance_kb.dates import day_in_words
from guidance_kb.documents.citation import citation
from guidance_kb.knowledge.bookmarks import BookmarkStatus
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.names import KINDS
from guidance_kb.knowledge.outline import Sort
from guidance_kb.language import Language, Text

_TITLE: Final = Text("Bladwijzers", "Bookmarks")
_NONE: Final = Text("Er zijn nog geen bladwijzers.", "There are no bookmarks yet.")
_MARKED: Final = Text("bladwijzer van {}", "bookmark of {}")
_GONE: Final = Text("niet meer in de inhoud", "no longer in the content")
_BEFORE: Final = Text("heette: {}", "was called: {}")
_SECTION: Final = Text("deel van het rapport", "section of the report")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#])")
"""Characters of a title that Markdown would read as markup."""


def sort_name(kind: Sort) -> Text:
    """Return the name of a kind that can be bookmarked: `belemmering`, `deel van het rapport`."""
    return _SECTION if kind == "section" else KINDS[kind]


def as_data(library: Library, bookmarks: Sequence[BookmarkStatus]) -> dict[str, Any]:
    """Return all bookmarks as JSON values, in their order.

    If the target is no longer in the content, `in_content` is false, the titles are those stored with the bookmark, and there is no source.
    """
    return {"bookmarks": [_as_data(library, each) for each in bookmarks]}


def _as_data(library: Library, one: BookmarkStatus) -> dict[str, Any]:
    marked = one.bookmark
    return {
        "id": marked.id,
        "kind": one.kind,
        "in_content": one.place is not None,
        "section": one.place.section if one.place else None,
        "note": marked.note,
        "tags": list(marked.tags),
        "added": marked.added,
        "changed": marked.changed,
        "marked_as": {"kind": marked.kind, "nl": marked.title.nl, "en": marked.title.en},
        **{
            language.value: {"title": one.title.say(language), "source": _source(library, one, language)}
            for language in Language
        },
    }


def as_markdown(library: Library, bookmarks: Sequence[BookmarkStatus], language: Language) -> str:
    """Return all bookmarks as Markdown: heading, kind, note and source of each. The text ends in a line break."""
    parts = [f"# {_TITLE.say(language)}"]
    if not bookmarks:
        parts.append(_NONE.say(language))
    for each in bookmarks:
        parts += _as_markdown(library, each, language)
    return "\n\n".join(parts) + "\n"


def _as_markdown(library: Library, one: BookmarkStatus, language: Language) -> list[str]:
    marked = one.bookmark
    day = datetime.fromisoformat(marked.added).astimezone().date()
    about = [sort_name(one.kind).say(language), _MARKED.say(language).format(day_in_words(day, language))]
    about += [f"#{_escaped(tag)}" for tag in marked.tags]
    if one.place is None:
        about.append(_GONE.say(language))
    if one.retitled:
        about.append(_BEFORE.say(language).format(_escaped(marked.title.say(language))))
    parts = [f"## {_escaped(one.title.say(language))}", f"*{' · '.join(about)}*"]
    if marked.note.strip():
        parts.append("\n".join(f"> {line}".rstrip() for line in marked.note.strip().splitlines()))
    source = _source(library, one, language)
    return [*parts, _escaped(source)] if source else parts


def _source(library: Library, one: BookmarkStatus, language: Language) -> str | None:
    return citation(library, one.bookmark.id, language) if one.place else None


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
