"""What was searched, as chips on the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.ui.search.query_chips import FIRST
from guidance_kb.ui.search.query_summary import QuerySummary
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]
Until = Callable[[Callable[[SearchAnswer], bool]], None]


def labels(searched: QuerySummary) -> list[str]:
    return [chip.text() for chip in searched.chips]


@pytest.fixture
def searched(qtbot: QtBot, window: MainWindow, search: Search) -> QuerySummary:
    qtbot.waitUntil(window.isActiveWindow)
    search("drempel geld")
    return window.results.searched


def shown(window: MainWindow) -> SearchAnswer:
    assert window.results.answer is not None
    return window.results.answer


def test_the_terms_and_what_is_added_to_them_are_said(window: MainWindow, searched: QuerySummary) -> None:
    assert searched.text().startswith("drempel ook belemmering ")
    assert " en geld" in searched.text()
    assert set(labels(searched)) <= {addition.label for addition in shown(window).plan.additions(Language.NL)}


def test_of_each_term_only_the_first_few_additions_are_shown(window: MainWindow, searched: QuerySummary) -> None:
    terms = [term for clause in shown(window).plan.clauses for term in clause]
    additions = [[addition.label for addition in term.additions(Language.NL)] for term in terms]
    assert len(additions[0]) > FIRST
    assert labels(searched) == [label for of_term in additions for label in of_term[:FIRST]]


def test_the_rest_unfolds_with_those_in_the_other_language_and_folds_again(
    window: MainWindow, searched: QuerySummary
) -> None:
    more, before = searched.mores[0], labels(searched)
    term = shown(window).plan.clauses[0][0]
    everything = {addition.label for language in Language for addition in term.additions(language)}
    assert more.text() == f"+{len(everything) - FIRST}"
    hand.click(more)
    assert set(labels(searched)[: len(everything)]) == everything
    assert "in het Engels" in searched.text()
    hand.click(searched.mores[0])
    assert labels(searched) == before


def test_another_query_is_folded_again(searched: QuerySummary, search: Search) -> None:
    before = labels(searched)
    hand.click(searched.mores[0])
    search("drempel gel")
    search("drempel geld")
    assert labels(searched) == before


def test_a_click_takes_an_addition_away_and_one_more_puts_all_back(
    window: MainWindow, searched: QuerySummary, search: Search, until_chosen: Until
) -> None:
    search("drempel")
    before = labels(searched)
    total = shown(window).total
    hand.click(searched.chips[0])
    until_chosen(lambda answer: bool(answer.plan.removed) and answer.total < total)
    assert before[0] not in labels(searched)
    assert f"zonder: {before[0]}" in searched.text()
    hand.click(searched.restore)
    until_chosen(lambda answer: not answer.plan.removed)
    assert labels(searched) == before
    assert not searched.restore.isVisible()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]
)
def test_a_key_takes_it_away_and_the_keyboard_goes_to_the_next(
    qtbot: QtBot, searched: QuerySummary, until_chosen: Until, key: Qt.Key
) -> None:
    chip, following = searched.chips[1], labels(searched)[2]
    chip.setFocus()
    hand.press(key)
    until_chosen(lambda answer: bool(answer.plan.removed))
    focused = QApplication.focusWidget()
    assert focused is searched.chips[1]
    assert searched.chips[1].text() == following


def test_from_the_last_chip_the_keyboard_goes_to_the_one_before(
    qtbot: QtBot, searched: QuerySummary, until_chosen: Until
) -> None:
    searched.chips[-1].setFocus()
    for mores in searched.mores:  # those that are folded would come in its place
        hand.click(mores)
    count = len(searched.chips)
    searched.chips[-1].setFocus()
    hand.press("Del")
    until_chosen(lambda answer: bool(answer.plan.removed))
    assert len(searched.chips) == count - 1
    assert QApplication.focusWidget() is searched.chips[-1]


def test_from_the_only_chip_the_keyboard_goes_to_putting_back_and_from_there_to_the_first(
    qtbot: QtBot, window: MainWindow, searched: QuerySummary, until_chosen: Until
) -> None:
    additions = [addition for language in Language for addition in shown(window).plan.additions(language)]
    window.narrow(SearchChoice(removed=frozenset(additions[1:])))
    until_chosen(lambda answer: bool(answer.plan.removed))
    assert labels(searched) == [additions[0].label]
    searched.chips[0].setFocus()
    hand.press("Del")
    until_chosen(lambda answer: additions[0] in answer.plan.removed)
    assert QApplication.focusWidget() is searched.restore
    hand.press("Space")
    until_chosen(lambda answer: not answer.plan.removed)
    assert QApplication.focusWidget() is searched.chips[0]


def test_the_arrow_keys_go_along_the_row_and_tab_stops_once(qtbot: QtBot, searched: QuerySummary) -> None:
    searched.chips[0].setFocus()
    hand.press("Right")
    assert QApplication.focusWidget() is searched.chips[1]
    hand.press("Left")
    assert QApplication.focusWidget() is searched.chips[0]
    hand.press("Tab")
    assert QApplication.focusWidget() not in [*searched.chips, *searched.mores]


def test_a_chip_says_what_it_does(searched: QuerySummary) -> None:
    assert searched.chips[0].accessibleName() == f"“{searched.chips[0].text()}” niet meezoeken"
    assert "drempel" in searched.mores[0].accessibleName()


def test_typing_on_searches_for_everything_again(searched: QuerySummary, search: Search, until_chosen: Until) -> None:
    before = labels(searched)
    hand.click(searched.chips[0])
    until_chosen(lambda answer: bool(answer.plan.removed))
    search("drempel gel")
    search("drempel geld")
    assert labels(searched) == before


def test_back_and_forward_know_what_was_taken_away(
    window: MainWindow, searched: QuerySummary, until_chosen: Until
) -> None:
    before = labels(searched)
    hand.click(searched.chips[0])
    until_chosen(lambda answer: bool(answer.plan.removed))
    after = labels(searched)
    window.go_back()
    until_chosen(lambda answer: not answer.plan.removed)
    assert labels(searched) == before
    window.go_forward()
    until_chosen(lambda answer: bool(answer.plan.removed))
    assert labels(searched) == after


def test_a_correction_says_what_was_typed_with_a_way_back_beside_it(searched: QuerySummary, search: Search) -> None:
    search("kinderopvnag")
    assert searched.text().startswith("kinderopvang (u typte kinderopvnag) ook")
    assert searched.offers == ["Zoek precies wat ik typte"]


def test_an_abbreviation_is_unknown_and_nothing_else_is_shown(
    window: MainWindow, searched: QuerySummary, search: Search
) -> None:
    search("ADHD")
    assert not shown(window).hits
    assert not searched.offers
    assert "De kennis noemt ADHD niet." in window.results.nothing.text()


def test_beside_words_that_are_found_another_query_is_offered(
    window: MainWindow, searched: QuerySummary, search: Search
) -> None:
    search("botsing met de leraar")
    assert searched.offers == ["Bedoelde u “botsen met de leraar”?"]
    hand.click(searched.meant)
    assert window.topbar.box.text() == "botsen met de leraar"


def test_a_word_that_occurs_nowhere_is_named_above_what_the_others_find(
    qtbot: QtBot, window: MainWindow, searched: QuerySummary, search: Search
) -> None:
    search("schaamte xqzzy")
    assert searched.says_fallback
    assert searched.banner == "De kennis noemt xqzzy niet. Dit komt het dichtst in de buurt."
    search("schaamte reiskosten docent")
    assert searched.says_fallback == shown(window).fallback


def test_it_is_said_in_the_language_now_in_force(qtbot: QtBot, window: MainWindow, searched: QuerySummary) -> None:
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: searched.text().startswith("drempel also barrier"))
    assert " and geld" in searched.text()


def test_a_very_long_word_makes_the_window_no_wider(window: MainWindow, searched: QuerySummary, search: Search) -> None:
    window.search_for("a" * 5000)
    assert window.width() == 1366
    assert window.minimumSizeHint().width() <= 1024
