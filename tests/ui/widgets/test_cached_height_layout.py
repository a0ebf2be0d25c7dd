"""A column that remembers its heights, and forgets them when anything in it changes."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.layouts import RememberingColumn
from guidance_kb.ui.widgets.pressable import settle

LONG = "Een zin die op een smalle regel niet past en dus over meer regels gaat. " * 3


class Counting(QLabel):
    """A label that counts how often it is asked for its height."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.asked = 0

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return super().heightForWidth(width)


def filled(widget: QWidget, layout: QVBoxLayout, *texts: str) -> list[Counting]:
    made = [Counting(text) for text in texts]
    for each in made:
        layout.addWidget(each)
    return made


def test_it_is_as_high_as_any_column(qtbot: QtBot) -> None:
    ours, usual = QWidget(), QWidget()
    for each in (ours, usual):
        qtbot.addWidget(each)
    filled(ours, remembering := RememberingColumn(ours, spacing=7, margins=(3, 4, 5, 6)), LONG, "kort", LONG)
    filled(usual, other := column(usual, spacing=7, margins=(3, 4, 5, 6)), LONG, "kort", LONG)
    for width in (80, 200, 640, 200):
        assert remembering.totalHeightForWidth(width) == other.totalHeightForWidth(width)
        assert remembering.totalMinimumHeightForWidth(width) == other.totalMinimumHeightForWidth(width)


def test_a_change_beside_it_asks_none_of_its_labels_again(qtbot: QtBot) -> None:
    whole, inner = QWidget(), QWidget()
    qtbot.addWidget(whole)
    labels = filled(inner, RememberingColumn(inner), LONG, LONG)
    outer = column(whole)
    outer.addWidget(inner)
    (beside,) = filled(whole, outer, "eerst")
    whole.resize(300, 400)
    with qtbot.waitExposed(whole):
        whole.show()
    settle()
    before = [each.asked for each in labels]
    beside.setText(LONG)
    settle()
    assert [each.asked for each in labels] == before


def test_a_change_in_it_is_noticed(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = RememberingColumn(widget)
    (text,) = filled(widget, layout, "kort")
    widget.resize(120, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    before = layout.totalHeightForWidth(120)
    text.setText(LONG)
    assert layout.totalHeightForWidth(120) > before
    assert layout.totalMinimumHeightForWidth(120) > before
    text.hide()
    assert layout.totalHeightForWidth(120) < before
