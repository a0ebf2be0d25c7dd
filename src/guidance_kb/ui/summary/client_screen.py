"""The client's screen, and the choice of the display for it. It closes with its conversation."""

import re
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.documents.client_page import TITLE, WAITING, Contact, PagePart, sections
from guidance_kb.documents.page import heading, paragraph
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import is_pressed
from guidance_kb.ui.look.tokens import SPACE, STRONG, TYPE
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.summary.talk import talk_of
from guidance_kb.ui.widgets.basics import button, column, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- The window: what the client wants, what goes well, and the agreements


_WIDTH: Final = 1000
"""Maximum width of the text in pixels at 100 %."""

_AROUND: Final = 24
"""Pixels between the text and the edge of its sheet, at 100 %."""

_HEADING, _HEADING_END = re.compile(r"<(h[123])>"), re.compile(r"</h[123]>")
"""Headings, which become paragraphs: Qt's style sheet cannot set the size of headings."""


class ClientScreen(TranslatedWidget, QWidget):
    """A full-screen window that follows the conversation.

    Signals:
        left: The user closed the window.
    """

    left = Signal()

    def __init__(self, conversation: ConversationView, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._conversation, self._services = conversation, services
        self.page = Browser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setStyleSheet("QTextBrowser { border: none; background: transparent; }")
        self.leave = button("", "quiet", self.left.emit)
        self.leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        content = column(self, spacing=8, margins=(40, 28, 40, 14))
        middle = row(spacing=0)
        middle.addStretch(1)
        middle.addWidget(self.page, 8)
        middle.addStretch(1)
        add_layout(content, middle, 1)
        content.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.page)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.left)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_plan)
        for happened in (conversation.agreed.changed, conversation.controller.changed, conversation.controller.judged):
            happened.connect(self._soon.start)
        services.theme.changed.connect(self.show_plan)
        self.show_plan()

    @property
    def conversation(self) -> ConversationView:
        """The conversation that is shown."""
        return self._conversation

    def show_plan(self) -> None:
        """Show the current plan; the scroll position is kept."""
        summary, theme = self._conversation.agreed.summary, self._services.theme
        language = summary.language
        parts = sections(self._services.library, talk_of(self._conversation), summary, Contact())
        own = {PagePart.WANT, PagePart.WELL, PagePart.AGREED}
        begun = any(section.part in own for section in parts)  # the proposed next follow-up is not shown alone
        told = "".join(
            heading(section.title) + section.html for section in parts if begun and section.part is not PagePart.CALL
        )
        px = theme.px
        sheet = (
            f"p, li {{ font-size: {px(TYPE.far)}px; }} li {{ margin-bottom: {px(SPACE.md)}px; }} "
            f"p.h1, p.h2, p.h3 {{ font-weight: {STRONG}; margin-bottom: {px(SPACE.md)}px; }} p.h1 {{ font-size: {px(TYPE.far_title)}px; }} "
            f"p.h2 {{ font-size: {px(TYPE.far_heading)}px; color: {theme.tokens.accent}; margin-top: {px(SPACE.lg)}px; }}"
        )
        self.page.setMaximumWidth(theme.px(_WIDTH))
        at = self.page.verticalScrollBar().value()
        self.page.document().setDocumentMargin(px(_AROUND))
        whole = f"<h1>{TITLE.say(language)}</h1>{told or paragraph(WAITING.say(language))}"
        self.page.show_html(_HEADING.sub(r"<p class='\1'>", _HEADING_END.sub("</p>", whole)), sheet)
        self.page.verticalScrollBar().setValue(at)
        self.setWindowTitle(TITLE.say(language))  # the title does not identify the client
        self.page.setAccessibleName(TITLE.say(language))
        self.leave.setText(self.tr("Close (Esc)"))

    def retranslate(self) -> None:
        self.show_plan()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "show-to-client"):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ClientViewPresenter(QObject):
    """Shows the client's screen for a window: on a second display if there is one, where it takes no focus; otherwise over the window.

    It closes with another conversation, when the records lock, and with the privacy screen; it never reopens by itself.

    Attributes:
        screen: The screen that is shown, or None.
    """

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self.screen: ClientScreen | None = None
        services.casebook.clear_on_lock(ClientData.CLIENT_SCREEN, self.close)

    def toggle(self, conversation: ConversationView) -> None:
        """Show the plan of a conversation, or close the screen."""
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
        """Close the screen and activate the window, which keeps its focus."""
        gone, self.screen = self.screen, None
        if gone is None:
            return
        gone.conversation.controller.restarted.disconnect(self.close)
        gone.hide()
        gone.deleteLater()
        self._window.activateWindow()


def _other_screen(window: QWidget) -> QScreen | None:
    """Return a display that the window is not on, or None."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)
