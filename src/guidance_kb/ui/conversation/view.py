"""The conversation view: headings on the left, items in the middle, signals on the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.ui.conversation.choosing import ClientChooser
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.cutoff import CutOffBanner
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.conversation.header import Header
from guidance_kb.ui.conversation.items import ItemList
from guidance_kb.ui.conversation.material import Material
from guidance_kb.ui.conversation.panel import SidePanel
from guidance_kb.ui.conversation.question import Asked, Question
from guidance_kb.ui.conversation.saver import Saver, Standing
from guidance_kb.ui.conversation.standing import StandingLine
from guidance_kb.ui.conversation.themes import ThemeOverview
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import column, row
from guidance_kb.ui.widgets.taborder import follow_layout

_ONE_LINE = 800
"""From this width on (at 100 %), all buttons stand on one line."""

_THREE_COLUMNS = 1120
"""From this width on (at 100 %), the headings have a column of their own."""


_NARROWEST = 420
"""The least width (at 100 %) at which all can be read."""


class ConversationView(QWidget):
    """A first contact: in memory, and in the casebook once a client was chosen.

    Signals:
        record_requested (int): The record of this client is wanted.
        open_requested (str): The entry, barrier or drive with this id is wanted in the reading pane.
        print_requested (Session | None): The form of a session is wanted on paper; None stands for the empty form.
        pdf_requested (Session | None): The same as a PDF.
    """

    open_requested = Signal(str)
    record_requested = Signal(int)
    print_requested = Signal(object)
    pdf_requested = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self.controller = Controller(Checklist.of(services.library), self)
        self.items = ItemList(self.controller, services)
        desk = Desk(services, self.controller, Material(services.library), self.items.go_to, self.open_requested.emit)
        self.header = Header(self.controller, services)
        self.themes = ThemeOverview(self.controller, services, self)
        self.side = SidePanel(desk)
        self.saver = Saver(self.controller, services.casebook, self._place, self)
        self.standing = StandingLine(self.saver, services)
        self.chooser = ClientChooser(self.saver, services)
        self.question = Question()
        self.cut_off = CutOffBanner(self.saver, self.controller.checklist, services)
        self._build()
        self._connect()
        self._share_room()

    def _build(self) -> None:
        middle = column(spacing=6)
        middle.addWidget(self.themes.combo)
        middle.addWidget(self.items, 1)
        columns = row(spacing=14)
        columns.addWidget(self.themes.list)
        columns.addLayout(middle, 1)
        columns.addWidget(self.side)
        content = column(self, spacing=10, margins=(18, 12, 12, 10))
        top = column(spacing=4)
        top.addWidget(self.header)
        top.addWidget(self.standing)
        content.addLayout(top)
        for part in (self.cut_off, self.chooser, self.question):
            content.addWidget(part)
        content.addLayout(columns, 1)

    def _connect(self) -> None:
        for wanted, requested in (
            (self.header.print_wanted, self.print_requested),
            (self.header.pdf_wanted, self.pdf_requested),
        ):
            wanted.connect(lambda filled, ask=requested: ask.emit(self.controller.session if filled else None))
        self.themes.chosen.connect(self.items.go_to_theme)
        self.items.theme_reached.connect(self.themes.mark)
        self._services.theme.changed.connect(self._share_room)
        self.header.new_wanted.connect(self.saver.restart)
        self.standing.record_wanted.connect(self.record_requested)
        self.standing.choosing_wanted.connect(self._choose)
        self.standing.finish_wanted.connect(self._finish)
        self.standing.reopen_wanted.connect(lambda: self.question.ask(Asked.REOPEN, self.saver.reopen))
        self.controller.restarted.connect(self._close_questions)
        for closed in (self.chooser.closed, self.question.closed):
            closed.connect(self.items.take_focus)
        self.saver.taken_up.connect(self._go_to_place)
        self.side.rearranged.connect(self.saver.moved)
        self.controller.scope_changed.connect(self.saver.moved)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo)
        self.header.undo_wanted.connect(self._undo)

    # ── the casebook ────────────────────────────────────────────────────────────────────────────

    @property
    def is_busy(self) -> bool:
        """Whether something was said that is not finished, or something could not be saved yet."""
        return self.saver.is_busy

    def start_for(self, client: int) -> None:
        """Begins a new conversation of a client; the one in hand is saved and put down.

        Raises:
            BugError: The casebook is not open.
        """
        self.saver.start_for(client)

    def resume(self, session: int) -> None:
        """Takes a draft up where it stopped, or shows a finished conversation; the one in hand is saved and put down.

        Raises:
            BugError: The casebook is not open.
        """
        self.saver.resume(session)

    def put_down(self) -> None:
        """Saves the conversation in hand, lets go of it and clears."""
        self.saver.put_down()

    def _choose(self) -> None:
        self.question.close_question()
        self.chooser.open_chooser()

    def _finish(self) -> None:
        if self.saver.standing is Standing.REFUSED:
            self.chooser.close_chooser()
            self.question.ask(Asked.FINISH_UNSAVED, lambda _: self.saver.finish())
        else:
            self.saver.finish()

    def _undo(self) -> None:
        """Takes back what was done last: finishing, if that was it."""
        if self.saver.just_finished:
            self.saver.take_finish_back()
        else:
            self.controller.undo()

    def _close_questions(self) -> None:
        self.question.close_question()
        self.chooser.close_chooser()

    def _place(self) -> Mapping[str, object]:
        """Where the conversation is, as JSON values."""
        return {
            "item": self.controller.current,
            "core_only": self.controller.core_only,
            "panel": self.side.stack.currentIndex(),
            "unfolded": list(self.side.signals.unfolded),
        }

    def _go_to_place(self, place: Mapping[str, object]) -> None:
        """Shows what was shown; what is not there any more is left out."""
        self.controller.show_core_only(place.get("core_only") is not False)
        unfolded = place.get("unfolded")
        for target in unfolded if isinstance(unfolded, list) else ():
            if target in self.side.signals.cards and target not in self.side.signals.unfolded:
                self.side.signals.toggle(target)
        panel = place.get("panel")
        if isinstance(panel, int) and 0 <= panel < len(self.side.tabs):
            self.side.tabs[panel].click()
        item = place.get("item")
        if isinstance(item, str) and item in self.controller.checklist.items:
            self.items.go_to(item)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - Qt's name
        super().showEvent(event)
        self.saver.look_again()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: D102, FBT001 - Qt's name and argument
        follow_layout(self)  # cards and what an item unfolds are made, and moved, while answers come
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - Qt's name
        super().focusInEvent(event)
        self.items.take_focus()

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        # What the columns need now is no measure: with less room they stand otherwise, and the window could never get smaller.
        return QSize(self._services.theme.px(_NARROWEST), self._services.theme.px(_NARROWEST // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Gives the columns their widths; at large text the headings go into a drop-down."""
        px = self._services.theme.px
        narrow = self.width() < px(_THREE_COLUMNS)
        self.header.set_stacked(stacked=self.width() < px(_ONE_LINE))
        self.themes.set_narrow(narrow=narrow)
        self.side.set_narrow(narrow=narrow)
        self.themes.list.setFixedWidth(px(196))
        self.side.setFixedWidth(min(px(390), round(self.width() * 0.4)))
