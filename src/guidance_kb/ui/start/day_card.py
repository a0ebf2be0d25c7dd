"""The recommendation of the day with its source. It depends only on the date, and all recommendations take turns."""

import re
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class SourceLine(QWidget):
    """A line with the source of a statement: a book and the section for the report, a pencil and a text for the program's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._ours = theme, False
        self._icon, self._text = label(), label(role="caption")
        across = row(self, spacing=SPACE.sm)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """The text of the line."""
        return self._text.text()

    def say(self, text: str, *, ours: bool = False) -> None:
        """Set the source; `ours` marks statements that the program adds to the report."""
        self._text.setText(text)
        self._ours = ours
        self._draw()

    def _draw(self) -> None:
        theme = self._theme
        name = "pencil-line" if self._ours else "book-open"
        self._icon.setPixmap(pixmap(name, theme.tokens.soft_ink, theme.px(SIZE.icon_small)))
        self._icon.setFixedHeight(theme.px(SIZE.icon))


_MOST = 210
"""Maximum number of characters shown; the text is cut after a sentence, and a longer first sentence is shown whole."""


def of_day(day: date, count: int) -> int:
    """Return the index below `count` for a day: one more each day, and 0 after the last."""
    return day.toordinal() % count


def beginning(html: str) -> str:
    """Return as many sentences from the start of a text as fit, at least one; a text without sentences is cut after a word."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"</(p|li)>", " ", html))
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - a large table that is rarely needed

        text = unescape(text)
    text = " ".join(text.split())
    ends = [found.end() for found in re.finditer(r"[.!?][”’)]*(?=\s|$)", text)]
    if ends:
        return text[: max((end for end in ends if end <= _MOST), default=ends[0])]
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0]} …"


class DayCard(TranslatedWidget, QFrame):
    """The card with the recommendation of the day.

    Attributes:
        title: The link that opens the recommendation.
        all: The button that searches for all recommendations.
        source: The source of the recommendation.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self._all: list[tuple[int, str, Text]] = []
        self._heading, self._text = label(role="overline"), label(role="soft")
        self.title = LinkRow(services.theme, self._open, role="strong")
        self.source = SourceLine(services.theme)
        self.all = button("", "more", lambda: services.navigator.search_for(self.tr("kind:recommendation")))
        inside = column(self, spacing=SPACE.xs, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        inside.addWidget(self._heading)
        self.title.content.setContentsMargins(0, SPACE.xxs, 0, SPACE.xxs)
        inside.addWidget(self.title)
        inside.addWidget(self._text)
        below = row(spacing=SPACE.md)
        below.addWidget(self.source, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.all)
        add_layout(inside, below)
        self.retranslate()

    @property
    def has_something(self) -> bool:
        """Whether the knowledge has any recommendations."""
        return bool(self._all)

    @property
    def shown(self) -> str:
        """The id of today's recommendation."""
        return self._all[of_day(self.today(), len(self._all))][1]

    @staticmethod
    def today() -> date:
        """Return today's date in local time."""
        return date.today()  # noqa: DTZ011

    def _open(self) -> None:
        self._services.navigator.open_page(self.shown)

    def retranslate(self) -> None:
        """Show the recommendation of today in the current language."""
        self._all = self._services.library.recommendations()  # packs may have changed the knowledge
        entry = self._services.library.entry(self.shown) if self._all else None
        if entry is None:
            return
        text = entry.text(self._services.language)
        self._heading.setText(self.tr("Today's recommendation"))
        self.title.say(text.title)
        self._text.setText(beginning(text.html))
        said = self.tr("Recommendation {number} of the report, {section}")
        self.source.say(said.format(number=entry.number, section=self._services.library.sections[entry.section].number))
        self.all.setText(self.tr("All nine"))
        self.all.setAccessibleName(self.tr("All nine recommendations"))

    def showEvent(self, event: QShowEvent) -> None:
        """Update the card, because midnight may have passed since it was last shown."""
        super().showEvent(event)
        self.retranslate()
