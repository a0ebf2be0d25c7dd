"""Where the window was is where it opens, and nowhere that no screen shows."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from guidance_kb.ui.settings import SettingsFile
from guidance_kb.ui.window import MainWindow
from guidance_kb.ui.windowplace import WindowPlace


def opened(qtbot: QtBot, settings: SettingsFile) -> QMainWindow:
    """Another window, where the settings say."""
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowPlace(window, settings).take()
    window.show()
    return window


def test_the_first_time_it_has_the_size_of_a_laptop(qtbot: QtBot, settings_file: SettingsFile) -> None:
    assert opened(qtbot, settings_file).size() == QSize(1366, 740)


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
    assert opened(qtbot, settings_file).size() == QSize(1366, 740)


def test_only_the_place_is_kept(window: MainWindow, settings_file: SettingsFile) -> None:
    window.set_query("mevrouw Jansen")
    window.close()
    assert "window_place" in settings_file.path.read_text("utf-8")
    assert "Jansen" not in settings_file.path.read_text("utf-8")
