"""The bar above the search while a conversation is running: whose it is, and the way back to it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, label, row, text_and_icon
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class ConversationBar(TranslatedWidget, QFrame):
    """Names the running conversation, and goes back to it; hidden if there is none."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "findbar")
        self._services = services
        self._drawing = label(wrap=False)
        self._name = label(role="strong", wrap=False)
        self._told = label(role="soft", wrap=False)
        self.back = button("", "quiet", self.go_back)
        self._back_text = ""
        across = self._across = row(self, spacing=SPACE.md, margins=(18, SPACE.xs, SPACE.xl, SPACE.xs))
        for part in (self._drawing, self._name, self._told):
            across.addWidget(part)
        across.addStretch(1)
        across.addWidget(self.back)
        services.theme.changed.connect(self.retranslate)
        services.conversation.changed.connect(self.retranslate)
        self.retranslate()

    def go_back(self) -> bool:
        """Go back to the running conversation, as it was left; return whether there is one."""
        access = self._services.conversation.access
        if access is None:
            return False
        self._services.navigator.go_to_room(access.room)
        return True

    def retranslate(self) -> None:
        running, theme = self._services.conversation, self._services.theme
        self.setVisible(running.access is not None)
        size = theme.px(SIZE.icon)
        self._drawing.setPixmap(pixmap("messages-square", theme.tokens.accent, size))
        self._name.setText(running.name)
        self._told.setText(self.tr("What you type here is not kept."))
        back = self.tr("Back to the conversation")
        text_and_icon(self.back, icon("arrow-left", theme.tokens.accent, size), size, f"{back} (Esc)")
        self._back_text = self.back.text()
        self.back.setAccessibleName(back)
        self.back.setToolTip(f"{back} (Esc)")
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """Return the width without what is left out where there is no room: the texts must not widen the window."""
        return QSize(self._drawing.sizeHint().width(), self.sizeHint().height())

    def _share_room(self) -> None:
        """Leave out the text beside the name where it does not fit, and then that of the button."""
        margins, gap = self._across.contentsMargins(), self._across.spacing()
        room = self.width() - margins.left() - margins.right() - 3 * gap - self._drawing.sizeHint().width()
        self.back.setText(self._back_text)
        room -= self._name.sizeHint().width() + self.back.sizeHint().width()
        self._told.setVisible(room >= self._told.sizeHint().width() + gap)
        if room < 0:
            self.back.setText("")
