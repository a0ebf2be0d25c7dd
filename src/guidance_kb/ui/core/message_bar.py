"""The bar above the current view that shows errors and the names and folders of saved files."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.banner import Banner

_WRONG, _DONE = "triangle-alert", "check"


class MessageBar(Banner):
    """A banner with one message, until it is closed or replaced; a button copies the technical report, if there is one.

    Messages of `note` stay until they are closed themselves: after another message is closed, they are shown again.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services.theme, self._copy, icon=_WRONG)
        self._services = services
        self._saved: Path | None = None
        self._shown: KnownError | None = None
        self._notes: list[KnownError] = []
        self.close_button.clicked.connect(self._put_away)
        services.casebook.clear_on_lock(ClientData.MESSAGE, self.leave)

    def tell(self, error: KnownError) -> None:
        """Show an error in the current language."""
        self._shown, self._saved = error, None
        self.set_icon(_WRONG)
        self.say(error.say(self._services.language), self.tr("Copy technical report") if error.report else "")

    def tell_saved(self, path: Path) -> None:
        """Show that a file was saved and where, until the message is closed or replaced, or `leave` is called."""
        self._shown, self._saved = None, path
        self.set_icon(_DONE)
        self.say(self.tr("Saved: {name}, in the folder {folder}").format(name=path.name, folder=path.parent))

    def leave(self) -> None:
        """Remove a message about a saved file, which has the name of the file and its folder; errors stay."""
        if self._saved:
            self._text.clear()
            self.setAccessibleName("")
            self.hide()
            self._put_away()

    def note(self, error: KnownError) -> None:
        """Show a message that stays until it is closed itself."""
        self._notes.append(error)
        if self.isHidden():
            self.tell(error)

    def _put_away(self) -> None:
        if self._shown in self._notes:
            self._notes.remove(self._shown)
        self._shown, self._saved = None, None
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
