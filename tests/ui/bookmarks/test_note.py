"""The note below a page: written as one types, warned of, never overwritten while one types."""

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.bookmarks import Bookmark
from guidance_kb.language import Language
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.note import NoteStrip
from tests.hand import hand
from tests.ui.bookmarks.conftest import Stored


@pytest.fixture
def strip(qtbot: QtBot, services: Services, marked: BookmarkService) -> NoteStrip:
    services.translation.use(Language.EN)
    made = NoteStrip(services)
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    made.show_of(marked.kept["care-duties"])
    return made


def notes(stored: Stored) -> dict[str, str]:
    return {each.id: each.note for each in stored()}


def test_it_shows_the_note_and_nothing_is_said_of_saving_before_one_types(strip: NoteStrip) -> None:
    assert strip.pen.toPlainText() == "Vraag naar de week"
    assert strip.saved.text() == ""


def test_what_is_typed_is_written_without_a_button_and_it_says_so(
    qtbot: QtBot, strip: NoteStrip, stored: Stored
) -> None:
    hand.write(strip.pen, "Ook ")
    qtbot.waitUntil(lambda: strip.saved.text().startswith("saved "))
    assert notes(stored)["care-duties"] == "Ook Vraag naar de week"
    hand.write(strip.pen, "dit ")
    assert strip.saved.text() == ""


def test_going_to_another_writes_what_was_typed_for_the_first(
    qtbot: QtBot, strip: NoteStrip, marked: BookmarkService, stored: Stored
) -> None:
    hand.write(strip.pen, "Ook ")
    strip.show_of(marked.kept["2.1.2"])
    assert strip.pen.toPlainText() == ""
    qtbot.waitUntil(lambda: notes(stored)["care-duties"] == "Ook Vraag naar de week")
    assert notes(stored)["2.1.2"] == ""


def test_hiding_it_writes_what_was_typed(qtbot: QtBot, strip: NoteStrip, stored: Stored) -> None:
    hand.write(strip.pen, "Ook ")
    strip.hide()
    qtbot.waitUntil(lambda: notes(stored)["care-duties"] == "Ook Vraag naar de week")


def test_the_end_of_the_program_writes_what_was_typed(
    qtbot: QtBot, strip: NoteStrip, marked: BookmarkService, stored: Stored
) -> None:
    hand.write(strip.pen, "Ook ")
    marked.close()
    assert notes(stored)["care-duties"] == "Ook Vraag naar de week"


def changed(bookmark: Bookmark, note: str) -> Bookmark:
    return Bookmark(bookmark.id, bookmark.kind, bookmark.title, note, bookmark.added, bookmark.changed)


def test_what_another_window_wrote_is_shown_unless_one_is_typing(
    qtbot: QtBot, strip: NoteStrip, marked: BookmarkService
) -> None:
    bookmark = marked.kept["care-duties"]
    strip.show_of(changed(bookmark, "Van het andere venster"))
    assert strip.pen.toPlainText() == "Van het andere venster"
    hand.write(strip.pen, "X")
    strip.show_of(changed(bookmark, "Nog eens"))
    assert strip.pen.toPlainText() == "XVan het andere venster"


def test_what_could_not_be_written_says_so(qtbot: QtBot, strip: NoteStrip, marked: BookmarkService) -> None:
    path = marked._path
    path.unlink()
    path.mkdir()
    with qtbot.waitSignal(marked.failed):
        hand.write(strip.pen, "Ook ")
    assert strip.saved.text() == "not saved yet"
    assert strip.pen.toPlainText() == "Ook Vraag naar de week"
    path.rmdir()
    hand.write(strip.pen, "nu ")
    qtbot.waitUntil(lambda: strip.saved.text().startswith("saved "))


def test_it_warns_of_what_looks_personal_as_the_notes_in_the_records_do(qtbot: QtBot, strip: NoteStrip) -> None:
    (warned,) = strip.findChildren(Warned)
    strip.pen.setPlainText("Bel jan.jansen@example.org, geboren 12-03-1984, BSN 111222333")
    warned.look()
    for what in ("an e-mail address", "a date of birth", "a citizen service number"):
        assert what in warned.warning
    strip.pen.setPlainText("Bespreken op donderdag")
    warned.look()
    assert warned.warning == ""


def test_it_grows_with_the_text_and_then_scrolls(qtbot: QtBot, strip: NoteStrip) -> None:
    strip.pen.setPlainText("een")
    one = strip.pen.sizeHint().height()
    strip.pen.setPlainText("een\ntwee\ndrie")
    assert strip.pen.sizeHint().height() == one + 2 * strip.pen.fontMetrics().lineSpacing()
    strip.pen.setPlainText("\n".join("abcdefghij"))
    assert strip.pen.sizeHint().height() == one + 4 * strip.pen.fontMetrics().lineSpacing()


def test_escape_goes_back_to_the_page_and_tab_goes_on(qtbot: QtBot, strip: NoteStrip) -> None:
    with qtbot.waitSignal(strip.left):
        hand.press("Esc")
    hand.press("Tab")
    assert "\t" not in strip.pen.toPlainText()


def test_without_a_bookmark_it_takes_no_room(strip: NoteStrip) -> None:
    strip.show_of(None)
    assert strip.isHidden()
