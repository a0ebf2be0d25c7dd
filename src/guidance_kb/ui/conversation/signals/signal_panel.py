"""The right column: the signals, the recommendations, the gaps, and why a signal is not shown."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from guidance_kb.ui.conversation.checklist.next_questions import GapList, NextQuestions
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.knowledge import KnowledgePage
from guidance_kb.ui.conversation.signals.signal_list import SignalList
from guidance_kb.ui.conversation.signals.why_not import WhyNot
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import LEAST_PAGE, LinkRow
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_ACROSS = (0, 3, 1, 2)
"""The order of the tabs, by the index of their page. The indexes are stored with conversations, so they do not follow this order."""


class SidePanel(TranslatedWidget, QWidget):
    """A stack of four lists with tabs. The proposals belong to it, but have their place below the checklist.

    Signals:
        rearranged: The list was changed, or a card was unfolded or folded.
        rules_wanted: The user asked for the page with all rules.
    """

    rearranged = Signal()
    rules_wanted = Signal()

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self.signals, self.gaps, self.why_not = SignalList(context), GapList(context), WhyNot(context)
        self.knowledge = KnowledgePage(context)
        self.ask_next = NextQuestions(context)
        self.rules = LinkRow(context.services.theme, self.rules_wanted.emit, "book-open")
        self.rules.content.setContentsMargins(2, 3, 2, 3)
        self.news = button("", "tab", self._show_news)
        keeping = self.news.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that news moves nothing
        self.news.setSizePolicy(keeping)
        self.news.hide()
        self._context = context
        self._looked_at: set[str] = set()
        self.tabs: tuple[QPushButton, ...] = tuple(button("", "tab", checkable=True) for _ in range(4))
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(LEAST_PAGE)
        self._group = OneOf(self)
        self._content = column(self, spacing=2)
        self._build()
        self.retranslate()
        self.draw()
        self._show_rules()
        self.signals.folded.connect(self._look_at_unfolded)
        context.services.theme.changed.connect(self.draw)
        context.controller.changed.connect(self._take_news)
        context.controller.restarted.connect(self._take_news)

    def _build(self) -> None:
        pages = (self.signals, self.gaps, self.why_not, self.knowledge)
        for place, (tab, page) in enumerate(zip(self.tabs, pages, strict=True)):
            self.stack.addWidget(page)
            self._group.addButton(tab, place)
        tabs = QWidget()
        flow = FlowLayout(tabs, spacing=2)
        for place in _ACROSS:
            flow.addWidget(self.tabs[place])
        across = row(spacing=2)
        across.addWidget(tabs, 1)
        across.addWidget(self.news, 0, Qt.AlignmentFlag.AlignTop)
        self._group.idClicked.connect(self.stack.setCurrentIndex)
        self._group.idClicked.connect(lambda _: self.rearranged.emit())
        self.stack.currentChanged.connect(self._show_rules)
        self.signals.folded.connect(self.rearranged)
        self.tabs[0].setChecked(True)
        add_layout(self._content, across)
        self._content.addWidget(self.stack, 1)
        self._content.addWidget(self.rules)

    def _show_rules(self, _: object = None) -> None:
        """Show the link to all rules below the list "why not" only."""
        self.rules.setVisible(self.stack.currentWidget() is self.why_not)

    @property
    def _news(self) -> tuple[str, ...]:
        """The signals that the last answer added, without those that were looked at since."""
        return tuple(target for target in self.signals.fresh if target not in self._looked_at)

    def _names(self) -> list[str]:
        language = self._context.services.language
        return [self._context.material.target(target).text(language).name for target in self._news]

    def _take_news(self, _: object = None) -> None:
        """Show the new signals, and announce them to screen readers."""
        self._looked_at.clear()
        self._tell_news()
        names = self._names()
        if names and not self._context.display_mode.quiet:  # the client looks along, and may hear along
            announce(self.news, self.tr("New: {name}").format(name=", ".join(names)))

    def _tell_news(self) -> None:
        """Show how many new signals there are, beside the tabs; the tool tip and the screen reader name them."""
        names = self._names()
        self.news.setVisible(bool(names))
        self.news.setText(str(len(names)) if names else "")
        said = self.tr("New: {name}").format(name=", ".join(names)) if names else ""
        self.news.setAccessibleName(said)
        self.news.setToolTip(said)

    def _look_at_unfolded(self) -> None:
        """Mark unfolded signals as looked at; they stay so when folded again."""
        self._looked_at.update(self.signals.unfolded)
        self._tell_news()

    def _show_news(self) -> None:
        """Scroll to the first new signal, which is then no longer new; pressing again shows the next one."""
        target = self._news[0]
        self.tabs[0].click()
        self.signals.show_card(target)
        self._looked_at.add(target)
        self._tell_news()

    def retranslate(self) -> None:
        words = (self.tr("Signals"), self.tr("Still open"), self.tr("Why not?"), self.tr("Knowledge"))
        for tab, text in zip(self.tabs, words, strict=True):
            tab.setText(text)
        self.rules.say(self.tr("All rules"), self.tr("What raises which signal, in words"))
        self._tell_news()

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme = self._context.services.theme
        size = theme.px(14)
        self.news.setIcon(icon("sparkles", theme.tokens.accent, size))
        self.news.setIconSize(QSize(size, size))
