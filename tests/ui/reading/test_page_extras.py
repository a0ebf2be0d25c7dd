"""What goes with a page: its star, its note, its place in the report, and that it was read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator

ENTRY = "doelgroep-voorspelt-drijfveer-niet"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def reading(qtbot: QtBot, services: Services) -> ReadingView:
    services.translation.use(Language.EN)
    made = ReadingView(services)
    qtbot.addWidget(made)
    made.resize(820, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_page(ENTRY)
    made.setFocus()
    return made


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    hand.press(key, modifier)


# ── the star and the note ───────────────────────────────────────────────────────────────────────


def test_ctrl_d_marks_what_is_read_and_the_star_says_so(qtbot: QtBot, reading: ReadingView, services: Services) -> None:
    assert not reading.bar.star.isChecked()
    assert reading.bar.star.accessibleName() == "Bookmark this page"
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert ENTRY in services.bookmarks.kept
    assert reading.bar.star.isChecked()
    assert reading.bar.star.accessibleName() == "Remove the bookmark"
    assert reading.note.isVisible()
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert ENTRY not in services.bookmarks.kept
    assert not reading.note.isVisible()


def test_the_star_can_be_clicked(reading: ReadingView, services: Services) -> None:
    hand.click(reading.bar.star)
    assert ENTRY in services.bookmarks.kept
    hand.click(reading.bar.star)
    assert ENTRY not in services.bookmarks.kept
    assert not reading.bar.star.isChecked()


def test_marked_again_it_has_its_note_as_it_was(qtbot: QtBot, reading: ReadingView) -> None:
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    assert reading.note.pen.hasFocus()
    hand.write(reading.note.pen, "Voor donderdag")
    press(qtbot, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert reading.holds_focus
    assert not reading.note.pen.hasFocus()
    press(qtbot, Qt.Key.Key_D, CTRL)
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert reading.note.pen.toPlainText() == "Voor donderdag"


def test_taking_the_bookmark_away_leaves_the_keyboard_in_the_pane(qtbot: QtBot, reading: ReadingView) -> None:
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert not reading.note.isVisible()
    assert reading.holds_focus


def test_another_page_has_its_own_star_and_note(reading: ReadingView) -> None:
    reading.around.toggle_bookmark()
    reading.note.pen.setPlainText("Hier")
    reading.show_page("care-duties")
    assert not reading.bar.star.isChecked()
    assert not reading.note.isVisible()
    reading.show_page(ENTRY)
    assert reading.bar.star.isChecked()
    assert reading.note.pen.toPlainText() == "Hier"


def test_with_nothing_to_read_there_is_nothing_to_mark(qtbot: QtBot, reading: ReadingView, services: Services) -> None:
    reading.clear()
    assert not reading.bar.star.isVisible()
    reading.around.toggle_bookmark()
    reading.around.write_note()
    assert services.bookmarks.kept == {}
    assert not reading.footer.isVisible()


# ── the place in the report ─────────────────────────────────────────────────────────────────────


def test_below_the_page_stands_its_section_and_which_of_how_many(
    reading: ReadingView, navigator: RecordingNavigator
) -> None:
    assert reading.footer.here.accessibleName() == "§2.1 (A snapshot or the long view) · 11 of 13"
    hand.click(reading.footer.here)
    assert navigator.calls == [("open_page", "2.1/levensloop")]


def test_alt_page_up_and_down_go_through_the_report(
    qtbot: QtBot, reading: ReadingView, library: Library, navigator: RecordingNavigator
) -> None:
    ids = [entry.id for entry in library.entries()]
    at = ids.index(ENTRY)
    press(qtbot, Qt.Key.Key_PageDown, ALT)
    press(qtbot, Qt.Key.Key_PageUp, ALT)
    assert navigator.calls == [("open_page", ids[at + 1]), ("open_page", ids[at - 1])]
    assert library.entries([ids[at + 1]])[0].en.title in reading.footer.following.accessibleName()


@pytest.mark.parametrize("place", [0, -1])
def test_at_the_ends_of_the_report_there_is_one_way_only(
    reading: ReadingView, library: Library, navigator: RecordingNavigator, place: int
) -> None:
    reading.show_page(library.entries()[place].id)
    assert reading.footer.previous.isEnabled() == (place != 0)
    assert reading.footer.following.isEnabled() == (place == 0)
    reading.footer.go(-1 if place == 0 else 1)
    assert navigator.calls == []


def test_a_barrier_says_which_of_its_like_it_is(reading: ReadingView, library: Library) -> None:
    reading.show_page("care-duties")
    number = list(library.barriers).index("care-duties") + 1
    assert reading.footer.here.accessibleName().endswith(f"barriers: {number} of {len(library.barriers)}")


def test_the_page_of_a_section_lists_what_comes_from_it(reading: ReadingView, library: Library) -> None:
    reading.show_page("2.1.2")
    text = reading.text()
    assert "2 Research framework › 2.1 Learning through the life course" in text
    for entry in library.entries_of_section("2.1.2"):
        assert entry.en.title in text
    assert not reading.footer.here.isVisible()
    reading.copy()
    assert "§2.1.2 (Situational barriers)" in QGuiApplication.clipboard().text()


def test_an_entry_says_where_it_stands_with_its_neighbours_and_itself_is_no_link(
    reading: ReadingView, library: Library
) -> None:
    text = reading.text()
    assert "2 Research framework › 2.1 Learning through the life course › A snapshot or the long view" in text
    listed = text.split("\nIn this section\n")[1].splitlines()
    assert listed == [entry.en.title for entry in library.entries_of_section("2.1/levensloop")]


def test_an_entry_alone_in_its_section_needs_no_list(reading: ReadingView) -> None:
    reading.show_page("aanbeveling-snel-handelen")
    assert "Where in the report" in reading.text()
    assert "In this section" not in reading.text()


def test_the_titles_of_neighbours_are_no_hits_of_the_page(reading: ReadingView) -> None:
    seen: list[str] = []
    reading.show_page("aanbeveling-snel-handelen", lambda text, _: seen.append(text) or [])
    assert "Where in the report" not in seen[-1]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_line_is_about_seventy_characters_however_wide_the_pane(reading: ReadingView, scale: float) -> None:
    reading._services.theme.scale = scale
    for width in (900, 1400, 2000):
        reading.resize(width, 640)
        reading.show_page("wie-regelingen-nodig-heeft-gebruikt-ze-minst")
        lines = []
        block = reading._browser.document().begin()
        while block.isValid():
            layout = block.layout()
            font = block.begin().fragment().charFormat().font() if not block.begin().atEnd() else None
            if font is not None and font.pixelSize() == round(16 * scale) and layout.lineCount() > 2:
                lines += [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
            block = block.next()
        assert lines
        assert 55 <= sum(lines) / len(lines) <= 76, (width, scale)
        assert max(lines) <= 85


# ── what was read ───────────────────────────────────────────────────────────────────────────────


def test_what_stands_long_enough_counts_as_read(qtbot: QtBot, reading: ReadingView, services: Services) -> None:
    standing = reading.around._standing
    assert standing.isActive()
    assert LastRead(services.settings).ids == ()
    standing.timeout.emit()
    assert LastRead(services.settings).ids == (ENTRY,)
    reading.hide()
    reading.show_page("care-duties")
    standing.timeout.emit()
    assert LastRead(services.settings).ids == (ENTRY,)


def test_going_on_through_the_report_is_a_step_back_each(
    qtbot: QtBot, window: MainWindow, search: Callable[[str], None], library: Library
) -> None:
    ids = [entry.id for entry in library.entries()]
    window.open_page(ids[0])
    reading = window.results.reading
    qtbot.waitUntil(lambda: reading.shown == ids[0])
    for n in (1, 2):
        hand.click(reading.footer.following)
        qtbot.waitUntil(lambda n=n: reading.shown == ids[n])
    window.go_back()
    qtbot.waitUntil(lambda: reading.shown == ids[1])
