"""What is said, and offered, when nothing was found."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Field, Plan
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.search.empty_results import EmptyResults
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]
Until = Callable[[Callable[[SearchAnswer], bool]], None]


def test_the_word_that_occurs_nowhere_is_named(window: MainWindow, search: Search) -> None:
    search("xqzzy")
    assert "De kennis noemt xqzzy niet." in window.results.nothing.text()


def test_what_was_searched_without_it_is_said(window: MainWindow, search: Search) -> None:
    search("land:finland xqzzy schaamte")
    answer = window.results.answer
    assert answer is not None
    if answer.hits:  # the content may come to say something of it
        assert window.results.searched.says_fallback
    else:
        assert "Met alleen de andere woorden is ook niets gevonden." in window.results.nothing.text()


def test_filters_that_leave_nothing_say_so_and_can_be_put_off(
    window: MainWindow, search: Search, until_chosen: Until
) -> None:
    search("motivatie")
    assert window.results.answer is not None
    window.narrow(window.results.answer.choice.toggled(Field.COUNTRY, "finland").toggled(Field.KIND, "persona"))
    until_chosen(lambda answer: not answer.hits)
    nothing = window.results.nothing
    assert nothing.isVisible()
    assert "Met deze filters blijft er niets over" in nothing.text()
    assert nothing.unfiltered.text() == f"Toon alle {window.results.answer.unfiltered} zonder filters"
    assert not nothing.topics.isVisible()
    hand.click(nothing.unfiltered)
    until_chosen(lambda answer: bool(answer.hits))
    assert not nothing.isVisible()
    assert window.topbar.box.text() == "motivatie"


@pytest.fixture
def nothing(qtbot: QtBot, services: Services) -> EmptyResults:
    made = EmptyResults(services)
    qtbot.addWidget(made)
    return made


def test_the_nearest_topics_are_offered_and_search(qtbot: QtBot, nothing: EmptyResults) -> None:
    nothing.show_answer(SearchAnswer(Plan("xqzzy"), nearest=("taalles", "opvang")))
    assert nothing.offers == ["taalles", "opvang"]
    with qtbot.waitSignal(nothing.suggested) as told:
        hand.click(next(made for made in nothing.findChildren(QPushButton) if made.text() == "opvang"))
    assert told.args == ["opvang"]


def test_without_topics_examples_are_offered(nothing: EmptyResults) -> None:
    nothing.show_answer(SearchAnswer(Plan("xqzzy")))
    assert "geen oppas" in nothing.offers


@pytest.mark.parametrize("language", Language)
def test_every_example_finds_something(qtbot: QtBot, window: MainWindow, search: Search, language: Language) -> None:
    window.topbar.choose(language=language)
    window.go_to_room(ViewId.SEARCH)
    for example in list(window.results.nothing.offers):
        search(example)
        assert window.results.answer is not None
        assert window.results.answer.hits, example
