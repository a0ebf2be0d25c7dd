"""The choices of one casebook: they travel with it, inside the encrypted file."""

from typing import Final

from guidance_kb.casebook.storage.rows import Rows

LOCK_MINUTES: Final = range(1, 61)
"""Minutes after which an unattended casebook may lock."""

KEEP_MONTHS: Final = range(1, 121)
"""Months that a record may be kept after the guidance ended."""


class CasebookSettings:
    """Named values; the ones with limits have a property."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def read(self, name: str) -> str | None:
        """Returns a value, or None when it was never set."""
        row = self._rows.first("SELECT value FROM setting WHERE name = ?", name)
        return None if row is None else str(row[0])

    def write(self, name: str, value: str) -> None:
        """Keeps a value."""
        self._rows.run(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value
        )

    @property
    def lock_minutes(self) -> int:
        """Minutes without a key or a click until it locks: 10 unless set otherwise."""
        return self._number("lock_minutes", 10, LOCK_MINUTES)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self.write("lock_minutes", str(_within(minutes, LOCK_MINUTES)))

    @property
    def keep_months(self) -> int:
        """Months that a record is kept after the guidance ended: 12 unless set otherwise."""
        return self._number("keep_months", 12, KEEP_MONTHS)

    @keep_months.setter
    def keep_months(self, months: int) -> None:
        self.write("keep_months", str(_within(months, KEEP_MONTHS)))

    def _number(self, name: str, default: int, limits: range) -> int:
        stored = self.read(name)
        return default if stored is None else _within(int(stored), limits)


def _within(number: int, limits: range) -> int:
    return max(limits[0], min(number, limits[-1]))
