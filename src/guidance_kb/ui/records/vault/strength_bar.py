"""Fields for a passphrase, and an estimate of the strength of a new one while it is typed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from guidance_kb.casebook.vault.strength import MEANING, StrengthLevel, estimate
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import RADIUS
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.secret_line import SecretLine
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_LONGEST = 1000
"""The maximum length of a passphrase; more than anyone types."""


class PassphraseField(TranslatedWidget, SecretLine):
    """A line edit that hides its text, with an eye icon to show it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaxLength(_LONGEST)
        self.eye = QAction(self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self.retranslate)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        FieldIcons(self, theme)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def wipe(self) -> None:
        """Clear the field and hide its text again."""
        self.setText("")
        self.eye.setChecked(False)

    def retranslate(self) -> None:
        shown = self.eye.isChecked()
        self.show_secret(shown=shown)
        colour, size = self._theme.tokens.soft_ink, self._theme.px(18)
        self.eye.setIcon(icon("eye-off" if shown else "eye", colour, size))
        self.eye.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))
        self.eye.setToolTip(self.eye.text())


class StrengthBar(QWidget):
    """A bar of four segments, filled according to the level; a sentence next to it gives the same information."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.level = StrengthLevel.TOO_SHORT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_level(self, level: StrengthLevel) -> None:
        """Fill as many segments as the level has points."""
        self.level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name
        """Paint the segments."""
        tokens, pieces, gap = self._theme.tokens, StrengthLevel.STRONG.value, self._theme.px(4)
        wide = (self.width() - gap * (pieces - 1)) / pieces
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(pieces):
            painter.setBrush(QColor(tokens.accent if number < self.level else tokens.line))
            painter.drawRoundedRect(
                round(number * (wide + gap)), 0, round(wide), self.height(), RADIUS.small, RADIUS.small
            )
        painter.end()


class NewPassphrase(TranslatedWidget, QWidget):
    """Asks for a new passphrase twice, and shows an estimate of its strength.

    Signals:
        changed: The text of a field changed.
        entered: Return was pressed and the passphrase is acceptable.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._name = label(role="strong")
        self.first = PassphraseField(services.theme)
        self.bar = StrengthBar(services.theme)
        self._verdict = label()
        self._meaning = label(role="caption")
        self._again = label(role="strong")
        self.second = PassphraseField(services.theme)
        self._differs = label(role="soft")
        inside = column(self, spacing=6)
        for widget in (self._name, self.first, self.bar, self._verdict, self._meaning):
            inside.addWidget(widget)
        inside.addSpacing(8)
        for widget in (self._again, self.second, self._differs):
            inside.addWidget(widget)
        for field in (self.first, self.second):
            field.textChanged.connect(self._weigh)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(lambda: self.entered.emit() if self.is_ready else None)
        self.retranslate()

    @property
    def value(self) -> str:
        """The passphrase in the first field."""
        return self.first.text()

    @property
    def is_ready(self) -> bool:
        """Whether the passphrase is strong enough and both fields are equal."""
        return self.value == self.second.text() and estimate(self.value).acceptable

    def wipe(self) -> None:
        """Clear both fields."""
        self.second.wipe()  # first, because a difference between the two would be announced
        self.first.wipe()

    def _weigh(self) -> None:
        strength = estimate(self.value)
        self.bar.show_level(strength.level if self.value else StrengthLevel.TOO_SHORT)
        _say(self._verdict, self._services.say(strength.text) if self.value else "")
        again = self.second.text()
        same = self.tr("They match.") if again == self.value else self.tr("They do not match yet.")
        _say(self._differs, same if again else "")
        self.changed.emit()

    def retranslate(self) -> None:
        self._name.setText(self.tr("New passphrase"))
        self.setAccessibleName(self.tr("New passphrase"))
        self.first.setAccessibleName(self.tr("New passphrase"))
        self._again.setText(self.tr("The same again"))
        self.second.setAccessibleName(self.tr("The same again"))
        self._meaning.setText(self._services.say(MEANING))
        self._weigh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


def _say(shown: QLabel, text: str) -> None:
    """Show a text, and announce it if it changed, because the focus stays in the field."""
    if text != shown.text():
        shown.setText(text)
        announce(shown, text)
