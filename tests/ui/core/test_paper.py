"""A page laid out on A4: the same for screen, printer and PDF, and never cut off."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.form import empty_form
from guidance_kb.documents.page import bullets, heading, page, paragraph, table
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.printing import pdf, pdf_of
from tests.ui.pdftext import pages_of, text_of, words_of

pytestmark = pytest.mark.usefixtures("qapp")  # Qt lays out no text without an application

WHITE = QColor("#ffffff")
_UNWRITTEN = 1300
"""Pixels from the left, at two for every one of a sheet, where the column without words is."""

_FOOT = 1060
"""Pixels from the top of a sheet to below all that stands on it but its number."""


def of(*parts: str) -> str:
    return page("Titel", parts, Language.NL)


def sizes(paper: Paper) -> dict[str, float]:
    """The size of every piece of text, in points."""
    found, block = {}, paper.document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            found[fragment.text()] = fragment.charFormat().font().pointSizeF()
            pieces += 1
        block = block.next()
    return found


def _left_border(image: QImage) -> int:
    return next(x for x in range(image.width()) if image.pixelColor(x, 500) != WHITE)


def test_all_of_a_long_text_is_in_the_pdf_on_as_many_pages() -> None:
    texts = [f"Alinea nummer {number}." for number in range(200)]
    paper = Paper(of(*(paragraph(text) for text in texts)))
    pages = pages_of(pdf_of(paper))
    assert len(pages) == paper.pages > 2
    assert all(text in " ".join(pages) for text in texts)
    assert [each.rsplit(" ", 3)[-3:] for each in pages] == [
        [str(n), "/", str(len(pages))] for n in range(1, len(pages) + 1)
    ]


def test_one_page_has_no_number() -> None:
    assert text_of(pdf(of(paragraph("Kort.")))) == "Titel Kort."


def test_dashes_and_brackets_between_figures_stay_characters() -> None:
    """Inter has drawings of its own for these, which stand for no character in a PDF: a telephone number would lose its dash."""
    said = "030 - 123 45 67 (vóór 9-12-2026) 10:30 3×4 § 2.2"
    assert said in text_of(pdf(of(paragraph(said), heading(said), bullets([said]))))


def test_headings_are_as_large_as_the_style_says() -> None:
    found = sizes(Paper(of(heading("Twee"), heading("Drie", 3), paragraph("Tekst"))))
    assert (found["Titel"], found["Twee"], found["Drie"]) == (18, 13, 11)


def test_no_heading_stands_at_the_foot_of_a_sheet() -> None:
    for lines in range(40, 60):
        paper = Paper(
            of(
                *(paragraph(f"{number}") for number in range(lines)),
                heading("Kop"),
                heading("Onderkop", 3),
                paragraph("Slot"),
            )
        )
        holds = [("Kop" in text, "Onderkop" in text, "Slot" in text) for text in pages_of(pdf_of(paper))]
        assert (True, True, True) in holds, lines


def test_a_heading_goes_with_the_table_below_it() -> None:
    for lines in range(40, 60):
        made = of(
            *(paragraph(f"{number}") for number in range(lines)), heading("Kop"), table((100,), ["Wat"], [["Iets"]])
        )
        holds = [("Kop" in text, "Wat" in text) for text in pages_of(pdf(made))]
        assert (True, True) in holds, lines


def test_no_row_of_a_table_stands_on_two_sheets() -> None:
    for lines in range(40, 52):
        rows = [[f"Vraag{number}<br>tweede regel<br>Slot{number}.", ""] for number in range(30)]
        made = of(*(paragraph("Alinea") for _ in range(lines)), heading("Kop"), table((50, 50), ["Wat", "Hoe"], rows))
        pages = pages_of(pdf(made))
        for number in range(30):
            holds = [(f"Vraag{number} " in text, f"Slot{number}." in text) for text in pages]
            assert (True, True) in holds, (lines, number)


def test_the_empty_form_has_each_item_on_one_sheet(library: Library) -> None:
    checklist = Checklist.of(library)
    pages = pages_of(pdf(empty_form(library, checklist, Language.NL)))
    assert len(pages) > 2
    for item in checklist.items.values():
        text = item.text(Language.NL)
        assert any(words_of(f"{text.label} “{text.open}”") in page for page in pages), item.id


def test_a_row_that_is_higher_than_a_sheet_is_all_there() -> None:
    lines = [f"Regel{number}." for number in range(120)]
    said = text_of(pdf(of(paragraph("Eerst"), table((100,), ["Wat"], [["Kort"], ["<br>".join(lines)], ["Slot"]]))))
    assert all(line in said for line in [*lines, "Kort", "Slot"])


def test_a_table_is_closed_on_each_sheet_that_it_leaves() -> None:
    rows = [[f"Vraag{number}<br>tweede regel", ""] for number in range(40)]
    paper = Paper(of(table((50, 50), ["Wat", "Hoe"], rows)))
    assert paper.pages > 1
    for sheet in range(paper.pages):
        image = QImage(SIZE.toSize() * 2, QImage.Format.Format_RGB32)
        image.fill(WHITE)
        painter = QPainter(image)
        painter.scale(2, 2)
        paper.draw(painter, sheet)
        painter.end()
        inked = [[image.pixelColor(x, y) != WHITE for y in range(2 * _FOOT)] for x in (_left_border(image), _UNWRITTEN)]
        beside, below = (max(y for y, ink in enumerate(line) if ink) for line in inked)
        assert beside - below <= 2, sheet


def test_how_much_is_too_much_is_measured() -> None:
    short, long = Paper(of(paragraph("Kort."))), Paper(of(*(paragraph("Regel.") for _ in range(60))))
    assert short.too_high_by < 0
    assert 0 < long.too_high_by < 297
    assert long.height > short.height


def test_a_table_that_goes_on_says_its_heading_again() -> None:
    rows = [[f"Vraag{number}<br>tweede regel", ""] for number in range(60)]
    pages = pages_of(pdf(of(heading("Kop boven"), table((50, 50), ["Wat", "Hoe"], rows), heading("Kop onder"))))
    assert len(pages) > 2
    assert ["Kop boven" in page for page in pages] == [True] * len(pages)
    assert sum("Kop onder" in page for page in pages) == 1
