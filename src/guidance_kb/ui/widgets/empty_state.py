"""Placeholder for content that is empty, loading or unavailable."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, column, label


class EmptyState(QFrame):
    """An icon, a heading, an explanation and an optional action button.

    Attributes:
        action: The button; hidden while there is no action.

    Args:
        theme: The theme of the window.
        act: Called when the button is pressed.
    """

    def __init__(self, theme: Theme, act: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._theme, self._name = theme, "info"
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        self.action = button("", "", act)
        content = column(self, spacing=SPACE.md, margins=(SPACE.xxl, SPACE.xxxl, SPACE.xxl, SPACE.xxxl))
        for part in (self._icon, self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            content.addWidget(part)
        content.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        self.action.hide()
        theme.changed.connect(self._draw)

    def say(self, icon: str, heading: str, text: str = "", action: str = "") -> None:
        """Set the content; an empty `text` or `action` takes no space."""
        self._name = icon
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._draw()

    def _draw(self) -> None:
        theme = self._theme
        self._icon.setPixmap(pixmap(self._name, theme.tokens.accent, theme.px(SIZE.icon_large)))
