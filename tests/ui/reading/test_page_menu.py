"""The menu of a result, of a link and of the page, and a page beside another; on the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.page_menu import PageMenu
from guidance_kb.ui.reading.taking_along import TakingAlong
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, search: Search) -> MainWindow:
    qtbot.waitUntil(window.isActiveWindow)
    search("schulden")
    window.results.focus_results()
    return window


def open_menu() -> QMenu:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text().partition("\t")[0] == text)


def browser(reading: ReadingView) -> Browser:
    return reading.findChildren(Browser)[0]


@pytest.mark.parametrize("key", ["Shift+F10", "Menu"])
def test_the_keyboard_opens_the_menu_of_a_result(found: MainWindow, key: str) -> None:
    first = found.results.reading.shown
    assert first is not None
    hand.press(key)
    texts = [each.text().partition("\t")[0] for each in open_menu().actions() if each.text()]
    assert texts == [
        "Openen", "Ernaast openen", "Kopiëren met bron", "Bladwijzer plaatsen",
        "Afdrukken…", "Opslaan als PDF…", "Opslaan als webpagina, ook voor Word…",
    ]  # fmt: skip
    action(open_menu(), "Kopiëren met bron").trigger()
    assert "Naverteld uit: " in QApplication.clipboard().text()
    action(open_menu(), "Bladwijzer plaatsen").trigger()
    assert first in found.services.bookmarks.kept
    open_menu().close()
    hand.press(key)
    action(open_menu(), "Bladwijzer weghalen").trigger()
    assert first not in found.services.bookmarks.kept
    open_menu().close()


def test_the_menu_of_a_page_has_what_its_button_and_the_right_button_give(found: MainWindow) -> None:
    reading = found.results.reading
    hand.click(reading.bar.more)
    by_button = [each.text() for each in open_menu().actions() if each.text()]
    open_menu().close()
    reading.setFocus()
    hand.press("Shift+F10")
    by_key = [each.text() for each in open_menu().actions() if each.text()]
    assert by_button == by_key[-len(by_button) :]
    assert not any("Link" in text for text in by_key)  # the address of a link is an inner name
    open_menu().close()


def test_a_link_has_the_menu_of_what_it_opens(found: MainWindow) -> None:
    found.open_page("transport")
    page = browser(found.results.reading)
    hand.press("Tab")
    link = page.textCursor()
    assert link.selectedText()
    menu = page.menu(link)
    action(menu, "Woorden van de link kopiëren").trigger()
    assert QApplication.clipboard().text() == link.selectedText()
    action(menu, "Ernaast openen").trigger()
    assert found.beside is not None
    assert found.beside.reading.shown != "transport"
    menu.close()


def test_one_is_read_beside_another_until_it_is_closed(found: MainWindow) -> None:
    main = found.results.reading
    first = main.shown
    hand.press("Ctrl+Return")
    beside = found.beside
    assert beside is not None
    assert beside.isVisible()
    assert beside.reading.shown == main.shown == first
    found.open_page("transport")
    assert (main.shown, beside.reading.shown) == ("transport", first)
    beside.reading.setFocus()
    hand.press("Ctrl+Shift+C")  # each pane has its own keys
    title = found.services.library.title(first or "")
    assert title is not None
    assert QApplication.clipboard().text().startswith(title.nl)
    hand.press("Ctrl+F")
    assert beside.reading.findbar.isVisible()
    assert not main.findbar.isVisible()
    hand.press("Esc")
    assert beside.isVisible()  # closed the find bar
    found.go_to_room(ViewId.COUNTRIES)
    assert beside.isVisible()
    beside.reading.setFocus()
    hand.press("Esc")
    assert not beside.isVisible()
    found.open_beside("debts")
    hand.click(beside.cross)
    assert not beside.isVisible()


def test_a_link_opens_beside_with_ctrl_and_there_its_links_stay_beside(found: MainWindow) -> None:
    found.open_page("transport")
    page = browser(found.results.reading)
    hand.press("Tab")
    rect = page.cursorRect()
    place = QPoint(rect.x() - 12, rect.center().y())
    there = page.anchorAt(place).removeprefix("open:")
    hand.click(page.viewport(), place, keys=Qt.KeyboardModifier.ControlModifier)
    assert found.results.reading.shown == "transport"
    assert found.beside is not None
    assert found.beside.reading.shown == there
    browser(found.beside.reading).link_opened.emit("debts")
    assert found.beside.reading.shown == "debts"
    assert found.results.reading.shown == "transport"


def test_without_room_beside_the_page_opens_in_its_place(found: MainWindow) -> None:
    found.resize(found.minimumSizeHint().width() + 40, 700)
    QApplication.processEvents()
    found.open_beside("debts")
    assert found.beside is None
    assert found.results.reading.shown == "debts"


def test_a_text_is_saved_to_keep(qtbot: QtBot, found: MainWindow, tmp_path: Path) -> None:
    taking = TakingAlong(found.services, ["transport", "debts"], found)
    for suffix, ask in (("html", taking.save_html), ("pdf", taking.save_pdf)):
        ask()
        (dialog,) = found.findChildren(QFileDialog)
        assert Path(dialog.selectedFiles()[0]).name == f"bladwijzers.{suffix}"
        dialog.fileSelected.emit(str(tmp_path / f"x.{suffix}"))
        dialog.close()
        qtbot.waitUntil(lambda: not found.findChildren(QFileDialog))
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    page = (tmp_path / "x.html").read_text("utf-8")
    assert page.index("Vervoer naar de les") < page.index("Schulden")


def test_help_can_only_be_opened(found: MainWindow) -> None:
    menu = PageMenu(found.services, ["help-keys"], found)
    assert [each.text() for each in menu.actions()] == ["Openen"]
    menu.close()
