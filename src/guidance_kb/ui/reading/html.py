"""Small pieces of the HTML that Qt's text browser understands; everything from outside is escaped here."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from guidance_kb.ui.tokens import Tokens


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of plain text; its line breaks are kept."""
    return f'<p class="{style}">{escape(text).replace(chr(10), "<br>")}</p>'


def heading(text: str) -> str:
    """The heading of a part of the page."""
    return f"<h3>{escape(text)}</h3>"


def link(identifier: str, text: str) -> str:
    """A link that opens another page of the program."""
    return f'<a href="open:{escape(identifier, quote=True)}">{escape(text)}</a>'


def query(text: str) -> str:
    """A link that runs a query: beside `link` the only links there are."""
    return f'<a href="find:{quote(text)}">{escape(text)}</a>'


def bullets(items: Iterable[str]) -> str:
    """A list of pieces of HTML."""
    made = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{made}</ul>" if made else ""


def block(title: str, text: str, colour: str) -> str:
    """A coloured block with a small title, for what is ours and not the report's (a table: Qt paints no other box)."""
    inner = f'<p class="small"><b>{escape(title)}</b></p>{paragraph(text)}'
    return f'<table width="100%" cellpadding="10" cellspacing="0" bgcolor="{colour}"><tr><td>{inner}</td></tr></table><p class="gap"></p>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A two-column table: a name and a piece of HTML."""
    return table((f'<span class="soft">{escape(name)}</span>', value) for name, value in rows)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """A two-column table of pieces of HTML."""
    made = "".join(f'<tr><td class="name">{name}&nbsp;&nbsp;</td><td>{value}</td></tr>' for name, value in rows)
    return f'<table cellpadding="2" cellspacing="0">{made}</table>' if made else ""


def style_sheet(tokens: Tokens, scale: float) -> str:
    """The style of a page, in pixels at the chosen text size."""

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return f"""
    body, p, li, td {{ font-family: Inter; font-size: {px(16)}; color: {tokens.ink}; line-height: 150%; }}
    p {{ margin: 0 0 {px(10)} 0; }}
    p.over {{ font-size: {px(13)}; color: {tokens.soft_ink}; margin-bottom: {px(4)}; }}
    p.small {{ font-size: {px(13)}; color: {tokens.soft_ink}; margin-bottom: {px(2)}; }}
    p.source {{ font-size: {px(14)}; color: {tokens.soft_ink}; margin-top: {px(10)}; }}
    p.say {{ font-size: {px(18)}; }}
    p.gap {{ font-size: {px(4)}; margin: 0; line-height: 100%; }}
    td.name {{ font-size: {px(14)}; white-space: nowrap; }}
    h1 {{ font-size: {px(25)}; font-weight: 600; line-height: 122%; margin: 0 0 {px(12)} 0; color: {tokens.ink}; }}
    h3 {{ font-size: {px(14)}; font-weight: 600; margin: {px(18)} 0 {px(4)} 0; color: {tokens.soft_ink}; }}
    ul, ol {{ margin: 0 0 {px(8)} 0; -qt-list-indent: 1; }}
    li {{ margin-bottom: {px(4)}; }}
    a {{ color: {tokens.accent}; text-decoration: none; }}
    span.soft {{ color: {tokens.soft_ink}; font-size: {px(14)}; }}
    """
