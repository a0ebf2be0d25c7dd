"""A banner on the start page that reports an update once."""

from guidance_kb import __version__
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.banner import Banner

NEWS = "help-news"
"""The id of the article about changes."""


class NewsBanner(Banner):
    """The banner; hidden after a first installation."""

    def __init__(self, services: Services, version: str = __version__) -> None:
        super().__init__(services.theme, self._read)
        self._settings, self._navigator, self._version = services.settings, services.navigator, version
        self.close_button.clicked.connect(self._put_away)
        if not self._settings.seen_version:
            self._put_away()
        elif self._settings.seen_version != version:
            self._set_texts()

    def _read(self) -> None:
        self._put_away()
        self._navigator.open_page(NEWS)

    def _put_away(self) -> None:
        self._settings.seen_version = self._version
        self.hide()

    def _set_texts(self) -> None:
        text = self.tr("The program was updated: this is version %1.").replace("%1", self._version)
        self.say(text, self.tr("What is new"))

    def retranslate(self) -> None:
        super().retranslate()
        if not self.isHidden():
            self._set_texts()
