from pathlib import Path

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from guidance_kb.ui.look.tokens import LIGHT
from guidance_kb.ui.reading.browser import Browser
from tests.hand import hand


def test_marks_are_the_ranges_asked_for(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    browser.setHtml("<h1>Schaamte</h1><p>Een taboe op leren.</p>")
    start = browser.toPlainText().index("taboe")
    browser.mark([(0, 8), (start, start + 5)], LIGHT)
    assert browser.marked() == ["Schaamte", "taboe"]


def test_the_page_scrolls_to_the_first_mark_and_on_to_the_next(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    browser.resize(400, 200)
    browser.show()
    browser.setHtml("<p>begin</p>" * 60 + "<p>doel</p>" + "<p>later</p>" * 60 + "<p>einde</p>")
    text = browser.toPlainText()
    browser.mark([(text.index(word), text.index(word) + len(word)) for word in ("doel", "einde")], LIGHT)
    first = browser.verticalScrollBar().value()
    assert first > 200
    browser.go_to_mark(1)
    assert browser.verticalScrollBar().value() > first
    browser.go_to_mark(1)  # round to the first again
    assert browser.verticalScrollBar().value() < browser.verticalScrollBar().maximum()


def test_from_the_last_mark_it_goes_round_to_one_on_the_first_screen(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    browser.resize(400, 200)
    browser.show()
    browser.setHtml("<p>doel</p>" + "<p>later</p>" * 60 + "<p>einde</p>")
    text = browser.toPlainText()
    browser.mark([(text.index(word), text.index(word) + len(word)) for word in ("doel", "einde")], LIGHT)
    browser.go_to_mark(1)
    assert browser.verticalScrollBar().value() > 200
    browser.go_to_mark(1)
    assert browser.verticalScrollBar().value() == 0


def test_without_marks_there_is_nowhere_to_go(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    browser.setHtml("<p>doel</p>")
    browser.go_to_mark(1)
    browser.go_to_mark(-1)
    assert browser.marked() == []


def test_a_link_into_the_program_is_told_and_no_other(qtbot: QtBot) -> None:
    browser, opened = Browser(), []
    qtbot.addWidget(browser)
    browser.link_opened.connect(opened.append)
    addresses = ("open:care-duties", "file:///etc/passwd", "https://example.org")
    browser.setHtml("".join(f'<p><a href="{each}">{each}</a></p>' for each in addresses))
    browser.show()
    for each in addresses:
        hand.link(browser, each)
    assert opened == ["care-duties"]


def test_no_file_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "p.txt"
    picture.write_text("secret", "utf-8")
    browser = Browser()
    qtbot.addWidget(browser)
    browser.setHtml(f'<img src="{picture.as_uri()}"><p>text</p>')
    loaded = browser.loadResource(2, QUrl(picture.as_uri()))
    assert (loaded.width(), loaded.height()) == (1, 1)


def test_a_page_that_is_wanted_again_after_something_else_is_there(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    for _ in range(2):
        browser.show_html("<p>Schaamte</p>", "p { color: black; }")
        assert browser.toPlainText() == "Schaamte"
        browser.setHtml("")
