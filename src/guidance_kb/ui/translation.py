"""The language of interface and content, switched live: Qt sends every widget a LanguageChange, and the widget speaks again."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

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
        self._installed: list[QTranslator] = []
        self.language = Language.EN  # the language of the source strings, until `use` is called

    def use(self, language: Language) -> None:
        """Speaks `language` from now on."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        self.language = language
        QLocale.setDefault(QLocale(language.value))
        translator = QTranslator(self)
        if translator.load(str(RESOURCES / "translations" / f"{language.value}.qm")):
            self._application.installTranslator(translator)
            self._installed.append(translator)
        self.changed.emit(language)
