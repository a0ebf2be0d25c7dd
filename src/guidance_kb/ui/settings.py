"""The settings of the program: one typed table with defaults, kept in a plain file. Never anything of a client."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

from guidance_kb.language import Language


class Scheme(StrEnum):
    """Light, dark, high contrast, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


SIZES = (100, 125, 150, 175, 200)
"""The text sizes on offer, in percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a counselor can choose.

    Attributes:
        language: Of the interface and of the content.
        scheme: The colours.
        text_size: In percent, one of `SIZES`.
        recent: Whether recent searches are kept.
        motion: Whether things may move.
    """

    language: Language = Language.NL
    scheme: Scheme = Scheme.SYSTEM
    text_size: int = 100
    recent: bool = True
    motion: bool = True


class SettingsFile:
    """Reads and writes the settings; a value that is not understood gives its default."""

    def __init__(self, path: Path | None = None) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self.path = path or Path(folder) / "settings.ini"
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    @property
    def recent(self) -> Path:
        """The file of the recent searches, beside the settings."""
        return self.path.with_name("recent-searches.txt")

    @property
    def practice_put_away(self) -> bool:
        """Whether the practice conversation is not offered any more: somebody has held it, or put the offer away."""
        return bool(self._file.value("practice_put_away", "False") == "True")

    @practice_put_away.setter
    def practice_put_away(self, away: bool) -> None:
        self._file.setValue("practice_put_away", str(away))
        self._file.sync()

    def read(self) -> Settings:
        """The settings as they are in the file."""
        settings = Settings()
        for field in fields(Settings):
            value = _understood(field.name, self._file.value(field.name))
            if value is not None:
                settings = replace(settings, **{field.name: value})
        return settings

    def write(self, settings: Settings) -> None:
        """Writes every setting; a folder that cannot be written leaves the choice for this run only."""
        for field in fields(Settings):
            self._file.setValue(field.name, str(getattr(settings, field.name)))
        self._file.sync()


def _understood(name: str, value: object) -> Any:  # noqa: ANN401 - the type is the field's
    try:
        match name, value:
            case "language", str():
                return Language(value)
            case "scheme", str():
                return Scheme(value)
            case "text_size", str():
                return int(value) if int(value) in SIZES else None
            case "recent" | "motion", "True" | "False":
                return value == "True"
    except ValueError:
        pass
    return None
