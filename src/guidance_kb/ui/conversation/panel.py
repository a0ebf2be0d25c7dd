"""The right column: the signals, what was not discussed yet, and why something does not show."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from guidance_kb.ui.conversation.asknext import AskNext
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.conversation.gaps import GapList
from guidance_kb.ui.conversation.signals import SignalList
from guidance_kb.ui.conversation.whynot import WhyNot
from guidance_kb.ui.widgets.basics import button, column, row


class SidePanel(QWidget):
    """Three lists of which one shows, and below them what to ask next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.signals, self.gaps, self.why_not = SignalList(desk), GapList(desk), WhyNot(desk)
        self.ask_next = AskNext(desk)
        self.tabs: tuple[QPushButton, ...] = tuple(button("", "chip", checkable=True) for _ in range(3))
        self.stack = QStackedWidget()
        self._group = QButtonGroup(self)
        across = row(spacing=6, margins=(2, 0, 0, 4))
        for place, (tab, page) in enumerate(zip(self.tabs, (self.signals, self.gaps, self.why_not), strict=True)):
            self.stack.addWidget(page)
            self._group.addButton(tab, place)
            across.addWidget(tab)
        across.addStretch(1)
        self._group.idClicked.connect(self.stack.setCurrentIndex)
        self.tabs[0].setChecked(True)
        self._content = column(self, spacing=6)
        self._content.addLayout(across)
        self._content.addWidget(self.stack, 1)
        self._content.addWidget(self.ask_next)
        self._speak()

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, what to ask next comes after the last card instead of below all lists."""
        if narrow:
            self.signals.content.addWidget(self.ask_next)
        else:
            self._content.addWidget(self.ask_next)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        words = (self.tr("Signals"), self.tr("Not discussed yet"), self.tr("Why not?"))
        for tab, text in zip(self.tabs, words, strict=True):
            tab.setText(text)
