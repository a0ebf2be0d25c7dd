"""An item in hand: how to ask it, what to observe, who said it, why it is asked, and a note."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from guidance_kb.conversation.answers import By
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.sections import locators, titles
from guidance_kb.ui.conversation.words import Words
from guidance_kb.ui.records.personal import Warned
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.flow import FlowLayout

_LINES = 2
"""Lines of a note that show without scrolling."""


class ItemDetails(QWidget):
    """What an unfolded item shows below its label.

    Signals:
        left: The counselor is done with the note.
    """

    left = Signal()

    def __init__(self, item: Item, controller: Controller, services: Services) -> None:
        super().__init__()
        self._item, self._controller, self._services = item, controller, services
        self._words = Words(self)
        self._captions = [label(role="caption") for _ in range(7)]
        self._ways = [label(role="say") for _ in range(3)]
        self._observe, self._why, self._source = label(), label(), label(role="caption")
        self.by: dict[By, QPushButton] = {by: self._choice(by) for by in By}
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(lambda: controller.set_note(item.id, self.note.toPlainText()))
        self.note.installEventFilter(self)
        self.warned = Warned(self.note, services)
        self._build()
        self.speak()
        self.draw()
        services.theme.changed.connect(self.draw)

    def _choice(self, by: By) -> QPushButton:
        return button("", "state", lambda: self._choose(by), checkable=True)

    def _choose(self, by: By) -> None:
        self._controller.set_by(self._item.id, by)
        self.refresh()  # a click has toggled the button by itself

    def _build(self) -> None:
        who = FlowLayout(spacing=4)
        for choice in self.by.values():
            who.addWidget(choice)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 6, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for place, way in enumerate(self._ways):
            self._line(place, way)
        self._line(3, self._observe)
        self._captions[4].setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._captions[4], 4, 0)
        self._grid.addLayout(who, 4, 1)
        self._line(5, self.warned)
        self._line(6, self._why)
        self._grid.addWidget(self._source, 7, 1)

    def _line(self, place: int, content: QWidget) -> None:
        caption: QLabel = self._captions[place]
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, 3, 0, 0)
        caption.setWordWrap(False)
        self._grid.addWidget(caption, place, 0)
        self._grid.addWidget(content, place, 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        text = self._item.text(self._services.language)
        captions = (
            self.tr("Ask it so"),
            self.tr("Softer"),
            self.tr("Follow-up"),
            self.tr("Watch for"),
            self.tr("From whom"),
            self.tr("Note"),
            self.tr("Why"),
        )
        for caption, words in zip(self._captions, captions, strict=True):
            caption.setText(words)
        for way, words in zip(self._ways, (text.open, text.softer, text.follow_up), strict=True):
            way.setText(f"“{words}”")
        self._observe.setText(text.observe)
        self._why.setText(text.why)
        self._source.setText(
            self.tr("Our wording, resting on the report: {sections}").format(sections=locators(self._item.sections))
        )
        self._source.setToolTip(titles(self._services.library, self._item.sections, self._services.language))
        for by, choice in self.by.items():
            choice.setText(self._words.by(by))
        self.note.setAccessibleName(self.tr("Note on: {item}").format(item=text.label))
        self.show_mode()
        self.refresh()

    def show_mode(self) -> None:
        """Shows whether it can only be read, and whether notes are saved."""
        controller = self._controller
        self.note.setReadOnly(controller.read_only)
        for choice in self.by.values():
            choice.setEnabled(not controller.read_only)
        if controller.read_only:
            self.note.setPlaceholderText("")
            return
        kept, only_now = self.tr("In your own words, without names"), self.tr("Only for now: notes are not saved")
        self.note.setPlaceholderText(kept if controller.kept else only_now)

    def forget(self) -> None:
        """Shows the note of another conversation; what was typed in the one before cannot be had back here."""
        self.note.document().clearUndoRedoStacks()
        self.warned.look()

    def refresh(self) -> None:
        """Shows the answer as it stands; what is being typed stays as it is."""
        answer = self._controller.session.answer(self._item.id)
        for by, choice in self.by.items():
            choice.setChecked(by is answer.by)
        if self.note.toPlainText() != answer.note:
            self.note.setPlainText(answer.note)

    def draw(self) -> None:
        """Sets the height of the note to the text size."""
        self.note.setFixedHeight(self._services.theme.px(19 * _LINES + 22))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes from the note back to the item."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
