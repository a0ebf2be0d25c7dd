from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.chip import Pool


def test_widgets_are_made_once_and_hidden_when_they_are_not_asked_for(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    pool = Pool(lambda number: QLabel(str(number), holder))
    pool.begin()
    first = [pool.take(), pool.take()]
    pool.finish()
    assert [label.text() for label in first] == ["0", "1"]
    assert not any(label.isHidden() for label in first)
    pool.begin()
    assert pool.take() is first[0]
    pool.finish()
    assert pool.used == [first[0]]
    assert first[1].isHidden()
