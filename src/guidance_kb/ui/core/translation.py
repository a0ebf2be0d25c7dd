"""The language of interface and content. A change sends `LanguageChange` to every widget, whose `retranslate` sets its texts again."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from shiboken6 import isValid

from guidance_kb.language import Language, Text
from guidance_kb.paths import RESOURCES

_installed: list[QTranslator] = []
"""The translators installed in the application, by any window."""


class Translation(QObject):
    """The current language.

    Signals:
        changed (Language): The language of interface and content changed.
    """

    changed = Signal(object)
    in_force: ClassVar[Language] = Language.EN
    """The language to which `tr` translates, shared by all windows of the application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self.language = Language.EN  # the language of the source strings, until `use` is called

    def use(self, language: Language) -> None:
        """Switch to `language`, and remove the translators that an earlier window installed."""
        for before in filter(
            isValid, _installed
        ):  # not `findChildren`, with which PySide creates the type of every object
            self._application.removeTranslator(before)
            before.deleteLater()
        _installed.clear()
        self.language = Translation.in_force = language
        QLocale.setDefault(QLocale(language.value))
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))  # for Qt's menus and dialogs
        for file in (of_qt / f"qtbase_{language}.qm", RESOURCES / "translations" / f"{language}.qm"):
            translator = _Read(file, self)
            if not translator.isEmpty():
                self._application.installTranslator(translator)
                _installed.append(translator)
        # Qt sends this event only if a translator was installed or removed; a second one is merged with the first.
        self._application.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit(language)


def as_title(text: Text) -> str:
    """Return a term of the domain in the current language with a capital; texts of the window use `tr`."""
    return text.title(Translation.in_force)


def in_sentence(text: Text) -> str:
    """Return a term of the domain in the current language as it is written within a sentence."""
    return text.say(Translation.in_force)


class _Read(QTranslator):
    """A translator that reads its file into memory; it is empty if there is no file.

    Qt would map the file into memory: a build or an update that overwrites it would crash the program.
    """

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = file.read_bytes() if file.is_file() else b""  # kept, because Qt does not copy it
        self.load(self._texts)
