"""The window takes the screen that there is the first time, opens where it was after that, and needs no more than a small screen has."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.shell.window_geometry import WindowPlace
from guidance_kb.ui.widgets.pressable import settle

_OPEN = """
import json, sys
from PySide6.QtCore import QByteArray, QRect, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window_geometry import WindowPlace
from pathlib import Path
application, settings = QApplication([]), SettingsFile(Path(sys.argv[1]))
window = QMainWindow()
place = WindowPlace(window, settings)
place.take()
window.show()
application.processEvents()
if len(sys.argv) > 2:
    window.showNormal()
    window.setGeometry(*json.loads(sys.argv[2]))
    application.processEvents()
place.keep()
available = window.screen().availableGeometry()
print(json.dumps({
    "inside": available.contains(window.frameGeometry()),
    "framed": window.frameGeometry().size().toTuple(),
    "filled": window.isMaximized(),
    "size": window.size().toTuple(),
    "normal": window.normalGeometry().size().toTuple(),
    "available": available.size().toTuple(),
    "factor": window.devicePixelRatio(),
}))
"""


def opened_on(
    folder: Path, *sizes: tuple[int, int], dpi: int = 96, then: tuple[int, int, int, int] | None = None
) -> dict[str, Any]:
    """Opens the window in a process of its own on screens of these sizes beside each other, and tells where it is.

    Args:
        folder: Where the settings are kept.
        sizes: Pixels of each screen.
        dpi: Of all screens; 192 makes one pixel of the program two of the screen.
        then: Where the window is moved before its place is kept.
    """
    left, screens = 0, []
    for number, (width, height) in enumerate(sizes):
        screens.append({"name": f"s{number}", "x": left, "y": 0, "width": width, "height": height})
        screens[-1] |= {"logicalDpi": dpi, "logicalBaseDpi": 96, "dpr": 1}
        left += width
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "QT_FONT_DPI"}
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    command = [sys.executable, "-c", _OPEN, str(folder / "settings.ini"), *([json.dumps(then)] if then else [])]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("size", [(1366, 768), (1366, 728), (1024, 700), (1024, 660), (1280, 720), (1920, 1080)])
def test_the_first_time_it_takes_all_of_a_screen_of_usual_size(tmp_path: Path, size: tuple[int, int]) -> None:
    told = opened_on(tmp_path, size)
    assert told["available"] == list(size)
    assert told["filled"]
    assert told["framed"] == list(size)
    assert told["normal"][0] <= size[0]
    assert told["normal"][1] < size[1]  # no longer filled, it has room for its title


def test_a_screen_of_twice_the_pixels_is_filled_too(tmp_path: Path) -> None:
    told = opened_on(tmp_path, (3840, 2160), dpi=192)
    assert told["factor"] == 2
    assert told["filled"]
    assert told["framed"] == told["available"] == [1920, 1080]


def test_a_very_large_screen_is_not_filled(tmp_path: Path) -> None:
    told = opened_on(tmp_path, (3840, 2160))
    assert not told["filled"]
    assert told["inside"]
    assert told["size"][0] >= 1366


@pytest.mark.parametrize("size", [(1600, 860), (1366, 728), (1024, 660)])
def test_a_place_on_a_larger_screen_is_pulled_onto_the_one_that_is_there(tmp_path: Path, size: tuple[int, int]) -> None:
    opened_on(tmp_path, (1920, 1080), then=(700, 200, 1200, 850))
    told = opened_on(tmp_path, size)
    assert told["inside"]
    assert told["size"][0] >= min(1200, size[0] - 16)


def test_a_window_that_sticks_out_is_pulled_in(tmp_path: Path) -> None:
    opened_on(tmp_path, (1366, 728), then=(900, 400, 800, 600))
    told = opened_on(tmp_path, (1366, 728))
    assert told["inside"]
    assert not told["filled"]
    assert told["size"] == [800, 600]


def test_a_place_on_a_screen_that_is_gone_comes_to_the_one_that_is_there(tmp_path: Path) -> None:
    opened_on(tmp_path, (1366, 768), (1920, 1080), then=(1700, 300, 1500, 700))
    told = opened_on(tmp_path, (1366, 768))
    assert told["inside"]


def test_a_window_that_filled_a_larger_screen_fills_the_one_that_is_there(tmp_path: Path) -> None:
    opened_on(tmp_path, (1920, 1080))
    told = opened_on(tmp_path, (1366, 728))
    assert told["filled"]
    assert told["framed"] == [1366, 728]


def opened(qtbot: QtBot, settings: SettingsFile) -> QMainWindow:
    """Another window, where the settings say."""
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowPlace(window, settings).take()
    window.show()
    return window


def test_it_opens_where_it_was_closed(qtbot: QtBot, window: MainWindow, settings_file: SettingsFile) -> None:
    screen = window.screen().availableGeometry()
    window.resize(screen.width() - 80, screen.height() - 60)
    window.move(screen.topLeft() + QPoint(30, 20))
    window.close()
    again = opened(qtbot, SettingsFile(settings_file.path))
    assert again.size() == window.size()
    assert again.x() == window.x()  # y differs by the frame, which a window without a desktop has none of


def test_a_window_that_no_screen_would_show_comes_back_to_one(qtbot: QtBot, settings_file: SettingsFile) -> None:
    away = QMainWindow()
    qtbot.addWidget(away)
    away.resize(700, 500)
    away.move(5000, 4000)
    away.show()
    WindowPlace(away, settings_file).keep()
    again = opened(qtbot, settings_file)
    assert again.screen().availableGeometry().intersects(again.frameGeometry())


def test_what_is_no_place_is_none(qtbot: QtBot, settings_file: SettingsFile) -> None:
    settings_file.window_place = b"rubbish"
    assert opened(qtbot, settings_file).isMaximized()


def test_only_the_place_is_kept(window: MainWindow, settings_file: SettingsFile) -> None:
    window.search_for("mevrouw Jansen")
    window.close()
    assert "window_place" in settings_file.path.read_text("utf-8")
    assert "Jansen" not in settings_file.path.read_text("utf-8")


# ── what it needs at least ───────────────────────────────────────────────────────────────────────


def at_size(window: MainWindow, percent: int) -> QSize:
    """Shows all rooms at a text size, and tells what the window needs at least."""
    window.topbar.choose(text_size=percent)
    for room in ViewId:
        window.go_to_room(room)
        settle()
        QApplication.processEvents()
    return window.minimumSizeHint().expandedTo(window.minimumSize())


@pytest.mark.parametrize(
    ("percent", "room"),
    [
        (100, QSize(1024, 620)),
        (150, QSize(1024, 620)),
        (200, QSize(1366, 660)),
        (200, QSize(1024, 620)),
    ],
    ids=str,
)
def test_it_fits_between_a_panel_and_its_own_title(window: MainWindow, percent: int, room: QSize) -> None:
    """A screen of 768 or 700 pixels, less 40 for a panel and 40 for the title of the window."""
    needed = at_size(window, percent)
    assert needed.expandedTo(room) == room, needed


@pytest.mark.parametrize("size", [QSize(1024, 636), QSize(900, 500), QSize(640, 480)], ids=str)
def test_smaller_text_gives_back_what_larger_text_took(qtbot: QtBot, window: MainWindow, size: QSize) -> None:
    window.resize(size)
    size = window.size()
    window.topbar.choose(text_size=200)
    window.go_to_room(ViewId.MAP)
    settle()
    for percent in (150, 100):
        window.topbar.choose(text_size=percent)
    qtbot.waitUntil(lambda: window.size() == size)


def test_what_the_reader_made_of_it_meanwhile_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 500)
    window.topbar.choose(text_size=200)
    window.go_to_room(ViewId.MAP)
    qtbot.waitUntil(lambda: window.width() > 900)
    window.resize(1200, 700)
    window.topbar.choose(text_size=100)
    settle()
    QApplication.processEvents()
    assert window.size() == QSize(1200, 700)
