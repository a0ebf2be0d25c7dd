"""The privacy screen: one key covers the window with a page that shows only contents of the report."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import card, column, label
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class PrivacyScreen(TranslatedWidget, ScrollColumn):
    """The page that is shown instead of the views of the window."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(spacing=16, margins=(40, 36, 40, 28))
        if parent is not None:
            self.setParent(parent)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self.body, QAccessible.Role.Grouping)
        self._services = services
        self._title = label("Guidance KB", "title")
        self._lead = label(role="soft")
        self._heading = label(role="heading")
        self._lines = [(label(), number, title) for number, _, title in services.library.recommendations()]
        self._back = label(role="caption")
        for widget in (self._title, self._lead, self._heading):
            self.content.addWidget(widget)
        box = card()
        inside = column(box, spacing=8, margins=(18, 14, 18, 14))
        for line, _, _ in self._lines:
            inside.addWidget(line)
        self.content.addWidget(box)
        self.content.addWidget(self._back)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName("Guidance KB")
        self._lead.setText(self.tr("What is known about reaching and motivating adults."))
        self._heading.setText(self.tr("The nine recommendations"))
        for line, number, title in self._lines:
            line.setText(f"{number}   {self._services.say(title)}")
        self._back.setText(self.tr("F9 goes back to where you were."))
        self.body.setAccessibleName(self.tr("Everything is hidden. F9 goes back to where you were."))


class PrivacyStack(QStackedWidget):
    """Stacks the contents of the window and the privacy screen.

    Signals:
        moved (bool): The privacy screen was shown (True) or removed.
        lost: The privacy screen was removed, but the previously focused widget is gone or hidden, because the casebook locked meanwhile.
    """

    moved = Signal(bool)
    lost = Signal()

    def __init__(self, services: Services, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._cover: PrivacyScreen | None = None
        self._focus: QWidget | None = None
        self._over: list[QWidget] = []
        self.addWidget(shown)

    @property
    def is_closed(self) -> bool:
        """Whether the privacy screen is shown."""
        return self.currentIndex() != 0

    def move_it(self) -> None:
        """Show the privacy screen, or remove it and restore the focus."""
        if self.is_closed:
            self._open()
        else:
            self._close()

    def _close(self) -> None:
        self._focus = QApplication.focusWidget()
        if self._cover is None:
            self._cover = PrivacyScreen(self._services)
            self.addWidget(self._cover)
        self.setCurrentWidget(self._cover)
        self.moved.emit(self.is_closed)
        self._over = _cover_dialogs(self._cover.body.accessibleName())
        if not self._over:
            self._cover.body.setFocus()  # so that no key reaches the contents behind it

    def _open(self) -> None:
        self.setCurrentIndex(0)
        self.moved.emit(self.is_closed)
        for cover in self._over:
            if isValid(cover):
                cover.hide()
                cover.deleteLater()
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lost.emit()


def _cover_dialogs(said: str) -> list[QWidget]:
    """Close popups and cover the visible dialogs without closing them, so that their input is kept; return the covers."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    dialogs = (
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
    )
    return [_cover(dialog, said) for dialog in dialogs]


def _cover(dialog: QDialog, said: str) -> QWidget:
    made = card("pane")
    speak_as(made, QAccessible.Role.Grouping)
    made.setAccessibleName(said)
    made.setParent(dialog)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setGeometry(dialog.rect())
    made.show()
    made.raise_()
    made.setFocus()
    return made
