"""Copying: rich text for a letter or a report, and the same as plain text."""

from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QGuiApplication, QTextBlock, QTextCursor, QTextListFormat

from guidance_kb.documents.citation import plain_text
from guidance_kb.language import Language
from guidance_kb.ui.core.services import Services

_NUMBERED = QTextListFormat.Style.ListDecimal


def copy_passage(services: Services, identifier: str, language: Language, selected: str = "") -> None:
    """Copy what the page of `identifier` tells, or the part of it that is `selected` (HTML), with its source."""
    from guidance_kb.documents.passages import as_html, selection_as_html  # noqa: PLC0415 - nothing is copied at the start

    if selected:
        html = selection_as_html(services.library, identifier, selected, language)
    else:
        html = as_html(services.library, identifier, language)
    QGuiApplication.clipboard().setMimeData(rich(html))


def rich(html: str) -> QMimeData:
    """Return HTML for the clipboard, with the same as plain text."""
    made = QMimeData()
    made.setHtml(html)
    made.setText(plain_text(html))
    return made


def selected_html(cursor: QTextCursor) -> str:
    """Return the selected text as paragraphs and lists, with what is bold.

    Colours, sizes and links of the screen stay behind.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block, made, in_list = cursor.document().findBlock(start), "", ""
    while block.isValid() and block.position() < end:
        text, kind = _block_html(block, start, end), _list_of(block)
        if kind != in_list:
            made += (f"</{in_list}>" if in_list else "") + (f"<{kind}>" if kind else "")
            in_list = kind
        if text.strip():
            made += f"<li>{text}</li>" if kind else f"<p>{text}</p>"
        block = block.next()
    return made + (f"</{in_list}>" if in_list else "")


def _list_of(block: QTextBlock) -> str:
    """Return the tag of the list that a paragraph is in; empty if it is in none."""
    if block.blockFormat().objectIndex() < 0:
        return ""
    return "ol" if block.textList().format().style() == _NUMBERED else "ul"


def _block_html(block: QTextBlock, start: int, end: int) -> str:
    """Return the part of a paragraph between two positions of the document."""
    made, pieces = "", block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        at = piece.position()
        text = piece.text()[max(start - at, 0) : max(end - at, 0)]
        words = escape(text.replace("\ufffc", "")).replace("\u2028", "<br>")
        bold = piece.charFormat().fontWeight() >= QFont.Weight.DemiBold
        made += f"<b>{words}</b>" if bold and words.strip() else words
        pieces += 1
    return made
