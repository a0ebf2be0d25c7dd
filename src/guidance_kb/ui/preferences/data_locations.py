"""Where the data live: paths to copy and folders to open, and whether they travel with the program."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from guidance_kb.paths import portable_folder
from guidance_kb.preferences.defaults import places
from guidance_kb.preferences.searchable import DATA, ORGANISATION, SETTINGS
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.preferences.controls import PathField
from guidance_kb.ui.preferences.row import SettingRow
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button


def open_folder(folder: Path) -> None:
    """Shows a folder in the file manager of the system."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PlaceRow(SettingRow):
    """A path, with a way to see the folder and one to copy the path."""

    def __init__(self, theme: Theme, key: str, path: Path, opener: Callable[[Path], object]) -> None:
        self.path = path
        self._opener = opener
        self.open, self.copy = button("", "", self._open), button("", "", self._copy)
        shown = PathField()
        shown.show_value(str(path))
        super().__init__(theme, key, shown, [self.open, self.copy])

    def say_place(self, title: str, explanation: str, also: str) -> None:
        """Says what lies there; it is found by its path too."""
        self.say(title, explanation, (), f"{also} {self.path}")
        self.open.setText(self.tr("Open folder"))
        self.copy.setText(self.tr("Copy path"))
        for each in (self.open, self.copy):
            each.setAccessibleName(f"{each.text()}: {title}")

    def _open(self) -> None:
        folder = self.path if self.path.is_dir() else self.path.parent
        self._opener(next(each for each in (folder, *folder.parents) if each.is_dir()))  # it may not be made yet

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.path))
        announce(self, self.tr("Copied."))


class PlaceRows(QObject):
    """The rows.

    Attributes:
        rows: From top to bottom.
    """

    def __init__(self, services: Services, opener: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        settings = services.settings
        made = partial(PlaceRow, services.theme, opener=opener)
        self._data = made(DATA.target, services.casebook.folder.parent)
        self._settings = made(SETTINGS.target, settings.path)
        self._defaults = made(ORGANISATION.target, settings.defaults.path or places()[0])
        self.rows = [self._data, self._settings, self._defaults]

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
        say, settings = self._services.say, self._services.settings
        portable = (
            self.tr("The program is portable: they stand beside it and travel with its folder.")
            if portable_folder() is not None
            else self.tr("They belong to your own account on this computer.")
        )
        kept = (
            "" if settings.is_kept else self.tr("This file cannot be written: what you choose applies until you close.")
        )
        there = self.tr("In force from this file: %1.").replace("%1", str(len(settings.defaults.values)))
        for row, about, more in (
            (self._data, DATA, [portable]),
            (self._settings, SETTINGS, [kept]),
            (self._defaults, ORGANISATION, self._of_the_organisation(there)),
        ):
            explanation = " ".join([say(about.explanation), *(each for each in more if each)])
            row.say_place(say(about.title), explanation, say(about.group))
        self._defaults.open.setVisible(settings.defaults.path is not None)

    def _of_the_organisation(self, there: str) -> list[str]:
        defaults = self._services.settings.defaults
        if defaults.path is None:
            return [self.tr("There is no such file on this computer; it could be put here.")]
        return [there, *(self._services.say(problem) for problem in defaults.problems)]
