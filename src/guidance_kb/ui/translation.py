"""The language of interface and content, switched live: Qt sends every widget a LanguageChange, and the widget speaks again."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES


class Translation(QObject):
    """The language now in force.

    Signals:
        changed (Language): Interface and content speak another language.
    """

    changed = Signal(object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self.language = Language.EN  # the language of the source strings, until `use` is called

    def use(self, language: Language) -> None:
        """Speaks `language` from now on, and no other: what an earlier window installed is gone too."""
        for before in self._application.findChildren(QTranslator):
            self._application.removeTranslator(before)
            before.deleteLater()
        self.language = language
        QLocale.setDefault(QLocale(language.value))
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))  # its menus and dialogs
        for file in (of_qt / f"qtbase_{language}.qm", RESOURCES / "translations" / f"{language}.qm"):
            translator = QTranslator(self)
            if translator.load(str(file)):
                self._application.installTranslator(translator)
        # Qt says so by itself only when texts come or go; said twice at once, a widget hears it once.
        self._application.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit(language)
