"""The cursor to read a page with by the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from guidance_kb.ui.reading.browser import Browser
from tests.hand import hand

PAGE = '<p>One line.</p><p>Another with <a href="open:x">a link</a>.</p>'


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[Browser]:
    """A page with two lines and a link."""
    made = Browser()
    qtbot.addWidget(made)
    made.show_html(PAGE, "")
    made.show()
    made.setFocus()
    yield made
    QAccessible.setActive(False)


def test_the_arrows_scroll_until_f7_is_pressed(qtbot: QtBot, browser: Browser) -> None:
    hand.press("Down")
    assert (browser.has_cursor, browser.textCursor().position()) == (False, 0)
    hand.press("F7")
    hand.press("Down")
    assert (browser.has_cursor, browser.textCursor().blockNumber()) == (True, 1)
    hand.press("F7")
    assert not browser.has_cursor


def test_with_it_words_are_selected_by_the_keyboard(qtbot: QtBot, browser: Browser) -> None:
    hand.press("F7")
    for _ in range(3):
        hand.press("Shift+Right")
    with qtbot.waitSignal(browser.search_requested) as wanted:
        browser.search_selected()
    assert wanted.args == ["One"]


def test_it_is_on_where_assistive_technology_is(qtbot: QtBot, browser: Browser) -> None:
    browser.clearFocus()
    QAccessible.setActive(True)
    browser.setFocus()
    assert browser.has_cursor
    hand.press("F7")
    browser.clearFocus()
    browser.setFocus()
    assert not browser.has_cursor
