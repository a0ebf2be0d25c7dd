"""Applies a scheme and a text size to the whole program: font, palette and style sheet from one table of tokens."""

from dataclasses import asdict
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from guidance_kb.paths import RESOURCES
from guidance_kb.ui.settings import Scheme
from guidance_kb.ui.tokens import DARK, LIGHT, Tokens

_LARGEST = 64


class Theme(QObject):
    """The look now in force.

    Attributes:
        tokens: The colours.
        scale: The text size, 1.0 to 2.0.

    Signals:
        changed: Colours or sizes are other than they were; widgets that paint themselves repaint.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.tokens: Tokens = LIGHT
        self.scale = 1.0
        self._scheme = Scheme.SYSTEM
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        for file in sorted((RESOURCES / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        self._sheet = Template((RESOURCES / "styles" / "window.qss").read_text("utf-8"))

    def px(self, size: float) -> int:
        """A length or text size in pixels at 100 %, at the chosen text size."""
        return round(size * self.scale)

    def apply(self, scheme: Scheme, percent: int) -> None:
        """Shows the program in `scheme` at `percent` of the normal text size."""
        self._scheme = scheme
        system_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self.tokens = DARK if scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and system_dark) else LIGHT
        self.scale = percent / 100
        font = QFont("Inter")
        font.setPixelSize(self.px(14))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._application.setFont(font)
        self._application.setPalette(self._palette())
        sizes = {f"p{size}": f"{self.px(size)}px" for size in range(1, _LARGEST)}
        self._application.setStyleSheet(self._sheet.substitute(asdict(self.tokens), **sizes))
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.apply(self._scheme, round(self.scale * 100))

    def _palette(self) -> QPalette:
        tokens, palette, role = self.tokens, QPalette(), QPalette.ColorRole
        for where, colour in (
            (role.Window, tokens.canvas),
            (role.WindowText, tokens.ink),
            (role.Base, tokens.surface),
            (role.AlternateBase, tokens.raised),
            (role.Text, tokens.ink),
            (role.PlaceholderText, tokens.soft_ink),
            (role.Button, tokens.surface),
            (role.ButtonText, tokens.ink),
            (role.Highlight, tokens.accent),
            (role.HighlightedText, tokens.on_accent),
            (role.Link, tokens.accent),
            (role.ToolTipBase, tokens.ink),
            (role.ToolTipText, tokens.surface),
        ):
            palette.setColor(where, QColor(colour))
        return palette
