"""A box that finds an item by what the client says, and ticks it. Nothing of what is typed is stored."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.core.answers import answer_words
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.field_icons import FieldHint, FieldIcons
from guidance_kb.ui.widgets.suggestions import Suggestions
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

MOST: Final = 6
"""Maximum number of items in the list."""

_LONGEST: Final = 200
_WIDEST: Final = 900
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ItemFinder(TranslatedWidget, QLineEdit):
    """Finds items while the user types. Return selects the best one, and Return again ticks it as named.

    Ctrl+Return ticks it at once and adds the typed text to its note, as the client's words. Escape empties the box, and leaves it empty.

    Attributes:
        found: The ids of the items that match the text, the best first.
        answered: The text that `found` answers.

    Signals:
        chosen (str): The item with this id should be selected; the box keeps the focus.
        entered (str): The item with this id was ticked or clicked; its row should get the focus.
        left: The user left the box with Escape.
    """

    chosen = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, controller: SessionController, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        FieldIcons(self, services.theme)
        self._hint = FieldHint(self)
        self.suggestions = Suggestions(self, services.theme, _WIDEST)
        self.suggestions.taken.connect(self._take_row)
        self.found: tuple[str, ...] = ()
        self.answered = ""
        self._selected = ""  # the item that the first Return selected for this text
        self._waiting: list[Callable[[], object]] = []  # keys that were pressed before the answer arrived
        self.textChanged.connect(self._ask)
        controller.restarted.connect(self.empty)
        controller.mode_changed.connect(self.retranslate)
        services.casebook.clear_on_lock(ClientData.CONVERSATION, self.empty)
        self.retranslate()

    def retranslate(self) -> None:
        name = self.tr("Find an item by what the client says")
        self.setAccessibleName(name)
        self._hint.say(self.tr("What does the client say?  /"), "/")
        self.setToolTip(
            self.tr("Return goes to the item, Return again ticks it. Ctrl+Return also keeps what you typed. (/)")
        )

    def empty(self) -> None:
        """Remove the text and its suggestions. The text cannot be brought back by undo."""
        self._waiting.clear()
        self.setText("")  # `clear` could be undone
        self._ask("")

    def begin(self, letter: str) -> None:
        """Focus the box, and begin its text with a letter that was typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(letter)

    # ── search ──────────────────────────────────────────────────────────────────────────────────

    def _ask(self, text: str) -> None:
        self._selected = ""
        wanted = text.strip()
        if not wanted:
            self._services.jobs.drop("items")
            self.found, self.answered = (), ""
            self.suggestions.hide()
            return
        source, language = self._services.searcher, self._services.language
        self._services.jobs.run(
            "items",
            lambda: source().items(wanted, language, limit=MOST),
            lambda found: self._show(wanted, found),
        )

    def _show(self, wanted: str, found: tuple[str, ...]) -> None:
        if wanted != self.text().strip():
            return
        items = self._controller.checklist.items
        self.found = tuple(item for item in found if item in items)
        self.answered = wanted
        if self.hasFocus():
            self._offer()
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()

    def _offer(self) -> None:
        if not self.found:
            self.suggestions.say(self.tr("No item fits this. Try another word."))
            return
        session, checklist = self._controller.session, self._controller.checklist
        texts = [checklist.items[item].text(self._services.language).label for item in self.found]
        answers = [session.answer(item) for item in self.found]
        states = ["" if each.state is State.NOT_DISCUSSED else answer_words(each) for each in answers]
        self.suggestions.offer(self.tr("Items"), texts, 0, states)

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _RETURN:
            self._when_answered(self._keep_words if _has_control(event) else self._select_or_tick)
        elif key in _STEPS and self.found:
            self._selected = ""
            if self.suggestions.isHidden():
                self._offer()
            else:
                self.suggestions.move_by(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            if not self.text():
                self.left.emit()
            self.empty()
        else:
            super().keyPressEvent(event)

    def _when_answered(self, act: Callable[[], object]) -> None:
        if self.answered == self.text().strip():
            act()
        else:
            self._waiting.append(act)

    @property
    def _best(self) -> str:
        """The current item of the list; empty if there is none."""
        row = max(self.suggestions.current, 0)
        return self.found[row] if row < len(self.found) else ""

    def _select_or_tick(self) -> None:
        item = self._best
        if not item:
            return
        if item == self._selected:
            self._tick(item)
        else:
            self._selected = item
            self.suggestions.hide()  # it would cover the row
            self.chosen.emit(item)
            announce(self, self._controller.checklist.items[item].text(self._services.language).label)

    def _keep_words(self) -> None:
        item, words = self._best, self.text().strip()
        if item and not self._controller.read_only:
            self._controller.name_in_words(item, words)
            self._enter(item)

    def _tick(self, item: str) -> None:
        self._controller.name(item)
        self._enter(item)

    def _enter(self, item: str) -> None:
        self.empty()
        self.entered.emit(item)

    def _take_row(self, row: int) -> None:
        """Select the item of a clicked row; its marks can be clicked in the list."""
        if row < len(self.found):
            self._enter(self.found[row])


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
