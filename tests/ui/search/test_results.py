from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from guidance_kb.ui.window import MainWindow


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
