"""The window program: makes the services, knows every room, and shows the first window."""

import logging
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.opening import Shipped
from guidance_kb.paths import casebook_folder, data_folder, packs_folder, personal_database
from guidance_kb.ui import faults
from guidance_kb.ui.bookmarks.desk import BookmarkDesk
from guidance_kb.ui.casebook.desk import CasebookDesk
from guidance_kb.ui.casebook.single import OnlyWindow
from guidance_kb.ui.jobs import Jobs
from guidance_kb.ui.packs.desk import PackDesk
from guidance_kb.ui.services import Services
from guidance_kb.ui.settings import Settings, SettingsFile
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.translation import Translation
from guidance_kb.ui.window import MainWindow

if TYPE_CHECKING:
    from guidance_kb.search.searcher import Searcher

_NO_ANSWER = KnownError(
    "Guidance KB is al geopend, maar dat venster antwoordt niet. Uw dossiers zijn veilig: wacht even, of sluit dat venster, en probeer "
    "het opnieuw.",
    "Guidance KB is open already, but that window does not answer. Your records are safe: wait a moment, or close it, and try again.",
)

_GALLERY = (1240, 900)
"""Pixels: as wide as its sheet at a text size of 100 %."""

_WARM_UP_AFTER = 300
"""Milliseconds after which the search is made ready: when the first window has been painted."""


def has_display() -> bool:
    """Whether a window can be shown here; only on Linux and its kin may there be no screen at all."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen is not None:
        return chosen not in ("offscreen", "minimal")
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """The Qt application, with its name for settings and window lists."""
    QCoreApplication.setApplicationName("guidance-kb")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("Guidance KB")
    application.setStyle("Fusion")  # the same on every system; the style sheet says the rest
    return application


def make_window(  # noqa: PLR0913, PLR0917 - what a test has in folders of its own
    application: QApplication,
    database: Path,
    settings_file: SettingsFile,
    casebook: CasebookDesk | None = None,
    packs: PackDesk | None = None,
    bookmarks: BookmarkDesk | None = None,
) -> MainWindow:
    """The main window on the knowledge in `database`, with client records, packs and bookmarks (the user's own when None).

    Raises:
        KnownError: The knowledge cannot be opened.
    """
    settings = settings_file.read()
    library = Library(database)
    theme = Theme(application)
    translation = Translation(application)
    translation.use(settings.language)
    theme.apply(settings.scheme, settings.text_size)
    theme.motion.allow(settings.motion)
    desk = casebook or CasebookDesk(casebook_folder())
    packs = packs or PackDesk(packs_folder(), Shipped.ours())
    bookmarks = bookmarks or BookmarkDesk(personal_database())
    searcher, jobs = _once(database), Jobs(application)
    services = Services(library, searcher, jobs, desk, packs, theme, translation, settings_file, bookmarks)
    return MainWindow(services, settings)


def _once(database: Path) -> Callable[[], "Searcher"]:
    """Gives the one searcher, made at the first search."""

    @cache
    def searcher() -> "Searcher":
        from guidance_kb.search.searcher import Searcher  # noqa: PLC0415 - the first paint does not search

        return Searcher(database)

    return searcher


def main(database: Path | None = None) -> int:
    """Shows the window on `database` (the program's own when None) and stays until it is closed. Returns the exit code."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:  # Qt would abort the process
        sys.stderr.write(
            "Guidance KB needs a screen, and there is none here. The command line works: guidance-kb --help\n"
        )
        return 1
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    application = make_application()
    settings_file = SettingsFile()
    only = OnlyWindow(data_folder(), application)
    if casebook_folder().exists() and not only.take():
        return 0 if only.call_first() else _say_and_stop(_NO_ANSWER, settings_file.read())
    try:
        packs = PackDesk(packs_folder(), Shipped.ours(), named=database is not None)
        window = make_window(application, database or packs.database(), settings_file, packs=packs)
    except Exception as error:  # noqa: BLE001 - nothing raises a traceback at a user
        return _say_and_stop(faults.as_known(error), settings_file.read())
    faults.tell_all(window.tell)
    only.called.connect(window.come_forward)
    window.services.casebook.changed.connect(only.take)
    window.show()
    QTimer.singleShot(_WARM_UP_AFTER, window.warm_up)
    code = application.exec()
    window.services.close()
    return code


def gallery() -> int:
    """Shows the gallery of all widgets, for whoever works on the looks. Returns the exit code."""
    from guidance_kb.ui.gallery.view import Gallery  # noqa: PLC0415 - the program itself needs none of it

    application = make_application()
    shown = Gallery(Theme(application))
    shown.resize(*_GALLERY)
    shown.show()
    return application.exec()


def _say_and_stop(error: KnownError, settings: Settings) -> int:
    """Says why the program cannot start, in a box too where somebody can see it."""
    message = error.say(settings.language)
    sys.stderr.write(f"{message}\n")
    if has_display():
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only here

        QMessageBox.critical(None, "Guidance KB", message)
    return 1
