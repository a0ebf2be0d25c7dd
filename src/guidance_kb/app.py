"""The window program: creates the application, the services and the main window."""

import gc
import linecache
import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.paths import RESOURCES, casebook_folder, error_file, packs_folder, personal_database, settings_folder
from guidance_kb.ui.core import error_reports
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.services import SearcherSource, Services
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.startup.settings_file import put_right
from guidance_kb.ui.startup.start import SafeStart
from guidance_kb.ui.widgets.basics import discard_widgets

if TYPE_CHECKING:
    from guidance_kb.search.searcher import Searcher

_WARM_UP_AFTER = 300
"""Milliseconds from the start until the search is loaded, after the first paint."""

_AHEAD_AFTER = 700
"""Milliseconds from then until the views are preloaded; the search comes first."""


def has_display() -> bool:
    """Return whether a window can be shown; a screen may be missing on Linux and other Unix systems only."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen is not None:
        return chosen not in ("offscreen", "minimal")
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """Return the Qt application, with its name for settings and window lists."""
    QCoreApplication.setApplicationName("guidance-kb")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Fusion looks the same on every system; the style sheet sets the rest. It is an argument because `setStyle` would return a QStyle,
    # and PySide needs 5 ms to create that type with its 528 values.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationDisplayName("Guidance KB")
    application.setDesktopFileName("guidance-kb")  # Wayland takes the icon from the menu entry with that name
    application.setWindowIcon(QIcon(str(RESOURCES / "program" / "guidance-kb.svg")))
    return application


def make_window(  # noqa: PLR0913, PLR0917 - what a test has in folders of its own
    application: QApplication,
    database: Path,
    settings_file: SettingsFile,
    casebook: CasebookService | None = None,
    packs: PackService | None = None,
    bookmarks: BookmarkService | None = None,
    searcher: SearcherSource | None = None,
) -> MainWindow:
    """Return the main window for the knowledge in `database`, with client records, packs and bookmarks (the user's own if None).

    An open `searcher` must be of the same database; it is closed with the window.

    Raises:
        KnownError: The knowledge cannot be opened.
    """
    settings = settings_file.read()
    library = Library(database)
    theme = Theme(application, waits=True)
    translation = Translation(application)
    translation.use(settings.language)
    theme.apply(settings.scheme, settings.text_size)
    theme.motion.allow(settings.motion)
    casebook_service = casebook or CasebookService(casebook_folder())
    packs = packs or PackService(packs_folder(), Shipped.ours())
    bookmarks = bookmarks or BookmarkService(personal_database())
    searcher, jobs = searcher or SearcherSource(partial(open_searcher, database)), Jobs(application)
    services = partial(
        Services, library, searcher, jobs, casebook_service, packs, theme, translation, settings_file, bookmarks
    )
    before = application.topLevelWidgets()
    try:
        return MainWindow(services, settings)
    except BaseException:  # for example, the start page cannot be read; the user may choose another database
        discard_widgets(
            [each for each in application.topLevelWidgets() if each.parent() is None and each not in before]
        )
        for service in (casebook_service, packs, bookmarks, jobs, library):
            service.close()
        raise


def open_searcher(database: Path) -> "Searcher":
    """Return a searcher; its modules are imported now."""
    from guidance_kb.help.articles import help_texts  # noqa: PLC0415 - nor does it need these
    from guidance_kb.search.searcher import Searcher  # noqa: PLC0415 - the first paint does not search

    _let_sources_go()
    return Searcher(database, help_texts=help_texts)


def main(database: Path | None = None) -> int:
    """Run the program with `database` (its own if None) until the window is closed, and return the exit code."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:  # Qt would abort the process
        sys.stderr.write(
            "Guidance KB needs a screen, and there is none here. The command line works: guidance-kb --help\n"
        )
        return 1
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("guidance_kb").addHandler(error_reports.ReportKeeper(error_file()))
    application = make_application()
    told = put_right(settings_folder() / "settings.ini")
    settings_file = SettingsFile()

    def open_window(named: Path | None) -> MainWindow:
        """Open the window with the named database, or with the one that has the user's packs."""
        packs = PackService(packs_folder(), Shipped.ours(), named=named is not None)
        window = make_window(application, named or packs.database(), settings_file, packs=packs)
        if told is not None:
            window.note(told)
        QTimer.singleShot(_WARM_UP_AFTER, partial(started, window))
        return window

    start = SafeStart(application, settings_file, database, open_window, shows=has_display())
    start.begin()
    if start.window is None:
        gc.enable()
    if start.window is None and start.safe is None:
        return 1 if start.failed else 0
    code = application.exec()
    if start.window is None:
        return 1 if start.failed else 0
    start.window.services.close()
    return code


def _let_sources_go() -> None:
    """Clear `linecache`, which frees 7 MB after a search: PySide reads the source of each module, and Python would keep it."""
    linecache.clearcache()


def started(window: MainWindow) -> None:
    """Start the garbage collection timer, which skips the objects of the start, and load the search and the views."""
    from guidance_kb.ui.shell.gc_timer import GarbageCollector  # noqa: PLC0415
    from guidance_kb.ui.shell.preload import Preloader  # noqa: PLC0415 - after the first paint

    _let_sources_go()
    GarbageCollector(window).begin()
    window.warm_up()
    ahead = Preloader(window)
    QTimer.singleShot(_AHEAD_AFTER, ahead.begin)
    QCoreApplication.instance().aboutToQuit.connect(ahead.stop)  # type: ignore[union-attr]
