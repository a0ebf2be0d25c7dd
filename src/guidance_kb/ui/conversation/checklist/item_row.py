"""One item of the checklist as a row: the mark of its answer, and its label."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS, STATES
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.conversation.checklist.key_bindings import pressed
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.core.answers import ANSWER_KEYS, answer_words
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, SPACE
from guidance_kb.ui.widgets.answer_toggle import AnswerToggle
from guidance_kb.ui.widgets.basics import label, restyle, row
from guidance_kb.ui.widgets.layouts import RememberingColumn, add_layout
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_BESIDE = 62
"""Pixels at 100 % reserved at the right, for the two marks shown under the mouse or for the word that marks a deeper item."""

_INDENT = 14
"""Pixels at 100 % by which a deeper item is indented in a row of one line, where that word has no room."""

_GAP = 2
"""Pixels between two marks."""


class ItemRow(TranslatedWidget, QFrame):
    """An item to tick. One row at a time is current, and only that row is reached with Tab.

    A row is created with one mark and a label, for speed; the marks of the two other answers are created under the mouse.

    Attributes:
        label: The label of the item.
        sign: The icon after the label: an eye for an observed answer, a clock for one of an earlier conversation; empty for none.
        details: The details of the item while it is current, below the row or beside the list; or None.

    Signals:
        pressed (Command): A key with this command was pressed.
    """

    pressed = Signal(object)

    def __init__(self, item: Item, controller: SessionController, services: Services, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.item, self._controller, self._services = item, controller, services
        self.setProperty("role", "item")
        speak_as(self, QAccessible.Role.ListItem)
        self.details: ItemDetails | None = None
        self._height: int | None = None
        self.label = OneLine()
        self._sign: QLabel | None = None
        self.sign = ""
        self._deeper = label(role="caption", wrap=False)
        self._mark = self._made(State.NAMED)
        self._others: dict[State, AnswerToggle] = {}
        self._build()
        self.set_current(None)
        self.retranslate()

    def _made(self, state: State) -> AnswerToggle:
        return AnswerToggle(self._services.theme, lambda: self._clicked(state))

    @property
    def states(self) -> dict[State, AnswerToggle]:
        """The mark of each answer. A click sets the answer, another click removes it."""
        if not self._others:
            self._make_others()
        return {State.NAMED: self._mark, **self._others}

    def _make_others(self) -> None:
        for state in (State.NOT_AN_ISSUE, State.DECLINED):
            made = self._others[state] = self._made(state)
            made.fit(dense=self._dense)
            made.setParent(self)
            made.setEnabled(not self._controller.read_only)
        self._name_marks()
        self._place_others()
        self.refresh()

    def _build(self) -> None:
        self._line = row(spacing=8)
        self._line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.label, 1)
        self._line.addWidget(self._deeper)
        self._deeper.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._content = RememberingColumn(self, spacing=2)
        add_layout(self._content, self._line)
        self._fit()

    def set_height(self, height: int | None) -> None:
        """Show the row in one line of this height (pixels at 100 %); with None, wrapped, and as high as its label needs."""
        if height != self._height:
            self._height = height
            self.setProperty("role", "item" if height is None else "line-item")
            restyle(self)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # the room of an edge changes
            self.draw()
            self._show_others(shown=self._keeps_marks)

    @property
    def _dense(self) -> bool:
        return self._height is not None

    def _fit(self) -> None:
        px, dense = self._services.theme.px, self._dense
        self.label.set_wrapped(wrapped=not dense)
        self.label.setMinimumHeight(0 if dense else self._mark.height())
        middle = Qt.AlignmentFlag.AlignVCenter if dense else Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(self._mark, middle)
        if dense:
            self._content.setContentsMargins(SPACE.xs + (0 if self.item.core else px(_INDENT)), 0, SPACE.xs, 0)
        else:
            self._content.setContentsMargins(6, 3, 8, 3)
        self.setMinimumHeight(px(self._height or 0))
        self._keep_room_beside()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, and the ground and edge of a current row of one line.

        A style sheet would make room for the edge, and give the row and all in it its style anew at every change.
        """
        super().paintEvent(event)
        if not self._dense or self.details is None:
            return
        focused, tokens = self.hasFocus(), self._services.theme.tokens
        width = RING if focused else EDGE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(self.rect(), RADIUS.inner, RADIUS.inner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.accent), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS.inner, RADIUS.inner)

    def _keep_room_beside(self) -> None:
        """Reserve the room at the right; in one line only while marks are there, so that the label is shown whole otherwise."""
        shown = [mark for mark in self._others.values() if not mark.isHidden()]
        marks = sum(mark.width() + _GAP for mark in shown)
        least = marks if self._dense else self._services.theme.px(_BESIDE)
        self._deeper.setMinimumWidth(least)
        self._deeper.setMaximumWidth(least if self._dense else 4 * least)  # Qt's hint keeps an earlier minimum
        self._line.invalidate()  # a hidden row does not notice
        self._content.invalidate()

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        text = self.item.text(self._services.language)
        self.label.say(text.label)
        self.setAccessibleDescription(f"“{text.open}”")  # the question in words, which the details show
        self._name_deeper()
        self._name_marks()
        self.refresh()

    def _name_deeper(self) -> None:
        """Show that an item is a deeper one, unless the marks take that place."""
        marks = any(not mark.isHidden() for mark in self._others.values())
        self._deeper.setText("" if self.item.core or marks or self._dense else self.tr("deeper"))

    def _name_marks(self) -> None:
        marks = {State.NAMED: self._mark, **self._others}
        for state, mark in marks.items():
            words = as_title(ANSWER_LABELS[state])
            mark.setAccessibleName(f"{words}: {self.label.text()}")
            mark.setToolTip(self.tr("{state} (key {number})").format(state=words, number=ANSWER_KEYS[state]))

    def refresh(self) -> None:
        """Show the current answer."""
        answer = self._controller.session.answer(self.item.id)
        self._mark.show_state(answer.state, checked=answer.state is State.NAMED)
        for state, mark in self._others.items():
            mark.show_state(state, checked=answer.state is state)
        self.setAccessibleName(f"{self.label.text()}: {answer_words(answer)}")
        soft = "soft" if answer.state in (State.NOT_AN_ISSUE, State.DECLINED) else ""
        if (self.label.property("role") or "") != soft:
            self.label.setProperty("role", soft)
            restyle(self.label)
        self._show_sign(answer)
        if self.details is not None:
            self.details.refresh()

    def _show_sign(self, answer: Answer) -> None:
        """Show an eye if the answer was observed, and a clock while an answer of an earlier conversation awaits one of today."""
        earlier = self._controller.last_time.answers.get(self.item.id) if answer == GAP else None
        self.sign = "eye" if answer.by is By.OBSERVED else "history" if earlier is not None else ""
        if self.sign and self._sign is None:
            self._sign = label(wrap=False)
            self._line.insertWidget(2, self._sign)
        if self._sign is None:
            return
        self._sign.setVisible(bool(self.sign))
        if earlier is not None:
            self._sign.setToolTip(
                self.tr("Last time: {answer}").format(answer=in_sentence(STATES[earlier.answer.state]))
            )
        else:
            self._sign.setToolTip(as_title(OBSERVERS[By.OBSERVED]) if self.sign else "")
        self._draw_sign()

    def _draw_sign(self) -> None:
        theme = self._services.theme
        if self._sign is not None and self.sign:
            colour = theme.tokens.accent if self.sign == "eye" else theme.tokens.soft_ink
            self._sign.setPixmap(pixmap(self.sign, colour, theme.px(16)))

    def show_mode(self) -> None:
        """Disable the marks if the conversation can only be read."""
        for mark in (self._mark, *self._others.values()):
            mark.setEnabled(not self._controller.read_only)

    def draw(self) -> None:
        """Update sizes and colours to the theme."""
        for mark in (self._mark, *self._others.values()):
            mark.fit(dense=self._dense)
        self._fit()
        self._name_deeper()
        self._place_others()
        self._draw_sign()

    # ── mouse ───────────────────────────────────────────────────────────────────────────────────

    @property
    def _keeps_marks(self) -> bool:
        """Whether the marks stay without the mouse: those of the current item, unless its details with all answers are below it."""
        return self._dense and self.details is not None

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_others(shown=self._dense or self.details is None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_others(shown=self._keeps_marks)

    def _show_others(self, *, shown: bool) -> None:
        if shown or self._others:
            for state, mark in self.states.items():
                if state is not State.NAMED:
                    mark.setVisible(shown)
            self._name_deeper()
            self._keep_room_beside()

    def _place_others(self) -> None:
        middle = (self.height() - self._mark.height()) // 2
        right, top = (self.width() - SPACE.xs, middle) if self._dense else (self.width() - 8, self._mark.y())
        for place, mark in enumerate(reversed(self._others.values()), 1):
            mark.move(right - place * (mark.width() + _GAP), top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_others()

    def _clicked(self, state: State) -> None:
        self._controller.set_state(self.item.id, state)
        self._take()
        self.refresh()  # Qt has toggled the mark at the click

    def _take(self) -> None:
        self._controller.select(self.item.id)
        focus = QApplication.focusWidget()
        if focus is None or self.details is None or not self.details.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept the press and act on the release, so that the row does not move away from the pointer in between."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the item at a click on its row."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._take()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._controller.select(self.item.id)
        self._tell_details(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_details(focused=False)

    def _tell_details(self, *, focused: bool) -> None:
        if self.details is not None:
            self.details.show_focus(focused=focused)

    # ── current or not ──────────────────────────────────────────────────────────────────────────

    def set_current(self, details: ItemDetails | None) -> None:
        """Make the row current, with the details below or beside it; with None, no longer current."""
        self.details = details
        self._set_stop(stop=details is not None)
        current = details is not None
        if details is not None:
            details.show_item(self.item)
            details.show_focus(focused=self.hasFocus())  # the row may have had the focus before it became current
        self._show_others(shown=self._keeps_marks or (details is None and self._dense and self.underMouse()))
        if bool(self.property("active")) is not current:
            self.setProperty("active", current)
            if self._dense:
                self.update()
            else:
                restyle(self)

    def set_door(self, *, door: bool) -> None:
        """Set whether the Tab key stops at a row that is not current; no effect on the current one."""
        if self.details is None:
            self._set_stop(stop=door)

    def _set_stop(self, *, stop: bool) -> None:
        """Set whether the Tab key stops here. A mouse press never gives the focus: the click does, when it selects the item."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = pressed(event, on_item=True)
        if does is None:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(does)
