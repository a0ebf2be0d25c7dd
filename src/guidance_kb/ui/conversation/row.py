"""One item of the checklist: its label, the states to choose from, who said it, and, in hand, how to ask it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QPushButton

from guidance_kb.conversation.answers import GAP, By, State
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.details import ItemDetails
from guidance_kb.ui.conversation.words import Words
from guidance_kb.ui.icons import icon
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, restyle, row

_KEYS = {
    Qt.Key.Key_1: State.NAMED,
    Qt.Key.Key_2: State.NOT_AN_ISSUE,
    Qt.Key.Key_3: State.DECLINED,
    Qt.Key.Key_0: State.NOT_DISCUSSED,
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOICES = (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED)


class ItemRow(QFrame):
    """An item to tick. In hand it is unfolded; one row at a time is, and that row alone is reached with Tab."""

    def __init__(self, item: Item, controller: Controller, services: Services) -> None:
        super().__init__()
        self.item, self._controller, self._services = item, controller, services
        self.setProperty("role", "item")
        self.details: ItemDetails | None = None
        self._words = Words(self)
        self._label = label()
        self.states: dict[State, QPushButton] = {state: self._choice(state) for state in _CHOICES}
        self.by = button("", "quiet", self._by_clicked)
        self._build()
        for control in (*self.states.values(), self.by):
            control.installEventFilter(self)
        keeping = self.by.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.by.setSizePolicy(keeping)
        self.set_current(current=False)
        self.speak()
        services.theme.changed.connect(self.draw)

    def _choice(self, state: State) -> QPushButton:
        return button("", "state", lambda: self._state_clicked(state), checkable=True)

    def _build(self) -> None:
        said = row(spacing=8)
        said.addWidget(self._label, 1)
        said.addWidget(self.by, 0, Qt.AlignmentFlag.AlignTop)
        choices = row(spacing=4)
        for choice in self.states.values():
            choices.addWidget(choice)
        choices.addStretch(0)
        self._head = row(spacing=8)
        self._head.addLayout(said, 1)
        self._head.addLayout(choices)
        self._content = column(self, spacing=8, margins=(14, 7, 8, 7))
        self._content.addLayout(self._head)

    def set_stacked(self, *, stacked: bool) -> None:
        """Sets the states below the label, where there is no room beside it."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._head.direction() is not way:
            self._head.setDirection(way)

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        self._label.setText(self.item.text(self._services.language).label)
        for (state, choice), number in zip(self.states.items(), "123", strict=True):
            words = self._words.state(state)
            choice.setText(words)
            choice.setToolTip(self.tr("{state} (key {number})").format(state=words, number=number))
        self.refresh()
        self.draw()

    def refresh(self) -> None:
        """Shows the answer as it stands."""
        answer = self._controller.session.answer(self.item.id)
        for state, choice in self.states.items():
            choice.setChecked(state is answer.state)
        who = self._words.by(answer.by)
        self.setAccessibleName(f"{self._label.text()}: {self._words.state(answer.state)}, {who}")
        icon_only(self.by, self._by_icon(), self._services.theme.px(16), who)
        self.by.setToolTip(self.tr("{who}. Press to change (key O).").format(who=who))
        self._show_by()
        if self.details is not None:
            self.details.refresh()

    def show_mode(self) -> None:
        """Shows whether it can only be read, and whether notes are saved."""
        for control in (*self.states.values(), self.by):
            control.setEnabled(not self._controller.read_only)
        if self.details is not None:
            self.details.show_mode()

    def forget(self) -> None:
        """Shows the answer of another conversation, and keeps nothing of the one before."""
        self.refresh()
        if self.details is not None:
            self.details.forget()

    def _show_by(self) -> None:
        """Who said it is of use once something was said, or while the item is in hand."""
        given = self._controller.session.answer(self.item.id) != GAP
        self.by.setVisible(given or bool(self.property("active")))

    def draw(self) -> None:
        """Draws what depends on colours and sizes."""
        size = self._services.theme.px(16)
        self.by.setIcon(self._by_icon())
        self.by.setIconSize(QSize(size, size))

    def _by_icon(self) -> QIcon:
        answer = self._controller.session.answer(self.item.id)
        tokens, size = self._services.theme.tokens, self._services.theme.px(16)
        observed = answer.by is By.OBSERVED
        return icon("eye" if observed else "message-circle", tokens.accent if observed else tokens.soft_ink, size)

    # ── in hand or not ──────────────────────────────────────────────────────────────────────────

    def set_current(self, *, current: bool) -> None:
        """Unfolds the row, or folds it."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        for control in (*self.states.values(), self.by):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus if current else Qt.FocusPolicy.NoFocus)
        if current and self.details is None:
            self.details = ItemDetails(self.item, self._controller, self._services)
            self.details.left.connect(self.setFocus)
            self._content.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(current)
        if self.property("active") is not current:
            self.setProperty("active", current)
            restyle(self)
            self._show_by()

    def set_door(self, *, door: bool) -> None:
        """Lets the Tab key reach the row although it is not in hand, or no longer."""
        if self._controller.current != self.item.id:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if door else Qt.FocusPolicy.ClickFocus)

    def _state_clicked(self, state: State) -> None:
        self._take()
        self._controller.set_state(self.item.id, state)
        self.refresh()  # a click has toggled the button by itself

    def _by_clicked(self) -> None:
        self._take()
        self._controller.toggle_by(self.item.id)

    def _take(self) -> None:
        self._controller.select(self.item.id)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102 - Qt's name
        self._controller.select(self.item.id)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - Qt's name
        super().focusInEvent(event)
        self._controller.select(self.item.id)

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if not self._pressed(event):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Does what a key stands for; returns whether it stands for anything."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self._controller.move(_STEPS[key])
        elif key in _KEYS:
            self._controller.set_state(self.item.id, _KEYS[key])
        elif key == Qt.Key.Key_O:
            self._controller.toggle_by(self.item.id)
        elif key == Qt.Key.Key_N and self.details is not None:
            self.details.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True
