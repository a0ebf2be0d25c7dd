from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.app import make_window
from guidance_kb.conversation.answers import Answer, State
from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.message_bar import MessageBar
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.shell.rail import RAIL
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


def model(window: MainWindow) -> ResultModel:
    found = window.results.results.model()
    assert isinstance(found, ResultModel)
    return found


def hits(window: MainWindow) -> list[Hit]:
    rows = [model(window).row(model(window).index(n)) for n in range(model(window).rowCount())]
    return [row for row in rows if isinstance(row, Hit)]


def test_one_can_type_at_once(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.write(QApplication.focusWidget(), "schaamte")
    qtbot.waitUntil(lambda: window.answered == "schaamte")
    assert hits(window)


def test_everyday_words_find_what_is_meant_and_say_so(window: MainWindow, search: Search) -> None:
    search("geen oppas")
    assert "care-duties" in [hit.id for hit in hits(window)]
    assert "kinderopvang" in window.results.searched.text()


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.results.findChildren(QLabel) if label.isVisible())


def test_the_best_hit_is_shown_with_its_hits_marked(window: MainWindow, search: Search) -> None:
    search("schaamte")
    reading = window.results.reading
    assert reading.shown == hits(window)[0].id
    assert reading.marked
    assert all("scha" in word.lower() or "taboe" in word.lower() or word for word in reading.marked)


def test_no_word_has_all_so_any_is_enough_and_it_says_so(window: MainWindow, search: Search) -> None:
    search("schaamte reiskosten Quigley")
    assert hits(window)
    assert window.results.searched.says_fallback


def test_nothing_found_still_shows_a_way_on(window: MainWindow, search: Search) -> None:
    search("xqzzy")
    assert hits(window) == []
    assert window.results.nothing.topics.isVisible()
    assert window.results.reading.text().strip()


def test_the_keyboard_goes_into_the_results_and_back(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    search("schaamte")
    hand.press("Down")
    results = window.results.results
    assert results.hasFocus()
    hand.press("Down")
    assert window.results.reading.shown == hits(window)[1].id
    hand.press("Up")
    hand.press("Up")
    assert window.topbar.box.hasFocus()


def test_back_and_forward_bring_back_query_and_page(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("schaamte")
    first = hits(window)[0].id
    window.open_page("aanbeveling-snel-handelen")
    window.go_to_room(ViewId.HELP)
    window.go_back()
    qtbot.waitUntil(lambda: window.results.reading.shown == "aanbeveling-snel-handelen")
    window.go_back()
    qtbot.waitUntil(lambda: window.results.reading.shown == first)
    assert window.topbar.box.text() == "schaamte"
    window.go_forward()
    qtbot.waitUntil(lambda: window.results.reading.shown == "aanbeveling-snel-handelen")
    assert window.results.isVisible()


def test_typing_a_query_is_one_step_back(window: MainWindow, search: Search) -> None:
    search("motivatie")
    window.go_back()
    assert window.view(ViewId.START).isVisible()


def test_every_room_opens_by_its_key(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for number, room in enumerate(RAIL, 1):
        hand.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.view(room).isVisible(), room


def test_the_language_is_switched_in_place(
    qtbot: QtBot, window: MainWindow, search: Search, settings_file: SettingsFile
) -> None:
    search("schaamte")
    shown = window.results.reading.shown
    before = window.results.reading.text()
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: window.results.reading.text() != before)
    qtbot.waitUntil(lambda: window.results.reading.shown == shown)
    assert "Source:" in window.results.reading.text()
    assert settings_file.read().language is Language.EN
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: "Bron:" in window.results.reading.text())


def test_text_size_goes_up_and_down_and_stops(qtbot: QtBot, window: MainWindow, settings_file: SettingsFile) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(7):
        hand.press("Ctrl++")
    assert settings_file.read().text_size == 200
    for _ in range(9):
        hand.press("Ctrl+-")
    assert settings_file.read().text_size == 100


def test_ctrl_and_the_wheel_change_the_text_size_and_on_the_map_its_own(
    window: MainWindow, settings_file: SettingsFile
) -> None:
    window.open_page("transport")
    page = window.results.reading
    hand.scroll(page, -1, Qt.KeyboardModifier.ControlModifier)
    assert settings_file.read().text_size == 125
    hand.scroll(page, 1, Qt.KeyboardModifier.ControlModifier, notch=60)
    assert settings_file.read().text_size == 125  # half a notch of a touchpad
    hand.scroll(page, 1, Qt.KeyboardModifier.ControlModifier, notch=60)
    assert settings_file.read().text_size == 100
    window.go_to_room(ViewId.MAP)
    hand.scroll(window.view(ViewId.MAP).picture, -1, Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]
    assert settings_file.read().text_size == 100


def test_the_handle_between_panes_is_where_it_was_put(
    qtbot: QtBot, window: MainWindow, settings_file: SettingsFile
) -> None:
    window.open_page("transport")
    split = window.results.reading.parentWidget()
    assert isinstance(split, QSplitter)
    handle = split.handle(1)
    hand.drag(handle, handle.rect().center(), handle.rect().center() + QPoint(60, 0))
    moved = split.sizes()[0]
    qtbot.waitUntil(lambda: settings_file.split("results") == moved)
    again = ReadingView(window.services)
    other = again.beside(QWidget())
    qtbot.addWidget(other)
    other.resize(1200, 500)
    other.show()
    assert other.sizes()[0] == moved


def test_the_window_never_grows_past_a_small_screen(window: MainWindow) -> None:
    for room in ViewId:
        window.view(room)
    for size in (200, 150, 125, 100, 200, 150, 100):
        window.topbar.choose(text_size=size)
        for room in ViewId:
            window.go_to_room(room)
            QApplication.processEvents()
            assert window.width() == 1366, (size, room)
            assert window.minimumSizeHint().width() <= 1024, (size, room)


def test_all_is_shown_whole_at_twice_the_text_size(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("schaamte")
    window.topbar.choose(text_size=200)
    window.results.reading.copy()
    for room in (ViewId.SEARCH, ViewId.START):
        window.go_to_room(room)
        view = window.view(room)
        qtbot.waitUntil(lambda view=view: clipped(view) == [])


def clipped(view: QWidget) -> list[str]:
    """The buttons and labels that have too little room for their words."""
    buttons = [button for button in view.findChildren(QPushButton) if button.isVisible() and button.text()]
    labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.text() and label.wordWrap()]
    return [button.text() for button in buttons if button.width() < button.sizeHint().width()] + [
        label.text() for label in labels if label.height() < label.heightForWidth(label.width())
    ]


def test_what_is_read_is_copied_with_its_source(window: MainWindow, search: Search) -> None:
    search("schaamte")
    window.results.reading.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Naverteld uit: Hoe bereiken we kwetsbare doelgroepen" in copied
    assert "§" in copied


@pytest.mark.parametrize(
    "query",
    ["tijd, geld", "(drempel", "drempel-vrij", "C++", "NOT", '"', 'kinder"opvang', "begeleiding AND", "*", "-", "land:", "land:atlantis",
     "'", ";--", "%", "\\", "a" * 5000, "\u200b", "😀", "e\u0301" * 50, "-schaamte", "OR OR OR"],
)  # fmt: skip
def test_no_query_raises_or_leaves_a_blank_pane(qtbot: QtBot, window: MainWindow, query: str) -> None:
    window.search_for(query)
    qtbot.waitUntil(lambda: window.answered == query)
    assert window.results.reading.text().strip()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
def test_whatever_is_pasted_is_answered(qtbot: QtBot, window: MainWindow, query: str) -> None:
    window.search_for(query)
    pasted = window.topbar.box.text()  # a line edit makes line breaks spaces
    window.search_for(pasted)
    qtbot.waitUntil(lambda: window.answered == pasted)
    assert window.results.reading.text().strip()


def test_a_key_taken_back_at_once_leaves_the_answer_that_belongs_to_the_box(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    search("schaamte")
    before = [hit.id for hit in hits(window)]
    window.search_for("reiskosten")
    window.search_for("schaamte")
    answered: list[bool] = []
    window.services.jobs.run("after", lambda: True, answered.append)
    qtbot.waitUntil(lambda: answered == [True])
    assert window.answered == "schaamte"
    assert [hit.id for hit in hits(window)] == before


def test_the_conversation_is_answered_by_keys_as_soon_as_it_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to_room(ViewId.CONVERSATION)
    hand.write(QApplication.focusWidget(), "1")
    assert conversation(window).controller.session.answers
    assert window.view(ViewId.CONVERSATION).isVisible()


def conversation(window: MainWindow) -> ConversationView:
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    return view


def test_a_page_opened_from_a_conversation_leaves_both_as_they_were(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    search("schaamte")
    window.go_to_room(ViewId.CONVERSATION)
    view = conversation(window)
    view.items.go_to("vraag-zorg")
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.controller.set_note("vraag-zorg", "dinsdag 😀")
    place = view.items.verticalScrollBar().value()
    window.open_page("care-duties")
    qtbot.waitUntil(lambda: window.results.reading.shown == "care-duties")
    assert window.topbar.box.text() == "schaamte"
    window.go_back()
    assert view.isVisible()
    assert view.items.verticalScrollBar().value() == place
    assert view.controller.session.answer("vraag-zorg") == Answer(State.NAMED, note="dinsdag 😀")
    assert view.items.rows["vraag-zorg"].hasFocus()


def test_an_error_is_told_in_words_and_can_be_put_away(window: MainWindow) -> None:
    window.tell(KnownError("De schijf is vol.", "The disk is full."))
    told = [label for label in window.findChildren(QLabel) if label.text() == "De schijf is vol."]
    assert len(told) == 1
    assert told[0].isVisible()
    away = window.findChildren(MessageBar)[0].close_button
    assert away.accessibleName()
    hand.click(away)
    assert not told[0].isVisible()


def test_every_control_has_a_name(window: MainWindow, search: Search) -> None:
    search("schaamte")
    window.tell(KnownError("De schijf is vol.", "The disk is full."))
    for room in ViewId:
        window.go_to_room(room)
        nameless = [
            type(widget).__name__
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert nameless == [], room


def test_tab_leaves_every_view(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    search("schaamte")
    for room in ViewId:
        window.go_to_room(room)
        window.topbar.box.setFocus()
        for _ in range(120):
            hand.press("Tab")
            if window.topbar.box.hasFocus():
                break
        assert window.topbar.box.hasFocus(), (
            f"{room}: Tab did not come back to the search box within 120 steps; a page of many links is one stop, see ui/rules/page.py"
        )


def test_without_knowledge_there_is_a_sentence(qapp: QApplication, tmp_path: Path, settings_file: SettingsFile) -> None:
    with pytest.raises(KnownError, match="cannot be opened"):
        make_window(qapp, tmp_path / "none.db", settings_file)


def test_the_title_and_the_settings_hold_nothing_that_was_typed(
    window: MainWindow, search: Search, settings_file: SettingsFile
) -> None:
    search("mevrouw Jansen")
    assert window.windowTitle() == "Guidance KB"
    settings_file.change(text_size=125)
    assert "Jansen" not in Path(settings_file.path).read_text("utf-8")


def test_a_chosen_result_is_one_step_and_stays_chosen_in_the_other_language(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    search("schaamte")
    hand.press("Down")
    for _ in range(3):
        hand.press("Down")
    chosen = window.results.reading.shown
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: window.results.reading.shown == chosen and window.results.reading.language is Language.EN)
    window.go_back()
    qtbot.waitUntil(lambda: window.results.reading.shown == hits(window)[0].id)
    window.go_back()
    assert window.view(ViewId.START).isVisible()


def test_an_emptied_box_says_what_can_be_searched(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("schaamte")
    window.focus_search()
    hand.press("Del")
    qtbot.waitUntil(lambda: window.answered == "")
    assert hits(window) == []
    assert window.results.nothing.topics.isVisible()


def test_escape_in_an_empty_box_leads_nowhere(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    window.focus_search()
    hand.press("Esc")
    assert window.view(ViewId.CONVERSATION).isVisible()


def test_the_button_that_empties_the_box_does_the_same(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("schaamte")
    box = window.topbar.box
    clear = next(child for child in box.findChildren(QToolButton) if child.geometry().left() > box.width() // 2)
    hand.click(clear)
    qtbot.waitUntil(lambda: window.answered == "")
    assert hits(window) == []


def test_a_typing_error_is_mended_and_says_so_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    search("kinderopvnag")
    assert "kinderopvnag" in texts(window)
    assert "care-duties" in [hit.id for hit in hits(window)]
    assert len(window.results.searched.offers) == 1
    exactly = next(
        button
        for button in window.results.findChildren(QPushButton)
        if button.text() == window.results.searched.offers[0]
    )
    hand.click(exactly)
    qtbot.waitUntil(lambda: window.answered == '"kinderopvnag"')
    assert hits(window) == []


def test_warming_up_shows_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.warm_up()
    qtbot.wait(300)
    assert window.answered is None
    assert window.view(ViewId.START).isVisible()
