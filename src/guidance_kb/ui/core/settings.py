"""The settings file. The user's settings override the defaults of the organisation, which override those of the program.

The options are defined in `preferences/options.py`. The file never has client data.
"""

import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from guidance_kb.paths import settings_folder
from guidance_kb.preferences.options import OPTIONS, SIZES, Scheme, Settings, Value, with_values
from guidance_kb.preferences.organisation_defaults import Defaults, places, read_defaults

__all__ = ["SIZES", "Scheme", "Settings", "SettingsFile"]

_log = logging.getLogger(__name__)


class SettingsFile(QObject):
    """Reads and writes the settings; an invalid value is read as its default.

    The file has only the values that differ from the defaults, so that later changes of the defaults take effect.

    Attributes:
        path: The file.
        defaults: The defaults of the organisation.

    Args:
        path: The file; None for the user's own file.
        defaults: Possible files of the organisation's defaults; None for those of the system, or for no defaults if `path` is given.

    Signals:
        changed (Settings, Settings): The settings changed; the arguments are the old and the new ones.
    """

    changed = Signal(object, object)

    def __init__(self, path: Path | None = None, defaults: Sequence[Path] | None = None) -> None:
        super().__init__()
        self.path = path or settings_folder() / "settings.ini"
        if defaults is None:
            defaults = places() if path is None else ()
        self.defaults: Defaults = read_defaults(defaults)
        for problem in self.defaults.problems:
            _log.warning("%s: %s", self.defaults.path, problem.en)
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    @property
    def recent(self) -> Path:
        """The file of the recent searches, in the same folder."""
        return self.path.with_name("recent-searches.txt")

    @property
    def seen_version(self) -> str:
        """The version whose news the user has seen; empty before the first start."""
        return str(self._file.value("seen_version") or "")

    @seen_version.setter
    def seen_version(self, version: str) -> None:
        self._file.setValue("seen_version", version)
        self._file.sync()

    @property
    def window_place(self) -> bytes:
        """The geometry of the window as `QWidget.saveGeometry` returns it, or empty."""
        value = self._file.value("window_place")
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    @window_place.setter
    def window_place(self, place: bytes) -> None:
        self._file.setValue("window_place", QByteArray(place))
        self._file.sync()

    @property
    def panel_width(self) -> int:
        """The width of the panel of the conversation (pixels at 100 %) as the user set it; 0 before that."""
        value = self._file.value("panel_width")
        return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()) else 0

    @panel_width.setter
    def panel_width(self, width: int) -> None:
        self._file.setValue("panel_width", width)
        self._file.sync()

    def split(self, name: str) -> int:
        """Return the width in pixels of a pane as the user set it; 0 before that."""
        value = self._file.value(f"splits/{name}")
        return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()) else 0

    def keep_split(self, name: str, width: int) -> None:
        """Keep the width of a pane."""
        self._file.setValue(f"splits/{name}", width)
        self._file.sync()

    @property
    def is_kept(self) -> bool:
        """Whether settings can be written; otherwise they last until the program is closed."""
        return self._file.status() is QSettings.Status.NoError

    @property
    def unchosen(self) -> Settings:
        """The default settings."""
        return with_values(Settings(), dict(self.defaults.values))

    def read(self) -> Settings:
        """Return the current settings."""
        chosen: dict[str, Value] = {}
        for option in OPTIONS:
            value = option.understood(self._file.value(option.key))
            if value is not None:
                chosen[option.key] = value
        return with_values(self.unchosen, chosen)

    def write(self, settings: Settings) -> None:
        """Save the settings; if the folder is not writable, they last until the program is closed."""
        before, unchosen = self.read(), asdict(self.unchosen)
        for name, value in asdict(settings).items():
            if value == unchosen[name]:
                self._file.remove(name)
            else:
                self._file.setValue(name, str(value))
        self._file.sync()
        if settings != before:
            self.changed.emit(before, settings)

    def change(self, **values: Value) -> None:
        """Change some settings and keep the others."""
        self.write(with_values(self.read(), values))

    def reset(self, *names: str) -> None:
        """Reset the named settings to their defaults, or all if none is named."""
        unchosen = asdict(self.unchosen)
        self.change(**{name: unchosen[name] for name in names or unchosen})
