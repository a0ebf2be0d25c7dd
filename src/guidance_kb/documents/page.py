"""Printable pages: self-contained HTML that browsers and Qt's text document can lay out.

Qt supports tables, and of CSS only sizes, colours, margins (in pixels) and page breaks: no flex, no grid, borders on tables only. Every
external text is escaped here.
"""

import errno
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text

# Writing of output files where the user wants them: completely or not at all.


_FULL: Final = Text("de schijf is vol", "the disk is full")
_FORBIDDEN: Final = Text("u mag in die map niet schrijven", "you may not write in that folder")
_MISSING: Final = Text("die map is er niet", "that folder is not there")
_WHY: Final = {
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _FULL, errno.EACCES: _FORBIDDEN, errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN, errno.ENOENT: _MISSING, errno.ENOTDIR: _MISSING,
}  # fmt: skip
"""Words for errors whose system message may be in another language; other errors keep the system's message."""


def save(path: Path, content: bytes) -> None:
    """Write a file that only this user can read; an existing one is replaced, completely or not at all.

    Raises:
        KnownError: It cannot be written there; an existing file is unchanged and no part of the new one remains.
    """
    try:
        write_durably(path, content)
    except OSError as error:
        why = _WHY.get(error.errno or 0) or Text(str(error.strerror), str(error.strerror))
        raise KnownError(
            f"Het bestand kan daar niet worden opgeslagen: {why.nl}. Wat er al stond, is niet veranderd. Kies een andere plek.",
            f"The file cannot be saved there: {why.en}. What was there before has not changed. Choose another place.",
        ) from error


_STYLE: Final = """
body { font-family: Inter, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 10pt; color: #1c1c1c; }
h1 { font-size: 18pt; margin-top: 0px; margin-bottom: 6px; }
h2 { font-size: 13pt; margin-top: 20px; margin-bottom: 6px; }
h3 { font-size: 11pt; margin-top: 12px; margin-bottom: 4px; }
h4 { font-size: 10pt; margin-top: 0px; margin-bottom: 5px; }
p { margin-top: 0px; margin-bottom: 5px; }
ul { margin-top: 0px; margin-bottom: 5px; -qt-list-indent: 1; }
li { margin-bottom: 2px; }
p.small { font-size: 8.5pt; color: #505050; }
th { font-size: 8.5pt; font-weight: bold; text-align: left; background-color: #eeeeee; }
td.small { font-size: 8.5pt; color: #505050; }
table { border-collapse: collapse; border-color: #909090; border-style: solid; }
"""

_UNFIT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters other than tab and line break, and surrogates."""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """The header of each sheet.

    Attributes:
        name: The kind of paper, without client data, because the properties of a PDF include it. Empty means the title.
        about: Distinguishes sheets of the same kind: a code, a day.
    """

    name: str = ""
    about: str = ""


def page(
    title: str, parts: Iterable[str], language: Language, *, style: str = "", head: RunningHead = RunningHead()
) -> str:
    """Return a whole document.

    Args:
        title: The title of the document, and its first heading.
        parts: Pieces of HTML.
        language: The language of the document.
        style: Additional CSS rules.
        head: The header of each sheet.
    """
    body = "\n".join(part for part in parts if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="paper" content="{escape(head.name or title)}">\n<meta name="about" content="{escape(head.about)}">\n'
        f"<style>{_STYLE}{style}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def for_browser(html: str) -> str:
    """Return a document of `page` for a browser: with a readable width, also on a phone. Printed pages have their own margins."""
    screen = (
        "body { max-width: 46em; margin: 2em auto; padding: 0 1em; } img { vertical-align: middle; }"
        ' li.unchecked { list-style-type: "\\2610\\00a0"; }'
    )
    added = f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{screen}</style>\n</head>'
    return html.replace("</head>", added, 1)


def heading(text: str, level: int = 2) -> str:
    """Return a heading of level 2, 3 or 4."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, *, small: bool = False) -> str:
    """Return a paragraph of plain text; line breaks are kept."""
    return f'<p class="small">{lines(text)}</p>' if small else f"<p>{lines(text)}</p>"


def labelled(label: str, text: str) -> str:
    """Return a paragraph that begins with a bold label; empty if there is no text."""
    return f"<p><b>{escape(label)}:</b> {lines(text)}</p>" if text else ""


def lead(label: str) -> str:
    """Return a bold line before a list, as the lowest heading, so that a page break does not separate them."""
    return heading(f"{label}:", 4)


def boxes(texts: Iterable[str]) -> str:
    """Return a list of plain texts, each with a box to tick, which Qt and browsers draw themselves; empty if there are none."""
    made = "".join(f'<li class="unchecked">{lines(text)}</li>' for text in texts)
    return f"<ul>{made}</ul>" if made else ""


def bullets(texts: Iterable[str]) -> str:
    """Return a list of plain texts; empty if there are none."""
    made = "".join(f"<li>{lines(text)}</li>" for text in texts)
    return f"<ul>{made}</ul>" if made else ""


def lines(text: str) -> str:
    """Return a plain text as HTML with its line breaks, without control characters."""
    return escape(_UNFIT.sub("", text)).replace("\n", "<br>")


def table(widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with borders.

    Args:
        widths: The widths of the columns, in per cent.
        head: The column titles, plain text.
        rows: The cells, pieces of HTML.
    """
    titles = "".join(
        f'<th scope="col" width="{width}%">{escape(title)}</th>' for width, title in zip(widths, head, strict=True)
    )
    made = "".join(_row(cells) for cells in rows)
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="4">'
        f"<thead><tr>{titles}</tr></thead><tbody>{made}</tbody></table>"
    )


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f'<td valign="top">{cell or "&nbsp;"}</td>' for cell in cells) + "</tr>\n"
