"""The file of the settings: what somebody chose, over what their organisation set beforehand, over what the program comes with.

What can be chosen stands in `options.py`. Never anything of a client.
"""

import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from guidance_kb.paths import settings_folder
from guidance_kb.preferences.defaults import Defaults, places, read_defaults
from guidance_kb.preferences.options import OPTIONS, SIZES, Scheme, Settings, Value, with_values

__all__ = ["SIZES", "Scheme", "Settings", "SettingsFile"]

_log = logging.getLogger(__name__)


class SettingsFile(QObject):
    """Reads and writes the settings; a value that is not understood gives its default.

    Only what was chosen stands in the file: what was not follows the defaults, also when those change.

    Attributes:
        path: The file.
        defaults: What the organisation set beforehand.

    Args:
        path: The file; None for the user's own.
        defaults: Where the defaults of the organisation may lie; None for the places of the system, but for a file that is named none.

    Signals:
        changed (Settings, Settings): Something was chosen: what held before, and what holds now.
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
        """The file of the recent searches, beside the settings."""
        return self.path.with_name("recent-searches.txt")

    @property
    def seen_version(self) -> str:
        """The version whose news was seen; empty where the program was not opened before."""
        return str(self._file.value("seen_version") or "")

    @seen_version.setter
    def seen_version(self, version: str) -> None:
        self._file.setValue("seen_version", version)
        self._file.sync()

    @property
    def window_place(self) -> bytes:
        """Where the window stood, as Qt writes it; empty where nothing is known."""
        value = self._file.value("window_place")
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    @window_place.setter
    def window_place(self, place: bytes) -> None:
        self._file.setValue("window_place", QByteArray(place))
        self._file.sync()

    @property
    def is_kept(self) -> bool:
        """Whether what is chosen is written; if not, it holds until the program is closed."""
        return self._file.status() is QSettings.Status.NoError

    @property
    def unchosen(self) -> Settings:
        """What holds as long as nobody chose anything: the defaults."""
        return with_values(Settings(), dict(self.defaults.values))

    def read(self) -> Settings:
        """The settings now in force."""
        chosen: dict[str, Value] = {}
        for option in OPTIONS:
            value = option.understood(self._file.value(option.key))
            if value is not None:
                chosen[option.key] = value
        return with_values(self.unchosen, chosen)

    def write(self, settings: Settings) -> None:
        """Keeps what is chosen; a folder that cannot be written leaves the choice for this run only."""
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
        """Chooses some settings and leaves the others."""
        self.write(with_values(self.read(), values))

    def reset(self, *names: str) -> None:
        """Goes back to the defaults of these settings; of all of them when none is named."""
        unchosen = asdict(self.unchosen)
        self.change(**{name: unchosen[name] for name in names or unchosen})
