"""The records view. It shows the page for the state of the casebook: creation if there is none, unlocking if locked, else the records.

When the state changes, every page is created anew, so that no field, model or undo stack keeps client data or a key. Only the id of
the client whose record was shown is kept.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from guidance_kb.paths import portable_folder
from guidance_kb.preferences.options import LOCK_MINUTES
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.admin.destinations import AdminPart, ClientMenu, OfClient
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.records.vault.passphrase_page import PassphraseChangePage, ReplacingRecoveryKey
from guidance_kb.ui.records.vault.unlock_page import RecoveryView, UnlockView
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, card, column, label, row, text_and_icon
from guidance_kb.ui.widgets.pressable import pressed_by_return
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.ui.records.admin.restore_page import RestoringView
    from guidance_kb.ui.records.admin.view import AdminView
    from guidance_kb.ui.records.clients.view import RecordsView

_Leaves: TypeAlias = "RecoveryView | PassphraseChangePage | ReplacingRecoveryKey | AdminView | RestoringView"


class RecordsRoom(TranslatedWidget, QWidget):
    """The records view of the window.

    Attributes:
        records: The records page; None unless the casebook is open.
        travels: The banner of a portable program.
        manage: The button that opens `menu`.
        minutes: The submenu with the delays of the idle lock.
        unconfirmed: The message that the recovery key was not confirmed.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self.records: RecordsView | None = None
        self._client: int | None = None
        self._travels = portable_folder() is not None
        self.travels = Banner(services.theme)
        self.travels.close_button.clicked.connect(self._put_away)
        self._bar = QWidget()
        self._title = label(role="heading", wrap=False)
        self.manage = button("", "quiet")
        self.menu, self.minutes = QMenu(self), QMenu(self)
        self.manage.setMenu(self.menu)
        self.minutes.aboutToShow.connect(self._fill_minutes)
        self._of_client = ClientMenu(self)
        self._of_client.chosen.connect(self.keep)
        self.unconfirmed = QWidget()
        self._unconfirmed_text = label()
        self._renew = button("", "", self.replace_recovery_key)
        self._stack = QStackedWidget()
        self._lay_out()
        services.casebook.clear_on_lock(ClientData.RECORDS, self._fill)
        services.casebook.changed.connect(self._fill_when_opened)
        services.theme.changed.connect(self.retranslate)
        self._fill()

    def _lay_out(self) -> None:
        across = row(self._bar, spacing=6, margins=(18, 8, 14, 0))
        across.addWidget(self._title)
        across.addStretch(1)
        across.addWidget(self.manage)
        banner = card("banner")
        told = row(banner, margins=(16, 8, 8, 8))
        told.addWidget(self._unconfirmed_text, 1)
        told.addWidget(self._renew)
        row(self.unconfirmed, margins=(18, 6, 18, 10)).addWidget(banner)
        whole = column(self, spacing=0)
        whole.addWidget(self.travels)
        whole.addWidget(self._bar)
        whole.addWidget(self.unconfirmed)
        whole.addWidget(self._stack, 1)

    # ── pages ───────────────────────────────────────────────────────────────────────────────────

    @property
    def shown(self) -> QWidget | None:
        """The current page."""
        return self._stack.currentWidget()

    def _fill_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._services.casebook.state is CasebookState.OPEN:
            self._fill()

    def _fill(self) -> None:
        """Show the page for the state and delete all others; a restore page that still has to show its outcome stays."""
        if getattr(self.shown, "stays", False):
            return
        if self.records is not None:
            self._client, self.records = self.records.client, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        for page in [self._stack.widget(at) for at in range(self._stack.count())]:
            if page is not None:
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        match self._services.casebook.state:
            case CasebookState.NONE:
                creating = CreateView(self._services)
                creating.restore_chosen.connect(self.restore)
                self._show(creating)
            case CasebookState.LOCKED:
                self._show_unlocking()
            case CasebookState.OPEN:
                self._show(self._make_records())
        if had_focus:
            self.setFocus()
        self.retranslate()

    def _make_records(self) -> "RecordsView":
        from guidance_kb.ui.records.clients.view import RecordsView  # noqa: PLC0415 - who keeps no records needs none of it

        self.records = made = RecordsView(self._services)
        made.set_menu(self._of_client.fill)
        if self._client is not None:
            made.show_client(self._client)
        return made

    def _show(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_bar()

    def _show_bar(self) -> None:
        is_open = self._services.casebook.state is CasebookState.OPEN
        at_records = is_open and self.shown is self.records
        self._bar.setVisible(at_records)
        self.unconfirmed.setVisible(at_records and not self._services.casebook.recovery_confirmed)

    def _show_unlocking(self) -> None:
        unlocking = UnlockView(self._services)
        unlocking.forgotten.connect(self._show_recovering)
        unlocking.restore_chosen.connect(self.restore)
        self._show(unlocking)

    def _show_recovering(self) -> None:
        recovering = RecoveryView(self._services)
        recovering.restore_chosen.connect(self.restore)
        self._over(recovering)

    def change_passphrase(self) -> None:
        """Show the page that changes the passphrase."""
        self._over(PassphraseChangePage(self._services))

    def replace_recovery_key(self) -> None:
        """Show the page that replaces the recovery key."""
        self._over(ReplacingRecoveryKey(self._services))

    def keep(self, wanted: AdminPart | OfClient, client: int = 0) -> None:
        """Show a part of the administration page, or an administration page about one client."""
        from guidance_kb.ui.records.admin.view import AdminView  # noqa: PLC0415 - seldom needed

        page = AdminView(self._services, wanted, client)
        page.record_requested.connect(self.show_client)  # emitted after `left`
        page.restore_requested.connect(self.restore)
        self._over(page)

    def restore(self, backup: Path | None = None) -> None:
        """Lock the casebook and show the page that restores a backup, with the one in folder `backup` or the newest good one selected."""
        from guidance_kb.ui.records.admin.restore_page import RestoringView  # noqa: PLC0415 - seldom needed

        if self._services.casebook.state is CasebookState.OPEN:
            self._services.casebook.lock()
        page = RestoringView(self._services, backup)
        self._over(page)
        page.left.connect(self._fill)  # the state may have changed, so the page below may be wrong

    def _over(self, page: _Leaves) -> None:
        """Show a page over the current one until it is left or the state changes."""

        def leave() -> None:
            """Remove the page and show the one below."""
            self._stack.removeWidget(page)
            page.deleteLater()
            self._show_bar()
            self.setFocus()

        page.left.connect(leave)
        self._show(page)
        page.setFocus()

    def show_client(self, client: int) -> None:
        """Show the record of a client, now or once the casebook is open."""
        self._client = client
        if self.records is not None:
            self.records.show_client(client)

    def call_client(self, client: int, follow_up: int) -> None:
        """Show the record of a client with the form of a call; only the record once the casebook is open, if it is locked."""
        self._client = client
        if self.records is not None:
            self.records.call_client(client, follow_up)

    def show_due(self) -> None:
        """Show the clients with something due, if the casebook is open."""
        if self.records is not None:
            self.records.show_due()

    def _put_away(self) -> None:
        """Keep the banner of a portable program hidden until the next start."""
        self._travels = False

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(18)
        self.setAccessibleName(self.tr("Records"))
        self._title.setText(self.tr("Records"))
        text_and_icon(self.manage, icon("settings-2", theme.tokens.accent, size), size, self.tr("Manage"))
        self._unconfirmed_text.setText(
            self.tr(
                "The recovery key was never checked against its paper. Make a new one, so that you can get in if you "
                "forget the passphrase."
            )
        )
        self._renew.setText(self.tr("Make a new key"))
        if self._travels:
            self.travels.say(
                self.tr(
                    "This program is portable: the records stand beside it and travel with the folder. Keep it safe, and make a backup "
                    "in another place."
                )
            )
        self._fill_menu()

    def _fill_menu(self) -> None:
        self.menu.clear()
        self.menu.addAction(self.tr("Lock now\tCtrl+L"), self._services.casebook.lock)
        self.menu.addMenu(self.minutes)
        self.minutes.setTitle(self.tr("Lock automatically"))
        self._fill_minutes()
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Change the passphrase…"), self.change_passphrase)
        self.menu.addAction(self.tr("A new recovery key…"), self.replace_recovery_key)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Backups…"), partial(self.keep, AdminPart.BACKUPS))
        self.menu.addAction(self.tr("Records past their retention period…"), partial(self.keep, AdminPart.RETENTION))
        self.menu.addAction(self.tr("Take over from a colleague…"), partial(self.keep, AdminPart.TAKE_IN))
        self.menu.addAction(self.tr("Privacy texts…"), partial(self.keep, AdminPart.TEXTS))

    def _fill_minutes(self) -> None:
        """Fill the submenu; also each time it opens, because the delay can change in the settings too."""
        self.minutes.clear()
        group = QActionGroup(self.minutes)
        now = self._services.casebook.settings.lock_minutes
        for each in sorted({*LOCK_MINUTES.numbers, now}):
            text = self.tr("after 1 minute") if each == 1 else self.tr("after %1 minutes").replace("%1", str(each))
            action = self.minutes.addAction(text, partial(self._lock_after, each))
            action.setCheckable(True)
            action.setChecked(each == now)
            group.addAction(action)

    def _lock_after(self, minutes: int) -> None:
        self._services.casebook.choose(self, LOCK_MINUTES, minutes)
        self._fill_menu()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.shown is not None:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # pages are replaced, and lists are rebuilt when their data changes
        return super().focusNextPrevChild(following)
