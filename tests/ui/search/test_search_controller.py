"""Which searches count, and what of them is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.search.ranking.score import Ranking
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.preferences.view import PreferencesView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


def stand(window: MainWindow) -> None:
    """Lets the search that is shown stand for as long as makes it count."""
    timer = window.searching.findChildren(QTimer)[0]
    assert timer.isActive()
    assert timer.interval() == 3000
    timer.stop()
    timer.timeout.emit()


def test_a_search_counts_when_it_stood_for_a_while(window: MainWindow, search: Search) -> None:
    search("geen oppas")
    assert window.searching.recent.queries == ()
    stand(window)
    assert window.searching.recent.queries == ("geen oppas",)


def test_it_counts_when_a_result_was_chosen(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("geen oppas")
    hand.press("Down")
    hand.press("Down")
    assert window.searching.recent.queries == ("geen oppas",)


def test_it_counts_when_enter_was_pressed(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("geen oppas")
    hand.press("Return")
    assert window.searching.recent.queries == ("geen oppas",)


def test_typing_on_starts_the_wait_again(window: MainWindow, search: Search) -> None:
    search("geen")
    search("geen oppas")
    stand(window)
    assert window.searching.recent.queries == ("geen oppas",)


def test_words_that_the_knowledge_does_not_have_are_never_kept(
    qtbot: QtBot, window: MainWindow, search: Search, settings_file: SettingsFile
) -> None:
    for query in ("mevrouw Xqzzystra", "schaamte Xqzzystra", "kinderopvnag", "jansen@voorbeeld.nl"):
        search(query)
        hand.press("Return")
    assert window.searching.recent.queries == ()
    assert not settings_file.recent.exists()


def test_who_types_on_after_a_query_without_results_keeps_the_keyboard(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    search("Xqzzystra")
    hand.press("Return")  # there is no list to go to
    box = window.topbar.box
    box.selectAll()
    for letter in "geld":
        hand.keys(letter)
        qtbot.waitUntil(lambda: window.answered == box.text())
    assert box.hasFocus()
    assert box.text() == "geld"
    hand.press("Return")
    assert window.results.results.hasFocus()


def test_nothing_of_a_conversation_is_kept(qtbot: QtBot, window: MainWindow, settings_file: SettingsFile) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.controller.set_note("vraag-zorg", "geen oppas")
    window.open_page("care-duties")
    qtbot.waitUntil(lambda: window.answered == "")
    window.searching.remember()
    assert window.searching.recent.queries == ()


def test_the_switch_and_forgetting_stand_among_the_settings(
    window: MainWindow, search: Search, settings_file: SettingsFile
) -> None:
    search("geen oppas")
    window.searching.remember()
    assert settings_file.recent.read_text("utf-8") == "geen oppas\n"
    window.go_to_room(ViewId.SETTINGS)
    page = window.view(ViewId.SETTINGS)
    assert isinstance(page, PreferencesView)
    hand.click(hand.reach(page.forget))
    assert not settings_file.recent.exists()
    search("geen oppas")
    window.searching.remember()
    assert settings_file.recent.exists()
    window.go_to_setting("recent")
    hand.press("Space")
    assert not settings_file.recent.exists()
    assert not settings_file.read().recent
    window.searching.remember()
    assert window.searching.recent.queries == ()


def test_a_search_that_fails_is_told_and_the_next_one_answers(
    qtbot: QtBot, window: MainWindow, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Ranking, "scores", lambda *_: 1 / 0)
        window.topbar.box.clear()
        hand.write(window.topbar.box, "geen oppas")
        qtbot.waitUntil(window._message.isVisible)
        assert window._message.text.startswith("Er ging iets mis")
    search("schaamte")
    assert window.results.answer is not None
    assert window.results.answer.hits
