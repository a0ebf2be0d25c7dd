"""The backups: the list, one more now, testing one, and restoring one."""

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
from guidance_kb.ui.records.admin.auto_backup import keeper_of
from guidance_kb.ui.records.admin.page import NoticeFrame, Panel
from guidance_kb.ui.records.admin.secret_field import SecretField
from guidance_kb.ui.records.admin.words import KeepingWords
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.basics import button, label, text_and_icon
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout

# Testing a backup: opened with the passphrase, as on another computer, read to its last row, compared with the records of now.


class TestForm(SmallForm):
    """Asks for the passphrase and says in words how it went.

    Attributes:
        backup: The one that is tested.
        secret: What was typed, from the moment that the test is wanted until its end.
        field: For the passphrase, or the recovery key.
        working: Says that it is under way.
        told: Says how it went.

    Signals:
        wanted: The test is wanted.
    """

    __test__ = False  # for pytest: it tests backups
    wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._words = services, KeepingWords(self)
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
        """Asks for the passphrase, to test a backup."""
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
        """Says that the backup is good, and how it compares."""
        if self.backup is not None:
            self._over(result)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, error: KnownError) -> None:
        """Says what is wrong."""
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
        """Wants the test; the form stays, to say how it went."""
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
        """Says which backup it is and what is done with it, and how it went."""
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


# The backups as a table: when, how large, and whether each can be read to its last page.


Index = QModelIndex | QPersistentModelIndex
_WHEN, _SIZE, _STATE = range(3)
_COLUMNS: Final = 3


class BackupModel(QAbstractTableModel):
    """The newest first. What was found of each stays as long as the backup does."""

    def __init__(self, words: KeepingWords) -> None:
        super().__init__(words)
        self._words = words
        self.backups: Sequence[Backup] = ()
        self._found: dict[Backup, Contents | CasebookError] = {}

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.backups = backups
        self._found = {backup: found for backup, found in self._found.items() if backup in backups}
        self.endResetModel()

    def show_found(self, backup: Backup, found: Contents | CasebookError) -> None:
        """Shows what was found when a backup was read."""
        self._found[backup] = found
        if backup in self.backups:
            place = self.index(list(self.backups).index(backup), _STATE)
            self.dataChanged.emit(place, place)

    def unread(self) -> Backup | None:
        """The newest backup that was not read yet."""
        return next((backup for backup in self.backups if backup not in self._found), None)

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
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
        """What stands in a cell; what was found in a backup also as a tip, for it may be long."""
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
"""Backups that are seen without scrolling."""


class BackupTable(QTableView):
    """The table; the arrow keys go through the rows, Tab goes on."""

    def __init__(self, model: BackupModel, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setStyleSheet("QTableView, QHeaderView::section { border-radius: 0; }")  # its rows have corners
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
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

    def share_room(self) -> None:
        """As high as there are rows, within bounds."""
        high = self._services.theme.px(36)
        self.verticalHeader().setDefaultSectionSize(high)
        rows = min(max(self.model().rowCount(QModelIndex()), 1), _ROWS)
        self.setFixedHeight(rows * high + self._services.theme.px(40))


class BackupsPanel(Panel):
    """What there is, and what can be done with it.

    Signals:
        restore_requested (Path): The backup in this folder is to be restored.
    """

    restore_requested = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.keeper = keeper_of(services.casebook)
        self.make, self.open_folder = button("", "primary", self.make_one), button("", "", self._open_folder)
        self.test, self.restore = button("", "", self._open_test), button("", "", self._restore)
        self.model = BackupModel(self.words)
        self.table = BackupTable(self.model, services)
        self.none, self._about_restore, self._elsewhere = label(role="soft"), label(role="caption"), label()
        self.form = TestForm(services)
        for each in (self.none, self.table):  # until it is known which of them
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
        """Lists what there is, and chooses one; without it the choice stays."""
        backups = self.keeper.backups
        self.desk.query(self, "backups: all", lambda _store: backups.all(), partial(self._listed, chosen))

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
        """The backup that is chosen."""
        place = self.table.chosen
        return self.model.backups[place] if 0 <= place < len(self.model.backups) else None

    def _read_next(self) -> None:
        """Reads the backups one by one, as long as somebody looks: in between, the worker does what others ask."""
        backup, backups = self.model.unread(), self.keeper.backups
        if backup is None or not self.isVisible():
            return

        def read(_store: Store) -> Contents | CasebookError:
            try:
                return backups.verify(backup)
            except CasebookError as refused:
                return refused

        self.desk.query(self, "backups: read", read, partial(self._was_read, backup))

    def _was_read(self, backup: Backup, found: Contents | CasebookError) -> None:
        self.model.show_found(backup, found)
        self._read_next()

    def _look(self) -> None:
        for each in (self.test, self.restore):
            each.setEnabled(self.chosen is not None)

    # ── making, testing, restoring ──────────────────────────────────────────────────────────────

    def make_one(self) -> None:
        """Makes a backup now."""
        backups = self.keeper.backups
        self.begin(self.tr("Making a backup and reading it back…"))
        self.make.setEnabled(False)
        self.desk.execute(
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
            self.desk.execute(
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

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Says everything in the language now in force."""
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
