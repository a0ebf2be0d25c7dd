"""What a PDF says, by a reader that is not Qt's: word by word, for how letters are spaced is no matter here."""

import io
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader


def pages_of(pdf: bytes | Path) -> list[str]:
    """The text of every page, its words apart by one space."""
    reader = PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text_of(pdf: bytes | Path) -> str:
    """The text of all pages."""
    return " ".join(pages_of(pdf))


def letters_of(text: str) -> str:
    """A text without any white space. Use it where the size of the letters follows from the content: pypdf drops a space of some sizes."""
    return "".join(text.split())


def words_of(text: str) -> str:
    """A text as `text_of` would give it."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on a page: its place from the left and the top, and the size of its letters, in points."""

    text: str
    left: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF: its text, its words apart by one space, and the pieces as they are drawn."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF as it is read: what its properties call it, and its pages."""

    title: str
    pages: tuple[Page, ...]


def read(pdf: bytes) -> Pdf:
    """Reads all of it, once."""
    reader = PdfReader(io.BytesIO(pdf))
    title = reader.metadata.title if reader.metadata else ""
    return Pdf(title or "", tuple(_page(page) for page in reader.pages))


def _page(page: PageObject) -> Page:
    found: list[Piece] = []
    height = float(page.mediabox.height)

    def take(text: str, within: list[float], of_text: list[float], _font: object, size: float) -> None:
        if text.strip():
            left, base = of_text[4], of_text[5]
            at = within[0] * left + within[2] * base + within[4], within[1] * left + within[3] * base + within[5]
            if 0 <= at[1] <= height:  # Qt also draws lines of the sheet before, where nobody sees them
                found.append(Piece(text, at[0], height - at[1], size * abs(within[3] * of_text[3])))

    text = page.extract_text(visitor_text=take)
    return Page(" ".join(text.split()), tuple(found))
