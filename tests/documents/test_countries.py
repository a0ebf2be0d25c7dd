"""What the countries answered: to look at, as a page and as CSV."""

import csv
import io

import pytest
from PySide6.QtWidgets import QApplication

from guidance_kb.documents.countries import (
    NOT_ABOUT,
    NOT_ASKED,
    CountryComparison,
    CountryQuestion,
    _csv,
    barriers_in,
    comparison,
    countries_as_data,
    countries_csv,
    countries_page,
    csv_file,
    title,
)
from guidance_kb.documents.page import lines
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.paper import Paper

FIVE = ["slovenia", "scotland", "germany", "flanders", "ireland"]


def read(text: str, language: Language = Language.NL) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language is Language.NL else ","))


def entries(question: CountryQuestion) -> list[str]:
    return [entry.id for cell in question.cells for entry in cell.entries]


# ── what is compared ────────────────────────────────────────────────────────────────────────────


def test_all_themes_of_the_five_countries(library: Library) -> None:
    compared = comparison(library)
    assert [country.id for country in compared.countries] == FIVE
    assert [question.theme.id for question in compared.questions] == list(library.themes)
    cells = [cell for question in compared.questions for cell in question.cells]
    assert tuple(cell.answer for cell in cells) == library.answers
    for cell in cells:
        assert bool(cell.entries) == bool(cell.answer.section)
        assert {entry.section for entry in cell.entries} <= {cell.answer.section}


def test_two_countries_in_the_order_asked(library: Library) -> None:
    compared = comparison(library, ("ireland", "germany"))
    assert compared.beside
    assert [country.id for country in compared.countries] == ["ireland", "germany"]
    assert {cell.answer.country for question in compared.questions for cell in question.cells[:1]} == {"ireland"}
    assert title(compared, Language.EN) == "Ireland beside Germany"


def test_only_what_is_about_a_barrier(library: Library) -> None:
    everything = comparison(library)
    for barrier in ("unknown-support", "money"):
        compared = comparison(library, barrier=barrier)
        wanted = {
            entry
            for question in everything.questions
            for entry in entries(question)
            if any(link.id == barrier and link.type == "barrier" for link in library.links(entry))
        }
        assert wanted
        assert sorted(entry for question in compared.questions for entry in entries(question)) == sorted(wanted)
        assert all(entries(question) for question in compared.questions)
        assert compared.entries == len(wanted) == barriers_in(library, everything)[barrier]
        empty = [cell for question in compared.questions for cell in question.cells if not cell.entries]
        assert {cell.why_empty for cell in empty} <= {NOT_ASKED, NOT_ABOUT}
        assert all((cell.why_empty is NOT_ASKED) == (cell.answer.state == "not_asked") for cell in empty)


def test_barriers_that_no_answer_is_about_are_not_on_offer(library: Library) -> None:
    counts = barriers_in(library, comparison(library))
    assert list(counts) == [barrier for barrier in library.barriers if barrier in counts]
    for barrier in library.barriers:
        assert bool(comparison(library, barrier=barrier).questions) == (barrier in counts)


# ── CSV ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", Language)
def test_the_csv_holds_every_finding_where_it_belongs(library: Library, language: Language) -> None:
    compared = comparison(library)
    rows = read(countries_csv(library, compared, language), language)
    assert {len(row) for row in rows} == {2 + len(FIVE)}
    assert rows[0][2:] == [library.countries[country].name.say(language) for country in FIVE]
    for question, row in zip(compared.questions, rows[1:], strict=False):
        assert row[0] == question.theme.name.say(language)
        for cell, text in zip(question.cells, row[2:], strict=True):
            wanted = [
                f"{entry.text(language).title} ({library.sections[entry.section].number})" for entry in cell.entries
            ]
            assert text.split("\n") == (wanted or [NOT_ASKED.say(language)])
    notes, source = rows[-2:]
    assert all(notes[2:])
    assert library.meta["report"] in source


def test_the_csv_of_a_barrier_says_so(library: Library) -> None:
    rows = read(countries_csv(library, comparison(library, ("ireland", "germany"), "unknown-support"), Language.NL))
    assert library.barriers["unknown-support"].nl.name in rows[-2][0]


def test_no_cell_is_a_formula() -> None:
    hostile = ["=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "＝1", "\n=1", 'a"b;c', "- ok"]
    cells = read(_csv([hostile], ";"))[0]
    assert [cell.lstrip("'") for cell in cells] == [
        "=1+1",
        "+31 6",
        "-2",
        "@SUM(A1)",
        "=1",
        "＝1",
        "\n=1",
        'a"b;c',
        "- ok",
    ]
    assert [cell[0] for cell in cells] == ["'"] * 7 + ["a", "'"]


def test_excel_is_told_that_it_is_utf_8(library: Library) -> None:
    text = countries_csv(library, comparison(library), Language.NL)
    content = csv_file(text)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == text
    assert text.endswith("\r\n")
    assert "Slovenië" in text


# ── on paper, and as data ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", Language)
def test_the_page_of_all_holds_every_finding_and_who_was_not_asked(library: Library, language: Language) -> None:
    compared = comparison(library)
    page = countries_page(library, compared, language)
    for question in compared.questions:
        for cell in question.cells:
            assert all(lines(entry.text(language).title) in page for entry in cell.entries)
    assert page.count(NOT_ASKED.say(language)) == sum(
        any(not cell.entries for cell in question.cells) for question in compared.questions
    )
    assert library.meta["report"].replace("'", "&#x27;") in page
    assert all(lines(country.note.say(language)) in page for country in compared.countries if country.note)


def test_the_page_of_two_holds_their_whole_answers_side_by_side(qapp: QApplication, library: Library) -> None:
    compared = comparison(library, ("scotland", "flanders"))
    page = countries_page(library, compared, Language.NL)
    assert all(
        entry.nl.html in page for question in compared.questions for cell in question.cells for entry in cell.entries
    )
    paper = Paper(page)
    assert paper.pages > 2
    assert "Schotland naast Vlaanderen" in paper.text


def test_a_page_without_answers_says_so(library: Library) -> None:
    none = CountryComparison(comparison(library).countries, (), library.barriers["money"])
    assert "No answer is about this." in countries_page(library, none, Language.EN)


def test_as_data_every_answer_once(library: Library) -> None:
    data = countries_as_data(comparison(library))
    assert [(row["theme"], row["country"], row["state"], row["section"]) for row in data] == [
        (answer.theme, answer.country, answer.state, answer.section) for answer in library.answers
    ]
    assert all(bool(row["entries"]) == bool(row["section"]) for row in data)
