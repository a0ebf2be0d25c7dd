"""The sheet with example queries, below the button next to the search box; the examples are also part of the help."""

from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from guidance_kb.language import Language, Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.pressable import settle
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Examples; a test runs each of them


@dataclass(frozen=True, slots=True)
class Example:
    """A query and its meaning, in both languages together because one test runs both."""

    query: Text
    meaning: Text


EXAMPLES: Final = (
    Example(
        Text("drempel geld", "barrier money"),
        Text("beide woorden, in elke volgorde en vorm", "both words, in any order and form"),
    ),
    Example(
        Text('"eerste weken"', '"first weeks"'),
        Text("deze woorden naast elkaar", "these words next to each other"),
    ),
    Example(
        Text("drempel -geld", "barrier -money"),
        Text("het eerste, zonder het tweede (ook NIET)", "the first, without the second (also NOT)"),
    ),
    Example(
        Text("drempel OF geld", "transport OR distance"),
        Text("een van de twee", "one of the two"),
    ),
    Example(
        Text("opvang*", "motiv*"),
        Text("elk woord dat zo begint", "every word that begins so"),
    ),
    Example(
        Text("land:ierland", "country:ireland"),
        Text("alles over dit land", "all about this country"),
    ),
    Example(
        Text("soort:aanbeveling", "kind:recommendation"),
        Text("alles van deze soort", "all of this kind"),
    ),
    Example(
        Text("thema:motiveren", "theme:motivating"),
        Text("wat landen over dit thema zeiden", "what countries said on this theme"),
    ),
    Example(
        Text("belemmering:schulden", "barrier:debts"),
        Text("wat over deze belemmering gaat", "what is about this barrier"),
    ),
    Example(
        Text("belemmeringssoort:situationeel", "category:situational"),
        Text("wat over zulke belemmeringen gaat", "what is about such barriers"),
    ),
    Example(
        Text("drijfveer:autonomie", "drive:autonomy"),
        Text("wat over deze drijfveer gaat", "what is about this drive"),
    ),
    Example(
        Text("land:vlaanderen werk*", "country:flanders work*"),
        Text("alles bij elkaar", "all of it together"),
    ),
)
"""The examples, from simple to combined."""


_WIDTH = 600
"""Width in pixels at 100 %."""

_SMALLER = 0.9
"""Text size relative to the reading pane."""


def examples(language: Language) -> str:
    """Return the table of examples as HTML; each query is a link that runs it."""
    return html.table(
        (html.query(example.query.say(language)), escape(example.meaning.say(language))) for example in EXAMPLES
    )


class QuerySheet(TranslatedWidget, QFrame):
    """The examples over the window; closed by Escape, loss of focus, or a choice.

    Signals:
        chosen (str): The user chose this query.
    """

    chosen = Signal(str)

    def __init__(self, services: Services, below: QWidget) -> None:
        super().__init__(below.window())
        self._services, self._below = services, below
        self.setProperty("role", "popup")
        self.page = Browser()
        self.page.query_opened.connect(self._choose)
        self.page.installEventFilter(self)
        column(self, margins=(18, 14, 10, 10)).addWidget(self.page)
        self.hide()

    def toggle(self) -> None:
        """Show the sheet and focus it, or close it."""
        if self.isVisible():
            self._put_away()
            return
        theme = self._services.theme
        title = html.heading(self.tr("How to search"))
        more = html.paragraph(
            self.tr("The last word you type counts as a beginning. Case, accents and hyphens do not matter."), "small"
        )
        self.page.show_html(
            title + examples(self._services.language) + more, html.style_sheet(theme.tokens, theme.scale * _SMALLER)
        )
        self.page.setAccessibleName(self.tr("How to search"))
        self.show()
        self.raise_()
        self._place()
        self.page.setFocus(Qt.FocusReason.PopupFocusReason)
        self.page.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        window, px = self.window(), self._services.theme.px
        bottom = self._below.mapTo(window, QPoint(self._below.width(), self._below.height() + 6))
        width = min(px(_WIDTH), window.width() - 40)
        left = max(min(bottom.x() + px(60), window.width() - 20) - width, 20)
        room = QRect(left, bottom.y(), width, window.height() - bottom.y() - 20)
        self.setGeometry(room)
        settle()
        room.setHeight(min(round(self.page.document().size().height()) + 28, room.height()))
        self.setGeometry(room)

    def _choose(self, query: str) -> None:
        self._put_away()
        self.chosen.emit(query)

    def _put_away(self) -> None:
        """Close the sheet; if it had the focus, the button that opened it gets it."""
        if self.page.hasFocus():
            self._below.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the sheet on Escape, or on loss of focus except to its context menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._put_away()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            in_menu = event.reason() is Qt.FocusReason.PopupFocusReason
            on_button = QApplication.focusWidget() is self._below  # the button closes the sheet itself
            if not in_menu and not on_button:
                self.hide()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.hide()
