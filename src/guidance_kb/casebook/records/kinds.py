"""Which columns of the schema hold moments, days and JSON: a name means the same in every table (a test holds it against the SQL)."""

from typing import Final

MOMENTS: Final = frozenset({"opened", "started", "changed", "finished", "at", "undone", "written", "agreed", "erased"})
"""UTC, `2026-11-24T14:02:31Z`."""

DAYS: Final = frozenset({"closed", "keep_until", "due", "done", "dropped"})
"""Local dates, `2026-11-24`."""

JSON: Final = frozenset({"place", "before", "after", "reasons", "inverse", "document", "evidence"})
