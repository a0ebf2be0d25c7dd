"""The top of the conversation view: the title, the buttons, and a line about the list and whether it is saved."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from guidance_kb.documents.form import FormKind
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, icon_only, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class ConversationHeader(TranslatedWidget, QWidget):
    """The title and the buttons of a conversation.

    Attributes:
        notice: A line about the list and whether it is saved; it has its place in the view.

    Signals:
        print_wanted (FormKind): The user asked to print the form of this conversation or an empty form.
        pdf_wanted (FormKind): The user asked for the same as a PDF.
        new_wanted: The user asked for a new conversation.
        undo_wanted: The user asked to undo the last change.
        last_time_wanted: The user asked to see what was last time, or to close it.
    """

    print_wanted = Signal(object)
    pdf_wanted = Signal(object)
    new_wanted = Signal()
    undo_wanted = Signal()
    last_time_wanted = Signal()

    def __init__(self, controller: SessionController, services: Services, display_mode: DisplayMode) -> None:
        super().__init__()
        self._controller, self._services, self._calmness = controller, services, display_mode
        self.title = label(role="heading", wrap=False)
        self.notice = label(role="caption")
        self.core = button("", "tab", lambda: controller.show_core_only(core_only=True), checkable=True)
        self.all = button("", "tab", lambda: controller.show_core_only(core_only=False), checkable=True)
        self._scope = OneOf(self)
        self._scope.addButton(self.core)
        self._scope.addButton(self.all)
        self.last_time = button("", "tab", self.last_time_wanted.emit, checkable=True)
        self.last_time.hide()
        self.quiet = button("", "tab", display_mode.toggle_quiet, checkable=True)
        self.freeze = button("", "tab", display_mode.toggle_frozen, checkable=True)
        self.undo = button("", "quiet", self.undo_wanted.emit)
        self.new = button("", "quiet", self.new_wanted.emit)
        self.print = button("", "")
        self._menu = QMenu(self)
        self.forms: dict[FormKind, QAction] = {}
        self.pdfs: dict[FormKind, QAction] = {}
        for kind in FormKind:
            self.forms[kind] = self._offer(self.print_wanted, kind)
            self.pdfs[kind] = self._offer(self.pdf_wanted, kind)
            self._menu.addSeparator()
        self.print.setMenu(self._menu)
        self._waiting, self._stacked, self._number, self._practises = 0, False, 1, False
        self._brings_back = False  # whether `undo` brings the conversation before back
        self._build()
        self.retranslate()
        for happened in (
            controller.changed,
            controller.judged,
            controller.scope_changed,
            controller.restarted,
            controller.mode_changed,
        ):
            happened.connect(self.refresh)
        services.theme.changed.connect(self.draw)
        display_mode.changed.connect(self._show_calmness)

    def _offer(self, signal: SignalInstance, kind: FormKind) -> QAction:
        """Add an action to the print menu, and return it."""
        action = self._menu.addAction("")
        action.triggered.connect(lambda: signal.emit(kind))
        return action

    def _build(self) -> None:
        scope = row(spacing=4)
        scope.addWidget(self.core)
        scope.addWidget(self.all)
        left = row(spacing=14)
        left.addWidget(self.title)
        add_layout(left, scope)
        left.addWidget(self.last_time)
        left.addStretch(1)
        right = row(spacing=6)
        right.addStretch(1)
        for each in (self.quiet, self.freeze, self.undo, self.new, self.print):
            right.addWidget(each)
        across = row(self, spacing=6)
        add_layout(across, left)
        add_layout(across, right)

    def set_room(self, *, stacked: bool, beside: bool) -> None:
        """Show the buttons as icons only, or with their texts; and the notice at the right of its place, or at the left."""
        at = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self.notice.setAlignment(at | Qt.AlignmentFlag.AlignVCenter)
        if stacked is not self._stacked:
            self._stacked = stacked
            self.draw()

    def show_number(self, number: int) -> None:
        """Show the number of the conversation among those of its client."""
        if number != self._number:
            self._number = number
            self.retranslate()

    def show_last_time(self, *, wanted: bool, opened: bool) -> None:
        """Show whether there is something of last time, and whether it is open."""
        self.last_time.setVisible(wanted)
        self.last_time.setChecked(opened)

    def practise(self) -> None:
        """Leave out that nothing is saved, because the practice shows that itself."""
        self._practises = True
        self.refresh()

    def show_waiting(self, count: int) -> None:
        """Show how many new signals are not shown because the display is frozen."""
        if count != self._waiting:
            self._waiting = count
            self._show_calmness()

    def retranslate(self) -> None:
        first = self._number == 1
        self.title.setText(
            self.tr("First contact") if first else self.tr("Conversation {number}").format(number=self._number)
        )
        self.last_time.setText(self.tr("Last time"))
        self.last_time.setToolTip(self.tr("The goal, the steps, and what is planned"))
        self.core.setText(self.tr("Core list"))
        self.core.setToolTip(self.tr("About ten minutes"))
        self.all.setText(self.tr("All items"))
        self.forms[FormKind.FILLED].setText(self.tr("Print this conversation…"))
        self.pdfs[FormKind.FILLED].setText(self.tr("Save this conversation as PDF…"))
        self.forms[FormKind.CORE].setText(self.tr("Print the empty form of one sheet…"))
        self.pdfs[FormKind.CORE].setText(self.tr("Save the empty form of one sheet as PDF…"))
        self.forms[FormKind.WHOLE].setText(self.tr("Print the long empty form…"))
        self.pdfs[FormKind.WHOLE].setText(self.tr("Save the long empty form as PDF…"))
        self.draw()
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Update what depends on the answers. Icons do not: a new one has the whole window laid out again."""
        controller = self._controller
        self.core.setChecked(controller.core_only)
        self.all.setChecked(not controller.core_only)
        self.undo.setEnabled(controller.can_undo)
        self.new.setEnabled(controller.begun or controller.kept)
        for filled in (self.forms[FormKind.FILLED], self.pdfs[FormKind.FILLED]):
            filled.setEnabled(bool(controller.session.answers))
        self.notice.setText(self._calm_words())
        if controller.just_restarted is not self._brings_back:
            self._brings_back = controller.just_restarted
            self.draw()

    def draw(self) -> None:
        """Name and draw the buttons by the room, the theme and the language."""
        self._name(self.undo, "undo-2", self.tr("Bring the last one back") if self._brings_back else self.tr("Undo"))
        self._name(self.new, "user-round", self.tr("New conversation"))
        self._name(self.print, "printer", self.tr("Print"))
        self._show_calmness()

    def _show_calmness(self) -> None:
        """Show whether the display is quiet and frozen. The tooltips of the buttons explain what they do."""
        theme, display_mode = self._services.theme, self._calmness
        quiet, frozen = self.tr("The client is watching (Shift+H)"), self.tr("Freeze the signals (Shift+B)")
        shown, followed = self.tr("Show the signals again (Shift+H)"), self.tr("Let the signals follow again (Shift+B)")
        for made, drawing, on, name, tip in (
            (self.quiet, "eye-off", display_mode.quiet, quiet, shown if display_mode.quiet else quiet),
            (self.freeze, "pin", display_mode.frozen, frozen, followed if display_mode.frozen else frozen),
        ):
            if made.isChecked() is not on:  # announced wherever the focus is, because a key can change it too
                made.setChecked(on)
                told = self.tr("{what}: on") if on else self.tr("{what}: off")
                announce(made, told.format(what=name.rsplit(" (", 1)[0]))
            icon_only(made, icon(drawing, theme.tokens.accent, theme.px(16)), theme.px(16), name)
            made.setToolTip(tip)
        new = self.tr("Frozen · {count} new").format(count=self._waiting) if self._waiting else self.tr("Frozen")
        self.freeze.setText(f"\N{EN SPACE}{new}" if display_mode.frozen else "")

    def _calm_words(self) -> str:
        if self._controller.just_restarted:
            return self.tr(
                "Another conversation has begun. The one before was not saved; it can be brought back until the first answer."
            )
        no_test = self.tr("The list is an aid to memory, not a validated test.")
        if self._controller.kept or self._practises:
            return no_test
        in_memory = self.tr("In memory only.")
        return f"{in_memory} {no_test}"

    def _name(self, named: QPushButton, drawing: str, text: str) -> None:
        tokens, size = self._services.theme.tokens, self._services.theme.px(16)
        usual = tokens.ink if named is self.print else tokens.accent
        drawn = icon(drawing, usual, size)
        if self._stacked:
            named.setText("")
            icon_only(named, drawn, size, text)
        else:
            named.setToolTip("")
            text_and_icon(named, drawn, size, text)
