"""Fields for a passphrase, and the honest estimate of how hard a new one is to guess, while it is typed."""

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
"""Characters of a passphrase: more than anyone types."""


class PassphraseField(TranslatedWidget, SecretLine):
    """One line that hides what is typed, until its eye is pressed."""

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
        """Empties it, and hides what comes."""
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
    """Four pieces, as many filled as the level says; the sentence beside it says the same in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.level = StrengthLevel.TOO_SHORT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_level(self, level: StrengthLevel) -> None:
        """Fills as many pieces."""
        self.level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name
        """Paints the pieces, as many filled as the level says."""
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
    """A new passphrase, typed twice, with the estimate below it.

    Signals:
        changed: Something was typed.
        entered: Return was pressed, and what was typed may be used.
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
        """What was typed."""
        return self.first.text()

    @property
    def is_ready(self) -> bool:
        """Whether it is strong enough and twice the same."""
        return self.value == self.second.text() and estimate(self.value).acceptable

    def wipe(self) -> None:
        """Empties both fields."""
        self.second.wipe()  # first: else they would differ for a moment, and that is said
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
    """Shows it, and has a screen reader say it when it is another text: the keyboard stays in the field."""
    if text != shown.text():
        shown.setText(text)
        announce(shown, text)
