"""Tombstones: what remains of a client that was erased, a random id and a moment, by which a restored backup erases again."""

from collections.abc import Mapping

from sqlite_utils import Database

from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.storage.rows import Rows


def tombstones(database: Database) -> dict[str, str]:
    """Returns the tombstones of a casebook: uid of the client → moment, as stored."""
    return dict(Rows(database).all("SELECT uid, erased FROM tombstone"))


def remove_client(rows: Rows, client: int) -> None:
    """Removes everything of a client, children first, so that nothing is left to a cascade; inside a transaction."""
    for table in reversed(owned(rows)):
        rows.run(f"DELETE FROM {table.name} WHERE {table.of_client}", client)  # noqa: S608


def erase_again(database: Database, erased: Mapping[str, str]) -> int:
    """Erases what has come back in a casebook though it had been erased, writes the file anew, and returns how many clients."""
    rows, again = Rows(database), 0
    with rows.writing():
        for uid, at in erased.items():
            for (client,) in rows.all("SELECT id FROM client WHERE uid = ?", uid):
                remove_client(rows, client)
                again += 1
            rows.run("INSERT OR IGNORE INTO tombstone VALUES (?, ?)", uid, at)
    if again:
        compact(rows)
    return again


def compact(rows: Rows) -> None:
    """Writes the file anew without what was removed.

    FTS5 keeps words of its own between the pages of its index (`word_idx`), which neither `secure-delete` nor `VACUUM` removes: the index
    is made anew first.

    Raises:
        CannotUse: There is no room for it.
    """
    rows.run("INSERT INTO word (word) VALUES ('rebuild')")
    rows.run("VACUUM")
