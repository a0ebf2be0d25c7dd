from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.documents.countries import NOT_ABOUT, NOT_ASKED
from guidance_kb.language import Language
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.countries.matrix import CountryModel
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator

ACROSS = ["Slovenië", "Schotland", "Duitsland", "Vlaanderen", "Ierland"]


def cell(model: CountryModel, theme: str, country: str) -> object:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            answer = model.cell(model.index(row, column)).answer
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
    assert model.data(empty) == "–"  # said once above the table
    assert model.data(empty, Qt.ItemDataRole.ToolTipRole) == NOT_ASKED.nl
    assert model.data(empty, Qt.ItemDataRole.AccessibleTextRole) == NOT_ASKED.nl
    assert model.data(empty, Qt.ItemDataRole.ForegroundRole) != model.data(answered, Qt.ItemDataRole.ForegroundRole)


def test_a_cell_says_to_a_screen_reader_which_question_it_answers_and_for_which_country(services: Services) -> None:
    model = CountryModel(services)
    asked = cell(model, "challenges", "ireland")
    across = model.headerData(asked.column(), Qt.Orientation.Horizontal)
    down = model.headerData(asked.row(), Qt.Orientation.Vertical)
    assert model.data(asked, Qt.ItemDataRole.AccessibleDescriptionRole) == f"{down}, {across}"


def test_every_answer_with_a_section_has_entries_and_no_other(services: Services) -> None:
    model = CountryModel(services)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert bool(model.entries(index)) == (model.cell(index).answer.section is not None)


def test_a_chosen_cell_shows_its_entries_and_reads_them(
    qtbot: QtBot, services: Services, navigator: RecordingNavigator
) -> None:
    view = CountriesView(services)
    qtbot.addWidget(view)
    view.show()
    model = view.table.model()
    index = cell(model, "challenges", "ireland")
    view.table.setCurrentIndex(index)
    entry = model.entries(index)[0]
    assert entry.nl.title in [label.text() for label in view.findChildren(QLabel)]
    read = next(button for button in view.findChildren(QPushButton) if entry.nl.title in button.accessibleName())
    qtbot.waitUntil(lambda: read.height() >= read.minimumSizeHint().height())  # the answer is laid out
    hand.click(hand.reach(read))
    assert navigator.calls == [("open_page", entry.id)]


def test_heads_of_columns_and_rows_lead_to_all_about_them(
    qtbot: QtBot, services: Services, navigator: RecordingNavigator
) -> None:
    view = CountriesView(services)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    across, down = view.table.horizontalHeader(), view.table.verticalHeader()
    hand.click(across.viewport(), QPoint(across.sectionViewportPosition(4) + 20, 10))
    hand.click(down.viewport(), QPoint(20, down.sectionViewportPosition(2) + 10))
    view.table.setCurrentIndex(view.table.model().index(0, 1))
    hand.click(view.matrix._country)
    assert navigator.calls == [
        ("search_for", "land:Ierland"),
        ("search_for", 'thema:"Het aanbod vinden"'),
        ("search_for", "land:Schotland"),
    ]


def test_a_chosen_cell_stays_chosen_in_the_other_language(qtbot: QtBot, services: Services) -> None:
    view = CountriesView(services)
    qtbot.addWidget(view)
    view.show()
    view.table.setCurrentIndex(view.table.model().index(2, 1))
    services.translation.use(Language.EN)
    for part in (view, view.matrix):  # Qt's own comes only with a translation file
        QApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (2, 1)


def test_the_texts_of_a_cell_stand_close(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.COUNTRIES)
    view = window.view(ViewId.COUNTRIES)
    assert isinstance(view, CountriesView)
    for cell in ((0, 0), (0, 1)):
        view.table.setCurrentIndex(view.table.model().index(*cell))
        qtbot.wait(100)
        captions = [made for made in view.findChildren(QLabel) if made.isVisible() and made.text().startswith("§")]
        assert captions
        assert [made.height() for made in captions] == [made.heightForWidth(made.width()) for made in captions]


@pytest.fixture
def view(window: MainWindow) -> CountriesView:
    window.go_to_room(ViewId.COUNTRIES)
    made = window.view(ViewId.COUNTRIES)
    assert isinstance(made, CountriesView)
    return made


def choose(view: CountriesView, barrier: str) -> None:
    view.barrier.setCurrentIndex(view.barrier.findData(barrier))


# ── filtered ────────────────────────────────────────────────────────────────────────────────────


def test_a_barrier_leaves_only_what_is_about_it(view: CountriesView) -> None:
    model, all_rows = view.matrix.model, view.matrix.model.rowCount()
    choose(view, "unknown-support")
    assert 0 < model.rowCount() < all_rows
    shown, dashes = 0, 0
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            shown += len(model.entries(index))
            if model.cell(index).answer.section and model.data(index) == "–":
                dashes += 1
                assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == NOT_ABOUT.nl
    assert dashes
    assert f"({shown})" in view.barrier.currentText()
    assert str(shown) in " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    choose(view, "")
    assert model.rowCount() == all_rows


def test_the_chosen_cell_stays_chosen_while_it_is_there(view: CountriesView) -> None:
    model = view.matrix.model
    view.table.setCurrentIndex(model.place("finding-the-offer", "germany"))
    choose(view, "unknown-support")
    assert (
        model.cell(view.table.currentIndex()).answer == model.cell(model.place("finding-the-offer", "germany")).answer
    )
    choose(view, "")
    view.table.setCurrentIndex(model.place("differences", "flanders"))
    choose(view, "money")
    assert not model.place("differences", "flanders").isValid()
    assert not view.table.currentIndex().isValid()


def test_the_barriers_are_named_in_the_other_language_too(
    qtbot: QtBot, window: MainWindow, view: CountriesView
) -> None:
    choose(view, "unknown-support")
    window.topbar.choose_other_language()
    name = window.services.library.barriers["unknown-support"].en.name
    qtbot.waitUntil(lambda: view.barrier.currentText().startswith(name))
    assert view.compared.barrier is not None


# ── side by side ────────────────────────────────────────────────────────────────────────────────


def test_two_countries_side_by_side_with_their_whole_answers(view: CountriesView) -> None:
    hand.click(view.two)
    beside = view.beside
    assert beside.isVisible()
    assert not view.table.isVisible()
    beside.left.setCurrentIndex(beside.left.findData("ireland"))
    beside.right.setCurrentIndex(beside.right.findData("germany"))
    text = beside.page.toPlainText()
    for question in view.compared.questions:
        assert question.theme.name.nl in text
        for cell in question.cells:
            assert cell.answer.country in ("ireland", "germany")
            assert all(entry.nl.title in text for entry in cell.entries)
    assert NOT_ASKED.nl in text
    assert "Slovenië onderscheidt" not in text
    hand.click(view.two)
    assert view.table.isVisible()
    assert view.matrix.model.columnCount() == 5


def test_the_same_country_on_both_sides_changes_them_round(view: CountriesView) -> None:
    hand.click(view.two)
    beside = view.beside
    before = beside.pair
    beside.left.setCurrentIndex(beside.left.findData(before[1]))
    assert beside.pair == (before[1], before[0])
    assert [country.id for country in view.compared.countries] == list(beside.pair)
    beside.right.setCurrentIndex(beside.right.findData(beside.pair[0]))
    assert beside.pair == before


def test_a_barrier_holds_for_two_as_well(view: CountriesView) -> None:
    hand.click(view.two)
    choose(view, "digital-only")
    entries = [entry for question in view.compared.questions for cell in question.cells for entry in cell.entries]
    assert len(view.compared.countries) == 2
    assert all(entry.nl.title in view.beside.page.toPlainText() for entry in entries)
    choose(view, "care-duties")
    assert len(view.compared.questions) < 3


def test_an_answer_beside_another_opens_by_the_keyboard(qtbot: QtBot, window: MainWindow, view: CountriesView) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.click(view.two)
    page = view.beside.page
    page.setFocus()
    hand.press("Right")
    first = next(entry for cell in view.compared.questions[0].cells for entry in cell.entries)
    hand.press("Return")
    assert window.results.isVisible()
    qtbot.waitUntil(lambda: window.results.reading.shown == first.id)


def test_tab_comes_by_everything(qtbot: QtBot, window: MainWindow, view: CountriesView) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    assert view.table.hasFocus(), "the keyboard comes to the table"
    hand.click(view.two)
    beside = view.beside
    wanted = [view.barrier, view.two, view.csv, view.print, view.pdf, beside.left, beside.right, beside.page]
    wanted[0].setFocus()
    met = [window.focusWidget()]
    for _ in wanted[1:]:
        hand.press("Tab")
        met.append(window.focusWidget())
    assert met == wanted


# ── to take along ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kind", "start"), [("csv", b"\xef\xbb\xbfThema;"), ("pdf", b"%PDF-")])
def test_what_is_shown_is_saved(
    window: MainWindow, view: CountriesView, tmp_path: Path, kind: str, start: bytes
) -> None:
    choose(view, "money")
    hand.click(getattr(view, kind))
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f".{kind}")
    target = tmp_path / f"gekozen.{kind}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes().startswith(start)
    if kind == "csv":
        assert target.read_bytes() == view.data()
        assert window.services.library.barriers["money"].nl.name in target.read_text("utf-8-sig")


def test_what_cannot_be_saved_is_said_in_the_window(
    qtbot: QtBot, window: MainWindow, view: CountriesView, tmp_path: Path
) -> None:
    hand.click(view.csv)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(window.services.jobs.failed) as failed:
        dialog.fileSelected.emit(str(tmp_path / "not" / "there.csv"))
    dialog.close()
    assert "map" in failed.args[0].say(Language.NL)


@pytest.mark.parametrize("size", [100, 150, 200])
def test_it_fits_a_small_screen(window: MainWindow, view: CountriesView, size: int) -> None:
    window.topbar.choose(text_size=size)
    for _ in range(2):
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768), f"it needs {window.minimumSizeHint()}"
        assert view.minimumSizeHint().width() <= 900
        hand.click(view.two)
