"""Every text of ours that a client hears or reads, with its place, for the check of plain language (docs/plain-language.md).

The counselor's own texts, and texts that only the counselor reads, are not included.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from guidance_kb.casebook.records.steps import Who
from guidance_kb.documents import access_words, client_page
from guidance_kb.documents.privacy_texts import privacy_texts
from guidance_kb.knowledge.authoring.plain_language import texts
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

FOR_THE_COUNSELOR: Final = frozenset({"data-leak"})
"""Privacy texts that no client reads."""

_OF_THE_ACCESS_PAGE: Final = ("TITLE", "INTRODUCTION", "RIGHTS", "CONVERSATION", "NOTHING", "TABLES", "COLUMNS")
"""The page's own texts; the values in its tables are the record's."""


@dataclass(frozen=True, slots=True)
class ClientText:
    """A text in one language.

    Attributes:
        of: The owner: the id of an item, barrier, drive or privacy text, or the page.
        field: The name of the text.
    """

    of: str
    field: str
    language: Language
    text: str


def client_texts(library: Library) -> Iterator[ClientText]:
    """Yield the texts that are asked, agreed, printed for the client or about privacy, in both languages."""
    for tables in (library.items, library.barriers, library.drives):
        for table in tables.values():
            for language, field, text in texts(table):
                yield ClientText(table.id, field, language, text)
    for of, field, both in _printed(library):
        for language in Language:
            yield ClientText(of, field, language, both.say(language))


def _printed(library: Library) -> Iterator[tuple[str, str, Text]]:
    for target in library.drives:
        for item, text in client_page.sentences(target).items():
            yield "client-page", f"{target}, {item}", text
    for who in (Who.CLIENT, Who.COUNSELOR):
        for barrier, step in client_page.step_sentences(who).items():
            yield "client-page", f"{barrier}, {who}", step.text
    yield from _constants("client-page", vars(client_page))
    yield from _constants("access-page", {name: vars(access_words)[name] for name in _OF_THE_ACCESS_PAGE})
    for each in privacy_texts():
        if each.id not in FOR_THE_COUNSELOR:
            yield f"privacy:{each.id}", "title", each.title
            yield f"privacy:{each.id}", "body", each.body


def _constants(page: str, constants: Mapping[str, object]) -> Iterator[tuple[str, str, Text]]:
    """Yield the texts in the constants of a page, with the name of the constant."""
    for name, value in constants.items():
        for text in _found(value):
            yield page, name.strip("_").lower(), text


def _found(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _found(each)
