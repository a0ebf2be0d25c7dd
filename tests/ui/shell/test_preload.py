"""What is made ready while somebody looks at the start page."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.preload import Preloader
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

_PATIENCE_MS = 30_000


def test_rooms_are_made_and_have_their_style_before_they_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    ahead = Preloader(window)
    ahead.begin()
    qtbot.waitUntil(lambda: window.made(ViewId.BOOKMARKS) is not None, timeout=_PATIENCE_MS)
    made = window.made(ViewId.CONVERSATION)
    assert made is not None
    assert not made.isVisible()
    assert made.size() == window.view(ViewId.START).size()
    unstyled = [
        each for each in made.findChildren(QWidget) if not each.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    ]
    assert unstyled == []
    assert window.here is ViewId.START
    ahead.stop()


def test_it_ends_as_soon_as_somebody_types(qtbot: QtBot, window: MainWindow) -> None:
    ahead = Preloader(window)
    ahead.begin()
    qtbot.waitUntil(lambda: window.made(ViewId.SEARCH) is not None, timeout=_PATIENCE_MS)
    hand.write(window.topbar.box, "geen")
    qtbot.wait(600)
    assert window.made(ViewId.COUNTRIES) is None
    ahead.stop()


def test_when_all_is_made_it_is_not_looked_through_for_what_nobody_holds_any_more(
    qtbot: QtBot, window: MainWindow
) -> None:
    ahead = Preloader(window)
    kept = gc.get_freeze_count()
    ahead.begin()
    try:
        qtbot.waitUntil(lambda: ahead.ready, timeout=_PATIENCE_MS)
        assert gc.get_freeze_count() > kept
    finally:
        gc.unfreeze()
    ahead.stop()
