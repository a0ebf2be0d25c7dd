from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.ui.countries.model import CountryModel
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services
from guidance_kb.ui.window import MainWindow

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


def test_a_chosen_cell_stays_chosen_in_the_other_language(qtbot: QtBot, services: Services) -> None:
    view = CountriesView(services)
    qtbot.addWidget(view)
    view.show()
    view.table.setCurrentIndex(view.table.model().index(2, 1))
    services.translation.use(Language.EN)
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))  # Qt's own comes only with a translation file
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (2, 1)


def test_the_texts_of_a_cell_stand_close(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(Room.COUNTRIES)
    view = window.view(Room.COUNTRIES)
    assert isinstance(view, CountriesView)
    for cell in ((0, 0), (0, 1)):
        view.table.setCurrentIndex(view.table.model().index(*cell))
        qtbot.wait(100)
        captions = [made for made in view.findChildren(QLabel) if made.isVisible() and made.text().startswith("§")]
        assert captions
        assert [made.height() for made in captions] == [made.heightForWidth(made.width()) for made in captions]
