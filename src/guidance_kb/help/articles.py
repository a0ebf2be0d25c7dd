"""The help articles: one file each in resources/help, with a text in both languages, each in its own words.

A file begins with TOML between two lines `+++`: `section`, and for each language `title`, `keywords` and `said`, the phrases by which
people search for the article. Then come the Dutch text, a line `+++`, and the English text. The number at the start of its name sets the
order.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from guidance_kb import paths
from guidance_kb.errors import KnownError
from guidance_kb.help.names import SETTING
from guidance_kb.language import Language, Text
from guidance_kb.markdown import plain_article
from guidance_kb.preferences.options import searchables

FOLDER: Final = paths.RESOURCES / "help"
"""The folder of the articles."""

GUIDE: Final = "help-guide"
"""The id of the counselor's guide."""

_FENCE: Final = "+++\n"


class ArticleSection(StrEnum):
    """The sections of the list of articles, in order."""

    BEGIN = "begin"
    TALK = "talk"
    FIND = "find"
    RECORDS = "records"
    PROGRAM = "program"


SECTIONS: Final = {
    ArticleSection.BEGIN: Text("Om te beginnen", "To begin with"),
    ArticleSection.TALK: Text("Het gesprek", "The conversation"),
    ArticleSection.FIND: Text("Zoeken en lezen", "Searching and reading"),
    ArticleSection.RECORDS: Text("Dossiers", "Records"),
    ArticleSection.PROGRAM: Text("Het programma", "The program"),
}
"""The headings of the sections."""


@dataclass(frozen=True, slots=True)
class Article:
    """A help article; `body` is Markdown."""

    id: str
    section: ArticleSection
    title: Text
    keywords: tuple[Text, ...]
    said: tuple[Text, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class HelpText:
    """A text of the help that the search finds: an article or a key."""

    id: str
    title: Text
    keywords: Text
    body: Text
    said: Text


@cache
def articles(folder: Path = FOLDER) -> tuple[Article, ...]:
    """Read the articles, in the order of the list: by section, then by number.

    Raises:
        KnownError: A file is missing or damaged.
    """
    found = [_read(path) for path in sorted(folder.glob("[0-9]*.md"))]
    if (guide := _guide()) is not None:
        found.insert(1, guide)
    order = list(ArticleSection)
    return tuple(sorted(found, key=lambda article: order.index(article.section)))


def article(identifier: str) -> Article | None:
    """Return the article with this id, if there is one."""
    return next((one for one in articles() if one.id == identifier), None)


def texts() -> tuple[HelpText, ...]:
    """Return the texts of the articles and keys that the search finds."""
    from guidance_kb.help.key_table import TABLE  # noqa: PLC0415 - a table that the first paint reads anyhow

    found = [
        HelpText(
            one.id,
            one.title,
            _lines(one.keywords),
            Text(_searched(one, Language.NL), _searched(one, Language.EN)),
            _lines(one.said),
        )
        for one in articles()
    ]
    for shortcut in TABLE:
        keys = "\n".join(shortcut.keys)
        where = shortcut.group.value
        found.append(
            HelpText(
                shortcut.id,
                Text(_capital(shortcut.does.nl), _capital(shortcut.does.en)),
                Text(keys, keys),
                Text(f"{' of '.join(shortcut.keys)} · {where.nl}", f"{' or '.join(shortcut.keys)} · {where.en}"),
                Text("", ""),
            )
        )
    return tuple(found)


def _searched(one: Article, language: Language) -> str:
    """Return the searched part of an article: all of it, but of the guide the headings, because it covers everything and quotes queries."""
    body = one.body.say(language)
    return plain_article(
        "\n".join(line for line in body.splitlines() if line.startswith("#")) if one.id == GUIDE else body
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lines(several: tuple[Text, ...]) -> Text:
    return Text("\n".join(one.nl for one in several if one.nl), "\n".join(one.en for one in several if one.en))


def _read(path: Path) -> Article:
    try:
        _, head, nl, en = path.read_text("utf-8").split(_FENCE)
        about: dict[str, Any] = tomllib.loads(head)
        return Article(
            id=f"help-{path.stem.split('-', 1)[1]}",
            section=ArticleSection(about["section"]),
            title=Text(about["nl"]["title"], about["en"]["title"]),
            keywords=_pairs(about, "keywords"),
            said=_pairs(about, "said"),
            body=Text(nl.strip(), en.strip()),
        )
    except (OSError, ValueError, KeyError) as error:
        raise KnownError(
            f"De hulptekst {path.name} kan niet worden gelezen. Installeer het programma opnieuw.",
            f"The help text {path.name} cannot be read. Install the program again.",
        ) from error


def _pairs(about: dict[str, Any], field: str) -> tuple[Text, ...]:
    """Return the words of both languages in pairs; the shorter list is filled up with empty words."""
    nl, en = (list(about[language].get(field, ())) for language in Language)
    longest = max(len(nl), len(en))
    return tuple(
        Text(*pair) for pair in zip(nl + [""] * (longest - len(nl)), en + [""] * (longest - len(en)), strict=True)
    )


def guide_folder() -> Path:
    """Return the folder of the counselor's guide and its pictures."""
    return paths.ROOT / "docs"


def _guide() -> Article | None:
    """Return the counselor's guide as an article, its first line as the title; None in a package without it."""
    read = [guide_folder() / f"guide-{language}.md" for language in Language]
    if not all(file.is_file() for file in read):
        return None
    nl, en = (file.read_text("utf-8").lstrip() for file in read)
    bodies = [text.split("\n", 1)[1] if text.startswith("# ") and "\n" in text else text for text in (nl, en)]
    titles = [
        text.split("\n", 1)[0].removeprefix("# ").strip() if text.startswith("# ") else other
        for text, other in ((nl, "Handleiding"), (en, "Guide"))
    ]
    return Article(GUIDE, ArticleSection.BEGIN, Text(*titles), (Text("handleiding", "manual"),), (), Text(*bodies))


# --- News: a short list for each version, in the user's words (resources/help/news.toml); CHANGELOG.md is complete


@dataclass(frozen=True, slots=True)
class Version:
    """A version and its news."""

    number: str
    lines: tuple[Text, ...]


@cache
def news(file: Path = FOLDER / "news.toml") -> tuple[Version, ...]:
    """Read the news of each version, the newest first.

    Raises:
        KnownError: The file is missing or damaged.
    """
    try:
        found = tomllib.loads(file.read_text("utf-8"))["version"]
        return tuple(
            Version(one["number"], tuple(Text(*pair) for pair in zip(one["nl"], one["en"], strict=True)))
            for one in found
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            "Wat er nieuw is, kan niet worden gelezen. Installeer het programma opnieuw.",
            "What is new cannot be read. Install the program again.",
        ) from error


# --- All that is searched: articles, keys and settings


def help_texts() -> tuple[HelpText, ...]:
    """Return everything of the help and the settings that the search finds, articles first."""
    settings = (
        HelpText(f"{SETTING}{one.target}", one.title, one.also, one.explanation, one.said) for one in searchables()
    )
    return (*texts(), *settings)
