"""What the views need of the rest of the program, and how it ends."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tools.tour.tour import put_away

from guidance_kb import app
from guidance_kb.app import make_window
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.services import SearcherSource
from guidance_kb.ui.core.settings import SettingsFile


def test_the_searcher_is_made_once_when_it_is_first_asked_for(knowledge_db: Path) -> None:
    made: list[Searcher] = []

    def make() -> Searcher:
        made.append(Searcher(knowledge_db))
        return made[-1]

    source = SearcherSource(make)
    source.close()
    assert not made
    assert source() is source()
    assert len(made) == 1
    source.close()


def test_a_window_in_which_nobody_searched_closes_without_a_searcher(  # noqa: PLR0917 - fixtures
    qapp: QApplication,
    knowledge_db: Path,
    settings_file: SettingsFile,
    service: CasebookService,
    packs: PackService,
    bookmarks: BookmarkService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(app, "_let_sources_go", lambda: made.append(knowledge_db))  # which making a searcher does
    window = make_window(qapp, knowledge_db, settings_file, service, packs, bookmarks)
    window.show()
    put_away(window)
    assert not made
