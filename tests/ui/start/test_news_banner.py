import pytest
from pytestqt.qtbot import QtBot

from guidance_kb import __version__
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.start_cards import NewsBanner
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator


@pytest.fixture
def updated(services: Services) -> Services:
    """A program that was opened before, as an older version."""
    services.settings.seen_version = "0.0.1"
    return services


def test_who_opens_the_program_for_the_first_time_is_not_told(qtbot: QtBot, services: Services) -> None:
    banner = NewsBanner(services)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    assert services.settings.seen_version == __version__


def test_after_an_update_it_is_told_until_it_is_put_away(qtbot: QtBot, updated: Services) -> None:
    banner = NewsBanner(updated)
    qtbot.addWidget(banner)
    assert not banner.isHidden()
    assert __version__ in banner.text
    again = NewsBanner(updated)
    qtbot.addWidget(again)
    assert not again.isHidden()
    again.close()
    hand.click(banner.close_button)
    assert banner.isHidden()
    once_more = NewsBanner(updated)
    qtbot.addWidget(once_more)
    assert once_more.isHidden()


def test_it_leads_to_what_is_new(qtbot: QtBot, updated: Services, navigator: RecordingNavigator) -> None:
    banner = NewsBanner(updated)
    qtbot.addWidget(banner)
    hand.click(banner.action)
    assert navigator.calls == [("open_page", "help-news")]
    assert updated.settings.seen_version == __version__


def test_the_window_shows_it_in_the_help(window: MainWindow) -> None:
    window.open_page("help-news")
    view = window.view(ViewId.HELP)
    assert window.here is ViewId.HELP
    assert isinstance(view, HelpView)
    assert view.shown == "help-news"
    assert __version__ in view.page.toPlainText()
