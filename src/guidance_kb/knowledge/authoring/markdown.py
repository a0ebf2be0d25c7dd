"""Markdown of a body, rendered to a small, safe set of HTML tags or refused with the reason."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from guidance_kb.knowledge.authoring.problems import shown
from guidance_kb.language import Text

ALLOWED = frozenset({"p", "ul", "ol", "li", "em", "strong", "br"})
"""The only HTML tags in the database."""

# With "reference" enabled, a line `[word]: text` would vanish from the page.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["autolink", "code", "entity", "reference"])
_LEFT_OVER = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|\[[^\]]*\][(\[]|<[a-zA-Z/!?]"
)
_MARK = "\0"
"""Placeholder for a mark that was parsed, so that an unmatched one beside it is detected: `**bold*` is a `*` and an emphasis."""


class MarkdownError(ValueError):
    """The text uses Markdown that is not allowed, or leaves a mark open; `text` names it."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(nl, en)


def render(body: str) -> str:
    """Render Markdown to HTML of the allowed tags.

    Raises:
        MarkdownError: The body has a heading, link, image, quote, code or HTML, or an emphasis that is not closed.
    """
    tokens = _MARKDOWN.parse(body)
    for token in _flat(tokens):
        if token.tag and token.tag not in ALLOWED:
            found = token.type.removesuffix("_open")
            raise MarkdownError(
                f"verwacht: alleen alinea's, lijsten en nadruk, gevonden: {found}",
                f"expected paragraphs, lists and emphasis only, found {found}",
            )
        text = "".join(_text(token.children or (), mark=_MARK))
        if left := _LEFT_OVER.search(text):
            at = shown(text[left.start() :].replace(_MARK, "")[:30])
            raise MarkdownError(
                f"nadruk, code, een link of HTML is geopend en niet gesloten, of niet toegestaan: “{at}”",
                f"an emphasis, code, link or HTML is opened and not closed, or not allowed: “{at}”",
            )
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})).strip()


def plain(body: str) -> str:
    """Return the text of a body without Markdown; paragraphs and list items have lines of their own.

    A list item that ends without punctuation gets a semicolon, so that an excerpt over several lines reads as a list.
    """
    lines, in_list = [], 0
    for token in _MARKDOWN.parse(body):
        in_list += token.nesting if token.type.startswith("list_item") else 0
        if token.type == "inline":
            line = "".join(_text(token.children or ()))
            lines.append(f"{line};" if in_list and line[-1:] not in ".,;:?!" else line)
    return "\n".join(lines)


def _text(tokens: Sequence[Token], mark: str = "") -> Iterator[str]:
    """Yield the pieces of an inline text: breaks as spaces, every start and end of an emphasis as `mark`."""
    for token in tokens:
        yield " " if token.type in ("softbreak", "hardbreak") else token.content if token.type == "text" else mark


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])
