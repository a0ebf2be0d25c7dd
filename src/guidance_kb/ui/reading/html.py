"""Helpers for HTML in the subset that Qt's text browser supports. Plain text is escaped here; arguments that are HTML are not."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from guidance_kb.ui.look.tokens import EDGE, SPACE, STRONG, TYPE, Tokens

_LEADING = 130
"""Line height as a percentage of the font's line height, which is 1.2 times its size: together 1.6 times the size."""


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of plain text; line breaks are kept."""
    return f'<p class="{style}">{escape(text).replace(chr(10), "<br>")}</p>'


def title(text: str) -> str:
    """Return the page title; no `h1`, because Qt does not let a style sheet set its size."""
    return f'<p class="title">{escape(text)}</p>'


def heading(text: str) -> str:
    """Return a heading within the page."""
    return f'<p class="heading">{escape(text)}</p>'


def link(identifier: str, text: str) -> str:
    """Return a link to another page of the program."""
    return f'<a href="open:{escape(identifier, quote=True)}">{escape(text)}</a>'


def drawn(identifier: str, text: str) -> str:
    """Return a paragraph with a link that shows a node on the map."""
    return f'<p class="path"><a href="links:{escape(identifier, quote=True)}">{escape(text)}</a></p>'


def query(text: str) -> str:
    """Return a link that runs a query; `link`, `drawn` and `query` are the only kinds of link."""
    return f'<a href="find:{quote(text)}">{escape(text)}</a>'


def bullets(items: Iterable[str]) -> str:
    """Return a list of pieces of HTML."""
    made = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{made}</ul>" if made else ""


def block(title: str, text: str, colour: str, edge: str) -> str:
    """Return a coloured block with a title, for text that is ours and not the report's; a table, because Qt paints no other box."""
    inner = f'<p class="part"><span class="part">{escape(title)}</span></p>{paragraph(text, "last")}'
    attributes = f'class="block" width="100%" cellpadding="10" cellspacing="0" border="{EDGE}"'
    lines = f"border-style: solid; border-color: {edge}; border-collapse: collapse"
    return f'<table {attributes} style="{lines}"><tr><td bgcolor="{colour}">{inner}</td></tr></table>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Return a two-column table of names (plain text) and values (HTML)."""
    return table((f'<span class="soft">{escape(name)}</span>', value) for name, value in rows)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return a two-column table of pieces of HTML."""
    made = "".join(f'<tr><td class="name">{name}&nbsp;&nbsp;</td><td>{value}</td></tr>' for name, value in rows)
    return f'<table cellpadding="2" cellspacing="0">{made}</table>' if made else ""


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet of a page, with sizes in pixels at this text scale."""

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return f"""
    body, p, li, td {{ font-family: Inter; font-size: {px(TYPE.lead)}; color: {tokens.ink}; line-height: {_LEADING}%; }}
    p {{ margin: 0 0 {px(10)} 0; }}
    p.over {{ font-size: {px(TYPE.small)}; color: {tokens.soft_ink}; margin-bottom: {px(4)}; }}
    p.small {{ font-size: {px(TYPE.small)}; color: {tokens.soft_ink}; margin-bottom: {px(2)}; }}
    p.source {{ font-size: {px(TYPE.body)}; color: {tokens.soft_ink}; margin-top: {px(10)}; }}
    p.part {{ margin-bottom: {px(2)}; }}
    p.last {{ margin-bottom: 0; }}
    span.part {{ font-size: {px(TYPE.small)}; font-weight: {STRONG}; color: {tokens.soft_ink}; }}
    p.path {{ font-size: {px(TYPE.body)}; color: {tokens.soft_ink}; }}
    p.path a {{ font-size: {px(TYPE.body)}; }}
    p.say {{ font-size: {px(TYPE.heading)}; }}
    table.block {{ margin-top: {px(SPACE.xs)}; margin-bottom: {px(SPACE.md)}; }}
    td.name {{ font-size: {px(TYPE.body)}; white-space: nowrap; }}
    p.picture {{ line-height: 100%; margin: {px(6)} 0 {px(12)} 0; }}
    p.title {{ font-size: {px(TYPE.title)}; font-weight: {STRONG}; line-height: 115%; margin-bottom: {px(12)}; }}
    p.heading {{ font-size: {px(TYPE.lead)}; font-weight: {STRONG}; margin: {px(18)} 0 {px(4)} 0; color: {tokens.soft_ink}; }}
    ul, ol {{ margin: 0 0 {px(8)} 0; -qt-list-indent: 1; }}
    li {{ margin-bottom: {px(4)}; }}
    a {{ color: {tokens.accent}; text-decoration: none; }}
    span.key, p.code {{ font-size: {px(TYPE.body)}; background-color: {tokens.raised}; }}
    span.soft {{ color: {tokens.soft_ink}; font-size: {px(TYPE.body)}; }}
    """
