"""What a mouse presses in the list of questions is recorded, wherever the list is scrolled to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.checklist.item_row import ItemRow
from guidance_kb.ui.conversation.view import ConversationView
from tests.hand import hand

ANSWERS = (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED)


@pytest.fixture(
    params=[pytest.param((1270, 690), id="1366x768", marks=pytest.mark.slow), pytest.param((928, 622), id="1024x700")]
)
def sized(view: ConversationView, request: pytest.FixtureRequest) -> ConversationView:
    """The view as large as it is in a window of that size."""
    view.resize(*request.param)
    QApplication.processEvents()
    return view


def _rows(view: ConversationView) -> Iterator[ItemRow]:
    """The rows that are shown, in the order of the list, also those that open meanwhile."""
    done: set[str] = set()
    while True:
        rest = [item for item in view.controller.shown_items() if item not in done]
        if not rest:
            return
        done.add(rest[0])
        yield view.items.rows[rest[0]]


def test_every_mark_that_is_pressed_records(sized: ConversationView) -> None:
    """Each row in turn by another of its three marks; two of them appear under the mouse only."""
    pressed, lost = 0, []
    for number, row in enumerate(_rows(sized)):
        hand.reach(row)
        hand.hover(row, QPoint(row.width() // 2, row.states[State.NAMED].y() + 4))
        state = ANSWERS[number % 3] if row.details is None else State.NAMED  # the row in hand has the others below it
        pressed += 1
        hand.click(row.states[state])
        if sized.controller.session.answer(row.item.id).state is not state:
            lost.append(row.item.id)
    assert pressed >= 25
    assert lost == [], f"{len(lost)} of {pressed} are lost"


def test_every_answer_below_the_row_in_hand_records(sized: ConversationView) -> None:
    lost = []
    for number, row in enumerate(_rows(sized)):
        state = ANSWERS[number % 3]
        hand.reach(row)
        hand.click(row, QPoint(row.width() // 2, row.height() // 2))
        assert row.details is not None, row.item.id
        answer = row.details.states[state]
        hand.reach(answer)
        hand.click(answer)
        if sized.controller.session.answer(row.item.id).state is not state:
            lost.append(row.item.id)
    assert lost == []


def test_a_press_that_ends_elsewhere_takes_nothing_in_hand(view: ConversationView) -> None:
    first, other = (view.items.rows[item] for item in view.controller.shown_items()[:2])
    start = QPoint(first.width() // 2, first.height() // 2)
    hand.drag(first, start, first.mapFrom(view, other.mapTo(view, start)))
    assert view.controller.current is None
    hand.drag(first.states[State.NAMED], QPoint(10, 10), QPoint(200, 10))
    assert view.controller.session.answers == {}


def test_a_press_beside_the_answers_keeps_everything_where_it_is(view: ConversationView) -> None:
    """The list is not scrolled to the row in hand before the mouse is let go."""
    row = view.items.rows[view.controller.shown_items()[3]]
    hand.click(row, QPoint(row.width() // 2, row.height() // 2))
    hand.scroll(view.items.viewport(), 1)
    details = row.details
    assert details is not None
    hand.click(details, QPoint(details.width() - 6, 4))
    assert view.controller.current == row.item.id
