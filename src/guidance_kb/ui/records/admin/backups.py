"""The panel of the backups: lists, makes and tests them, and starts a restore."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.errors import CasebookError
from guidance_kb.casebook.records.differences import Preview
from guidance_kb.casebook.storage.integrity import Contents
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.casebook_service import Changes
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of
from guidance_kb.ui.records.admin.page import NoticeFrame, Panel
from guidance_kb.ui.records.admin.secret_field import SecretField
from guidance_kb.ui.records.admin.words import AdminTexts
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.basics import button, label, text_and_icon
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout

# --- Backup test


class TestForm(SmallForm):
    """Asks for the passphrase to test a backup with, and describes the result.

    Attributes:
        backup: The backup to test.
        secret: The secret that was typed, from the start of the test until its end.
        field: The field for the passphrase or the recovery key.
        working: The progress indicator.
        told: The message with the result.

    Signals:
        wanted: The user started the test.
    """

    __test__ = False  # not a test class for pytest
    wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._words = services, AdminTexts(self)
        self.backup: Backup | None = None
        self.secret: Secret | None = None
        self._result: Preview | KnownError | None = None
        self._what = label(role="soft")
        self.field = SecretField(services)
        self.working, self.told = Busy(services.theme), NoticeFrame(services)
        for each in (self._what, self.field, self.working, self.told):
            self.fields.addWidget(each)
        self.field.changed.connect(self._look)
        self.field.entered.connect(self.accept)

    def open_form(self, backup: Backup) -> None:
        """Open the form for a backup."""
        self.backup, self._result = backup, None
        self.field.wipe()
        self.told.say("")
        self.retranslate()
        self._look()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.backup = self.secret = self._result = None
        self.field.wipe()

    def show_result(self, result: Preview) -> None:
        """Show that the backup is sound, and how it differs from the current records."""
        if self.backup is not None:
            self._over(result)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, error: KnownError) -> None:
        """Show why the test failed."""
        if self.backup is not None:
            self._over(error)
            self.field.select()

    def _over(self, result: Preview | KnownError) -> None:
        self.secret, self._result = None, result
        self.working.say("")
        if isinstance(result, Preview):
            self.field.wipe()
        self.retranslate()
        self._look()

    def accept(self) -> None:
        """Start the test; the form stays open for the result."""
        if not self.keep.isEnabled():
            return
        try:
            self.secret = self.field.secret()
        except KnownError as error:
            self.show_failure(error)
            return
        self.told.say("")
        self.working.say(self.tr("Opening, reading and comparing…"))
        self._look()
        self.wanted.emit()

    def _look(self) -> None:
        self.keep.setEnabled(self.secret is None and self.field.is_filled)

    def retranslate(self) -> None:
        """Set the texts in the current language, including the result of the test."""
        made = self._words.moment(self.backup.made) if self.backup else ""
        self.heading.setText(self.tr("Test the backup of {moment}").format(moment=made))
        self._what.setText(
            self.tr(
                "It is put in a temporary place, opened with what you type, read to its last row and compared with the "
                "current records. Nothing changes, and no trace of it stays."
            )
        )
        self.keep.setText(self.tr("Test"))
        self.cancel.setText(self.tr("Close"))
        if isinstance(self._result, KnownError):
            self.told.tell(self._result)
        elif self._result is not None:
            self.told.say(self._in_words(self._result), "check")

    def _in_words(self, result: Preview) -> str:
        good = self.tr(
            "This backup is good. It opens with what you typed, and everything in it can be read: {contents}."
        )
        said = [good.format(contents=self._words.contents(result.contents))]
        if result.alike:
            said.append(self.tr("It holds the same as the current records."))
        else:
            said.append(self.tr("The records have changed since then. If it were restored:"))
            said += [f"{heading}:\n{lines}" for heading, lines in self._words.changes(result)]
        if result.erased_again:
            said.append(self._words.erased_since(result))
        return "\n".join(said)


# --- Table of backups

Index = QModelIndex | QPersistentModelIndex
_WHEN, _SIZE, _STATE = range(3)
_COLUMNS: Final = 3


class BackupModel(QAbstractTableModel):
    """Table model of the backups, newest first. The result of reading a backup is kept as long as the backup exists."""

    def __init__(self, words: AdminTexts) -> None:
        super().__init__(words)
        self._words = words
        self.backups: Sequence[Backup] = ()
        self._found: dict[Backup, Contents | CasebookError] = {}

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Replace the rows by `backups`."""
        self.beginResetModel()
        self.backups = backups
        self._found = {backup: found for backup, found in self._found.items() if backup in backups}
        self.endResetModel()

    def show_found(self, backup: Backup, found: Contents | CasebookError) -> None:
        """Show the contents of a backup, or the error with which reading it failed."""
        self._found[backup] = found
        if backup in self.backups:
            place = self.index(list(self.backups).index(backup), _STATE)
            self.dataChanged.emit(place, place)

    def unread(self) -> Backup | None:
        """Return the newest backup that was not read yet, or None."""
        return next((backup for backup in self.backups if backup not in self._found), None)

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        if self.backups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.backups) - 1, _COLUMNS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Made"), self.tr("Size"), self.tr("Read to its last page"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the data of a cell; the state is also a tooltip, because it may be long."""
        backup = self.backups[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _STATE:
            return self._state(backup)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return self._words.moment(backup.made)
            case 1:
                return self._words.size(backup.size)
        return self._state(backup)

    def _state(self, backup: Backup) -> str:
        found = self._found.get(backup)
        if found is None:
            return self.tr("not yet")
        if isinstance(found, CasebookError):
            return self.tr("damaged: not to be used")
        good = self.tr("good: {contents} · from before a restore") if backup.replaced else self.tr("good: {contents}")
        return good.format(contents=self._words.contents(found))


_ROWS = 8
"""Maximum number of rows that are visible without scrolling."""


class BackupTable(QTableView):
    """The table of backups; the arrow keys move between rows, Tab leaves the table."""

    def __init__(self, model: BackupModel, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setStyleSheet("QTableView, QHeaderView::section { border-radius: 0; }")  # the rows are square
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        model.modelReset.connect(self.share_room)
        services.theme.changed.connect(self.share_room)
        self.share_room()

    @property
    def chosen(self) -> int:
        """The index of the selected row, or -1."""
        return self.currentIndex().row()

    def share_room(self) -> None:
        """Set the height to that of the rows, from 1 to `_ROWS` of them."""
        high = self._services.theme.px(36)
        self.verticalHeader().setDefaultSectionSize(high)
        rows = min(max(self.model().rowCount(QModelIndex()), 1), _ROWS)
        self.setFixedHeight(rows * high + self._services.theme.px(40))


class BackupsPanel(Panel):
    """The table of backups with the actions on it.

    Signals:
        restore_requested (Path): The user wants to restore the backup in this folder.
    """

    restore_requested = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.keeper = auto_backup_of(services.casebook)
        self.make, self.open_folder = button("", "primary", self.make_one), button("", "", self._open_folder)
        self.test, self.restore = button("", "", self._open_test), button("", "", self._restore)
        self.model = BackupModel(self.words)
        self.table = BackupTable(self.model, services)
        self.none, self._about_restore, self._elsewhere = label(role="soft"), label(role="caption"), label()
        self.form = TestForm(services)
        for each in (self.none, self.table):  # until the list has arrived
            each.hide()
        self._lay_out()
        self.form.wanted.connect(self._test)
        self.form.closed.connect(self.test.setFocus)
        self.keeper.kept.connect(self.list_them)
        self.table.selectionModel().currentRowChanged.connect(self._look)
        follow_selection(self.table)
        self.first = self.make
        self.retranslate()
        self._look()

    def _lay_out(self) -> None:
        above, below = FlowLayout(spacing=8), FlowLayout(spacing=8)
        for each in (self.make, self.open_folder):
            above.addWidget(each)
        for each in (self.test, self.restore):
            below.addWidget(each)
        add_layout(self.content, above)
        self.add_signs()
        self.content.addWidget(self.none)
        self.content.addWidget(self.table)
        add_layout(self.content, below)
        self.content.addWidget(self._about_restore)
        self.content.addWidget(self.form)
        self.content.addWidget(self._elsewhere)

    # ── the list ────────────────────────────────────────────────────────────────────────────────

    def list_them(self, chosen: Backup | None = None) -> None:
        """Reload the list and select `chosen`; without it, keep the selection."""
        backups = self.keeper.backups
        self.service.query(self, "backups: all", lambda _store: backups.all(), partial(self._listed, chosen))

    def _listed(self, chosen: Backup | None, backups: list[Backup]) -> None:
        before = chosen or self.chosen
        self.model.show_backups(backups)
        self.none.setVisible(not backups)
        self.table.setVisible(bool(backups))
        if backups:
            self.table.selectRow(backups.index(before) if before in backups else 0)
        self._look()
        self._read_next()

    @property
    def chosen(self) -> Backup | None:
        """The selected backup, or None."""
        place = self.table.chosen
        return self.model.backups[place] if 0 <= place < len(self.model.backups) else None

    def _read_next(self) -> None:
        """Read the next unread backup while the panel is visible; one at a time, so that the worker can serve others in between."""
        backup, backups = self.model.unread(), self.keeper.backups
        if backup is None or not self.isVisible():
            return

        def read(_store: Store) -> Contents | CasebookError:
            try:
                return backups.verify(backup)
            except CasebookError as refused:
                return refused

        self.service.query(self, "backups: read", read, partial(self._was_read, backup))

    def _was_read(self, backup: Backup, found: Contents | CasebookError) -> None:
        self.model.show_found(backup, found)
        self._read_next()

    def _look(self) -> None:
        for each in (self.test, self.restore):
            each.setEnabled(self.chosen is not None)

    # ── making, testing, restoring ──────────────────────────────────────────────────────────────

    def make_one(self) -> None:
        """Make a backup now."""
        backups = self.keeper.backups
        self.begin(self.tr("Making a backup and reading it back…"))
        self.make.setEnabled(False)
        self.service.execute(
            self, lambda store: backups.make(store.database), self._made, self._not_made, changes=Changes.BACKUPS
        )

    def _made(self, backup: Backup) -> None:
        self.make.setEnabled(True)
        self.tell(None)
        self.told.say(self.tr("Made and read back: {backup}.").format(backup=self.words.backup(backup)), "check")
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list_them(backup)

    def _not_made(self, error: KnownError) -> None:
        self.make.setEnabled(True)
        self.tell(error)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_test(self) -> None:
        if self.chosen is not None:
            self.form.open_form(self.chosen)
            self.see(self.form)

    def _test(self) -> None:
        backup, secret, restoring = self.form.backup, self.form.secret, self.keeper.restoring
        if backup is not None and secret is not None:
            self.service.execute(
                self, lambda store: restoring.try_out(backup, secret, store.database), self._tested, self._not_tested
            )

    def _tested(self, result: Preview) -> None:
        self.form.show_result(result)
        self.see(self.form.cancel)

    def _not_tested(self, error: KnownError) -> None:
        self.form.show_failure(error)
        self.see(self.form.told)

    def forget(self) -> None:
        self.form.close_form()

    def _restore(self) -> None:
        if self.chosen is not None:
            self.restore_requested.emit(self.chosen.folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.keeper.backups.folder)))

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        theme = self.services.theme
        size = theme.px(16)
        self.title.setText(self.tr("Backups"))
        self.lead.setText(
            self.tr(
                "Backups are made automatically: every half hour if something changed, when you lock and when you quit. Each is read "
                "back before it counts. All of the last 24 hours stay, and the last one of each of the seven days and the four weeks in "
                "which you last saved something. Only the newest stays longer than 91 days, or than your term for keeping records if that "
                "is shorter."
            )
        )
        text_and_icon(self.make, icon("plus", theme.tokens.on_accent, size), size, self.tr("Make one now"))
        self.open_folder.setText(self.tr("Open the folder"))
        self.none.setText(self.tr("There are no backups yet."))
        self.table.setAccessibleName(self.tr("Backups, the newest first"))
        self.test.setText(self.tr("Test this backup…"))
        self.restore.setText(self.tr("Restore this backup…"))
        self._about_restore.setText(
            self.tr(
                "Restoring locks the records first. You then type the passphrase and see what would change before anything does."
            )
        )
        self._elsewhere.setText(
            self.tr(
                "These backups are on this computer, encrypted like the records. Copy the folder to a USB stick or another safe place "
                "now and then: if the computer is lost, they are lost with it. With a copy and your passphrase or recovery key you "
                "open your records anywhere."
            )
        )
        self.model.retranslate()
        super().retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list_them()
