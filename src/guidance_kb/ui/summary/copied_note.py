"""The line that shows what was copied for the client or the referrer, and reminds the counselor what not to send."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from guidance_kb.documents.message import ClientMessage
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.summary.pages import CopyForm
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class CopiedNote(TranslatedWidget, QFrame):
    """Copies a text and shows it, until it is closed or another conversation is shown. It sends and opens nothing.

    Attributes:
        text: The label with the text that was copied.
        close_button: The button that closes the note.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._services = services
        self._form = CopyForm.MESSAGE
        self._copied = ClientMessage("")
        self._reminder, self.text = label(role="strong"), label()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = button("", "quiet", self.clear)
        words = column(spacing=4)
        words.addWidget(self._reminder)
        words.addWidget(self.text)
        across = row(self, spacing=8, margins=(12, 8, 6, 10))
        add_layout(across, words, 1)
        across.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        services.theme.changed.connect(self.retranslate)
        self.hide()
        self.retranslate()

    def copy(self, form: CopyForm, copied: ClientMessage) -> None:
        """Put a text on the clipboard, for an e-mail with its subject in the first line, and show it."""
        self._form, self._copied = form, copied
        subject = self.tr("Subject: {subject}").format(subject=copied.subject) if copied.subject else ""
        whole = "\n\n".join(part for part in (subject, copied.text) if part)
        QGuiApplication.clipboard().setText(whole)
        self.text.setText(whole)
        self.retranslate()
        self.show()
        announce(self, self._reminder.text())

    def clear(self) -> None:
        """Remove the text and hide the note; the clipboard is left as it is."""
        self._copied = ClientMessage("")
        self.text.clear()
        self.hide()

    def retranslate(self) -> None:
        said = {
            CopyForm.MESSAGE: self.tr(
                "Copied. Read it before you send it: nothing about health, debts or the law, and only to the number that the"
                " client gave you for this."
            ),
            CopyForm.EMAIL: self.tr(
                "Copied. Read it before you send it: nothing about health, debts or the law, and only to the address that the"
                " client gave you for this. The first line is the subject."
            ),
            CopyForm.REPLY: self.tr("Copied. Send it only if the client agrees to every line of it."),
        }[self._form]
        if self._copied.left_out:
            out = self._copied.left_out
            said += " " + (
                self.tr("One step was left out for that reason.")
                if out == 1
                else self.tr("{count} steps were left out for that reason.").format(count=out)
            )
        self._reminder.setText(said)
        theme = self._services.theme
        size = theme.px(16)
        icon_only(self.close_button, icon("x", theme.tokens.ink, size), size, self.tr("Close"))
