"""Every paper of the program, looked at as it comes out: in the PDF, and in a picture of each sheet where poppler is there."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTextBlock, QTextCursor

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.printing import pdf_of
from tests.casebook.keeping import CODE as CODE_IN_RECORDS
from tests.ui.papers import CODE, PAPERS, Sheets, load_letters, makers, papers
from tests.ui.pdftext import Pdf, read

pytestmark = pytest.mark.usefixtures("qapp")  # Qt lays out no text without an application

_POINT_MM = 25.4 / 72
_DOTS = 60
"""To the inch, in the pictures."""

_WHITE = 250
"""Grey that is no ink: letters have soft edges."""

_BARE_MM = 6
"""At the upper and lower edge nothing stands, not even the head and the number."""

_WHOLE = 3
"""Lines of a paragraph that is never divided."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, laid out, as a PDF, and that as another reader has it."""

    sheets: Sheets
    paper: Paper
    pdf: bytes
    read: Pdf


@pytest.fixture(scope="module", params=[Language.NL, pytest.param(Language.EN, marks=pytest.mark.slow)])
def made(request: pytest.FixtureRequest, library: Library, qapp: object) -> list[Made]:
    """Every paper in one language."""
    load_letters()
    found = []
    for sheets in papers(library, request.param):
        paper = sheets.paper()
        pdf = pdf_of(paper)
        found.append(Made(sheets, paper, pdf, read(pdf)))
    return found


def blocks(paper: Paper) -> Iterator[tuple[QTextBlock, int, int]]:
    """Every block of text, with the sheets on which its first and its last line stand."""
    layout, block = paper.document.documentLayout(), paper.document.begin()
    while block.isValid():
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        on = [int((top + lines.lineAt(number).y()) / SIZE.height()) for number in range(lines.lineCount())] or [0]
        yield block, on[0], on[-1]
        block = block.next()


def test_every_page_that_is_made_is_among_them() -> None:
    assert makers() == PAPERS


def test_no_letter_is_larger_than_the_title_nor_outside_the_margins(made: list[Made]) -> None:
    for each in made:
        title, margin = each.read.pages[0].pieces[0], each.sheets.margin_mm / _POINT_MM
        for number, page in enumerate(each.read.pages, 1):
            for piece in page.pieces:
                where = (each.sheets.name, number, piece)
                assert 6 <= piece.size <= title.size + 0.1, where
                assert piece.left >= margin - 1, where
                assert _BARE_MM / _POINT_MM + piece.size / 2 <= piece.top <= (297 - _BARE_MM) / _POINT_MM, where


def test_nothing_that_was_written_is_missing(made: list[Made]) -> None:
    for each in made:
        said = "".join("".join(page.text.split()) for page in each.read.pages)
        body = each.sheets.html.split("<body>")[1]
        words = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?[bi]>", "", body))).split()
        assert [word for word in words if word not in said] == [], each.sheets.name


def test_nothing_that_leads_stands_at_the_foot_without_what_it_leads_to(made: list[Made]) -> None:
    """A heading, the question between a heading and its table, and a line that ends on a colon."""
    for each in made:
        before: tuple[bool, int, str] | None = None
        heading = False
        for block, first, last in blocks(each.paper):
            if before is not None:
                leads, foot, text = before
                assert not leads or foot == first, (each.sheets.name, text)
            above, heading = heading, bool(block.blockFormat().headingLevel())
            question = above and not _in_table(block) and _in_table(block.next())
            before = (heading or question or block.text().endswith(":"), last, block.text())


def _in_table(block: QTextBlock) -> bool:
    return block.isValid() and bool(QTextCursor(block).currentTable())


def test_no_title_and_no_short_paragraph_is_cut_in_two(made: list[Made]) -> None:
    for each in made:
        for block, first, last in blocks(each.paper):
            assert block.layout().lineCount() > _WHOLE or first == last, (each.sheets.name, block.text())


def test_each_sheet_after_the_first_says_of_what_it_is(made: list[Made]) -> None:
    for each in made:
        head, pages = each.sheets.head, each.read.pages
        assert pages[0].text.startswith(head.split(" · ")[0]), each.sheets.name
        for number, page in enumerate(pages[1:], 2):
            assert head in page.text, (each.sheets.name, number)
            assert page.text.endswith(f"{number} / {len(pages)}"), (each.sheets.name, number)
    codes = {each.sheets.name.partition("-")[0] for each in made if CODE in each.sheets.head}
    assert codes == {"counselor", "erasure"}  # the client's page carries none


def test_its_properties_name_the_paper_and_the_language_and_nobody(made: list[Made]) -> None:
    titles = {each.read.title for each in made}
    assert not any(code in title for title in titles for code in (CODE, CODE_IN_RECORDS))
    for each in made:
        language = "Nederlands" if '<html lang="nl">' in each.sheets.html else "English"
        assert each.read.title == f"{each.sheets.head.split(' · ')[0]} ({language})"


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_no_ink_is_outside_the_margins(made: list[Made], tmp_path: Path) -> None:
    """By a program that is not Qt's: beside the text nothing, and above and below it only the head, a heading and the number."""
    for each in made:
        file = tmp_path / f"{each.sheets.name}.pdf"
        file.write_bytes(each.pdf)
        subprocess.run(["pdftoppm", "-gray", "-r", str(_DOTS), file, file.with_suffix(".sheet")], check=True)
        pictures = sorted(tmp_path.glob(f"{each.sheets.name}.sheet-*.pgm"))
        assert len(pictures) == len(each.read.pages)
        for picture in pictures:
            image = QImage(str(picture)).convertToFormat(QImage.Format.Format_Grayscale8)
            mm = _DOTS / 25.4
            aside, bare = int((each.sheets.margin_mm - 1) * mm), int(_BARE_MM * mm)
            wide, high = image.width(), image.height()
            for place in (
                QRect(0, 0, aside, high),
                QRect(wide - aside, 0, aside, high),
                QRect(0, 0, wide, bare),
                QRect(0, high - bare, wide, bare),
            ):
                assert darkest(image, place) >= _WHITE, (picture.name, place)


def darkest(image: QImage, place: QRect) -> int:
    """The darkest grey of a part of a picture."""
    part = image.copy(place)
    return min(min(bytes(part.constScanLine(y))[: part.width()]) for y in range(part.height()))
