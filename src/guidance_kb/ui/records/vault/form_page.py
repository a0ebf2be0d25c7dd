"""The base class of centred form pages: an overline, a title, a card with the contents, and buttons below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce, in_a_row
from guidance_kb.ui.widgets.banner import Caution
from guidance_kb.ui.widgets.basics import card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.report_button import ReportButton

_WIDEST = 620
"""The maximum width of the page in pixels at 100 %; longer lines are hard to read."""

_NUMBER = 2
"""The maximum length of a label that is only a number; it is not read out."""


class FormPage(ScrollColumn):
    """A form page; subclasses set the texts and add the fields.

    Attributes:
        over: The small line above the title.
        title: The title.
        inside: The column in the card.
        problem: The label of the error below that column; hidden without an error.
        below: The column below the error, for its remedies.
        buttons: The row below the card.
        first: The widget that gets the focus when the page does. It is no focus proxy, because Tab would then skip the widgets before it.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 28, 24, 24))
        if parent is not None:
            self.setParent(parent)
        self.body.setObjectName("canvas")
        self._services = services
        self.first: QWidget | None = None
        self.over = label(role="overline")
        self.title = label(role="title")
        self._wrong = Caution(services.theme, framed=True)
        self.problem = self._wrong.words
        self._wrong.hide()
        self.report = ReportButton()
        box = card()
        whole = column(box, spacing=12, margins=(24, 20, 24, 20))
        self.inside = column(spacing=10)
        add_layout(whole, self.inside)
        whole.addWidget(self._wrong)
        whole.addWidget(self.report)
        self.below = column(spacing=8)
        add_layout(whole, self.below)
        self.buttons: QHBoxLayout = row(spacing=10)
        self._middle = QWidget()
        middle = column(self._middle, spacing=12)
        for widget in (self.over, self.title, box):
            middle.addWidget(widget)
        add_layout(middle, self.buttons)
        across = row()
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        add_layout(self.content, across)
        services.theme.changed.connect(self._share_room)
        self._share_room()

    def set_buttons(self, *others: QPushButton, go: QPushButton) -> None:
        """Add the buttons: `others` at the left, and at the right the primary button `go`, which Return presses."""
        for other in others:
            self.buttons.addWidget(other)
        self.buttons.addStretch(1)
        self.buttons.addWidget(go)
        go.setProperty("role", "primary")
        go.setAutoDefault(True)
        go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, error: KnownError | None) -> None:
        """Show and announce an error; None hides it."""
        self.problem.setText("" if error is None else error.say(self._services.language))
        self._wrong.setVisible(error is not None)
        self.report.offer(error)
        announce(self, self.problem.text(), urgent=True)

    def read_out(self) -> None:
        """Announce the texts of the page, as a screen reader does for a dialog. Labels with an accessible name (a key) are left out."""
        labels = (each for each in self._middle.findChildren(QLabel) if each.isVisible() and not each.accessibleName())
        self.setAccessibleName(self.title.text())
        announce(self, in_a_row(each.text() for each in labels if len(each.text()) > _NUMBER))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.read_out()
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        self._middle.setMaximumWidth(self._services.theme.px(_WIDEST))
