"""Texts in a few lines: what is cut off says so."""

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.widgets.marked_text import break_lines

LONG = "Op grond van eerder onderzoek deelt het rapport belemmeringen in drie soorten in, en elke soort vraagt iets anders."


def laid_out(text: str, width: int, most: int, marked: tuple[int, int] | None = None) -> QTextLayout:
    layout = QTextLayout(text, QApplication.font())
    if marked is not None:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = *marked, QTextCharFormat()
        made.format.setBackground(QColor("yellow"))
        layout.setFormats([made])
    break_lines(layout, width, most)
    return layout


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [90, 160, 240])
@pytest.mark.parametrize("most", [1, 2])
def test_what_is_cut_off_ends_in_an_ellipsis_that_fits(width: int, most: int) -> None:
    layout = laid_out(LONG, width, most)
    text = layout.text()
    last = layout.lineAt(layout.lineCount() - 1)
    assert layout.lineCount() == most
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert LONG[len(text) - 1] in " ,"  # whole words
    assert last.textStart() + last.textLength() == len(text)
    assert last.naturalTextWidth() <= width


@pytest.mark.usefixtures("qapp")
def test_what_fits_is_left_alone() -> None:
    layout = laid_out(LONG, 4000, 1)
    assert (layout.text(), layout.lineCount()) == (LONG, 1)
    assert laid_out("", 100, 3).text() == ""


@pytest.mark.usefixtures("qapp")
def test_no_mark_reaches_past_the_words_that_are_left() -> None:
    layout = laid_out(LONG, 160, 1, (0, len(LONG)))
    (only,) = layout.formats()
    assert (only.start, only.length) == (0, len(layout.text()) - 1)


@pytest.mark.usefixtures("qapp")
def test_a_single_word_is_cut_within() -> None:
    layout = laid_out("Arbeidsmarktkansenongelijkheidsonderzoek en meer", 100, 1)
    assert layout.text().startswith("Arb")
    assert layout.text().endswith("…")
    assert layout.lineAt(0).naturalTextWidth() <= 100
