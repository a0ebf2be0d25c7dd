"""When the client's screen shows, and on which screen: never longer than the conversation that it is of."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from guidance_kb.ui.clientview.screen import ClientScreen
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.services import Services


class ClientViewPresenter(QObject):
    """Belongs to a window. With a second screen it shows there, and the counselor types on; else over the window.

    It goes with the conversation, when the records lock, and when everything is hidden; it never comes back by itself.

    Attributes:
        screen: What shows; None while nothing does.
    """

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self.screen: ClientScreen | None = None
        services.casebook.changed.connect(self._follow_casebook)

    def toggle(self, conversation: ConversationView) -> None:
        """Shows the plan of a conversation, or puts it away."""
        if self.screen is not None:
            self.close()
            return
        self.screen = made = ClientScreen(conversation, self._services, self._window)
        made.left.connect(self.close)
        conversation.controller.restarted.connect(self.close)
        other = _other_screen(self._window)
        if other is not None:
            made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            made.setGeometry(other.geometry())
        else:
            made.setGeometry(self._window.screen().geometry())
        made.showFullScreen()
        if other is None:
            made.activateWindow()
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self, _: object = None) -> None:
        """Puts it away; the keyboard is where it was."""
        gone, self.screen = self.screen, None
        if gone is None:
            return
        gone.conversation.controller.restarted.disconnect(self.close)
        gone.hide()
        gone.deleteLater()
        self._window.activateWindow()

    def _follow_casebook(self) -> None:
        if self._services.casebook.state is not CasebookState.OPEN:
            self.close()


def _other_screen(window: QWidget) -> QScreen | None:
    """A screen that the window is not on, if there is one."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)
