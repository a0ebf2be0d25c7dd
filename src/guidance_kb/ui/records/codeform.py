"""The small form for a code: of a new client, for which one that is free is proposed, or another one for a client that there is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit

from guidance_kb.errors import KnownError
from guidance_kb.ui.records import codes
from guidance_kb.ui.records.personal import Warned
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row

_PROPOSE = "records: a code that is free"


class CodeForm(QFrame):
    """Asks for a code, and warns when it looks like a person.

    Attributes:
        client: Whose code it is; None for a new client.

    Signals:
        made (int): There is a record with this id now.
        closed: It is put away; the keyboard goes somewhere else.
    """

    made = Signal(int)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self.client: int | None = None
        self._heading, self._advice, self.error = label(role="strong"), label(role="caption"), label()
        self.code = QLineEdit()
        self.warned = Warned(self.code, services, codes.in_code)
        self.keep, self.cancel = button("", "primary", self._write), button("", "quiet", self.close_form)
        self.code.returnPressed.connect(self._write)
        self.code.textEdited.connect(self.error.hide)
        inside = column(self, spacing=6, margins=(12, 10, 12, 12))
        for part in (self._heading, self._advice, self.warned, self.error):
            inside.addWidget(part)
        across = row()
        across.addWidget(self.keep)
        across.addWidget(self.cancel)
        across.addStretch(1)
        inside.addLayout(across)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        self.hide()
        self._speak()

    def open_form(self, client: int | None = None, code: str = "") -> None:
        """Opens for a new client, or with the code that a client has."""
        self.client = client
        self.error.hide()
        self._speak()
        self.show()
        self.code.setText(code)
        self.code.selectAll()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        if client is None:
            self._services.casebook.ask(_PROPOSE, lambda store: store.clients.next_code(), self._propose)

    def close_form(self) -> None:
        """Puts the form away."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.code.clear()
        if had_focus:
            self.closed.emit()

    def _propose(self, code: str) -> None:
        if self.client is None and not self.code.text():
            self.code.setText(code)
            self.code.selectAll()

    def _write(self) -> None:
        code, client = self.code.text().strip(), self.client
        if not code:
            return
        desk = self._services.casebook
        if client is None:
            desk.do(lambda store: store.clients.add(code).id, self._made, self._refused)
        else:
            desk.do(lambda store: store.clients.change(client, code=code), lambda _: self.close_form(), self._refused)

    def _made(self, client: int) -> None:
        self.close_form()
        self.made.emit(client)

    def _refused(self, error: KnownError) -> None:
        self.error.setText(error.say(self._services.language))
        self.error.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self) -> None:
        new = self.client is None
        self._heading.setText(self.tr("New client") if new else self.tr("Another code"))
        self._advice.setText(self.tr("A code, not a name. Keep the list of who is who somewhere else."))
        self.code.setAccessibleName(self.tr("Code"))
        self.keep.setText(self.tr("Make the record") if new else self.tr("Change the code"))
        self.cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
