"""The page of the packs in the real window, in English."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.paths import SQL
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.packs.view import PacksView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

PATIENCE = 20_000
"""Milliseconds that a change may take: the whole knowledge is built anew."""


@pytest.fixture
def packs(tmp_path: Path, knowledge_db: Path, without_phrasings: Path) -> Iterator[PackService]:
    """The packs of a user who has none yet."""
    made = PackService(tmp_path / "packs", Shipped(knowledge_db, without_phrasings, SQL / "knowledge.sql"))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PacksView:
    """The page, reached as a reader does."""
    qtbot.waitUntil(window.isActiveWindow)
    window.topbar.choose_other_language()
    [action] = [action for action in window.topbar.menu.actions() if action.text() == "Knowledge packs…"]
    action.trigger()
    view = window.view(ViewId.PACKS)
    assert isinstance(view, PacksView)
    qtbot.waitUntil(view.none.isVisible)
    return view


@pytest.fixture
def idle(qtbot: QtBot, packs: PackService) -> Callable[[], None]:
    """Waits until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: packs.busy is None, timeout=PATIENCE)


@pytest.fixture
def look(page: PacksView, idle: Callable[[], None]) -> Callable[[Path], None]:
    """Looks at a pack, and waits for what is seen."""

    def look_at(path: Path) -> None:
        page.inspect(path)
        idle()

    return look_at


@pytest.fixture
def add(
    qtbot: QtBot, page: PacksView, look: Callable[[Path], None], idle: Callable[[], None]
) -> Callable[[Path], None]:
    """Looks at a pack, adds it, and waits until it is listed."""

    def look_and_add(path: Path) -> None:
        look(path)
        with qtbot.waitSignal(page.listed, timeout=PATIENCE):
            hand.click(page.offer.add)
        idle()

    return look_and_add
