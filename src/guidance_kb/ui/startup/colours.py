"""The colours of the safe window: those of the scheme that was chosen, without the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.theme import chosen


def plain(application: QApplication, scheme: Scheme) -> None:
    """Sets the colours by themselves: a style sheet is a window's own, and the safe window has none."""
    hints = application.styleHints()
    contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    tokens = chosen(scheme, dark=hints.colorScheme() is Qt.ColorScheme.Dark, contrast=contrast)
    palette, role = QPalette(), QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.Base, tokens.surface),
        (role.Button, tokens.surface),
        (role.Highlight, tokens.accent),
        (role.Accent, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(where, QColor(tokens.ink))
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.faint))
    application.setPalette(palette)
