"""Forms that open within a page: the base class, and the form for a client code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit

from guidance_kb.casebook.privacy import personal_data
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.report_button import ReportButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class SmallForm(TranslatedWidget, QFrame):
    """A form with a heading, fields and two buttons; Escape closes it.

    Attributes:
        heading: The heading.
        fields: The column to which subclasses add their fields.
        keep: The button that accepts the input.
        cancel: The button that closes the form.

    Signals:
        kept: The user accepted the input, which must be written.
        closed: The form closed while it had the focus, which must be moved.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label(role="strong")
        self.keep, self.cancel = button("", "primary", self.accept), button("", "quiet", self.close_form)
        self.fields = column(spacing=6)
        inside = column(self, spacing=8, margins=(14, 12, 14, 14))
        inside.addWidget(self.heading)
        add_layout(inside, self.fields)
        across = row()
        across.addWidget(self.keep)
        across.addWidget(self.cancel)
        across.addStretch(1)
        add_layout(inside, across)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        self.hide()

    def accept(self) -> None:
        """Emit `kept` and close the form, if it is open."""
        if not self.isHidden():
            self.kept.emit()
            self.close_form()

    def close_form(self) -> None:
        """Hide the form and clear its fields."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.empty()
        if had_focus:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the Return that closed the form from a field: the window would press the button that has the focus then."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isHidden():
            event.accept()
        else:
            super().keyPressEvent(event)

    def empty(self) -> None:
        """Clear the fields: the next record may be of another client."""

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self.cancel.setText(self.tr("Cancel"))


# --- Client code

_PROPOSE = "records: a code that is free"


class CodeForm(SmallForm):
    """Asks for the code of a new client or another code of a client, and warns if it looks like personal data.

    Attributes:
        client: The client's id; None for a new client.
        code: The field for the code.
        warned: The field together with its warning.
        error: The message why the code was refused.

    Signals:
        made (int): The client with this id was created.
    """

    made = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.client: int | None = None
        self._advice, self.error = label(role="caption"), label()
        self.report = ReportButton()
        self.code = QLineEdit()
        self.warned = Warned(self.code, services, personal_data.in_code)
        self.code.returnPressed.connect(self.accept)
        self.code.textEdited.connect(self.error.hide)
        self.code.textEdited.connect(self.report.hide)
        for part in (self._advice, self.warned, self.error, self.report):
            self.fields.addWidget(part)
        self.retranslate()

    def open_form(self, client: int | None = None, code: str = "") -> None:
        """Open the form for a new client, with a proposed code, or for the code of a client."""
        self.client = client
        self.error.hide()
        self.report.hide()
        self.retranslate()
        self.show()
        self.code.setText(code)
        self.code.selectAll()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        if client is None:
            self._services.casebook.query(self, _PROPOSE, lambda store: store.clients.next_code(), self._propose)

    def empty(self) -> None:
        self.code.setText("")  # `clear()` could be undone with Ctrl+Z

    def _propose(self, code: str) -> None:
        if self.client is None and not self.code.text():
            self.code.setText(code)
            self.code.selectAll()

    def accept(self) -> None:
        """Write the code; the form stays open until that succeeds, because the code may be in use."""
        code, client = self.code.text().strip(), self.client
        if not code:
            return
        service = self._services.casebook
        if client is None:
            service.execute(self, lambda store: store.clients.add(code).id, self._made, self._refused)
        else:
            service.execute(
                self, lambda store: store.clients.change(client, code=code), lambda _: self.close_form(), self._refused
            )

    def _made(self, client: int) -> None:
        self.close_form()
        self.made.emit(client)

    def _refused(self, error: KnownError) -> None:
        self.error.setText(error.say(self._services.language))
        self.error.show()
        self.report.offer(error)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the texts in the current language, for a new client or for another code."""
        super().retranslate()
        new = self.client is None
        self.heading.setText(self.tr("New client") if new else self.tr("Another code"))
        self._advice.setText(self.tr("A code, not a name. Keep the list of who is who somewhere else."))
        self.code.setAccessibleName(self.tr("Code"))
        self.keep.setText(self.tr("Make the record") if new else self.tr("Change the code"))
