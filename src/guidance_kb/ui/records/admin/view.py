"""The administration view: a page with tabs (backups, retention, import, privacy texts), and the pages about one client."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.backups import BackupsPanel
from guidance_kb.ui.records.admin.destinations import AdminPart, OfClient
from guidance_kb.ui.records.admin.erase_page import ErasePage
from guidance_kb.ui.records.admin.export_page import CopyPage, HandOverPage
from guidance_kb.ui.records.admin.import_page import TakeInPanel
from guidance_kb.ui.records.admin.page import AdminPage, Panel
from guidance_kb.ui.records.admin.retention import RetentionPanel
from guidance_kb.ui.records.admin.texts import TextsPanel
from guidance_kb.ui.widgets.basics import button, column
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf

_PANELS = {
    AdminPart.BACKUPS: BackupsPanel,
    AdminPart.RETENTION: RetentionPanel,
    AdminPart.TAKE_IN: TakeInPanel,
    AdminPart.TEXTS: TextsPanel,
}
_PAGES = {OfClient.COPY: CopyPage, OfClient.HAND_OVER: HandOverPage, OfClient.ERASE: ErasePage}


class PartsPage(AdminPage):
    """The page with the tabs; the panel of a tab is created when it is first shown.

    Signals:
        restore_requested (Path): The user wants to restore the backup in this folder.
        client_page_requested (OfClient, int): The user wants a page about this client.
    """

    restore_requested = Signal(object)
    client_page_requested = Signal(object, int)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._stack = QStackedWidget()
        self._panels: dict[AdminPart, Panel] = {}
        self.tabs = {part: button("", "tab", partial(self.show_part, part), checkable=True) for part in AdminPart}
        group = OneOf(self)
        strip = QWidget()
        flow = FlowLayout(spacing=4)
        add_layout(column(strip, margins=(18, 2, 18, 2)), flow)
        for tab in self.tabs.values():
            group.addButton(tab)
            flow.addWidget(tab)
        self.outer.addWidget(strip)
        self.outer.addWidget(self._stack, 1)
        self.retranslate()

    def show_part(self, part: AdminPart) -> None:
        """Show the panel of a part."""
        self.tabs[part].setChecked(True)
        panel = self.panel(part)
        self._stack.setCurrentWidget(panel)
        self.first = panel

    def panel(self, part: AdminPart) -> Panel:
        """Return the panel of a part, created on first use."""
        if part not in self._panels:
            made = self._panels[part] = _PANELS[part](self.services)
            self._stack.addWidget(made)
            if isinstance(made, BackupsPanel):
                made.restore_requested.connect(self.restore_requested)
            if isinstance(made, RetentionPanel):
                made.erase_requested.connect(partial(self.client_page_requested.emit, OfClient.ERASE))
            if isinstance(made, RetentionPanel | TakeInPanel):
                made.record_requested.connect(self.record_requested)
        return self._panels[part]

    def retranslate(self) -> None:
        """Set the title and the names of the tabs in the current language."""
        self.title.setText(self.tr("Keeping the records"))
        for part, said in (
            (AdminPart.BACKUPS, self.tr("Backups")),
            (AdminPart.RETENTION, self.tr("Retention")),
            (AdminPart.TAKE_IN, self.tr("Take over")),
            (AdminPart.TEXTS, self.tr("Privacy texts")),
        ):
            self.tabs[part].setText(said)
        super().retranslate()


class AdminView(QWidget):
    """The view that `RecordsRoom` shows over the records. It exists only while it is shown, and is deleted when the casebook locks.

    Args:
        services: The services of the window.
        wanted: The part to show first, or a page about a client.
        client: The client's id, for a page about a client.

    Signals:
        left: The user leaves the view; emitted before `record_requested`.
        record_requested (int): The user wants to see the record of this client.
        restore_requested (Path): The user wants to restore the backup in this folder.
    """

    left = Signal()
    record_requested = Signal(int)
    restore_requested = Signal(object)

    def __init__(self, services: Services, wanted: AdminPart | OfClient = AdminPart.BACKUPS, client: int = 0) -> None:
        super().__init__()
        self._services = services
        self._stack = QStackedWidget()
        column(self).addWidget(self._stack)
        self.parts: PartsPage | None = None
        if isinstance(wanted, AdminPart):
            self.parts = parts = PartsPage(services)
            parts.restore_requested.connect(self.restore_requested)
            parts.client_page_requested.connect(self.show_client_page)
            self._add(parts)
            parts.show_part(wanted)
        else:
            self.show_client_page(wanted, client)

    @property
    def shown(self) -> AdminPage:
        """The page on top."""
        page = self._stack.currentWidget()
        assert isinstance(page, AdminPage)  # noqa: S101 - there is always one
        return page

    def show_client_page(self, wanted: OfClient, client: int) -> None:
        """Show a page about a client on top of the others."""
        self._add(_PAGES[wanted](self._services, client))

    def _add(self, page: AdminPage) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.left.connect(partial(self._leave, page))
        page.record_requested.connect(self._to_record)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, page: AdminPage) -> None:
        """Remove a page about a client and show the tabs again; without tabs, leave the view."""
        if self.parts is None or page is self.parts:
            self.left.emit()
            return
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_record(self, client: int) -> None:
        self.left.emit()
        self.record_requested.emit(client)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
