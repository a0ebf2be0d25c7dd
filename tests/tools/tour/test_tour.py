from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.casebook.conftest import CHEAP
from tools.tour.tour import Guide, TourLook, put_away, run

from guidance_kb.app import has_display, make_window
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.paths import ROOT
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import SettingsFile


@pytest.mark.slow
def test_the_tour_does_the_main_job_and_photographs_each_step(
    qapp: QApplication, knowledge_db: Path, tmp_path: Path
) -> None:
    packs = PackService(tmp_path / "packs", Shipped.ours())
    service = CasebookService(tmp_path / "casebook", lambda folder: Vault(folder, cost=CHEAP))
    bookmarks = BookmarkService(tmp_path / "personal.db")
    window = make_window(qapp, knowledge_db, SettingsFile(tmp_path / "settings.ini"), service, packs, bookmarks)
    window.resize(1366, 768)
    window.show()
    window.warm_up()
    try:
        pictures = [path for _, path in Guide(window, tmp_path, TourLook()).steps()]
    finally:
        put_away(window)
    parts = {path.name: QImage(str(path)) for path in (tmp_path / "guide").iterdir()}
    assert set(parts) == {path.name for path in (ROOT / "docs" / "pictures" / "guide").glob("nl-*.png")}
    assert all(part.width() > 350 and part.height() > 300 and part.colorCount() > 100 for part in parts.values())
    images = [QImage(str(path)) for path in pictures if path.suffix == ".png"]
    assert len(images) == 52
    assert all((image.width(), image.height()) == (1366, 768) for image in images)
    assert len({bytes(image.constBits()) for image in images}) == 52


def test_asked_for_help_it_tells_how_it_is_taken_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        run(["--help"])
    assert ended.value.code == 0
    assert "--renew" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
    ],
)
def test_a_display_is_where_a_window_can_be_seen(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert has_display() is shown
