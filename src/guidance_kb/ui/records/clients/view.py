"""The records view: the list of clients, and the record of one of them.

This widget owns all client data on the screen. It is created when the casebook opens and deleted when it locks (`ui/records/room.py`), so
that nothing in it has to be cleared one by one.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.records.clients import ClientFilter
from guidance_kb.casebook.storage.full_text import FoundText, Source
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import WITHIN, bind
from guidance_kb.ui.records.clients.clients import ClientList
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.finder import RecordFinder
from guidance_kb.ui.records.clients.header import Fill
from guidance_kb.ui.records.clients.page import RecordPage, Tab
from guidance_kb.ui.widgets.basics import button, card, column, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_BOTH = 800
"""The width in pixels at 100 % from which the list is beside the record."""

_LIST, _ANY = 290, 1 << 20
"""The width of the list beside a record, in pixels at 100 %, and a width without limit."""

_NARROWEST = 380
"""The minimum width in pixels at 100 % at which everything is readable."""

_PAGES = {
    Source.NOTE: (Tab.NOTES, "note"),
    Source.STEP: (Tab.STEPS, "step"),
    Source.FOLLOW_UP: (Tab.FOLLOW_UP, "follow-up"),
    Source.CLIENT: (Tab.OVERVIEW, ""),
}
"""The page of each source of a text, and the prefix of the object names of its buttons. Notes with answers are in their conversation."""


class RecordsView(TranslatedWidget, QWidget):
    """The list of clients and the record of one of them. It exists while the casebook is open."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._services = services
        self.controller = RecordController(services.casebook, self)
        self.clients, self.finder = ClientList(self.controller, services), RecordFinder(self.controller, services)
        self.page = RecordPage(self.controller, services)
        self.to_clients, self.to_notes = button(role="tab", checkable=True), button(role="tab", checkable=True)
        self._left, self._right = card("pane"), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_clients()

    def _lay_out(self) -> None:
        tabs = FlowLayout(spacing=4)
        group = OneOf(self)
        for each in (self.to_clients, self.to_notes):
            group.addButton(each)
            tabs.addWidget(each)
        left = column(self._left, spacing=10, margins=(16, 12, 12, 10))
        add_layout(left, tabs)
        left.addWidget(self.clients, 1)
        left.addWidget(self.finder, 1)
        column(self._right, margins=(20, 14, 8, 0)).addWidget(self.page)
        across = row(self, spacing=0)
        across.addWidget(self._left)
        across.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.clients.chosen.connect(self.controller.open)
        self.clients.opened.connect(self.open_client)
        self.clients.made.connect(self.open_client)
        self.finder.opened.connect(self._go_to)
        self.to_clients.clicked.connect(self.show_clients)
        self.to_notes.clicked.connect(self.show_finder)
        self.page.header.back_wanted.connect(self._back)
        self.controller.shown.connect(self.share_room)
        self._services.theme.changed.connect(self.share_room)
        keys = (("new-client", self._make_new), ("search-notes", self.show_finder), ("call", self.page.call))
        for name, act in keys:
            bind(name, self, act, WITHIN)

    # ── navigation ──────────────────────────────────────────────────────────────────────────────

    @property
    def client(self) -> int | None:
        """The id of the client whose record is shown."""
        return self.controller.client

    def set_menu(self, fill: Fill) -> None:
        """Set the function that adds actions to the menu of a record; `fill(menu, client)` is called each time the menu opens."""
        self.page.header.fill = fill

    def show_client(self, client: int) -> None:
        """Show the record of a client without moving the focus."""
        self.controller.open(client)

    def show_due(self) -> None:
        """Show the clients with something due."""
        self.show_clients()
        self.clients.show_filter(ClientFilter.DUE)

    def open_client(self, client: int) -> None:
        """Show the record of a client and focus it."""
        self.controller.open(client)
        self.page.point_at(Tab.OVERVIEW)
        self.share_room()

    def call_client(self, client: int, follow_up: int) -> None:
        """Show the record of a client with the form of a call for a follow-up."""
        self.controller.open(client)
        self.page.call(follow_up)
        self.share_room()

    def _go_to(self, found: FoundText) -> None:
        """Go to a text that was found."""
        self.controller.open(found.client)
        self.share_room()
        if found.source is Source.ANSWER:
            if found.session:
                self._services.navigator.resume_conversation(found.session)
            else:
                self._services.navigator.start_conversation(found.client)
        else:
            tab, name = _PAGES[found.source]
            self.page.point_at(tab, f"{name}-{found.row}")

    def show_clients(self) -> None:
        """Show the list of clients at the left."""
        self.to_clients.setChecked(True)
        self.finder.hide()
        self.clients.show()

    def show_finder(self) -> None:
        """Show the search in notes at the left."""
        self.to_notes.setChecked(True)
        self.clients.hide()
        self.finder.show()
        self._left.show()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Focus the list of clients."""
        self.clients.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_new(self) -> None:
        self.show_clients()
        self._left.show()
        self.clients.open_form()

    def _back(self) -> None:
        self.controller.open(None)
        self.share_room()
        self.take_focus()

    def share_room(self, _: object = None) -> None:
        """Show list and record side by side, or only one of them if the view is too narrow: the record if a client is selected."""
        px = self._services.theme.px
        both = self.width() >= px(_BOTH)
        reading = self.controller.client is not None
        self._left.setVisible(both or not reading)
        self._right.setVisible(both or reading)
        self.page.header.back.setVisible(not both)
        self._left.setMinimumWidth(px(_LIST) if both else 0)
        self._left.setMaximumWidth(px(_LIST) if both else _ANY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Clients"))
        self.to_clients.setText(self.tr("Clients"))
        self.to_notes.setText(self.tr("Search in notes"))
        self.to_notes.setToolTip(self.tr("Search in notes (Ctrl+Shift+F)"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.controller.look(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.controller.look(on=False)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._services.theme.px(_NARROWEST), self._services.theme.px(_NARROWEST // 2))
