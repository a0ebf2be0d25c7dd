"""The schema and its history: numbered SQL files under `db/casebook/`, each applied once, in one transaction.

A released file is never edited; every change of the schema is a new file. `tests/casebook/stores/` has a store of every released version.
"""

from collections.abc import Callable
from typing import Final

from sqlite_utils import Database, Migrations

from guidance_kb import paths
from guidance_kb.casebook.errors import TooNew, told
from guidance_kb.casebook.storage.full_text import register

_SET: Final = "casebook"


def migrate(database: Database, back_up: Callable[[], object] | None = None) -> None:
    """Migrate a casebook to the present version; nothing is written if it is there already.

    Args:
        database: The casebook; an empty database becomes an empty casebook.
        back_up: Called before a casebook with contents is changed; if it fails, nothing is changed.

    Raises:
        TooNew: A later version of the program wrote it.
        KnownError: The disk is full, for example; the casebook has not changed.
    """
    migrations = _migrations()
    with told():
        applied = {each.name for each in migrations.applied(database)}
        pending = [each.name for each in migrations.pending(database)]
    if applied - set(names()):
        raise TooNew
    if not pending:
        return
    if applied and back_up is not None:
        back_up()
    register(database)  # a migration may write text, and the triggers call these functions
    with told():
        migrations.apply(database)


def names() -> tuple[str, ...]:
    """Return the names of all migrations of this version of the program, in order: `001-first`."""
    return tuple(sorted(file.stem for file in (paths.SQL / "casebook").glob("*.sql")))


def _migrations() -> Migrations:
    migrations = Migrations(_SET)
    for name in names():
        migrations(name=name)(_applying((paths.SQL / "casebook" / f"{name}.sql").read_text("utf-8")))
    return migrations


def _applying(sql: str) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        database.executescript(sql)

    return apply
