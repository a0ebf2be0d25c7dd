"""A start in folders of its own, with real files that are damaged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tools.tour.tour import put_away

from guidance_kb import paths
from guidance_kb.app import make_window
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.startup.start import SafeStart

Begin = Callable[..., SafeStart]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's data; not made yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv(paths.DATA, str(folder))
    return folder


@pytest.fixture
def begin(
    qapp: QApplication, data: Path, settings_file: SettingsFile, knowledge_db: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Begin]:
    """Begins a start on the knowledge at a path, which is the program's own unless `named`."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)  # that of the tests comes back afterwards
    starts: list[SafeStart] = []

    def begin_one(database: Path = knowledge_db, *, named: bool = False) -> SafeStart:
        monkeypatch.setattr(paths, "knowledge_database", lambda: database)

        def open_window(wanted: Path | None) -> MainWindow:
            packs = PackService(paths.packs_folder(), Shipped.ours(), named=wanted is not None)
            service, bookmarks = CasebookService(paths.casebook_folder()), BookmarkService(paths.personal_database())
            return make_window(qapp, wanted or packs.database(), settings_file, service, packs, bookmarks)

        start = SafeStart(qapp, settings_file, database if named else None, open_window)
        starts.append(start)
        start.begin()
        return start

    yield begin_one
    for start in starts:
        start.close()
        if start.safe is not None:
            start.safe.close()
        if start.window is not None:
            put_away(start.window)
    qapp.setStyleSheet("")
