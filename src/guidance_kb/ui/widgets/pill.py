"""A pill: a state in a word or two, always with an icon, never a colour alone."""

from PySide6.QtWidgets import QFrame

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import label, restyle, row


class Pill(QFrame):
    """Says how something stands; `now` is what asks for attention, everything else is for information."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self._theme, self._name, self._now = theme, "info", False
        self._icon, self._text = label(), label(role="pill", wrap=False)
        across = row(self, spacing=SPACE.xs, margins=(SPACE.sm, SPACE.xxs, SPACE.md, SPACE.xxs))
        across.addWidget(self._icon)
        across.addWidget(self._text)
        theme.changed.connect(self.draw)
        self.draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, icon: str, *, now: bool = False) -> None:
        """Shows `text` after the icon of that name."""
        self._text.setText(text)
        if (icon, now) != (self._name, self._now):
            self._name, self._now = icon, now
            self.draw()

    def draw(self) -> None:
        """Draws the icon in the colours and size now in force."""
        tokens = self._theme.tokens
        colour = tokens.accent if self._now else tokens.soft_ink
        self._icon.setPixmap(pixmap(self._name, colour, self._theme.px(SIZE.icon_small)))
        if self.property("now") is not self._now:
            for part in (self, self._text):
                part.setProperty("now", self._now)
                restyle(part)
