"""The page with all settings, on the real window."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tools.tour.tour import put_away

from guidance_kb.app import make_window
from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.preferences.options import KEEP_MONTHS, LOCK_MINUTES, OPTIONS, Items, Settings, searchables
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import Scheme, SettingsFile
from guidance_kb.ui.preferences.controls import OptionControl, OptionLine, Segments, Toggle
from guidance_kb.ui.preferences.row import SettingRow
from guidance_kb.ui.preferences.view import PlaceRow, PreferencesView
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.view import SummaryView
from guidance_kb.ui.widgets.pressable import settle
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand

_Kind = type[Toggle] | type[Segments] | type[OptionLine] | type[OptionControl]


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PreferencesView:
    """The page, in English, reached by its key."""
    window.services.settings.change(language=Language.EN)
    qtbot.waitUntil(window.isActiveWindow)
    hand.press("Ctrl+,")
    assert window.here is ViewId.SETTINGS
    return cast("PreferencesView", window.view(ViewId.SETTINGS))


def row_of(page: PreferencesView, key: str) -> SettingRow:
    return next(each for each in page.shown if each.key == key)


def segment(page: PreferencesView, key: str, name: str) -> QAbstractButton:
    control = row_of(page, key).control
    assert isinstance(control, Segments)
    return next(each for each in control.buttons if each.text() == name)


def toggle(page: PreferencesView, key: str) -> QAbstractButton:
    control = row_of(page, key).control
    assert isinstance(control, Toggle)
    return control.switch


def line(page: PreferencesView, key: str) -> QWidget:
    control = row_of(page, key).control
    assert isinstance(control, OptionLine)
    return control.field


def words(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


# ── what is there ─────────────────────────────────────────


def test_every_setting_stands_there_once_explained_with_a_control(page: PreferencesView) -> None:
    keys = [each.key for each in page.shown]
    assert [each for each in keys if each in {option.key for option in OPTIONS}] == [option.key for option in OPTIONS]
    for option in OPTIONS:
        row = row_of(page, option.key)
        assert option.title.en in words(row)
        assert option.explanation.en in words(row)
        assert row.control is not None


def test_it_is_reached_from_the_menu_too_and_left_by_going_back(window: MainWindow) -> None:
    action = next(
        each for each in window.topbar.menu.actions() if each.text().startswith("All") and "Ctrl+," in each.text()
    )
    action.trigger()
    assert window.here is ViewId.SETTINGS
    assert cast("PreferencesView", window.view(ViewId.SETTINGS)).field.hasFocus()
    window.go_back()
    assert window.here is ViewId.START


def test_the_small_menu_is_short(window: MainWindow) -> None:
    assert len([each for each in window.topbar.menu.actions() if not each.isSeparator()]) == 4 + 5 + 3


def test_every_row_can_be_gone_to(window: MainWindow, page: PreferencesView) -> None:
    for each in searchables():
        window.go_to_setting(each.target)
        at = QApplication.focusWidget()
        assert at is not None
        row = next(row for row in page.shown if row.isAncestorOf(at))
        assert row.key == each.target or (
            row.key == "records_locked" and each.target in ("lock_minutes", "keep_months")
        )


# ── choosing ──────────────────────────────────────────────


def test_what_is_chosen_is_in_force_at_once(qtbot: QtBot, window: MainWindow, page: PreferencesView) -> None:
    theme = window.services.theme
    hand.click(segment(page, "scheme", "Dark"))
    assert window.services.settings.read().scheme is Scheme.DARK
    dark = theme.tokens
    hand.click(segment(page, "scheme", "Light"))
    assert theme.tokens != dark
    hand.click(segment(page, "text_size", "150%"))
    assert theme.scale == 1.5
    hand.click(toggle(page, "motion"))
    assert not theme.motion.allowed
    hand.click(segment(page, "language", "Nederlands"))
    assert window.services.language is Language.NL
    assert window.here is ViewId.SETTINGS
    qtbot.waitUntil(lambda: "Tekstgrootte" in words(row_of(page, "text_size")))
    assert SettingsFile(window.services.settings.path).read() == window.services.settings.read()


def test_the_place_stays_in_sight_when_the_text_grows(qtbot: QtBot, window: MainWindow, page: PreferencesView) -> None:
    window.go_to_setting("text_size")
    for name in ("200%", "100%", "175%"):
        chosen = segment(page, "text_size", name)
        hand.click(chosen)
        settle()
        assert chosen.hasFocus()
        assert not chosen.visibleRegion().isEmpty()
        place = chosen.mapTo(page, chosen.rect().center())
        assert page.rect().contains(place)


def test_the_arrow_keys_choose_within_one_stop_of_the_tab_key(
    qtbot: QtBot, window: MainWindow, page: PreferencesView
) -> None:
    window.go_to_setting("scheme")
    assert segment(page, "scheme", "Light").hasFocus()
    hand.press("Right")
    assert window.services.settings.read().scheme is Scheme.DARK
    assert segment(page, "scheme", "Dark").hasFocus()


def test_what_is_chosen_elsewhere_is_shown_here(window: MainWindow, page: PreferencesView) -> None:
    window.topbar.choose(text_size=125)
    assert segment(page, "text_size", "125%").isChecked()
    window.services.settings.change(practice=False)
    assert not toggle(page, "practice").isChecked()


def test_a_name_is_kept_while_it_is_typed_and_stands_on_the_page_of_the_client(
    qtbot: QtBot, window: MainWindow, page: PreferencesView
) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    talk = cast("ConversationView", window.view(ViewId.CONVERSATION))
    talk.controller.set_state("vraag-zorg", State.NAMED)
    window.show_summary()
    window.go_to_setting("contact_name")
    field = line(page, "contact_name")
    hand.write(field, "Anna  de Vries ")
    assert field.property("text") == "Anna  de Vries "
    assert window.services.settings.read().contact_name == "Anna de Vries"
    summary = cast("SummaryView", window.view(ViewId.SUMMARY)).page
    qtbot.waitUntil(lambda: summary.client.contact["name"].text() == "Anna de Vries")


def test_the_conversation_begins_with_what_is_chosen(qtbot: QtBot, window: MainWindow, page: PreferencesView) -> None:
    hand.click(hand.reach(segment(page, "items", "All items")))
    talk = cast("ConversationView", window.view(ViewId.CONVERSATION))
    assert not talk.controller.core_only
    hand.click(hand.reach(segment(page, "items", "Core list")))
    assert talk.controller.core_only
    assert window.services.settings.read().items is Items.CORE


def test_knowledge_that_does_not_follow_waits_until_it_is_asked(
    qtbot: QtBot, window: MainWindow, page: PreferencesView
) -> None:
    hand.click(hand.reach(toggle(page, "follow")))
    window.go_to_room(ViewId.CONVERSATION)
    talk = cast("ConversationView", window.view(ViewId.CONVERSATION))
    hand.click(talk.side.tabs[3])
    talk.controller.set_state("vraag-zorg", State.NAMED)
    knowledge = talk.side.knowledge
    qtbot.waitUntil(knowledge.news.isVisible)
    assert not knowledge.list.shown
    assert "Waits until you ask" in words(knowledge)
    hand.click(knowledge.news)
    assert knowledge.list.shown
    before = knowledge.list.shown
    talk.controller.set_state("vraag-lezen", State.NAMED)
    qtbot.waitUntil(knowledge.news.isVisible)
    assert knowledge.list.shown == before
    window.services.settings.change(follow=True)
    assert knowledge.list.shown != before


def test_the_key_for_knowledge_asks_for_it(qtbot: QtBot, window: MainWindow) -> None:
    window.services.settings.change(follow=False)
    window.go_to_room(ViewId.CONVERSATION)
    talk = cast("ConversationView", window.view(ViewId.CONVERSATION))
    talk.controller.set_state("vraag-zorg", State.NAMED)
    talk.items.take_focus()
    hand.click(talk.side.tabs[3])
    talk.side.knowledge.take_focus()
    qtbot.waitUntil(lambda: bool(talk.side.knowledge.list.shown))


@pytest.mark.parametrize("room", [ViewId.START, ViewId.SEARCH, ViewId.CONVERSATION])
def test_the_program_opens_with_what_is_chosen(  # noqa: PLR0917 - fixtures
    room: ViewId,
    qapp: QApplication,
    knowledge_db: Path,
    settings_file: SettingsFile,
    service: CasebookService,
    packs: PackService,
    bookmarks: BookmarkService,
) -> None:
    settings_file.change(start_room=room)
    window = make_window(qapp, knowledge_db, settings_file, service, packs, bookmarks)
    window.show()
    assert window.here is room
    assert window.view(room).isVisible()
    put_away(window)


def test_whether_locking_clears_the_clipboard_is_chosen(
    qtbot: QtBot, window: MainWindow, page: PreferencesView, service: CasebookService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is cleared is asserted of the real one in `test_idle_lock`: this screen does not say whose a clipboard is."""
    emptied: list[str] = []
    monkeypatch.setattr("guidance_kb.ui.shell.window.empty_clipboard", lambda: emptied.append("emptied"))
    for _ in range(2):
        open_records(qtbot, service)
        emptied.clear()
        window.lock()
        assert bool(emptied) is window.services.settings.read().clipboard
        hand.click(hand.reach(toggle(page, "clipboard")))


# ── back to the defaults ──────────────────────────────────


def test_what_was_changed_is_marked_and_goes_back_by_itself(
    qtbot: QtBot, window: MainWindow, page: PreferencesView
) -> None:
    row = row_of(page, "text_size")
    assert not row.reset.isVisible()
    hand.click(segment(page, "text_size", "150%"))
    assert row.reset.isVisible()
    assert "Changed" in words(row)
    row.reset.setFocus()
    hand.press("Space")
    assert window.services.settings.read().text_size == 100
    assert not row.reset.isVisible()
    assert "Changed" not in words(row)
    assert segment(page, "text_size", "100%").hasFocus()


def test_everything_goes_back_and_that_can_be_undone(qtbot: QtBot, window: MainWindow, page: PreferencesView) -> None:
    settings = window.services.settings
    settings.change(motion=False, contact_phone="030 123 45 67", text_size=125)
    before = settings.read()
    page.reset_all.setFocus()
    hand.press("Space")
    assert settings.read() == Settings(Language.EN), "who cannot read Dutch could not find the way back"
    assert page.banner.isVisible()
    assert page.banner.action.hasFocus()
    assert not page.reset_all.isEnabled()
    hand.click(page.banner.action)
    assert settings.read() == before
    assert window.services.language is Language.EN
    assert not page.banner.isVisible()
    assert page.field.hasFocus()
    assert page.reset_all.isEnabled()


# ── looking for one ───────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dark", ["scheme"]),
        ("font size", ["text_size"]),
        (
            "client",
            ["practice", "contact_name", "contact_organisation", "contact_phone", "contact_place", "place_settings"],
        ),
        ("TEXT SCREEN", ["text_size"]),
        ("defaults.ini", ["place_defaults"]),
    ],
)
def test_what_fits_is_shown_while_one_types(qtbot: QtBot, page: PreferencesView, typed: str, found: list[str]) -> None:
    hand.write(page.field, typed)
    assert [each.key for each in page.shown] == found
    assert f"{len(found)} setting" in words(page)


def test_the_words_are_marked_and_what_is_no_markup_stays_text(qtbot: QtBot, page: PreferencesView) -> None:
    hand.write(page.field, "size")
    title = row_of(page, "text_size").findChildren(QLabel)[0]
    assert ">size</span>" in title.text()
    assert title.accessibleName() == "Text size"
    page.field.clear()
    assert title.text() == "Text size"
    assert title.textFormat() is Qt.TextFormat.PlainText


def test_without_any_there_is_a_way_back(qtbot: QtBot, page: PreferencesView) -> None:
    hand.write(page.field, "<b>xqz")
    assert page.shown == []
    assert page.nothing.isVisible()
    hand.click(page.nothing.action)
    assert not page.nothing.isVisible()
    assert len(page.shown) > len(OPTIONS)
    assert page.field.hasFocus()


def test_escape_empties_the_field(qtbot: QtBot, page: PreferencesView) -> None:
    hand.write(page.field, "dark")
    segment(page, "scheme", "Dark").setFocus()
    hand.press("Esc")
    assert page.field.text() == ""
    assert page.field.hasFocus()


def test_in_another_language_the_words_are_looked_for_anew(
    qtbot: QtBot, window: MainWindow, page: PreferencesView
) -> None:
    hand.write(page.field, "tekst")
    assert page.shown == []
    window.topbar.choose(language=Language.NL)
    qtbot.waitUntil(lambda: "text_size" in [each.key for each in page.shown])


# ── the records ───────────────────────────────────────────


def open_records(qtbot: QtBot, service: CasebookService) -> None:
    if service.state is Casebook.NONE:
        service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
        qtbot.waitUntil(lambda: service.state is Casebook.LOCKED)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is Casebook.OPEN)


def test_without_records_it_says_so_and_leads_there(window: MainWindow, page: PreferencesView) -> None:
    assert "there are none yet" in words(page.kept.closed)
    hand.click(hand.reach(page.kept.open))
    assert window.here is ViewId.RECORDS


def test_those_of_the_records_show_while_they_are_open(
    qtbot: QtBot, window: MainWindow, page: PreferencesView, service: CasebookService
) -> None:
    open_records(qtbot, service)
    window.go_to_setting("lock_minutes")
    minutes = row_of(page, "lock_minutes").control
    months = row_of(page, "keep_months").control
    assert isinstance(minutes, OptionControl)
    assert isinstance(months, OptionControl)
    assert minutes.combo.currentText() == "10 minutes"
    assert months.combo.currentText() == "12 months"
    hand.press("Down")
    assert service.settings.lock_minutes == 15
    months.chosen.emit(24)
    kept: list[tuple[int, int]] = []
    service.query(
        service, "kept", lambda store: (store.settings.number(LOCK_MINUTES), store.settings.keep_months), kept.append
    )
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(15, 24)]
    hand.click(row_of(page, "keep_months").reset)
    assert months.combo.currentText() == "12 months"
    window.lock()
    assert "Open the records" in page.kept.open.text()
    assert "lock_minutes" not in [each.key for each in page.shown]


def test_a_number_that_is_not_offered_is_shown_as_it_is(
    qtbot: QtBot, window: MainWindow, page: PreferencesView, service: CasebookService
) -> None:
    open_records(qtbot, service)
    service.choose(service, LOCK_MINUTES, 7)
    service.choose(service, KEEP_MONTHS, 7)
    window.go_to_room(ViewId.START)
    window.go_to_room(ViewId.SETTINGS)
    minutes, months = row_of(page, "lock_minutes").control, row_of(page, "keep_months").control
    assert isinstance(minutes, OptionControl)
    assert isinstance(months, OptionControl)
    assert minutes.combo.currentText() == "7 minutes"
    assert months.combo.currentText() == "7 months"
    service.choose(service, KEEP_MONTHS, 1)
    qtbot.waitUntil(lambda: months.combo.currentText() == "1 month")


# ── where the data are ────────────────────────────────────


def test_paths_can_be_copied_and_folders_opened(page: PreferencesView, tmp_path: Path) -> None:
    opened: list[Path] = []
    page.open_folder = opened.append
    settings, data = row_of(page, "place_settings"), row_of(page, "place_data")
    assert isinstance(settings, PlaceRow)
    assert isinstance(data, PlaceRow)
    hand.click(hand.reach(settings.copy))
    assert QGuiApplication.clipboard().text() == str(tmp_path / "settings.ini")
    hand.click(hand.reach(settings.open))
    hand.click(hand.reach(data.open))
    assert opened == [tmp_path, tmp_path]


def test_a_folder_that_is_not_made_yet_opens_the_one_around_it(page: PreferencesView) -> None:
    opened: list[Path] = []
    page.open_folder = opened.append
    defaults = row_of(page, "place_defaults")
    assert isinstance(defaults, PlaceRow)
    defaults.open.show()  # as where the file was there at the start, and its folder went since
    hand.click(hand.reach(defaults.open))
    assert opened[0].is_dir()
    assert opened[0] in defaults.path.parents


def test_mistakes_in_the_file_of_the_organisation_are_told(  # noqa: PLR0917 - fixtures
    qapp: QApplication,
    knowledge_db: Path,
    tmp_path: Path,
    service: CasebookService,
    packs: PackService,
    bookmarks: BookmarkService,
) -> None:
    theirs = tmp_path / "defaults.ini"
    theirs.write_text("language=en\nscheme=pink\n", "utf-8")
    window = make_window(qapp, knowledge_db, SettingsFile(tmp_path / "s.ini", [theirs]), service, packs, bookmarks)
    window.show()
    window.go_to_room(ViewId.SETTINGS)
    page = cast("PreferencesView", window.view(ViewId.SETTINGS))
    assert "has mistakes" in page.problem.text
    assert "“scheme” can be: system, light, dark, high-contrast." in words(row_of(page, "place_defaults"))
    assert "In force from this file: 1." in words(row_of(page, "place_defaults"))
    assert not row_of(page, "language").reset.isVisible()
    put_away(window)


# ── heard and read ────────────────────────────────────────


@pytest.mark.parametrize(
    ("key", "kind", "role"),
    [
        ("scheme", Segments, QAccessible.Role.RadioButton),
        ("motion", Toggle, QAccessible.Role.CheckBox),
        ("contact_name", OptionLine, QAccessible.Role.EditableText),
    ],
)
def test_a_screen_reader_hears_what_is_chosen_and_what_it_does(
    window: MainWindow, page: PreferencesView, key: str, kind: _Kind, role: QAccessible.Role
) -> None:
    assert isinstance(row_of(page, key).control, kind)
    window.go_to_setting(key)
    at = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    option = next(each for each in OPTIONS if each.key == key)
    assert at.role() == role
    assert at.text(QAccessible.Text.Name).startswith(option.title.en)
    assert at.text(QAccessible.Text.Description) == option.explanation.en


def test_nothing_moves_sideways_when_something_is_chosen(
    window: MainWindow, page: PreferencesView, qtbot: QtBot
) -> None:
    settle()
    row = row_of(page, "motion")
    before = [(each, each.geometry()) for each in row.findChildren(QWidget) if each.isVisible()]
    hand.click(toggle(page, "motion"))
    settle()
    assert [(each, each.geometry()) for each, _ in before] == before
