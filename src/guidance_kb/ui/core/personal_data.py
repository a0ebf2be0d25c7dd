"""Text fields that warn during typing if the text appears to contain personal data. They never reject a text."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from guidance_kb.casebook.privacy import personal_data
from guidance_kb.casebook.privacy.personal_data import PersonalDataKind
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.widgets.basics import column, label, row
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_PAUSE = 250
"""Milliseconds without a keystroke before a text is checked."""

Look = Callable[[str, date], tuple[PersonalDataKind, ...]]


class Warned(TranslatedWidget, QWidget):
    """A text field with a warning below it.

    Args:
        field: The text field.
        look: Returns the doubts about a text on a date; by default those about free text.
    """

    def __init__(
        self,
        field: QLineEdit | QPlainTextEdit,
        services: Services,
        look: Look = personal_data.in_text,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field, self._look, self._services = field, look, services
        self._doubts: tuple[PersonalDataKind, ...] = ()
        self._note = QFrame()
        self._note.setProperty("role", "note")
        self._icon, self._text = label(), label(role="caption")
        across = row(self._note, spacing=6, margins=(8, 5, 8, 5))
        across.addWidget(self._icon)
        across.addWidget(self._text, 1)
        self._note.hide()
        inside = column(self, spacing=4)
        inside.addWidget(field)
        inside.addWidget(self._note)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._pause.start)
        services.theme.changed.connect(self._draw)
        self._draw()

    @property
    def warning(self) -> str:
        """The warning below the field, or an empty string."""
        return self._text.text() if self._doubts else ""

    def look(self) -> None:
        """Check the current text."""
        self._pause.stop()
        today = date.today()  # noqa: DTZ011 - local time
        field = self._field
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        self._doubts = self._look(text, today)
        if isinstance(field, QPlainTextEdit):
            self._underline(field, text, today)
        self.retranslate()

    def _underline(self, field: QPlainTextEdit, text: str, today: date) -> None:
        underlined = QTextCharFormat()
        underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        underlined.setUnderlineColor(QColor(self._services.theme.tokens.accent))
        marks = []
        for piece in personal_data.found(text, today):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(field.document())
            cursor.setPosition(_units(text, piece.start))
            cursor.setPosition(_units(text, piece.end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, underlined
            marks.append(mark)
        field.setExtraSelections(marks)

    def retranslate(self) -> None:
        said = self._said()
        if said != self._text.text():
            self._text.setText(said)
            self._field.setAccessibleDescription(said)
        self._note.setVisible(bool(said))

    def _said(self) -> str:
        names = {
            PersonalDataKind.NAME: self.tr("a name"),
            PersonalDataKind.BSN: self.tr("a citizen service number (BSN)"),
            PersonalDataKind.BIRTH_DATE: self.tr("a date of birth"),
            PersonalDataKind.EMAIL: self.tr("an e-mail address"),
            PersonalDataKind.PHONE: self.tr("a phone number"),
        }
        if not self._doubts:
            return ""
        between = self.tr("and")
        what = f" {between} ".join(names[each] for each in self._doubts)
        return self.tr("This looks like {what}. Better leave out anything that shows who it is.").format(what=what)

    def _draw(self) -> None:
        theme = self._services.theme
        self._icon.setPixmap(pixmap("triangle-alert", theme.tokens.soft_ink, theme.px(15)))


def _units(text: str, place: int) -> int:
    """Return a position in UTF-16 code units, as Qt counts."""
    return place + sum(1 for letter in text[:place] if ord(letter) > 0xFFFF)  # noqa: PLR2004
