"""Base classes of the administration pages, with a back button, a title, a message and a progress indicator."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.records.admin.words import AdminTexts
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn, settle
from guidance_kb.ui.widgets.report_button import ReportButton
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class NoticeFrame(QFrame):
    """A message of a few lines with an icon, announced to screen readers when it changes."""

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
        """The displayed text; empty while the message is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, name: str = "info") -> None:
        """Show `text` beside the icon with this name; an empty text hides the message."""
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
        """Show an error, with a button for its technical report if there is one; None hides the message."""
        self.say("" if error is None else error.say(self._services.language), "triangle-alert")
        self.report.offer(error)

    def _draw(self) -> None:
        theme = self._services.theme
        if self._name:
            self._icon.setPixmap(pixmap(self._name, theme.tokens.accent, theme.px(18)))


class Panel(TranslatedWidget, ScrollColumn):
    """A scrollable column with a title.

    Attributes:
        widest: The maximum width of the column, in pixels at 100 %; longer lines are hard to read.
        title: The title; hidden while empty.
        lead: The introduction; hidden while empty.
        working: The progress indicator.
        told: The message about the last action or error.
        first: The widget that gets the focus when the panel does. It is no focus proxy, because Tab would then stay in the panel.
    """

    widest = 860

    def __init__(self, services: Services) -> None:
        super().__init__(spacing=12, margins=(28, 16, 28, 24))
        self.services, self.service, self.words = services, services.casebook, AdminTexts(self)
        self.body.setObjectName("canvas")
        self.setStyleSheet("QScrollArea:focus { border: none; }")  # a widget in it gets the focus
        self.title, self.lead = label(role="title"), label(role="soft")
        wide = self.lead.sizePolicy()
        # otherwise Qt makes the column as narrow as a button in it
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
        """Clear all data about clients, because the casebook locked. The panel itself is deleted soon after."""

    def add_signs(self) -> None:
        """Add the progress indicator and the message at this place in the column."""
        self.content.addWidget(self.working)
        self.content.addWidget(self.told)

    def begin(self, text: str) -> None:
        """Show `text` in the progress indicator, and clear the message."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.tell(None)
        self.working.say(text)
        if had_focus:
            self.working.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: KnownError | None) -> None:
        """Hide the progress indicator and show an error; None clears the message."""
        self._error = error
        self.working.say("")
        self.told.tell(error)
        if error is not None:
            self.see(self.told)

    def see(self, widget: QWidget) -> None:
        """Scroll until `widget` is visible."""
        settle()
        self.ensureWidgetVisible(widget)

    def retranslate(self) -> None:
        """Set the texts in the current language."""
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


class AdminPage(TranslatedWidget, QWidget):
    """A page that covers the records, with a back button at the top; Escape also leaves it.

    Attributes:
        title: The title.
        outer: The column of the page, which starts with the back button and the title.
        first: The widget that gets the focus when the page does.

    Signals:
        left: The user leaves the page.
        record_requested (int): The user wants to see the record of this client.
    """

    left = Signal()
    record_requested = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.services, self.service = services, services.casebook
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
        """Clear all data about clients, because the casebook locked. The page itself is deleted soon after."""

    def leave(self) -> None:
        """Leave the page, unless the back button is disabled during an action whose result must be seen."""
        if self.back.isEnabled():
            self.left.emit()

    def retranslate(self) -> None:
        """Set the texts in the current language."""
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
