"""The help view: one page, made of a few parts."""

from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb import __version__
from guidance_kb.ui.conversation.keys import KeyWords
from guidance_kb.ui.help.sheet import examples
from guidance_kb.ui.places import Room
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import column


class HelpView(QWidget):
    """Shows the help page in the language now in force.

    Signals:
        suggested (str): An example of a query was chosen, or words of the page are to be searched for.
        room_chosen (Room): The page with all rules is wanted.
    """

    suggested = Signal(str)
    room_chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._browser = Browser()
        self._browser.query_opened.connect(self.suggested)
        self._browser.search_requested.connect(self.suggested)
        self._browser.link_opened.connect(lambda _: self.room_chosen.emit(Room.RULES))  # the one link of the page
        self.setFocusProxy(self._browser)
        column(self).addWidget(self._browser)
        services.theme.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        theme = self._services.theme
        self._browser.document().setDefaultStyleSheet(html.style_sheet(theme.tokens, theme.scale))
        self._browser.document().setDocumentMargin(theme.px(36))
        self._browser.setAccessibleName(self.tr("Help"))
        self._browser.setHtml(self._keys() + self._searching() + self._checklist() + self._records() + self._about())

    def _keys(self) -> str:
        keys = (
            ("Ctrl+K", self.tr("to the search box, from anywhere")),
            (
                self.tr("Down, Up"),
                self.tr("from the search box into the results and back; in the empty box: recent searches"),
            ),
            (self.tr("Tab in the search box"), self.tr("takes the filter that is offered while you type")),
            ("F3, Shift+F3", self.tr("next and previous hit in what you read")),
            (self.tr("Ctrl+F in what you read"), self.tr("find on this page")),
            ("Ctrl+E", self.tr("search for the words that are selected in what you read")),
            (
                self.tr("F7 in what you read"),
                self.tr(
                    "a cursor for the arrow keys, to read line by line and to select; with a screen reader it is there"
                ),
            ),
            (self.tr("Delete, Backspace"), self.tr("takes away the chip that has the keyboard")),
            ("Alt+←, Alt+→", self.tr("back and forward")),
            ("Ctrl+Shift+C", self.tr("copy what you read, with its source")),
            ("Ctrl+D", self.tr("bookmark what you read, or remove its bookmark")),
            ("Ctrl+Shift+D", self.tr("write a note with it")),
            ("Alt+B", self.tr("all bookmarks")),
            ("Alt+Page Up, Alt+Page Down", self.tr("what comes before and after in the report")),
            ("Ctrl+Shift+L", self.tr("Dutch or English")),
            ("Ctrl++, Ctrl+-", self.tr("larger and smaller text")),
            ("Alt+1 … Alt+7", self.tr("start, search, countries, conversation, records, help, links")),
            (
                self.tr("Arrows, space bar, Escape among the links"),
                self.tr("walk along them, show only those of one thing, show all"),
            ),
            ("Ctrl+Shift+S", self.tr("from a conversation to its summary, and back")),
            (self.tr("Ctrl+P in a summary"), self.tr("print the client's page")),
            ("Ctrl+L", self.tr("lock the records")),
            ("F9", self.tr("hide everything at once, and bring it back")),
            (self.tr("Ctrl+N in the records"), self.tr("a new client")),
            (self.tr("Ctrl+Shift+F in the records"), self.tr("search in notes")),
            ("F1", self.tr("this page")),
        )
        rows = [(key, escape(meaning)) for key, meaning in keys]
        talking = [(key, escape(meaning)) for key, meaning in KeyWords().lines()]
        return (
            html.title(self.tr("Help"))
            + html.heading(self.tr("Keys"))
            + html.facts(rows)
            + html.heading(self.tr("Keys in a conversation"))
            + html.facts(talking)
        )

    def _searching(self) -> str:
        more = self.tr(
            "The last word you type counts as a beginning. Case, accents and hyphens do not matter. Above the results stands what was "
            "searched too; a cross takes it away. Filters stay on while you type on."
        )
        return html.heading(self.tr("Searching")) + examples(self._services.language) + html.paragraph(more)

    def _checklist(self) -> str:
        text = self.tr(
            "The checklist helps to listen; it is not a validated test and gives nobody a score. A signal is a reason to ask, raised by "
            "what the client said or what you observed, and it always shows why. An observation alone never asks for more than "
            "attention. What was not discussed is a gap: neither a yes nor a no."
        )
        more = self.tr(
            "Without records a conversation lives in memory only: nothing of a client is written to disk. Print it if you want to keep it."
        )
        rules = "<p>" + html.link("rules", self.tr("All rules: which answers raise which signal")) + "</p>"
        return html.heading(self.tr("The first contact")) + html.paragraph(text) + html.paragraph(more) + rules

    def _records(self) -> str:
        text = self.tr(
            "Records keep conversations, steps and notes of clients on this computer, encrypted. They open with your passphrase, and "
            "lock after some minutes without a key or the mouse, when the computer sleeps, and with Ctrl+L. Lost both passphrase and "
            "recovery key? Then nobody can open them, and neither can we."
        )
        more = self.tr(
            "Use a code for a client, never a name. Keep a backup in another place than this computer. What is open on your screen, a "
            "program cannot protect: lock it when you walk away, or hide it with F9."
        )
        return html.heading(self.tr("Records")) + html.paragraph(text) + html.paragraph(more)

    def _about(self) -> str:
        text = self.tr(
            "Guidance KB %1. The knowledge comes from one report, retold in our own words with its figures, names and citations: %2. "
            "The report remains its publisher's. Every text says which section it comes from; what we add is marked as ours."
        )
        licences = self.tr(
            "The program is free software under the MIT licence. It uses Qt for Python (LGPL), Whoosh, SQLite, SQLCipher, PyStemmer, "
            "the font Inter (SIL Open Font License) and Lucide icons (ISC)."
        )
        packs = self.tr("Knowledge of your own organisation can be added: Settings, Knowledge packs.")
        filled = text.replace("%1", __version__).replace("%2", self._services.library.meta["report"])
        return (
            html.heading(self.tr("About")) + html.paragraph(filled) + html.paragraph(packs) + html.paragraph(licences)
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
