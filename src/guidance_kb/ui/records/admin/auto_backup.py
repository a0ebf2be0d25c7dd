"""Automatic backups: every half hour and when the casebook locks (also on exit), if something changed."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes

if TYPE_CHECKING:  # not needed for the first paint
    from guidance_kb.casebook.backup.backups import Backup, Backups
    from guidance_kb.casebook.backup.restoration import Restoration

_EVERY: Final = 30 * 60 * 1000
"""Interval in milliseconds between checks for changes."""


def now() -> datetime:
    """Return the current time in UTC; the clock of all administration modules."""
    return datetime.now(UTC)


class AutoBackup(QObject):
    """Makes the automatic backups of a casebook. There is one per casebook service, returned by `auto_backup_of`.

    Signals:
        kept: An automatic backup was made.
    """

    kept = Signal()

    def __init__(self, service: CasebookService) -> None:
        super().__init__(service)
        self._service = service
        self._backups: Backups | None = None
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(self.look)
        service.changed.connect(self._follow)
        service.all_written.connect(self._before_closing)
        self._follow(Changes.STATE)

    @property
    def backups(self) -> "Backups":
        """The backups of the casebook; apart from this property, they are used on the worker thread."""
        if self._backups is None:
            from guidance_kb.casebook.backup.backups import Backups  # noqa: PLC0415 - as heavy as the vault

            self._backups = Backups(self._service.vault, now)
        return self._backups

    @property
    def restoring(self) -> "Restoration":
        """The restoration of backups."""
        from guidance_kb.casebook.backup.restoration import Restoration  # noqa: PLC0415 - seldom needed

        return Restoration(self._service.vault, self.backups, now)

    def look(self) -> None:
        """Make a backup if something changed since the last one."""
        backups = self.backups
        self._service.query(self, "backup", lambda store: backups.make_if_changed(store.database), self._made)

    def _made(self, backup: "Backup | None") -> None:
        if backup is not None:
            self.kept.emit()

    def _before_closing(self) -> None:
        backups = self.backups
        self._service.execute(self, lambda store: backups.make_if_changed(store.database), changes=Changes.BACKUPS)

    def _follow(self, what: Changes) -> None:
        if Changes.STATE not in what:
            return
        if self._service.state is CasebookState.OPEN:
            self.timer.start()
        else:
            self.timer.stop()


def auto_backup_of(service: CasebookService) -> AutoBackup:
    """Return the `AutoBackup` of a casebook service, created on first use."""
    return service.findChild(AutoBackup) or AutoBackup(service)
