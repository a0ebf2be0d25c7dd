"""The bar that says what went wrong, or was saved, above the room that is shown: the one place for it, in one voice."""

from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.banner import Banner

_WRONG, _DONE = "triangle-alert", "check"


class MessageBar(Banner):
    """One message, until it is put away or another comes; where there is a technical report, a button copies it.

    What the start has to tell stays until it is put away: another message only stands before it.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services.theme, self._copy, icon=_WRONG)
        self._services = services
        self._saved = ""
        self._shown: KnownError | None = None
        self._notes: list[KnownError] = []
        self.close_button.clicked.connect(self._put_away)
        services.casebook.clear_on_lock(ClientData.MESSAGE, self.leave)

    def tell(self, error: KnownError) -> None:
        """Says it, in the language now in force."""
        self._shown, self._saved = error, ""
        self.set_icon(_WRONG)
        self.say(error.say(self._services.language), self.tr("Copy technical report") if error.report else "")

    def tell_saved(self, name: str) -> None:
        """Says that a file was saved, until it is put away, another message comes, or `leave` is called."""
        self._shown, self._saved = None, name
        self.set_icon(_DONE)
        self.say(self.tr("Saved: {name}").format(name=name))

    def leave(self) -> None:
        """Puts away what was said to be saved, with the name of the file; what went wrong stays."""
        if self._saved:
            self._text.clear()
            self.setAccessibleName("")
            self.hide()
            self._put_away()

    def note(self, error: KnownError) -> None:
        """Says what stays until it was put away by itself."""
        self._notes.append(error)
        if self.isHidden():
            self.tell(error)

    def _put_away(self) -> None:
        if self._shown in self._notes:
            self._notes.remove(self._shown)
        self._shown, self._saved = None, ""
        if self._notes:
            self.tell(self._notes[0])

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.report)
            self.action.setText(self.tr("Copied"))
            announce(self, self.action.text())

    def retranslate(self) -> None:
        super().retranslate()
        if self.isHidden():
            return
        if self._shown is not None:
            self.tell(self._shown)
        elif self._saved:
            self.tell_saved(self._saved)
