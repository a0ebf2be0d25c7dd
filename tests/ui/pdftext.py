"""What a PDF says, by a reader that is not Qt's: word by word, for how letters are spaced is no matter here."""

import io
from pathlib import Path

from pypdf import PdfReader


def pages_of(pdf: bytes | Path) -> list[str]:
    """The text of every page, its words apart by one space."""
    reader = PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text_of(pdf: bytes | Path) -> str:
    """The text of all pages."""
    return " ".join(pages_of(pdf))


def words_of(text: str) -> str:
    """A text as `text_of` would give it."""
    return " ".join(text.split())
