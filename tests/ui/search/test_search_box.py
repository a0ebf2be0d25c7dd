"""The recent searches and the completions below the search box, on the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.ui.search.search_box import SearchBox
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


@pytest.fixture
def box(qtbot: QtBot, window: MainWindow) -> SearchBox:
    window.warm_up()
    qtbot.waitUntil(lambda: window.searching.ready)
    qtbot.waitUntil(window.isActiveWindow)
    window.topbar.box.setFocus()
    return window.topbar.box


@pytest.fixture
def remembered(window: MainWindow, box: SearchBox) -> SearchBox:
    for query in ("geen oppas", "eerste weken", "persona"):
        window.searching.recent.add(query)
    return box


def test_the_down_key_in_the_empty_box_offers_the_recent_searches(
    qtbot: QtBot, window: MainWindow, remembered: SearchBox
) -> None:
    hand.press("Down")
    assert remembered.suggestions.isVisible()
    assert remembered.suggestions.texts() == ["persona", "eerste weken", "geen oppas"]
    assert remembered.suggestions.current == 0
    hand.press("Down")
    hand.press("Return")
    assert remembered.text() == "eerste weken"
    assert not remembered.suggestions.isVisible()
    qtbot.waitUntil(lambda: window.answered == "eerste weken")
    assert remembered.hasFocus()


def test_a_click_in_the_empty_box_offers_them_and_a_click_takes_one(
    qtbot: QtBot, window: MainWindow, remembered: SearchBox
) -> None:
    hand.click(remembered, QPoint(60, 10))
    assert remembered.suggestions.isVisible()
    assert remembered.suggestions.current == -1
    remembered.suggestions.taken.emit(2)
    qtbot.waitUntil(lambda: window.answered == "geen oppas")


def test_they_go_at_escape_at_typing_and_when_the_keyboard_goes(
    qtbot: QtBot, window: MainWindow, remembered: SearchBox
) -> None:
    hand.press("Down")
    hand.press("Esc")
    assert not remembered.suggestions.isVisible()
    hand.press("Down")
    hand.write(remembered, "g")
    assert not remembered.suggestions.isVisible()
    remembered.clear()
    hand.press("Down")
    hand.press("Tab")
    assert not remembered.suggestions.isVisible()
    assert not remembered.hasFocus()


def test_they_go_at_a_click_beside_them(qtbot: QtBot, window: MainWindow, remembered: SearchBox) -> None:
    hand.press("Down")
    hand.click_place(window.mapToGlobal(QPoint(600, 700)))
    assert not remembered.suggestions.isVisible()


def test_without_recent_searches_the_down_key_goes_on_to_the_results(
    qtbot: QtBot, window: MainWindow, box: SearchBox
) -> None:
    with qtbot.waitSignal(box.left_downwards):
        hand.press("Down")


def test_a_value_is_taken_by_enter_by_tab_and_by_the_arrow_keys(
    qtbot: QtBot, window: MainWindow, box: SearchBox
) -> None:
    for key, expected in ((Qt.Key.Key_Return, "land:ierland "), (Qt.Key.Key_Tab, "land:ierland ")):
        box.clear()
        hand.write(box, "land:i")
        assert box.suggestions.texts() == ["land:ierland", "land:italië"]
        hand.press(key)
        assert box.text() == expected
        assert box.hasFocus()
        qtbot.waitUntil(lambda expected=expected: window.answered == expected)
    box.clear()
    hand.write(box, "land:i")
    hand.press("Down")
    hand.press("Return")
    assert box.text() == "land:italië "
    qtbot.waitUntil(lambda: window.answered == "land:italië ")
    assert window.results.answer is not None
    assert {hit.country for hit in window.results.answer.hits} == {"italy"}


def test_the_name_of_a_filter_waits_for_tab_and_leaves_enter_to_the_search(
    qtbot: QtBot, window: MainWindow, box: SearchBox
) -> None:
    hand.write(box, "lan")
    assert box.suggestions.texts() == ["land:"]
    assert box.suggestions.current == -1
    hand.press("Tab")
    assert box.text() == "land:"
    assert len(box.suggestions.texts()) > 5
    assert box.suggestions.isVisible()
    box.clear()
    hand.write(box, "lan")
    qtbot.waitUntil(lambda: window.answered == "lan")
    hand.press("Return")
    assert box.text() == "lan"
    assert not box.suggestions.isVisible()
    assert QApplication.focusWidget() is window.results.results


def test_a_filter_is_explained(qtbot: QtBot, box: SearchBox) -> None:
    hand.write(box, "bel")
    shown = box.suggestions
    rows = [shown._model.data(shown._model.index(row)) for row in range(shown._model.rowCount())]
    assert rows == ["belemmering: · over één belemmering", "belemmeringssoort: · over één soort belemmering"]
    box.clear()
    hand.write(box, "land:i")
    assert shown._heading.text() == "Filters · over één land"
    assert shown._model.stringList() == ["land:ierland", "land:italië"]


def test_ordinary_words_open_nothing(qtbot: QtBot, box: SearchBox) -> None:
    for letter in "kinderopvang en geld":
        hand.write(box, letter)
        assert not box.suggestions.isVisible(), box.text()


def test_escape_closes_the_completions_first_and_leaves_the_box_then(qtbot: QtBot, box: SearchBox) -> None:
    hand.write(box, "land:i")
    hand.press("Esc")
    assert not box.suggestions.isVisible()
    assert box.hasFocus()
    with qtbot.waitSignal(box.left):
        hand.press("Esc")
    assert box.text() == "land:i"


def test_the_list_stays_inside_the_window(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    window.topbar.choose(text_size=200)
    hand.write(box, "belemmering:")
    shown = box.suggestions
    assert shown.isVisible()
    assert window.rect().contains(shown.geometry())
