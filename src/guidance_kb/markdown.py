"""Markdown with two sets of rules: strict for the knowledge, wider for the help.

Neither passes HTML through. A body of the knowledge is rendered by markdown-it to `ALLOWED` tags, which the database stores; anything else
is an error. A help article may also have headings, links, tables of two columns and pictures; it is rendered for Qt's text browser.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from guidance_kb.errors import shown
from guidance_kb.language import Text

if TYPE_CHECKING:  # imported with the first text that is rendered
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ALLOWED: Final = frozenset({"p", "ul", "ol", "li", "em", "strong", "br"})
"""The only HTML tags in the database."""

LINKS: Final = ("help-", "do-", "key-", "find:", "#")
"""The allowed starts of a link address: another article, an action of the program, a key, a query, a place on the page."""

_CLASSES: Final = {"h1": "title", "h2": "heading", "h3": "heading"}
_PART: Final = re.compile(r"^\{\{([a-z-]+)\}\}$")
"""A line that the program replaces by generated content: {{keys}}."""

_PICTURE: Final = re.compile(r"^[\w-]+(/[\w-]+)*\.(png|svg)$")
"""The allowed pictures: a plain relative path below the folder of the text."""


_LEFT_OVER: Final = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|\[[^\]]*\][(\[]|<[a-zA-Z/!?]"
)
_MARK: Final = "\0"
"""Placeholder for a mark that was parsed, so that an unmatched one beside it is detected: `**bold*` is a `*` and an emphasis."""


class MarkdownError(ValueError):
    """The text uses Markdown that is not allowed, or leaves a mark open; `text` names it."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(nl, en)


def render_body(body: str) -> str:
    """Render Markdown of the knowledge to HTML of the allowed tags.

    Raises:
        MarkdownError: A heading, link, image, quote, code or HTML; or an emphasis that is opened and not closed.
    """
    markdown = _of_knowledge()
    tokens = markdown.parse(body)
    for token in _flat(tokens):
        if token.tag and token.tag not in ALLOWED:
            found = token.type.removesuffix("_open")
            raise MarkdownError(
                f"verwacht: alleen alinea's, lijsten en nadruk, gevonden: {found}",
                f"expected paragraphs, lists and emphasis only, found {found}",
            )
        text = "".join(_words(token.children or (), mark=_MARK))
        if left := _LEFT_OVER.search(text):
            at = shown(text[left.start() :].replace(_MARK, "")[:30])
            raise MarkdownError(
                f"nadruk, code, een link of HTML is geopend en niet gesloten, of niet toegestaan: “{at}”",
                f"an emphasis, code, link or HTML is opened and not closed, or not allowed: “{at}”",
            )
    return str(markdown.renderer.render(tokens, markdown.options, {})).strip()


def plain_body(body: str) -> str:
    """Return the text of a body without Markdown; paragraphs and list items have lines of their own.

    A list item that ends without a mark gets a semicolon, so that an excerpt over several lines reads as a list.
    """
    lines, in_list = [], 0
    for token in _of_knowledge().parse(body):
        in_list += token.nesting if token.type.startswith("list_item") else 0
        if token.type == "inline":
            line = "".join(_words(token.children or ()))
            lines.append(f"{line};" if in_list and line[-1:] not in ".,;:?!" else line)
    return "\n".join(lines)


def parts(body: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of an article: ("text", Markdown), and ("part", name) where the program inserts generated content."""
    lines: list[str] = []
    for line in body.splitlines():
        if found := _PART.match(line.strip()):
            yield "text", "\n".join(lines)
            yield "part", found[1]
            lines = []
        else:
            lines.append(line)
    yield "text", "\n".join(lines)


def render_article(text: str) -> str:
    """Render Markdown of the help to HTML for the window; a link or picture that is not allowed is replaced by its text."""
    return "".join(_html(_of_help().parse(text)))


def plain_article(body: str) -> str:
    """Return the text of an article; paragraphs, list items and headings are on lines of their own."""
    texts = (text for sort, text in parts(body) if sort == "text")
    return "\n".join(
        "".join(_words(token.children or (), code=True))
        for text in texts
        for token in _of_help().parse(text)
        if token.type == "inline"
    )


def links(body: str) -> list[str]:
    """Return the addresses of all links, in order."""
    return [
        str(child.attrs.get("href", ""))
        for token in _of_help().parse(body)
        for child in token.children or ()
        if child.type == "link_open"
    ]


@cache
def _of_knowledge() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the first paint needs none of it

    # Without "reference" a line `[word]: text` stays text; with it, it would vanish from the page.
    return MarkdownIt("commonmark", {"html": False}).disable(["autolink", "code", "entity", "reference"])


@cache
def _of_help() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - as above

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - LINKS says what a link may lead to
    return made


def _words(tokens: Iterable["Token"], *, mark: str = "", code: bool = False) -> Iterator[str]:
    """Yield the pieces of an inline text: breaks as spaces, code if it is allowed, and everything else as `mark`."""
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "text" or (code and token.type == "code_inline"):
            yield token.content
        else:
            yield mark


def _flat(tokens: Sequence["Token"]) -> Iterator["Token"]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def _html(tokens: Sequence["Token"]) -> Iterator[str]:
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type == "inline":
            yield from _inline(token.children or ())
        elif token.type == "paragraph_open" and following is not None and _is_picture(following):
            yield '<p class="picture">'
        elif token.type in ("fence", "code_block"):
            yield f'<p class="code">{escape(token.content.strip()).replace(chr(10), "<br>")}</p>'
        elif token.type == "hr":
            yield "<hr>"
        elif token.tag in _CLASSES:
            yield f'<p class="{_CLASSES[token.tag]}">' if token.nesting > 0 else "</p>"
        elif token.tag and not token.hidden and token.tag not in ("thead", "tbody"):
            attributes = ' cellpadding="4" cellspacing="0"' if token.tag == "table" and token.nesting > 0 else ""
            yield f"<{token.tag}{attributes}>" if token.nesting >= 0 else f"</{token.tag}>"


def _is_picture(token: "Token") -> bool:
    """Return whether a paragraph has a picture and nothing else."""
    return [child.type for child in token.children or ()] == ["image"]


def _inline(tokens: Sequence["Token"]) -> Iterator[str]:
    allowed = False
    for token in tokens:
        match token.type:
            case "text":
                yield escape(token.content)
            case "code_inline":
                yield f'<span class="key">{escape(token.content)}</span>'
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "<br>"
            case "link_open":
                address = str(token.attrs.get("href", ""))
                allowed = address.startswith(LINKS)
                yield f'<a href="{escape(_address(address), quote=True)}">' if allowed else ""
            case "link_close":
                yield "</a>" if allowed else ""
            case "image":
                source = str(token.attrs.get("src", ""))
                alt = escape(token.content, quote=True)
                yield f'<img src="{source}" alt="{alt}">' if _PICTURE.match(source) else alt
            case _:
                yield f"<{token.tag}>" if token.nesting > 0 else f"</{token.tag}>" if token.nesting < 0 else ""


def _address(address: str) -> str:
    return address if address.startswith(("find:", "#")) else f"open:{address}"
