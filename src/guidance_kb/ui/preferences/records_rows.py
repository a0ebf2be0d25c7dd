"""The settings that the records keep themselves: they travel with them, encrypted, and show only while those are open."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from guidance_kb.preferences.options import Value
from guidance_kb.preferences.searchable import KEEP_MONTHS, LOCK_MINUTES
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.preferences.controls import OptionControl
from guidance_kb.ui.preferences.row import SettingRow
from guidance_kb.ui.widgets.basics import button

if TYPE_CHECKING:
    from guidance_kb.casebook.storage.store import Store

_MINUTES: Final = (1, 2, 5, 10, 15, 20, 30, 45, 60)
_MONTHS: Final = (3, 6, 12, 18, 24, 36, 60)
_LOCK, _KEEP = 10, 12
"""What holds when nobody chose."""


class KeptRows(QObject):
    """Two rows with choices while the records are open, and one that says where they are while they are not.

    Signals:
        records_wanted: The records are to be opened.
    """

    records_wanted = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._desk = services, services.casebook
        self._minutes, self._months = OptionControl(services.theme, _MINUTES), OptionControl(services.theme, _MONTHS)
        self._keep = _KEEP
        self.lock = SettingRow(services.theme, LOCK_MINUTES.target, self._minutes)
        self.keep = SettingRow(services.theme, KEEP_MONTHS.target, self._months)
        self.open = button("", "", self.records_wanted.emit)
        self.closed = SettingRow(services.theme, "records_locked", None, [self.open])
        self.rows = [self.closed, self.lock, self.keep]
        self._minutes.chosen.connect(self._lock_after)
        self._months.chosen.connect(self._keep_for)
        self.lock.reset_wanted.connect(lambda: self._lock_after(_LOCK))
        self.keep.reset_wanted.connect(lambda: self._keep_for(_KEEP))

    @property
    def shown(self) -> list[SettingRow]:
        """The rows that there are now."""
        return [self.lock, self.keep] if self._desk.state is CasebookState.OPEN else [self.closed]

    def look(self) -> None:
        """Looks what is in force, as far as the records are open."""
        if self._desk.state is CasebookState.OPEN:
            self._desk.query(self, "keep months", lambda store: store.settings.keep_months, self._know)
        self._show()

    def _know(self, months: int) -> None:
        self._keep = months
        self._show()

    def _lock_after(self, minutes: Value) -> None:
        self._desk.remember(lock_minutes=int(minutes))
        self._show()

    def _keep_for(self, months: Value) -> None:
        self._keep = number = int(months)

        def write(store: "Store") -> None:
            store.settings.keep_months = number

        self._desk.execute(self, write, changes=Changes.SETTINGS)
        self._show()

    def _show(self) -> None:
        minutes = self._desk.lock_minutes
        for control, value, row, default in (
            (self._minutes, minutes, self.lock, _LOCK),
            (self._months, self._keep, self.keep, _KEEP),
        ):
            if value not in control.values:
                control.offer(value)
                self.speak()
            control.show_value(value)
            row.show_changed(changed=value != default)

    def speak(self) -> None:
        """Says everything in the language now in force."""
        say = self._services.say
        one, more = self.tr("1 minute"), self.tr("%1 minutes")
        minutes = [one if each == 1 else more.replace("%1", str(each)) for each in self._minutes.values]
        one, more = self.tr("1 month"), self.tr("%1 months")
        months = [one if each == 1 else more.replace("%1", str(each)) for each in self._months.values]
        self.lock.say(say(LOCK_MINUTES.title), say(LOCK_MINUTES.explanation), minutes, say(LOCK_MINUTES.group))
        self.keep.say(say(KEEP_MONTHS.title), say(KEEP_MONTHS.explanation), months, say(KEEP_MONTHS.group))
        there = self._desk.state is CasebookState.LOCKED
        title = f"{say(LOCK_MINUTES.title)} · {say(KEEP_MONTHS.title)}"
        text = (
            self.tr("These are kept in the records themselves, encrypted. Open the records to see and change them.")
            if there
            else self.tr("These belong to the records, and there are none yet on this computer.")
        )
        self.closed.say(title, text, (), say(LOCK_MINUTES.group))
        self.open.setText(self.tr("Open the records") if there else self.tr("To the records"))
