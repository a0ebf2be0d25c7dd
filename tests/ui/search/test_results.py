from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.shell.window import MainWindow


@pytest.mark.parametrize("width", [1366, 1024, 1800])
def test_every_row_is_as_high_as_what_stands_in_it(
    qtbot: QtBot, window: MainWindow, search: Callable[[str], None], width: int
) -> None:
    search("bang om te fa")
    window.resize(width, 768)
    results = window.results.results
    qtbot.waitUntil(lambda: not results.isHidden())
    qtbot.wait(50)
    delegate, model = results.itemDelegate(), results.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        asked = delegate.sizeHint(QStyleOptionViewItem(), index).height()
        assert results.visualRect(index).height() == asked, row
        assert results.visualRect(index).width() <= results.viewport().width()


def test_a_new_answer_is_seen_from_its_first_heading_on(
    qtbot: QtBot, window: MainWindow, search: Callable[[str], None]
) -> None:
    search("drempel")
    results = window.results.results
    results.scrollToBottom()
    assert results.verticalScrollBar().value() > 0
    search("drempel geld")
    qtbot.wait(50)
    assert results.verticalScrollBar().value() == 0


def test_who_comes_back_finds_what_was_read_in_sight(
    qtbot: QtBot, window: MainWindow, search: Callable[[str], None]
) -> None:
    search("drempel geld")
    results = window.results.results
    last = results.model().rowCount() - 1
    while not isinstance(window.results._model.row(results.model().index(last, 0)), Hit):
        last -= 1
    results.setCurrentIndex(results.model().index(last, 0))
    search("drempel")
    window.go_back()
    qtbot.waitUntil(lambda: window.answered == "drempel geld")
    qtbot.wait(50)
    shown = results.visualRect(results.currentIndex())
    assert results.currentIndex().row() == last
    assert results.viewport().rect().contains(shown)
