"""The details of the current item: the answers in words, how to ask, what to watch for, a note, and the reason for asking."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from guidance_kb.conversation.answers import By, State
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.checklist.earlier_answer import EarlierAnswerLine
from guidance_kb.ui.conversation.checklist.key_bindings import Command, leaves_note, pressed
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.conversation.words import locators, titles
from guidance_kb.ui.core.answers import ANSWER_KEYS
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.announcement import in_a_row
from guidance_kb.ui.widgets.basics import button, icon_only, label, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout, RememberingColumn, add_layout
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_LINES, _LINES_BESIDE = 2, 1
"""Lines of a note that are visible without scrolling, below a row and beside the list."""


class ItemDetails(TranslatedWidget, QFrame):
    """The details of the current item, beside the list or below its row. There is one instance, which moves from row to row.

    It is one stop of the Tab key. Its accessible description is all its text, so that a screen reader speaks it there.

    Signals:
        left: The counselor has finished the note, or clicked beside the controls.
        pressed (Command): A key with this command was pressed on the details or one of its buttons.
        focused (bool): The details themselves, not a control in them, got or lost the keyboard focus.
    """

    left = Signal()
    pressed = Signal(object)
    focused = Signal(bool)

    def __init__(self, controller: SessionController, services: Services, display_mode: DisplayMode) -> None:
        super().__init__()
        self.setProperty("role", "hand")
        speak_as(self, QAccessible.Role.Grouping)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._controller, self._services, self._display_mode = controller, services, display_mode
        self._item: Item | None = None
        self._beside = self._whole = False
        self.label = label(role="strong")
        self.whole = button("", "more", lambda: self.pressed.emit(Command.WHOLE))
        self.states: dict[State, QPushButton] = {state: self._choice(state) for state in ANSWER_KEYS}
        self.by = button("", "quiet", self._toggle_by)
        self.earlier = EarlierAnswerLine(controller, services)
        self._open = label(role="say")
        self._captions = [label(role="caption", wrap=False) for _ in range(5)]
        self._softer, self._follow_up, self._observe = label(), label(), label()
        self._withheld = label(role="caption")
        self._why, self._source = label(role="caption"), label(role="caption")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self._typed)
        self.warned = Warned(self.note, services)
        for each in (*self.states.values(), self.by, self.whole, self.note, *self.earlier.buttons):
            each.installEventFilter(self)
        self._by, self._by_word = By.CLIENT, ""
        self._answers = FlowLayout(spacing=6)
        self._build()
        self.retranslate()
        self.draw()
        self.hide()
        self.earlier.note_wanted.connect(self.take_note)
        controller.last_time_changed.connect(self._show_earlier)
        services.theme.changed.connect(self.draw)
        display_mode.changed.connect(self._show_calm)

    def _choice(self, state: State) -> QPushButton:
        made = button("", "state", lambda: self._choose(state), checkable=True)
        speak_as(made, QAccessible.Role.RadioButton)  # at most one is checked, and a click on that unchecks it
        return made

    def _choose(self, state: State) -> None:
        if self._item is not None:
            self._controller.set_state(self._item.id, state)
            self.refresh()  # Qt has toggled the button at the click

    def _toggle_by(self) -> None:
        if self._item is not None:
            self._controller.toggle_by(self._item.id)

    def _typed(self) -> None:
        if self._item is not None:
            self._controller.set_note(self._item.id, self.note.toPlainText())

    # ── layout ──────────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        for each in (*self.states.values(), self.by):
            self._answers.addWidget(each)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for place, content in enumerate((self.warned, self._softer, self._follow_up, self._observe, self._why)):
            caption: QLabel = self._captions[place]
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            caption.setContentsMargins(0, 2, 0, 0)
            self._grid.addWidget(caption, place, 0)
            self._grid.addWidget(content, place, 1)
        self._grid.addWidget(self._source, len(self._captions), 1)
        head = row(spacing=SPACE.md)
        head.addWidget(self.label, 1)
        head.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignTop)
        self._content = RememberingColumn(self)
        add_layout(self._content, head)
        self._content.addWidget(self._open)
        add_layout(self._content, self._answers)
        self._content.addWidget(self._withheld)
        self._content.addWidget(self.earlier)
        add_layout(self._content, self._grid)
        self.label.hide()
        self.whole.hide()

    def draw(self) -> None:
        """Update sizes and colours to the text size and the theme."""
        px, beside = self._services.theme.px, self._beside
        if beside:
            self._content.setContentsMargins(SPACE.lg, SPACE.sm, SPACE.lg, SPACE.sm)
        else:
            self._content.setContentsMargins(px(36) + 6, 2, 14, SPACE.md)
        self._content.setSpacing(SPACE.sm if beside else SPACE.md)
        self._grid.setVerticalSpacing(SPACE.xs if beside else 6)
        self.note.setFixedHeight(px(SIZE.line * (_LINES_BESIDE if beside else _LINES)) + px(22))
        self.show_whole(whole=self._whole)
        self._draw_by()

    def set_beside(self, *, beside: bool) -> None:
        """Show the details beside the list, with the label of the item, or below its row, which shows the label."""
        self._beside = beside
        self.setProperty("role", "" if beside else "hand")
        restyle(self)
        self.label.setVisible(beside)
        self.whole.setVisible(beside)
        self.draw()

    def show_whole(self, *, whole: bool) -> None:
        """Show on the button whether it enlarges the details, or makes them small again."""
        self._whole, theme = whole, self._services.theme
        size = theme.px(SIZE.icon_small)
        name = self.tr("Less of the question (Space)") if whole else self.tr("All of the question (Space)")
        icon_only(self.whole, icon("chevron-up" if whole else "chevron-down", theme.tokens.accent, size), size, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Reserve the space of the hidden `by` button beside the answers, so that an answer moves nothing.

        Where its word does not fit, it shows only its icon; where that does not fit either, it comes on a line of its own.
        """
        margins, gaps = self._content.contentsMargins(), self._answers.spacing() * len(self.states)
        room = self.width() - margins.left() - margins.right() - gaps
        room -= sum(each.sizeHint().width() for each in self.states.values())
        self.by.setText(f"\N{EN SPACE}{self._by_word}")
        if self.by.sizeHint().width() > room:
            self.by.setText("")
        fits = self.by.sizeHint().width() <= room
        keeping = self.by.sizePolicy()
        if keeping.retainSizeWhenHidden() is not fits:
            keeping.setRetainSizeWhenHidden(fits)
            self.by.setSizePolicy(keeping)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def show_item(self, item: Item) -> None:
        """Show another item. The undo history of the note field is cleared."""
        self._item = item
        self._show_texts(item)
        self.forget()

    def follow(self, row: QWidget) -> None:
        """Move right after a row among the children of its parent: screen readers follow that order, which is the order of creation."""
        around = row.parentWidget()
        others = [] if around is None else [each for each in around.children() if isinstance(each, QWidget)]
        after = next((each for each in others[others.index(row) + 1 :] if each is not self), None)
        if after is None:
            self.raise_()
        else:
            self.stackUnder(after)

    def put_away(self) -> None:
        """Hide the details, and remove the text of the note."""
        self._item = None
        self.earlier.show_item(None)
        self.note.clear()
        self.forget()
        self.hide()

    def forget(self) -> None:
        """Keep the text of the note, and clear its undo history."""
        self.note.document().clearUndoRedoStacks()
        self.warned.look()

    def retranslate(self) -> None:
        captions = (self.tr("Note"), self.tr("Softer"), self.tr("Follow-up"), self.tr("Watch for"), self.tr("Why"))
        for caption, words in zip(self._captions, captions, strict=True):
            caption.setText(words)
        for state, choice in self.states.items():
            words = as_title(ANSWER_LABELS[state])
            choice.setText(f"{ANSWER_KEYS[state]}\N{EN SPACE}{words}")
            choice.setAccessibleName(words)
        self._draw_by()
        if self._item is not None:
            self._show_texts(self._item)

    def _show_texts(self, item: Item) -> None:
        language = self._services.language
        text = item.text(language)
        for way, words in ((self._open, text.open), (self._softer, text.softer), (self._follow_up, text.follow_up)):
            way.setText(f"“{words}”")
        self._observe.setText(text.observe)
        self._why.setText(text.why)
        self._source.setText(
            self.tr("Our wording, based on the report: {sections}").format(
                sections=locators(self._services.library, item.sections)
            )
        )
        self._source.setToolTip(titles(self._services.library, item.sections, language))
        self.setAccessibleName(text.label)
        self.note.setAccessibleName(self.tr("Note on: {item}").format(item=text.label))
        self.show_mode()
        self._show_earlier()
        self.refresh()
        self._show_calm()

    def _show_earlier(self) -> None:
        self.earlier.show_item(None if self._item is None else self._item.id)

    def show_mode(self) -> None:
        """Show whether the conversation can only be read, and whether notes are saved."""
        read_only = self._controller.read_only
        self.note.setReadOnly(read_only)
        for each in (*self.states.values(), self.by):
            each.setEnabled(not read_only)
        kept, only_now = self.tr("In your own words, without names"), self.tr("Only for now: not saved")
        self.note.setPlaceholderText("" if read_only else kept if self._controller.kept else only_now)
        self._show_withheld()

    def _show_withheld(self) -> None:
        """Show that nothing of this item is kept, where the client did not consent to it."""
        withheld = self._item is not None and self._controller.withholds(self._item.id)
        self._withheld.setVisible(withheld)
        self._withheld.setText(self.tr("Not kept: the client did not consent to this.") if withheld else "")

    def refresh(self) -> None:
        """Show the current answer; the note field is not touched if its text is equal."""
        if self._item is None:
            return
        answer = self._controller.session.answer(self._item.id)
        for state, choice in self.states.items():
            choice.setChecked(state is answer.state)
        self.by.setVisible(answer.state in (State.NAMED, State.NOT_AN_ISSUE))  # the other states have no source
        if answer.by is not self._by:
            self._by = answer.by
            self._draw_by()
        self.earlier.refresh()
        if self.note.toPlainText() != answer.note:
            self.note.setPlainText(answer.note)

    def _draw_by(self) -> None:
        """Show on the button `by` who gave the answer."""
        theme, observed = self._services.theme, self._by is By.OBSERVED
        colour = theme.tokens.accent if observed else theme.tokens.soft_ink
        words, self._by_word = as_title(OBSERVERS[self._by]), self.tr("Observed") if observed else self.tr("Said")
        self.by.setIcon(icon("eye" if observed else "message-circle", colour, theme.px(SIZE.icon)))
        self.by.setIconSize(QSize(theme.px(SIZE.icon), theme.px(SIZE.icon)))
        self.by.setAccessibleName(words)
        self.by.setToolTip(self.tr("{who}. Press to change (Shift+O).").format(who=words))
        self._keep_room()

    def _show_calm(self) -> None:
        """Hide the texts that the client should not read along."""
        for each in (self._captions[3], self._observe, self._captions[4], self._why, self._source):
            each.setVisible(not self._display_mode.quiet)
        if self._item is not None:  # the label claims something; the topic does not
            text = self._item.text(self._services.language)
            self.label.setText(text.topic if self._display_mode.quiet else text.label)
        self._tell_text()

    def _tell_text(self) -> None:
        """Set the accessible description to the visible texts: labels take no focus, so a screen reader would skip them."""
        ways = (self.warned, self._softer, self._follow_up, self._observe, self._why)
        said = [
            f"{caption.text()}: {way.text()}"
            for caption, way in zip(self._captions, ways, strict=True)
            if isinstance(way, QLabel) and not way.isHidden()
        ]
        source = [] if self._source.isHidden() else [self._source.text()]
        self.setAccessibleDescription(in_a_row([self._open.text(), self.earlier.said.text(), *said, *source]))

    def show_focus(self, *, focused: bool) -> None:
        """Highlight the details together with their row, which has the keyboard focus."""
        if self.property("active") is not focused:
            self.setProperty("active", focused)
            if not self._beside:  # beside the list, the pane shows it
                restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept the press and act on the release: focusing the row may scroll the list."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Treat a click beside the controls as a click on the item."""
        if self.rect().contains(event.position().toPoint()):
            self.left.emit()

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.show_focus(focused=True)
        self.focused.emit(True)  # noqa: FBT003 - a signal takes no name

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_focus(focused=False)
        self.focused.emit(False)  # noqa: FBT003 - a signal takes no name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = pressed(event, on_item=True) if self.hasFocus() else None  # a read-only note passes its keys on
        if does is None:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(does)

    def take_note(self) -> None:
        """Focus the note, with the cursor at its end."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the note at Escape or Ctrl+Enter; on the buttons, handle the keys of the row, and click at Enter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.note:
                if leaves_note(event):
                    self.left.emit()
                    return True
            elif isinstance(watched, QPushButton):
                return self._on_button(watched, event)
        return super().eventFilter(watched, event)

    def _on_button(self, watched: QPushButton, event: QKeyEvent) -> bool:
        does = pressed(event, on_item=True)
        if does is Command.WHOLE:  # the space bar, which clicks a button
            return False
        if does is Command.NEXT_OPEN:
            watched.click()
        elif does is not None:
            self.pressed.emit(does)
        return does is not None
