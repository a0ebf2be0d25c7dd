"""The language of interface and content, switched live: a LanguageChange reaches every widget, and `retranslate` sets its texts again."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from shiboken6 import isValid

from guidance_kb.language import Language, Text
from guidance_kb.paths import RESOURCES

_installed: list[QTranslator] = []
"""In the one application, by whichever window."""


class Translation(QObject):
    """The language now in force.

    Signals:
        changed (Language): Interface and content speak another language.
    """

    changed = Signal(object)
    in_force: ClassVar[Language] = Language.EN
    """In the one application, by whichever window: what `tr` translates to."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self.language = Language.EN  # the language of the source strings, until `use` is called

    def use(self, language: Language) -> None:
        """Speaks `language` from now on, and no other: what an earlier window installed is gone too."""
        for before in filter(
            isValid, _installed
        ):  # `findChildren` would have PySide make the type of every object there is
            self._application.removeTranslator(before)
            before.deleteLater()
        _installed.clear()
        self.language = Translation.in_force = language
        QLocale.setDefault(QLocale(language.value))
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))  # its menus and dialogs
        for file in (of_qt / f"qtbase_{language}.qm", RESOURCES / "translations" / f"{language}.qm"):
            translator = _Read(file, self)
            if not translator.isEmpty():
                self._application.installTranslator(translator)
                _installed.append(translator)
        # Qt says so by itself only when texts come or go; said twice at once, a widget hears it once.
        self._application.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit(language)


def as_title(text: Text) -> str:
    """Return a name of the domain in the language in force, with a capital; `tr` does so for the window's own texts."""
    return text.title(Translation.in_force)


def in_sentence(text: Text) -> str:
    """Return a name of the domain in the language in force, as it is written within a sentence."""
    return text.say(Translation.in_force)


class _Read(QTranslator):
    """The texts of a file, all of them in memory; empty where there is none.

    Given a file, Qt maps it, and reads in whatever stands there now: a build or an update that writes it anew would end the program.
    """

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = file.read_bytes() if file.is_file() else b""  # held on to: Qt does not copy it
        self.load(self._texts)
