from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.layouts import FlowLayout

Flow = Callable[..., tuple[FlowLayout, list[QPushButton]]]


@pytest.fixture
def flow(qtbot: QtBot) -> Flow:
    holders: list[QWidget] = []

    def make(*texts: str, level: bool = True, columns: bool = False) -> tuple[FlowLayout, list[QPushButton]]:
        holders.append(QWidget())
        qtbot.addWidget(holders[-1])
        layout = FlowLayout(holders[-1], spacing=6, level=level, columns=columns)
        made = [QPushButton(text) for text in texts]
        for each in made:
            layout.addWidget(each)
            each.show()
        return layout, made

    return make


def test_things_stand_side_by_side_and_go_on_in_the_next_row(flow: Flow) -> None:
    layout, (first, second, third) = flow("aaaa", "bbbb", "cccc")
    width = first.sizeHint().width() + second.sizeHint().width() + 6
    layout.setGeometry(QRect(0, 0, width, 500))
    assert second.geometry().left() == first.geometry().right() + 7
    assert second.geometry().top() == first.geometry().top()
    assert third.geometry().topLeft().toTuple() == (0, first.geometry().bottom() + 7)
    assert layout.heightForWidth(width) == third.geometry().bottom() + 1
    assert layout.heightForWidth(10000) == first.sizeHint().height()


def test_what_is_hidden_takes_no_room(flow: Flow) -> None:
    layout, (first, second, third) = flow("a", "b", "c")
    second.hide()
    layout.setGeometry(QRect(0, 0, 1000, 100))
    assert third.geometry().left() == first.geometry().right() + 7


def test_the_order_can_change_without_making_anything_again(flow: Flow) -> None:
    layout, (first, second, third) = flow("a", "b", "c")
    layout.set_order([third, first])
    layout.setGeometry(QRect(0, 0, 1000, 100))
    assert third.geometry().left() < first.geometry().left() < second.geometry().left()


def test_small_things_stand_in_the_middle_of_their_row_or_at_its_top(flow: Flow) -> None:
    for level in (True, False):
        layout, (small, large) = flow("a", "b", level=level)
        large.setFixedHeight(90)
        layout.setGeometry(QRect(0, 0, 1000, 100))
        expected = (90 - small.sizeHint().height()) // 2 if level else 0
        assert small.geometry().top() == expected


def test_a_change_of_text_changes_the_height_that_was_remembered(flow: Flow) -> None:
    layout, (first, second) = flow("a", "b")
    width = first.sizeHint().width() + second.sizeHint().width() + 6
    before = layout.heightForWidth(width)
    first.setText("a much longer text")
    layout.invalidate()
    assert layout.heightForWidth(width) > before


def test_in_columns_things_of_one_column_begin_below_each_other(flow: Flow) -> None:
    layout, made = flow("Lopend 3", "Aan de beurt 1", "Concepten", "Voorbij de termijn", "Archief", columns=True)
    widths = [each.sizeHint().width() for each in made]
    room = max(widths[0::2]) + 6 + max(widths[1::2])
    layout.setGeometry(QRect(0, 0, room, 500))
    assert len({each.x() for each in made[0::2]}) == 1
    assert len({each.x() for each in made[1::2]}) == 1
    assert made[1].x() == max(widths[0::2]) + 6
    assert [each.y() for each in made[0::2]] == sorted({each.y() for each in made})
    assert layout.heightForWidth(room) == made[4].geometry().bottom() + 1
    layout.setGeometry(QRect(0, 0, sum(widths) + 4 * 6, 500))
    assert len({each.y() for each in made}) == 1
    assert all(after.x() == before.geometry().right() + 7 for before, after in pairwise(made))
