"""Banners: a message in the page, with an action such as undo, used instead of a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, icon_only, label, row

# A caution has a warning sign beside its words, so that colour alone never carries the meaning.


class Caution(QFrame):
    """A warning sign with a text.

    Attributes:
        words: The label with the text, in the normal text colour.

    Args:
        theme: The theme of the window.
        text: The text of the warning.
        framed: Whether to draw a frame; errors have one, headings do not.
    """

    def __init__(self, theme: Theme, text: str = "", *, framed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.sign, self.words = label(), label(text, "strong")
        if framed:
            self.setProperty("role", "note")
        margins = (SPACE.lg, SPACE.md, SPACE.lg, SPACE.md) if framed else (0, 0, 0, 0)
        across = row(self, spacing=SPACE.md, margins=margins)
        across.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.words, 1)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.sign.setPixmap(pixmap("triangle-alert", self._theme.tokens.accent, self._theme.px(SIZE.icon)))


class Banner(QFrame):
    """A message with an icon, an optional action button and a close button.

    Attributes:
        action: The button; hidden while there is no action.
        close_button: The button that hides the banner.

    Args:
        theme: The theme of the window.
        act: Called when the action button is pressed.
        icon: `info` for a result, `triangle-alert` for an error.
    """

    def __init__(self, theme: Theme, act: Callable[[], object] | None = None, icon: str = "info") -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._theme, self._name = theme, icon
        self._icon, self._text = label(), label()
        self.action = button("", "", act)
        self.close_button = button("", "quiet", self.hide)
        across = row(self, spacing=SPACE.lg, margins=(SPACE.xxl, SPACE.md, SPACE.md, SPACE.md))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._text, 1)
        across.addWidget(self.action)
        across.addWidget(self.close_button)
        self.action.hide()
        self.hide()
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """The text of the banner."""
        return self._text.text()

    def set_icon(self, name: str) -> None:
        """Replace the icon."""
        if name != self._name:
            self._name = name
            self._draw()

    def say(self, text: str, action: str = "") -> None:
        """Show and announce `text`, with `action` as the label of the button; an empty label hides the button."""
        new = self.isHidden()
        self._text.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.show()
        if new:
            self._theme.motion.fade_in(self)
        announce(self, text, urgent=self._name == "triangle-alert")

    def _draw(self) -> None:
        tokens, size = self._theme.tokens, self._theme.px(SIZE.icon)
        self._icon.setPixmap(pixmap(self._name, tokens.accent, size))
        icon_only(self.close_button, icon("x", tokens.accent, size), size, self.tr("Close this message"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)
