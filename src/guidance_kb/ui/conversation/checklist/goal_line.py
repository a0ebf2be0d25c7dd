"""The client's goal, in the client's own words: one line that is always in sight."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from guidance_kb.conversation.answers import GOAL_ITEM
from guidance_kb.conversation.session import SessionChange
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import label, row
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_LONGEST: Final = 300
"""Maximum number of characters of the line; a longer note is still shown as a whole by the item."""

_BESIDE: Final = 480
"""From this width on (at 100 %), the question is beside the field; below it, only the placeholder asks."""

_LEAVES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class GoalLine(TranslatedWidget, QWidget):
    """Shows and sets the note of `GOAL_ITEM`. Words in it answer that item with “named”.

    The line stays while the client is watching: the words are the client's own.

    Signals:
        left: The user left the line with Return or Escape.
    """

    left = Signal()

    def __init__(self, controller: SessionController, services: Services, display_mode: DisplayMode) -> None:
        super().__init__()
        self._controller, self._services, self._display_mode = controller, services, display_mode
        self._question = label(role="strong", wrap=False)
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.textEdited.connect(self._write)
        self._question.setBuddy(self.field)
        self.warned = Warned(self.field, services)
        across = row(self, spacing=SPACE.md)
        across.addWidget(self._question, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.warned, 1)
        controller.changed.connect(self._follow)
        controller.restarted.connect(self._show)
        controller.mode_changed.connect(self.retranslate)
        display_mode.changed.connect(self.retranslate)
        services.theme.changed.connect(self._fit)
        services.casebook.clear_on_lock(ClientData.CONVERSATION, self.clear)
        self.retranslate()

    def retranslate(self) -> None:
        quiet, read_only = self._display_mode.quiet, self._controller.read_only
        asked = self.tr("What do you want?") if quiet else self.tr("What does the client want?")
        self._question.setText(asked)
        self.field.setAccessibleName(asked)
        self.field.setReadOnly(read_only)
        self._show_hint()
        self.field.setToolTip("" if quiet else self.tr("Stands first on the client's page and in the record (Shift+W)"))
        self._fit()

    def take_focus(self) -> None:
        """Focus the field, with the cursor at its end."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.end(False)  # noqa: FBT003 - Qt takes no name

    def clear(self) -> None:
        """Remove the words from the field. They cannot be brought back by undo."""
        self.field.setText("")
        self.warned.look()

    # ── the note of the item ────────────────────────────────────────────────────────────────────

    def _write(self, words: str) -> None:
        self._controller.set_note(GOAL_ITEM, words)

    def _follow(self, change: SessionChange) -> None:
        if change.item == GOAL_ITEM:
            self._show()

    def _show(self) -> None:
        """Show the note on one line; a field with these words is not touched, so that the cursor stays."""
        words = " ".join(self._controller.session.answer(GOAL_ITEM).note.splitlines())[:_LONGEST]
        if self.field.text() != words and " ".join(self.field.text().splitlines()) != words:
            self.field.setText(words)
            self.field.setCursorPosition(0)
            self.warned.look()

    # ── keys and size ───────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line at Return or Escape, which a text field passes on."""
        if self.field.hasFocus() and event.key() in _LEAVES:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._question.setMinimumHeight(self.field.sizeHint().height())
        self._question.setHidden(self.width() < self._services.theme.px(_BESIDE))
        self._show_hint()

    def _show_hint(self) -> None:
        """Ask in the empty field what is not asked beside it."""
        hint = self.tr("In the client's own words, without names (Shift+W)")
        if self._display_mode.quiet or self._question.isHidden():
            hint = "" if self._display_mode.quiet and not self._question.isHidden() else self._question.text()
        self.field.setPlaceholderText("" if self._controller.read_only else hint)
