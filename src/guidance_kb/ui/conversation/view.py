"""The conversation view: headings on the left, items in the middle, signals on the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.ui.conversation.controller import Controller
from guidance_kb.ui.conversation.desk import Desk
from guidance_kb.ui.conversation.header import Header
from guidance_kb.ui.conversation.items import ItemList
from guidance_kb.ui.conversation.material import Material
from guidance_kb.ui.conversation.panel import SidePanel
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
    """A first contact, in memory.

    Signals:
        open_requested (str): The entry, barrier or drive with this id is wanted in the reading pane.
        print_requested (Session | None): The form of a session is wanted on paper; None stands for the empty form.
        pdf_requested (Session | None): The same as a PDF.
    """

    open_requested = Signal(str)
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
        content.addWidget(self.header)
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
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.controller.undo)

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
