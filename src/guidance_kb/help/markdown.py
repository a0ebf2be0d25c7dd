"""Markdown of a help article: rendered to the HTML that the window shows, or to plain text for the search.

More than the knowledge may hold: headings, links, tables of two columns and pictures; and no HTML of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # brought by the first article that is rendered
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINKS: Final = ("help-", "do-", "key-", "find:", "#")
"""What the address of a link may begin with: another article, something the program does, a key, a query, a place on the page."""

_CLASSES: Final = {"h1": "title", "h2": "heading", "h3": "heading"}
_PART: Final = re.compile(r"^\{\{([a-z-]+)\}\}$")
"""A line that stands for what the program says itself at this place: {{keys}}."""

_PICTURE: Final = re.compile(r"^[\w-]+(/[\w-]+)*\.(png|svg)$")
"""The only pictures: those beside the text, by a plain path below its folder."""


def parts(body: str) -> Iterator[tuple[str, str]]:
    """Yields the pieces of a body: ("text", Markdown), and ("part", name) where the program says something itself."""
    lines: list[str] = []
    for line in body.splitlines():
        if found := _PART.match(line.strip()):
            yield "text", "\n".join(lines)
            yield "part", found[1]
            lines = []
        else:
            lines.append(line)
    yield "text", "\n".join(lines)


def render(text: str) -> str:
    """Renders Markdown to HTML for the window; a link or picture that is not allowed becomes its words."""
    return "".join(_html(_parser().parse(text)))


def plain(body: str) -> str:
    """The words of a body, a paragraph, list item or heading a line."""
    texts = (text for sort, text in parts(body) if sort == "text")
    return "\n".join(
        "".join(_words(token.children or ()))
        for text in texts
        for token in _parser().parse(text)
        if token.type == "inline"
    )


def links(body: str) -> list[str]:
    """The addresses of all links of a body, in order."""
    return [
        str(child.attrs.get("href", ""))
        for token in _parser().parse(body)
        for child in token.children or ()
        if child.type == "link_open"
    ]


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the first paint needs none of it

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - LINKS says what a link may lead to
    return made


def _words(tokens: Iterable["Token"]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "code_inline"):
            yield token.content


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
    """Whether a paragraph holds a picture and nothing else."""
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
