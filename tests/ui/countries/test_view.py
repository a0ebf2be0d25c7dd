from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.ui.countries.model import CountryModel
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.services import Services

ACROSS = ["Slovenië", "Schotland", "Duitsland", "Vlaanderen", "Ierland"]


def cell(model: CountryModel, theme: str, country: str) -> object:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            answer = model.answer(model.index(row, column))
            if (answer.theme, answer.country) == (theme, country):
                return model.index(row, column)
    raise AssertionError((theme, country))


def test_five_countries_stand_across(services: Services) -> None:
    model = CountryModel(services)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())] == ACROSS


def test_a_cell_says_the_finding_or_why_there_is_none(services: Services) -> None:
    model = CountryModel(services)
    answered, empty = cell(model, "challenges", "ireland"), cell(model, "motivating", "ireland")
    assert len(model.data(answered)) > 20
    assert model.data(empty) == "–"
    assert model.data(empty, Qt.ItemDataRole.AccessibleTextRole)


def test_every_answer_with_a_section_has_entries_and_no_other(services: Services) -> None:
    model = CountryModel(services)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert bool(model.entries(index)) == (model.answer(index).section is not None)


def test_a_chosen_cell_shows_its_entries_and_reads_them(qtbot: QtBot, services: Services) -> None:
    view = CountriesView(services)
    qtbot.addWidget(view)
    view.show()
    model = view.table.model()
    index = cell(model, "challenges", "ireland")
    view.table.setCurrentIndex(index)
    entry = model.entries(index)[0]
    assert entry.nl.title in [label.text() for label in view.findChildren(QLabel)]
    read = next(button for button in view.findChildren(QPushButton) if entry.nl.title in button.accessibleName())
    with qtbot.waitSignal(view.page_chosen) as chosen:
        read.click()
    assert chosen.args == [entry.id]
