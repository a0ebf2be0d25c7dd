"""The help: a list of articles, the page of one, links into the program, the check of a package, and what to copy."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb import __version__
from guidance_kb.help import articles as module
from guidance_kb.help.articles import SECTIONS, articles
from guidance_kb.help.key_table import TABLE
from guidance_kb.markdown import links
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.doctor.panel import DoctorPanel
from guidance_kb.ui.help import view as browser
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> HelpView:
    made = HelpView(services)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    return made


def of(window: MainWindow) -> HelpView:
    window.go_to_room(ViewId.HELP)
    view = window.view(ViewId.HELP)
    assert isinstance(view, HelpView)
    return view


def test_every_article_is_in_the_list_and_is_shown_when_it_is_chosen(view: HelpView) -> None:
    titles = [view.list.item(row).text() for row in range(view.list.count())]
    assert set(titles) >= {one.title.nl for one in articles()} | {text.nl for text in SECTIONS.values()}
    for row in range(view.list.count()):
        item = view.list.item(row)
        if item.flags() & Qt.ItemFlag.ItemIsEnabled and view.list.row(item) < view.list.count() - 1:
            view.list.setCurrentRow(row)
            assert view.page.toPlainText().startswith(item.text())


def test_the_other_language_is_shown_at_the_same_place(qtbot: QtBot, window: MainWindow) -> None:
    view = of(window)
    view.show_article("help-records")
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: view.page.toPlainText().startswith("Records: passphrase"))
    assert view.shown == "help-records"
    assert view.list.currentItem().text().startswith("Records: passphrase")


def test_about_names_versions_the_report_places_and_licences(view: HelpView) -> None:
    view.show_article("help-about")
    text = view.page.toPlainText()
    for expected in (__version__, "Euroguidance Nederland, 2022", "MIT", "Whoosh", "Inter", "geen gevalideerde test"):
        assert expected in text


@pytest.mark.parametrize("size", [100, 200])
def test_no_article_scrolls_sideways(window: MainWindow, size: int) -> None:
    view = of(window)
    window.services.settings.change(text_size=size)
    for one in articles():
        view.show_article(one.id)
        assert not view.page.horizontalScrollBar().isVisible(), one.id


def test_the_facts_are_copied_and_hold_no_path(view: HelpView, services: Services) -> None:
    view.copy_facts()
    copied = QGuiApplication.clipboard().text()
    assert __version__ in copied
    assert services.library.meta["content"][:12] in copied
    assert str(Path.home()) not in copied
    assert not view.told.isHidden()


def test_every_link_of_every_article_leads_somewhere(qtbot: QtBot, window: MainWindow) -> None:
    found = {link for one in articles() for link in links(one.body.nl) if link.startswith("do-")}
    assert {"do-rules", "do-practice", "do-settings", "do-doctor", "do-packs", "do-keys"} <= found
    for link in sorted(found):
        assert window.helping.takes(link), link
    assert not window.helping.takes("do-nothing")
    assert not window.helping.takes("care-duties")


def test_a_link_in_an_article_leads_to_another_and_to_the_practice(window: MainWindow) -> None:
    view = of(window)
    view.show_article("help-ten-minutes")
    hand.link(view.page, "open:help-signals")
    assert view.shown == "help-signals"
    hand.press("Alt+Left")
    hand.link(view.page, "open:do-practice")
    assert window.here is ViewId.PRACTICE


def test_a_hit_of_the_help_is_read_beside_the_list_and_opened_in_the_help_with_its_marks(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search_for("herstelsleutel")
    qtbot.waitUntil(lambda: window.answered == "herstelsleutel" and window.results.answer is not None)
    assert window.results.reading.shown == "help-records"
    assert any("erstelsleutel" in word for word in window.results.reading.marked)
    window.results.focus_results()
    hand.press("Return")
    assert window.here is ViewId.HELP
    view = window.view(ViewId.HELP)
    assert isinstance(view, HelpView)
    assert view.shown == "help-records"
    assert any("erstelsleutel" in word for word in view.page.marked())
    window.go_back()
    assert window.here is ViewId.SEARCH
    assert window.topbar.box.text() == "herstelsleutel"


def test_a_key_that_was_found_is_pointed_at_among_all_keys(window: MainWindow) -> None:
    view = of(window)
    window.helping.open("key-hide")
    assert view.shown == "help-keys"
    assert view.page.marked() == ["alles meteen verbergen, en weer tonen"]


def test_a_setting_that_was_found_leads_to_the_settings(window: MainWindow) -> None:
    window.helping.open("setting-text_size")
    assert window.here is ViewId.SETTINGS


def test_one_finds_on_the_page(qtbot: QtBot, window: MainWindow) -> None:
    view = of(window)
    view.show_article("help-records")
    window.find_here()
    assert view.findbar.isVisible()
    hand.write(view.findbar.box, "wachtzin")
    assert len(view.page.marked()) > 2
    hand.press("Esc")
    assert not view.findbar.isVisible()
    assert not view.page.marked()


def test_the_doctor_is_a_page_of_the_help(qtbot: QtBot, window: MainWindow) -> None:
    view = of(window)
    window.helping.takes("do-doctor")
    assert view.shown == "do-doctor"
    assert view.findChildren(DoctorPanel)[0].isVisible()
    view.show_article("help-records")
    assert view.page.isVisible()


def test_the_keyboard_goes_from_the_list_to_the_doctor(qtbot: QtBot, window: MainWindow) -> None:
    view = of(window)
    hand.press("End")
    assert view.shown == "do-doctor"
    hand.press("Return")
    assert view.findChildren(DoctorPanel)[0].page.hasFocus()


def test_back_goes_from_article_to_article(window: MainWindow) -> None:
    view = of(window)
    for article in ("help-data", "help-about"):
        window.helping.open(article)
    window.go_back()
    assert view.shown == "help-data"
    window.go_forward()
    assert view.shown == "help-about"
    window.go_to_room(ViewId.START)
    window.go_back()
    assert (window.here, view.shown) == (ViewId.HELP, "help-about")


def test_a_bookmark_is_no_thing_of_the_help(qtbot: QtBot, window: MainWindow) -> None:
    window.search_for("herstelsleutel")
    qtbot.waitUntil(lambda: window.results.reading.shown == "help-records")
    window.results.reading.around.toggle_bookmark()
    window.results.reading.around.write_note()
    assert not window.services.bookmarks.kept


def test_a_licence_is_shown_in_full(window: MainWindow) -> None:
    view = of(window)
    view.show_article("help-about")
    if "do-licence-0" not in view.page.toHtml():
        pytest.skip("the licences were not collected: make build does")
    hand.link(view.page, "open:do-licence-0")
    assert len(view.page.toPlainText()) > 500


def test_pictures_come_from_the_folder_of_the_guide_and_from_nowhere_else(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "docs"
    (folder / "pictures").mkdir(parents=True)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.save(str(folder / "pictures" / "a.png"))
    picture.save(str(tmp_path / "secret.png"))
    monkeypatch.setattr(browser, "guide_folder", lambda: folder)
    page = browser.HelpBrowser()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    assert page.loadResource(2, QUrl("pictures/a.png")).width() == 300
    for name in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "file:///etc/passwd",
        "https://example.org/a.png",
        "b.png",
    ):
        assert page.loadResource(2, QUrl(name)).width() == 1
    page.resize(200, 600)
    qtbot.waitUntil(lambda: page.viewport().width() < 250)
    assert page.loadResource(2, QUrl("pictures/a.png")).width() < 200


def test_all_keys_stand_in_the_article(view: HelpView) -> None:
    view.show_article("help-keys")
    text = view.page.toPlainText()
    assert all(one.does.nl in text for one in TABLE)


def test_the_keyboard_goes_from_the_list_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    view = of(window)
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is view.list
    hand.press("Down")
    assert view.shown != articles()[0].id
    hand.press("Return")
    assert view.page.hasFocus()


def test_a_guide_is_read_in_the_help(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "guide_folder", lambda: tmp_path)
    for language, title in (("nl", "De handleiding"), ("en", "The guide")):
        (tmp_path / f"guide-{language}.md").write_text(f"# {title}\n\nEen.\n\n![x](pictures/x.png)\n", "utf-8")
    articles.cache_clear()
    try:
        view = HelpView(services)
        qtbot.addWidget(view)
        view.show_article(module.GUIDE)
        assert view.page.toPlainText().startswith("De handleiding\nEen.")
    finally:
        articles.cache_clear()
