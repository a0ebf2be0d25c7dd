"""What the forms that unfold in a page have in common: a card with a heading, fields and two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame

from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class SmallForm(TranslatedWidget, QFrame):
    """The form; Escape puts it away.

    Attributes:
        heading: What it is about.
        fields: The column to fill.
        keep: Accepts what stands in it.
        cancel: Puts it away.

    Signals:
        kept: What stands in it is to be written.
        closed: It is put away; the keyboard goes somewhere else.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label(role="strong")
        self.keep, self.cancel = button("", "primary", self.accept), button("", "quiet", self.close_form)
        self.fields = column(spacing=6)
        inside = column(self, spacing=8, margins=(14, 12, 14, 14))
        inside.addWidget(self.heading)
        add_layout(inside, self.fields)
        across = row()
        across.addWidget(self.keep)
        across.addWidget(self.cancel)
        across.addStretch(1)
        add_layout(inside, across)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        self.hide()

    def accept(self) -> None:
        """Keeps what stands in it, and puts it away."""
        if not self.isHidden():
            self.kept.emit()
            self.close_form()

    def close_form(self) -> None:
        """Puts it away, empty."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.empty()
        if had_focus:
            self.closed.emit()

    def empty(self) -> None:
        """Lets go of what stands in it: the next record that is shown may be another client's."""

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
        self.cancel.setText(self.tr("Cancel"))
