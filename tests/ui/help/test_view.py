from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from guidance_kb import __version__
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.places import Room
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.services import Services


def test_help_names_keys_searching_limits_and_licences(qtbot: QtBot, services: Services) -> None:
    view = HelpView(services)
    qtbot.addWidget(view)
    text = view.findChildren(Browser)[0].toPlainText()
    for expected in ("Ctrl+K", "F3", "opvang*", "MIT", "Inter", __version__, "Euroguidance Nederland, 2022"):
        assert expected in text


def test_help_leads_to_all_rules(qtbot: QtBot, services: Services) -> None:
    view = HelpView(services)
    qtbot.addWidget(view)
    browser = view.findChildren(Browser)[0]
    with qtbot.waitSignal(view.room_chosen) as asked:
        browser.anchorClicked.emit(QUrl("open:rules"))
    assert asked.args == [Room.RULES]
    assert 'href="open:rules"' in browser.toHtml()
