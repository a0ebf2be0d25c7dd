"""The settings of one casebook, stored in its encrypted database, so that they move with it."""

from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.preferences.options import KEEP_MONTHS, RECORDS_OPTIONS, Option, RecordsSettings


class CasebookSettings:
    """Named values; those of `RECORDS_OPTIONS` are numbers with limits."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def read(self, name: str) -> str | None:
        """Return a value, or None if it was never set."""
        row = self._rows.first("SELECT value FROM setting WHERE name = ?", name)
        return None if row is None else str(row[0])

    def write(self, name: str, value: str) -> None:
        """Store a value."""
        self._rows.run(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value
        )

    def number(self, option: Option) -> int:
        """Return the value of an option, within its limits; its default unless set."""
        stored = self.read(option.key)
        return option.default if stored is None else option.within(int(stored))

    def write_number(self, option: Option, number: int) -> None:
        """Store the value of an option, within its limits."""
        self.write(option.key, str(option.within(number)))

    @property
    def all(self) -> RecordsSettings:
        """The values of all options."""
        return RecordsSettings(**{option.key: self.number(option) for option in RECORDS_OPTIONS})

    @property
    def keep_months(self) -> int:
        """Months that a record is kept after the guidance ended."""
        return self.number(KEEP_MONTHS)
