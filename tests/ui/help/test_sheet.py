from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.help.sheet import QuerySheet
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.reading.help_writer import EXAMPLES
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand


def sheet(window: MainWindow) -> QuerySheet:
    hand.click(window.topbar.help)
    return window.findChildren(QuerySheet)[0]


def test_the_button_beside_the_box_shows_all_examples_and_hides_them(qtbot: QtBot, window: MainWindow) -> None:
    shown = sheet(window)
    assert shown.isVisible()
    text = shown.page.toPlainText()
    assert all(example.query.nl in text and example.meaning.nl in text for example in EXAMPLES)
    assert window.rect().contains(shown.geometry())
    hand.click(window.topbar.help)
    assert not shown.isVisible()


def test_a_second_click_of_the_mouse_hides_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.click(window.topbar.help)
    shown = window.findChildren(QuerySheet)[0]
    assert shown.isVisible()
    hand.click(window.topbar.help)
    assert not shown.isVisible()


def test_an_example_is_run(qtbot: QtBot, window: MainWindow) -> None:
    shown = sheet(window)
    hand.link(shown.page, "find:%22eerste%20weken%22")
    assert not shown.isVisible()
    qtbot.waitUntil(lambda: window.answered == '"eerste weken"')
    assert window.results.answer is not None
    assert window.results.answer.hits


def test_escape_brings_the_keyboard_back_to_the_button(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shown = sheet(window)
    assert shown.page.hasFocus()
    hand.press("Esc")
    assert not shown.isVisible()
    assert window.topbar.help.hasFocus()


def test_it_goes_when_one_types_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shown = sheet(window)
    window.topbar.box.setFocus()
    assert not shown.isVisible()


def test_it_fits_at_every_text_size_and_speaks_the_other_language(qtbot: QtBot, window: MainWindow) -> None:
    for size in (100, 150, 200):
        window.topbar.choose(text_size=size)
        shown = sheet(window)
        assert window.rect().contains(shown.geometry())
        hand.click(window.topbar.help)
    window.topbar.choose_other_language()
    assert EXAMPLES[0].query.en in sheet(window).page.toPlainText()


def test_the_examples_of_the_help_run_too(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.HELP)
    view = window.view(ViewId.HELP)
    assert isinstance(view, HelpView)
    view.show_article("help-searching")
    page = view.page
    assert EXAMPLES[-1].query.nl in page.toPlainText()
    hand.link(page, "find:land%3Aierland")
    qtbot.waitUntil(lambda: window.answered == "land:ierland")
    assert window.results.isVisible()
