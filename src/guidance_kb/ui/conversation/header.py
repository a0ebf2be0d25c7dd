"""The top of the conversation view: what can be done with the conversation, and one calm line on what it is."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.icons import icon
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row


class Header(QWidget):
    """The buttons of a conversation.

    Signals:
        print_filled: The form as it stands is wanted on paper.
        print_empty: The empty form is wanted on paper.
    """

    print_filled = Signal()
    print_empty = Signal()

    def __init__(self, controller: Controller, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self._title = label(role="heading", wrap=False)
        self._calm = label(role="caption")
        self.core = button("", "chip", lambda: controller.show_core_only(core_only=True), checkable=True)
        self.all = button("", "chip", lambda: controller.show_core_only(core_only=False), checkable=True)
        self.undo = button("", "quiet", controller.undo)
        self.new = button("", "quiet", controller.restart)
        self.print = button("", "")
        self._menu = QMenu(self)
        self.filled_form: QAction = self._menu.addAction("", self.print_filled.emit)
        self.empty_form: QAction = self._menu.addAction("", self.print_empty.emit)
        self.print.setMenu(self._menu)
        self._build()
        self._speak()
        for happened in (controller.changed, controller.scope_changed, controller.restarted):
            happened.connect(self.refresh)
        services.theme.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        scope = row(spacing=4)
        scope.addWidget(self.core)
        scope.addWidget(self.all)
        across = row(spacing=6)
        across.addWidget(self._title)
        across.addSpacing(10)
        across.addLayout(scope)
        across.addStretch(1)
        for each in (self.undo, self.new, self.print):
            across.addWidget(each)
        content = column(self, spacing=4)
        content.addLayout(across)
        content.addWidget(self._calm)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self._title.setText(self.tr("First contact"))
        self.core.setText(self.tr("Core list"))
        self.core.setToolTip(self.tr("About ten minutes"))
        self.all.setText(self.tr("All items"))
        self.new.setText(self.tr("New conversation"))
        self.print.setText(self.tr("Print"))
        self.filled_form.setText(self.tr("This conversation"))
        self.empty_form.setText(self.tr("Empty form"))
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Shows what can be done now."""
        controller = self._controller
        self.core.setChecked(controller.core_only)
        self.all.setChecked(not controller.core_only)
        self.undo.setEnabled(controller.can_undo)
        self.new.setEnabled(bool(controller.session.answers))
        self.filled_form.setEnabled(bool(controller.session.answers))
        self.undo.setText(self.tr("Bring the last one back") if controller.just_restarted else self.tr("Undo"))
        self._calm.setText(self._calm_words())

    def _calm_words(self) -> str:
        if self._controller.just_restarted:
            return self.tr(
                "A new conversation has begun. The one before can be brought back until the first answer; then it is gone."
            )
        return self.tr(
            "This conversation is only in memory: it is not saved, and is gone when the program closes. "
            "The core list takes about ten minutes. It is an aid to memory, not a validated test."
        )

    def _draw(self) -> None:
        theme = self._services.theme
        size = theme.px(16)
        for each, name in ((self.undo, "undo-2"), (self.new, "message-circle"), (self.print, "printer")):
            each.setIcon(icon(name, theme.tokens.accent if each is not self.print else theme.tokens.ink, size))
            each.setIconSize(QSize(size, size))
