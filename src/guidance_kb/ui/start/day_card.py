"""One recommendation a day, with where it comes from: the same all day on every computer, all of them in turn."""

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

# Where a statement comes from: the report, or ourselves. Every statement has one.


class SourceLine(QWidget):
    """A small line below a statement: an open book and the section for the report's, a pencil and words for ours."""

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
        """What it says."""
        return self._text.text()

    def say(self, text: str, *, ours: bool = False) -> None:
        """Names the source; `ours` is what the program adds to the report."""
        self._text.setText(text)
        self._ours = ours
        self._draw()

    def _draw(self) -> None:
        theme = self._theme
        name = "pencil-line" if self._ours else "book-open"
        self._icon.setPixmap(pixmap(name, theme.tokens.soft_ink, theme.px(SIZE.icon_small)))
        self._icon.setFixedHeight(theme.px(SIZE.icon))


_MOST = 210
"""Characters of the text that are shown; it is cut where a sentence ends, and a first sentence that is longer stays whole."""


def of_day(day: date, count: int) -> int:
    """Which of so many it is on a day, from 0: the next one every day, and after the last the first."""
    return day.toordinal() % count


def beginning(html: str) -> str:
    """The first sentences of a text, as many as fit, but one at least; only a text without sentences is cut, after a word."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"</(p|li)>", " ", html))
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - a large table, for a sign that is seldom there

        text = unescape(text)
    text = " ".join(text.split())
    ends = [found.end() for found in re.finditer(r"[.!?][”’)]*(?=\s|$)", text)]
    if ends:
        return text[: max((end for end in ends if end <= _MOST), default=ends[0])]
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0]} …"


class DayCard(TranslatedWidget, QFrame):
    """Today's recommendation.

    Attributes:
        title: Opens it.
        all: The way to all of them.
        source: Where it comes from.
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
        """Whether there are recommendations; a content without any has none of today."""
        return bool(self._all)

    @property
    def shown(self) -> str:
        """The id of today's recommendation."""
        return self._all[of_day(self.today(), len(self._all))][1]

    @staticmethod
    def today() -> date:
        """The day on the wall."""
        return date.today()  # noqa: DTZ011

    def _open(self) -> None:
        self._services.navigator.open_page(self.shown)

    def retranslate(self) -> None:
        """Says it in the language now in force, of the day that it is now."""
        self._all = self._services.library.recommendations()  # the knowledge may be another by now
        entry = self._services.library.entry(self.shown) if self._all else None
        if entry is None:
            return
        text = entry.text(self._services.language)
        self._heading.setText(self.tr("Today's recommendation"))
        self.title.say(text.title)
        self._text.setText(beginning(text.html))
        said = self.tr("Recommendation {number} of the report, §{section}")
        self.source.say(said.format(number=entry.number, section=entry.section))
        self.all.setText(self.tr("All nine"))
        self.all.setAccessibleName(self.tr("All nine recommendations"))

    def showEvent(self, event: QShowEvent) -> None:
        """Midnight may have passed since it was shown last."""
        super().showEvent(event)
        self.retranslate()
