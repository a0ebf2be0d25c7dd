"""The list of bookmarks: filtered, read, removed and put back, exported; reached from a page, from the start and by its key."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from guidance_kb.documents.bookmarks import as_markdown
from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.bookmarks import Bookmark, bookmark_statuses
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.paths import RESOURCES
from guidance_kb.ui.bookmarks.view import BookmarksView, Form
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.knowledge.packs.hostile import ID as PACK
from tests.knowledge.packs.small import with_example
from tests.ui.bookmarks.conftest import IDS, Stored, place

GONE = Bookmark("gone-entry", "finding", Text("Wat er was", "What there was"), "Blijft", "2026-01-01", "2026-01-01")


@pytest.fixture
def view(qtbot: QtBot, services: Services, marked: BookmarkService) -> BookmarksView:
    services.translation.use(Language.EN)
    made = BookmarksView(services)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def shown(view: BookmarksView) -> list[str]:
    return [each.bookmark.id for each in view.model.shown]


def test_those_marked_last_stand_first_and_the_first_is_read(view: BookmarksView) -> None:
    assert shown(view) == list(IDS)
    assert view.reading.shown == IDS[0]
    assert view.list.currentIndex().row() == 0
    assert view.reading.note.pen.toPlainText() == "Vraag naar de week"


def test_a_row_says_what_it_is_where_it_stands_and_what_was_noted(view: BookmarksView, services: Services) -> None:
    first, _, section = (view.model.index(n) for n in range(3))
    said = view.model.data(first, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Caring for children or family, Barrier · §2.1 (A snapshot or the long view), Vraag naar de week"
    assert view.model.data(section, Qt.ItemDataRole.AccessibleTextRole) == (
        "Situational barriers, Section of the report · §2.1.2"
    )
    services.translation.use(Language.NL)
    assert view.model.data(first) == "Zorg voor kinderen of familie"


def test_going_down_the_list_reads_each(qtbot: QtBot, view: BookmarksView) -> None:
    view.list.setFocus()
    hand.press("Down")
    assert view.reading.shown == IDS[1]
    assert view.reading.note.pen.toPlainText() == ""


def test_the_filter_looks_at_titles_and_notes_in_both_languages(qtbot: QtBot, view: BookmarksView) -> None:
    for words, found in (("WEEK vraag", IDS[:1]), ("situationele", IDS[2:]), ("quickly", IDS[1:2]), ("xqzzy", ())):
        view.filter.setText(words)
        assert shown(view) == list(found), words
        assert view.empty.isVisible() == (not found)
    view.filter.clear()
    assert shown(view) == list(IDS)


def test_removing_chooses_the_next_and_can_be_undone_with_the_note(
    qtbot: QtBot, view: BookmarksView, stored: Stored
) -> None:
    view.list.setFocus()
    hand.press("Del")
    assert shown(view) == list(IDS[1:])
    assert view.reading.shown == IDS[1]
    assert "Caring for children or family" in view.removed.text
    qtbot.waitUntil(lambda: [each.id for each in stored()] == list(IDS[1:]))

    hand.click(view.removed.action)
    assert shown(view) == list(IDS)
    assert view.reading.shown == IDS[0]
    qtbot.waitUntil(lambda: [each.note for each in stored()] == ["Vraag naar de week", "", ""])
    assert not view.removed.isVisible()


def test_what_is_typed_in_a_note_goes_with_it_when_it_is_removed_and_put_back(
    qtbot: QtBot, view: BookmarksView
) -> None:
    hand.click(view.reading.note.pen)
    hand.press("Ctrl+Home")
    hand.keys("Ook ")
    view.remove()
    view.put_back()
    assert view.reading.note.pen.toPlainText() == "Ook Vraag naar de week"


def test_the_last_one_removed_leaves_a_way_on(view: BookmarksView) -> None:
    for _ in IDS:
        view.remove()
    assert view.empty.isVisible()
    assert not view.list.isVisible()
    assert view.reading.shown is None
    hand.click(view.removed.action)
    assert view.list.isVisible()


def test_without_bookmarks_the_keyboard_is_on_the_way_to_one(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.BOOKMARKS)
    empty = room(window).empty
    assert QApplication.focusWidget() is empty.action
    hand.press("Return")
    assert window.here is ViewId.SEARCH
    assert window.topbar.box.hasFocus()


def test_its_star_takes_it_from_the_list_and_brings_it_back(view: BookmarksView) -> None:
    hand.click(view.reading.bar.star)
    assert shown(view) == list(IDS[1:])
    assert view.reading.shown == IDS[0]  # so that the star can be pressed again
    hand.click(view.reading.bar.star)
    assert shown(view) == list(IDS)
    assert view.list.currentIndex().row() == 0


def test_typing_a_note_leaves_the_keyboard_where_it_is_and_shows_it_in_the_list(
    qtbot: QtBot, view: BookmarksView
) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.reading.note.pen.setFocus()
    hand.write(view.reading.note.pen, "Ook ")
    qtbot.waitUntil(lambda: view.model.shown[0].bookmark.note.startswith("Ook"))
    assert view.reading.note.pen.hasFocus()
    assert view.reading.note.pen.toPlainText() == "Ook Vraag naar de week"


def test_what_is_gone_from_the_content_is_shown_with_its_note(
    view: BookmarksView, services: Services, marked: BookmarkService
) -> None:
    marked.put_back([GONE])
    view.list.setCurrentIndex(view.model.index(3))
    assert "no longer in the content" in str(view.model.data(view.model.index(3), Qt.ItemDataRole.AccessibleTextRole))
    assert "What there was" in view.reading.text()
    assert "Your bookmark and your note stay." in view.reading.text()
    assert view.reading.note.pen.toPlainText() == "Blijft"
    hand.click(view.reading.bar.star)
    assert GONE.id not in marked.kept
    assert "What there was" in view.reading.text()
    assert not view.reading.bar.star.isVisible()
    hand.press("Ctrl+D")  # as it says beside where the star was
    assert marked.kept[GONE.id] == GONE


@pytest.mark.parametrize("form", Form)
def test_all_are_exported_filtered_or_not(
    view: BookmarksView, services: Services, marked: BookmarkService, tmp_path: Path, form: Form
) -> None:
    view.filter.setText("xqzzy")
    dialog = view.ask_where(form)
    assert Path(dialog.selectedFiles()[0]).name == f"bookmarks{form.value}"
    target = tmp_path / f"mine{form.value}"
    dialog.fileSelected.emit(str(target))
    dialog.done(QFileDialog.DialogCode.Accepted)
    text = target.read_text("utf-8")
    if form is Form.JSON:
        assert [each["id"] for each in json.loads(text)["bookmarks"]] == list(IDS)
    else:
        found = bookmark_statuses(services.library.place, marked.kept.values())
        assert text == as_markdown(services.library, found, Language.EN)
    assert target.name in view.removed.text


def test_a_place_where_nothing_can_be_saved_is_said(
    qtbot: QtBot, view: BookmarksView, marked: BookmarkService, tmp_path: Path
) -> None:
    dialog = view.ask_where(Form.MARKDOWN)
    with qtbot.waitSignal(marked.failed) as told:
        dialog.fileSelected.emit(str(tmp_path / "nowhere" / "x.md"))
    dialog.done(QFileDialog.DialogCode.Rejected)
    assert "that folder is not there" in str(told.args[0])


# ── in the window ───────────────────────────────────────────────────────────────────────────────


def room(window: MainWindow) -> BookmarksView:
    view = window.view(ViewId.BOOKMARKS)
    assert isinstance(view, BookmarksView)
    return view


def test_alt_b_goes_to_the_list_and_ctrl_f_finds_in_what_is_read_there(
    qtbot: QtBot, window: MainWindow, marked: BookmarkService
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.press("Alt+B")
    view = room(window)
    assert view.isVisible()
    assert view.list.hasFocus()
    hand.press("Return")
    assert view.reading.holds_focus
    hand.press("Ctrl+F")
    assert view.reading.findbar.isVisible()


def test_a_page_leads_to_all_bookmarks_and_a_link_from_there_to_a_page(
    qtbot: QtBot, window: MainWindow, marked: BookmarkService
) -> None:
    window.open_page("care-duties")
    qtbot.waitUntil(window.results.reading.note.isVisible)
    hand.click(window.results.reading.note.all)
    view = room(window)
    assert view.isVisible()
    view.reading.findChild(Browser).link_opened.emit("money")
    qtbot.waitUntil(lambda: window.results.isVisible() and window.results.reading.shown == "money")
    window.go_back()
    assert view.isVisible()


def test_two_pages_of_the_same_thing_show_the_same_note(
    qtbot: QtBot, window: MainWindow, marked: BookmarkService
) -> None:
    window.open_page("care-duties")
    qtbot.waitUntil(window.results.reading.note.isVisible)
    hand.click(window.results.reading.note.pen)
    hand.press("Ctrl+Home")
    hand.keys("Ook ")
    window.go_to_room(ViewId.BOOKMARKS)
    qtbot.waitUntil(lambda: room(window).reading.note.pen.toPlainText() == "Ook Vraag naar de week")


def test_what_fails_is_said_in_the_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "personal.db").write_bytes(b"no database" * 1000)
    window.services.bookmarks.load()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("personal-damaged-*.db"))))
    qtbot.waitUntil(window._message.isVisible)


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[Library]:
    """The real content with the worked example of a pack."""
    library = with_example(tmp_path / "packed.db", read(RESOURCES))
    yield library
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the views that read it
    library.close()


def test_a_pack_that_goes_and_comes_back_changes_what_is_there(  # noqa: PLR0917 - fixtures
    packed: Library, qtbot: QtBot, services: Services, marked: BookmarkService, knowledge_db: Path, tmp_path: Path
) -> None:
    """The knowledge changes under the list: what is chosen is gone, and is back."""
    services.translation.use(Language.EN)
    library = packed
    service = f"{PACK}-leerplein"
    marked.toggle(service, place(library, service))
    view = BookmarksView(replace(services, library=library))
    qtbot.addWidget(view)
    view.show()
    assert view.reading.shown == service
    page, title = view.reading.text(), place(library, service).title.en
    library.reopen(knowledge_db)
    services.packs.changed.emit()
    assert "no longer in the content" in str(view.model.data(view.model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert title in view.reading.text()
    assert view.reading.text() != page
    library.reopen(tmp_path / "packed.db")
    services.packs.changed.emit()
    assert view.reading.text() == page


# ── several at once, tags and order ─────────────────────────────────────────────────────────────


def test_several_are_removed_at_once_and_put_back_by_the_keyboard(view: BookmarksView, marked: BookmarkService) -> None:
    view.list.setFocus()
    hand.press("Ctrl+A")
    assert view.chosen == list(IDS)
    hand.press("Shift+Up")
    hand.press("Home")
    hand.press("Shift+Down")
    assert view.chosen == list(IDS[:2])
    hand.press("Del")
    assert shown(view) == list(IDS[2:])
    assert "2 bookmarks removed" in view.removed.text
    hand.press("Del")
    assert shown(view) == []
    for left in (IDS[2:], IDS):  # one step after the other
        hand.press("Ctrl+Z")
        assert shown(view) == list(left)
    assert marked.kept[IDS[0]].note == "Vraag naar de week"


def test_tags_are_given_to_what_is_chosen_kept_and_filtered_by(
    qtbot: QtBot, view: BookmarksView, stored: Stored
) -> None:
    view.list.setFocus()
    hand.press("Shift+Down")
    hand.write(view.tags, "werk, eerste gesprek, Werk")
    hand.press("Return")
    qtbot.waitUntil(lambda: [each.tags for each in stored()] == [("werk", "eerste gesprek")] * 2 + [()])
    assert "#eerste gesprek" in str(view.model.data(view.model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    view.list.setCurrentIndex(view.model.index(1))
    hand.click(view.tags)
    hand.press("Ctrl+A")
    hand.keys("geld, eerste gesprek")
    hand.press("Return")
    assert "geld" in view.model.tags
    hand.choose(view.tag, view.tag.findData("geld"))
    assert shown(view) == [IDS[1]]
    view.tag.setCurrentIndex(0)
    view.filter.setText("eerste ges")
    assert shown(view) == [IDS[0], IDS[1]]


def test_the_list_is_sorted_as_one_likes(view: BookmarksView, marked: BookmarkService) -> None:
    hand.choose(view.order, 1)
    assert [view.model.title(each) for each in view.model.shown] == sorted(
        view.model.title(each) for each in view.model.shown
    )
    marked.tag(marked.kept[IDS[2]], ["a"])
    hand.choose(view.order, 2)
    assert shown(view)[0] == IDS[2]


def test_what_is_chosen_is_exported_alone(view: BookmarksView, tmp_path: Path) -> None:
    view.list.setFocus()
    hand.press("Shift+Down")
    dialog = view.ask_where(Form.JSON)
    target = tmp_path / "some.json"
    dialog.fileSelected.emit(str(target))
    dialog.done(QFileDialog.DialogCode.Accepted)
    assert [each["id"] for each in json.loads(target.read_text("utf-8"))["bookmarks"]] == list(IDS[:2])
    view._ways[0].trigger()
    assert QApplication.clipboard().text().count("Retold from") == 2


def test_before_the_first_there_is_a_way_in_the_menu(window: MainWindow) -> None:
    way = next(each for each in window.topbar.menu.actions() if each.text().startswith("Bladwijzers"))
    way.trigger()
    assert window.here is ViewId.BOOKMARKS
