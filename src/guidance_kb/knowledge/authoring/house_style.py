"""House style: one word for one thing (`resources/language/house-style.toml`), and titles that can be read in a list of hits.

Only the shipped content is checked: an organisation writes its pack as it likes.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.plain_words import Phrases
from guidance_kb.language import Language, Text
from guidance_kb.paths import RESOURCES

MAX_TITLE: Final = 70
"""Maximum number of characters of the title of an entry: one line in a list of hits."""

MEAN_TITLE: Final = 60
"""Maximum of the mean number of characters of all titles in one language."""

FIRST_WORDS: Final = 3
"""Number of words at the beginning of a title that must name the country of an entry about one."""

_FOR_THE_SEARCH: Final = frozenset({"keywords"})
"""Fields that hold what people type, not what we write."""


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "language" / "house-style.toml").read_text("utf-8"))


@cache
def _words(language: Language) -> Phrases:
    return Phrases.of(_file()[language])


@cache
def _excepted() -> frozenset[tuple[str, str]]:
    return frozenset((each["id"], each["word"]) for each in _file()["exception"])


def excepted_ids() -> frozenset[str]:
    """Return the ids that an exception names."""
    return frozenset(_file()["titles"]) | {identifier for identifier, _ in _excepted()}


def words_to_avoid(text: str, language: Language, identifier: str = "") -> Iterator[tuple[str, str]]:
    """Yield (word, what to write instead) for each word of `text` that the texts do not use.

    Args:
        text: The text, in Markdown or plain.
        language: Its language.
        identifier: The id of the table of the text, for the exceptions.
    """
    words = _words(language)
    for match in words.pattern.finditer(text):
        if (identifier, match.group().lower()) not in _excepted():
            yield match.group(), words.plainer(match.group())


def texts(table: models.Table) -> Iterator[tuple[str, Language, str]]:
    """Yield (field, language, text) of every text of a table that a reader sees."""
    for language in Language:
        own = getattr(table, language, None)
        if isinstance(own, str):
            yield language, language, own
        elif isinstance(own, BaseModel):
            for name, value in own:
                if isinstance(value, str) and name not in _FOR_THE_SEARCH:
                    yield f"{language}.{name}", language, value
        if isinstance(note := getattr(table, f"note_{language}", None), str):
            yield f"note_{language}", language, note


def title_faults(entry: models.EntrySource, country: models.CountrySource | None) -> Iterator[tuple[str, Text]]:
    """Yield (field, what is expected) for each title of an entry that is too long, makes two statements or hides its country."""
    if entry.id in _file()["titles"]:
        return
    for language in Language:
        title = getattr(entry, language).title
        field = f"{language}.title"
        if len(title) > MAX_TITLE:
            yield (
                field,
                Text(
                    f"verwacht: hoogstens {MAX_TITLE} tekens, gevonden: {len(title)}",
                    f"expected at most {MAX_TITLE} characters, found {len(title)}",
                ),
            )
        if ";" in title:
            yield field, _ONE_STATEMENT
        if country and not _named(country, title, language):
            yield field, _COUNTRY_FIRST


def _named(country: models.CountrySource, title: str, language: Language) -> bool:
    own = getattr(country, language)
    first = " ".join(title.split()[:FIRST_WORDS])
    return own.name in first or (bool(own.adjective) and own.adjective in first)


def too_long_on_average(content: Content) -> Iterator[tuple[str, Text]]:
    """Yield (field, what is expected) for each language in which the mean title is too long."""
    for language in Language:
        lengths = [len(getattr(entry, language).title) for entry in content.entry]
        mean = sum(lengths) / len(lengths) if lengths else 0
        if mean > MEAN_TITLE:
            yield (
                f"{language}.title",
                Text(
                    f"verwacht: gemiddeld hoogstens {MEAN_TITLE} tekens, gevonden: {mean:.0f}",
                    f"expected {MEAN_TITLE} characters at most on average, found {mean:.0f}",
                ),
            )


def avoided(word: str, instead: str) -> Text:
    """Return the reason why `word` is refused."""
    return Text(f"“{word}”: schrijf {instead}", f"“{word}”: write {instead}")


_ONE_STATEMENT: Final = Text("verwacht: één bewering, zonder puntkomma", "expected one statement, without a semicolon")
_COUNTRY_FIRST: Final = Text(
    f"verwacht: het land bij de eerste {FIRST_WORDS} woorden",
    f"expected the country within the first {FIRST_WORDS} words",
)
