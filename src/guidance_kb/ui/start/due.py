"""The card of due steps and follow-ups on the start page; it is visible only while the casebook is open."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import column

if TYPE_CHECKING:  # the first paint needs nothing of the casebook
    from guidance_kb.ui.start.duelist import DueList


class DueCard(QWidget):
    """The container of the list, which is created when the casebook opens and deleted when it locks."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._content = column(self)
        self.list: DueList | None = None
        services.casebook.clear_on_lock(ClientData.DUE, self._clear_when_locked)
        services.casebook.changed.connect(self._follow)
        self._follow(Changes.STATE)

    def _follow(self, what: Changes) -> None:
        if Changes.STATE not in what:
            return
        is_open = self._services.casebook.state is CasebookState.OPEN
        if not is_open or self.parentWidget() is not None:  # a widget without a parent would be shown as a window
            self.setVisible(is_open)
        if is_open and self.list is None:
            from guidance_kb.ui.start.duelist import DueList  # noqa: PLC0415 - not needed without records

            self.list = DueList(self._services)
            self._content.addWidget(self.list)
            self.list.show()

    def _clear_when_locked(self) -> None:
        self.hide()
        if self.list is not None:
            self._content.removeWidget(self.list)
            self.list.hide()
            self.list.setParent(None)
            self.list.deleteLater()
            self.list = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.list is not None:
            self.list.ask()
