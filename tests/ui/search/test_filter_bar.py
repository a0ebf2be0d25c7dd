"""Filters and order on the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.search.query.plan import Field
from guidance_kb.search.ranking.ranker import FACETS
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.search.filter_bar import Arrangement, FilterBar
from guidance_kb.ui.search.filter_panel import CountCheckBox
from guidance_kb.ui.search.model import Chapter, ResultModel, Row
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]
Until = Callable[[Callable[[SearchAnswer], bool]], None]


def rows(window: MainWindow) -> list[Row]:
    model = window.results.results.model()
    assert isinstance(model, ResultModel)
    return [model.row(model.index(number)) for number in range(model.rowCount())]


def hits(window: MainWindow) -> list[Hit]:
    return [row for row in rows(window) if isinstance(row, Hit)]


def tick(narrowing: FilterBar, field: Field, value: str) -> CountCheckBox:
    return narrowing.panel.groups[field].ticks[value]


@pytest.fixture
def narrowing(qtbot: QtBot, window: MainWindow, search: Search) -> FilterBar:
    qtbot.waitUntil(window.isActiveWindow)
    search("motivatie")
    return window.results.narrowing


@pytest.fixture
def opened(narrowing: FilterBar) -> FilterBar:
    hand.click(narrowing.opener)
    return narrowing


def test_the_filters_are_closed_until_they_are_wanted(narrowing: FilterBar) -> None:
    assert not narrowing.panel.isVisible()
    hand.click(narrowing.opener)
    assert narrowing.panel.isVisible()
    hand.click(narrowing.opener)
    assert not narrowing.panel.isVisible()


def test_all_values_are_seen_as_soon_as_the_panel_opens(opened: FilterBar) -> None:
    """Where there is room for them, and also the first time, when they are new."""
    last = [list(group.ticks.values())[-1] for group in opened.panel.groups.values()]
    bottoms = [tick.mapTo(opened.panel, tick.rect().bottomLeft()).y() for tick in last]
    assert max(bottoms) < opened.panel.height()


def test_every_value_of_every_filter_has_its_count(window: MainWindow, opened: FilterBar) -> None:
    answer = window.results.answer
    assert answer is not None
    assert set(opened.panel.groups) == set(FACETS)
    for field, counts in answer.facets.items():
        ticks = opened.panel.groups[field].ticks
        assert list(ticks) == [count.value.id for count in counts]
        for count in counts:
            assert ticks[count.value.id].accessibleName().endswith(f": {count.count} gevonden")
            assert ticks[count.value.id].isEnabled() == (count.count > 0)


def test_a_filter_narrows_keeps_the_query_and_stands_as_a_chip(
    window: MainWindow, opened: FilterBar, until_chosen: Until
) -> None:
    count = next(c.count for c in window.results.answer.facets[Field.COUNTRY] if c.value.id == "ireland")  # type: ignore[union-attr]
    hand.click(tick(opened, Field.COUNTRY, "ireland"))
    until_chosen(lambda answer: (Field.COUNTRY, "ireland") in answer.choice.facets)
    assert {hit.country for hit in hits(window)} == {"ireland"}
    assert window.results.answer is not None
    assert window.results.answer.total == count
    assert window.topbar.box.text() == "motivatie"
    assert [chip.text() for chip in opened.chips] == ["Ierland"]
    assert opened.opener.text().endswith("Filter · 1")
    hand.click(opened.opener)
    assert [chip.isVisible() for chip in opened.chips] == [True]


def test_a_chosen_value_that_gives_nothing_can_be_put_off(
    window: MainWindow, opened: FilterBar, search: Search, until_chosen: Until
) -> None:
    hand.click(tick(opened, Field.COUNTRY, "ireland"))
    until_chosen(lambda answer: bool(answer.choice.facets))
    search("schaamte reiskosten")
    counts = window.results.answer.facets[Field.COUNTRY] if window.results.answer else ()
    ireland = next(count for count in counts if count.value.id == "ireland")
    assert ireland.chosen
    assert tick(opened, Field.COUNTRY, "ireland").isChecked()
    assert tick(opened, Field.COUNTRY, "ireland").isEnabled()


def test_a_value_that_is_put_off_keeps_the_keyboard_though_it_gives_nothing_any_more(
    qtbot: QtBot, window: MainWindow, opened: FilterBar, search: Search, until_chosen: Until
) -> None:
    window.narrow(SearchChoice().toggled(Field.COUNTRY, "finland").toggled(Field.KIND, "persona"))
    until_chosen(lambda answer: len(answer.choice.facets) == 2)
    persona = tick(opened, Field.KIND, "persona")
    persona.setFocus()
    hand.press("Space")
    until_chosen(lambda answer: len(answer.choice.facets) == 1)
    assert persona.hasFocus()


def test_filters_stay_while_one_types_on(window: MainWindow, opened: FilterBar, search: Search) -> None:
    hand.click(tick(opened, Field.KIND, "finding"))
    search("motivatie leren")
    assert {hit.kind for hit in hits(window)} == {"finding"}


def test_taking_chips_away_by_keyboard_ends_at_the_button(
    qtbot: QtBot, window: MainWindow, opened: FilterBar, until_chosen: Until
) -> None:
    for kind in ("finding", "practice"):
        hand.click(tick(opened, Field.KIND, kind))
        until_chosen(lambda answer, kind=kind: (Field.KIND, kind) in answer.choice.facets)
    opened.chips[0].setFocus()
    hand.press("Del")
    until_chosen(lambda answer: len(answer.choice.facets) == 1)
    assert QApplication.focusWidget() is opened.chips[0]
    hand.press("Backspace")
    until_chosen(lambda answer: not answer.choice.facets)
    assert QApplication.focusWidget() is opened.opener
    assert not opened.clear.isVisible()


def test_all_filters_are_cleared_at_once(window: MainWindow, opened: FilterBar, until_chosen: Until) -> None:
    hand.click(tick(opened, Field.KIND, "finding"))
    until_chosen(lambda answer: bool(answer.choice.facets))
    hand.click(tick(opened, Field.COUNTRY, "flanders"))
    until_chosen(lambda answer: len(answer.choice.facets) == 2)
    hand.click(opened.clear)
    until_chosen(lambda answer: not answer.choice.facets)
    assert opened.chips == []
    assert not tick(opened, Field.KIND, "finding").isChecked()


def test_back_and_forward_bring_filters_and_order_back(
    qtbot: QtBot, window: MainWindow, opened: FilterBar, until_chosen: Until
) -> None:
    hand.click(tick(opened, Field.KIND, "finding"))
    until_chosen(lambda answer: bool(answer.choice.facets))
    hand.click(opened.order_button(Arrangement.REPORT))
    until_chosen(lambda answer: answer.choice.order is SortOrder.SECTION)
    window.go_to_room(ViewId.HELP)
    window.go_back()
    assert opened.order_button(Arrangement.REPORT).isChecked()
    assert {hit.kind for hit in hits(window)} == {"finding"}
    window.go_back()
    until_chosen(lambda answer: answer.choice.order is SortOrder.RELEVANCE)
    assert opened.order_button(Arrangement.FIT).isChecked()
    assert [chip.text() for chip in opened.chips] == ["Bevindingen"]
    window.go_back()
    until_chosen(lambda answer: not answer.choice.facets)
    window.go_forward()
    until_chosen(lambda answer: bool(answer.choice.facets))


def test_filters_stay_when_one_comes_back_from_another_room(
    window: MainWindow, opened: FilterBar, until_chosen: Until
) -> None:
    hand.click(tick(opened, Field.KIND, "finding"))
    until_chosen(lambda answer: bool(answer.choice.facets))
    window.go_to_room(ViewId.CONVERSATION)
    window.go_to_room(ViewId.SEARCH)
    assert {hit.kind for hit in hits(window)} == {"finding"}


def test_escape_closes_the_filters_and_goes_back_to_the_button(qtbot: QtBot, opened: FilterBar) -> None:
    box = tick(opened, Field.KIND, "finding")
    box.setFocus()
    hand.press("Esc")
    assert not opened.panel.isVisible()
    assert not opened.opener.isChecked()
    assert opened.opener.hasFocus()


def test_the_keyboard_goes_through_the_values_that_give_something(
    qtbot: QtBot, window: MainWindow, opened: FilterBar, until_chosen: Until
) -> None:
    enabled = [each for each in opened.panel.groups[Field.KIND].ticks.values() if each.isEnabled()]
    enabled[0].setFocus()
    hand.press("Down")
    assert enabled[1].hasFocus()
    hand.press("Space")
    until_chosen(lambda answer: len(answer.choice.facets) == 1)
    assert enabled[1].hasFocus()
    hand.press("Tab")
    assert QApplication.focusWidget() in opened.panel.groups[Field.COUNTRY].ticks.values()


def test_the_panel_leaves_room_for_results_at_every_text_size(
    qtbot: QtBot, window: MainWindow, opened: FilterBar
) -> None:
    for size in (100, 150, 200):
        window.topbar.choose(text_size=size)
        qtbot.wait(50)
        assert opened.panel.height() < window.height() / (2 if size == 100 else 3)
        assert window.width() == 1366


def test_the_order_of_the_report_is_headed_by_section(
    window: MainWindow, narrowing: FilterBar, until_chosen: Until
) -> None:
    hand.click(narrowing.order_button(Arrangement.REPORT))
    until_chosen(lambda answer: answer.choice.order is SortOrder.SECTION)
    chapters = [row for row in rows(window) if isinstance(row, Chapter)]
    places = [window.services.library.sections[chapter.section].position for chapter in chapters]
    assert places == sorted(places)
    assert len(places) == len(set(places)) > 5
    assert isinstance(rows(window)[0], Chapter)


def test_all_of_it_is_shown_in_the_order_of_the_report_when_asked(
    qtbot: QtBot, window: MainWindow, narrowing: FilterBar, until_chosen: Until
) -> None:
    hand.click(narrowing.order_button(Arrangement.REPORT))
    until_chosen(lambda answer: answer.choice.order is SortOrder.SECTION)
    answer = window.results.answer
    assert answer is not None
    assert len(hits(window)) < answer.total
    results = window.results.results
    last = results.model().index(results.model().rowCount() - 1, 0)
    hand.row(results, last)
    qtbot.waitUntil(lambda: len(hits(window)) == answer.total)


def test_without_a_query_there_is_nothing_to_narrow_but_filters_alone_list_all(
    qtbot: QtBot, window: MainWindow, opened: FilterBar, search: Search, until_chosen: Until
) -> None:
    hand.click(tick(opened, Field.COUNTRY, "ireland"))
    until_chosen(lambda answer: bool(answer.choice.facets))
    found = len(hits(window))
    window.focus_search()
    hand.press("Del")
    qtbot.waitUntil(lambda: window.answered == "")
    assert len(hits(window)) > found
    assert {hit.country for hit in hits(window)} == {"ireland"}
    hand.click(opened.clear)
    qtbot.waitUntil(lambda: window.results.answer is None)
    assert not opened.isVisible()
