"""What the pages of keeping have in common: a way back, a title, a place for what went wrong, and a sign that something is under way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.records.admin.words import KeepingWords
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle
from guidance_kb.ui.widgets.report_button import ReportButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class NoticeFrame(QFrame):
    """A few lines about what was done or went wrong, with an icon; read out as they come."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._services = services
        self._name = ""
        self._icon, self._text = label(), label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        across = row(self, spacing=10, margins=(14, 10, 14, 10))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.report = ReportButton()
        across.addWidget(self._text, 1)
        across.addWidget(self.report, 0, Qt.AlignmentFlag.AlignTop)
        services.theme.changed.connect(self._draw)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when it is not there."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, name: str = "info") -> None:
        """Says `text` beside the icon of this name; with nothing to say it goes."""
        self.report.offer(None)
        changed = text != self.text
        self._name = name
        self._text.setText(text)
        self.setAccessibleName(text)
        self._draw()
        self.setVisible(bool(text))
        if text and changed:
            announce(self, text, urgent=name == "triangle-alert")

    def tell(self, error: KnownError | None) -> None:
        """Says what went wrong, with its technical report if there is one; with None it goes."""
        self.say("" if error is None else error.say(self._services.language), "triangle-alert")
        self.report.offer(error)

    def _draw(self) -> None:
        theme = self._services.theme
        if self._name:
            self._icon.setPixmap(pixmap(self._name, theme.tokens.accent, theme.px(18)))


class Panel(TranslatedWidget, ScrollColumn):
    """A column of things under a title.

    Attributes:
        widest: Of the column, in pixels at 100 %: longer lines are hard to read.
        title: What it is about; hidden when empty.
        lead: What it is for.
        working: What is under way.
        told: What was done, or went wrong.
        first: What gets the keyboard when the panel does. No focus proxy: from a panel that is one, Tab goes round in it alone.
    """

    widest = 860

    def __init__(self, services: Services) -> None:
        super().__init__(spacing=12, margins=(28, 16, 28, 24))
        self.services, self.desk, self.words = services, services.casebook, KeepingWords(self)
        self.body.setObjectName("canvas")
        self.setStyleSheet("QScrollArea:focus { border: none; }")  # it is what is in it that has the keyboard
        self.title, self.lead = label(role="title"), label(role="soft")
        wide = self.lead.sizePolicy()
        # or Qt lays the column out as if it were as narrow as a button in it
        wide.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.lead.setSizePolicy(wide)
        self.working, self.told = Busy(services.theme), NoticeFrame(services)
        self.first: QWidget | None = None
        self._error: KnownError | None = None
        self.content.addWidget(self.title)
        self.content.addWidget(self.lead)
        self._share_room()
        services.theme.changed.connect(self._share_room)
        services.theme.changed.connect(self.retranslate)
        services.casebook.clear_on_lock(ClientData.ADMINISTRATION, self.forget)

    def forget(self) -> None:
        """Lets go of what it holds of clients: it locked. The page itself goes soon after."""

    def add_signs(self) -> None:
        """Puts the places for what is under way and for what was done here in the column."""
        self.content.addWidget(self.working)
        self.content.addWidget(self.told)

    def begin(self, text: str) -> None:
        """Says what is under way, and nothing else any more."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.tell(None)
        self.working.say(text)
        if had_focus:
            self.working.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: KnownError | None) -> None:
        """Says what went wrong, or that nothing did (None); what was under way is over."""
        self._error = error
        self.working.say("")
        self.told.tell(error)
        if error is not None:
            self.see(self.told)

    def see(self, widget: QWidget) -> None:
        """Scrolls so that a widget can be seen."""
        settle()
        self.ensureWidgetVisible(widget)

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
        self.title.setVisible(bool(self.title.text()))
        self.lead.setVisible(bool(self.lead.text()))
        if self._error is not None:
            self.tell(self._error)

    def _share_room(self) -> None:
        self.body.setMaximumWidth(self.services.theme.px(self.widest))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)


class KeepingPage(TranslatedWidget, QWidget):
    """A page over the records, with the way back at its top; Escape leaves it too.

    Attributes:
        title: What it is about.
        outer: The column below the title.
        first: What gets the keyboard when the page does.

    Signals:
        left: Back to where one came from.
        record_requested (int): The record of a client is wanted.
    """

    left = Signal()
    record_requested = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.services, self.desk = services, services.casebook
        self.back, self.title = button("", "quiet", self.leave), label(role="heading")
        self.first: QWidget | None = None
        across = row(spacing=8, margins=(14, 10, 18, 4))
        across.addWidget(self.back)
        across.addWidget(self.title, 1)
        self.outer = column(self, spacing=0)
        add_layout(self.outer, across)
        services.theme.changed.connect(self.retranslate)
        services.casebook.clear_on_lock(ClientData.ADMINISTRATION, self.forget)

    def forget(self) -> None:
        """Lets go of what it holds of clients: it locked. The page itself goes soon after."""

    def leave(self) -> None:
        """Leaves the page, unless something is under way that is to be seen."""
        if self.back.isEnabled():
            self.left.emit()

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
        theme = self.services.theme
        size = theme.px(18)
        icon_only(self.back, icon("arrow-left", theme.tokens.accent, size), size, self.tr("Back (Escape)"))
        self.setAccessibleName(self.title.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
