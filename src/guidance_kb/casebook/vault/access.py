"""All stored data about one client, by table and column of the schema: the source of the access copy (R6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance_kb.casebook.privacy.ownership import of_client, owned
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Value
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import Clock

Record = Mapping[str, Value]
"""A row, by column."""


@dataclass(frozen=True, slots=True)
class Everything:
    """All rows of one client.

    Attributes:
        made: The moment of the export, as stored.
        tables: The rows by table, including tables without rows.
        documents: The rules of the client's conversations, as JSON, by digest.
    """

    made: str
    tables: Mapping[str, tuple[Record, ...]]
    documents: Mapping[str, str]

    @property
    def client(self) -> Record:
        """The client's own row."""
        return self.tables["client"][0]

    @property
    def code(self) -> str:
        """The client's code, also for the name of a file."""
        return str(self.client["code"])


def everything_of(store: Store, client: int, clock: Clock) -> Everything:
    """Return all stored data about a client; the tables and columns are read from the schema.

    Raises:
        BugError: There is no such client.
    """
    store.clients.get(client)
    tables = {
        table.name: tuple(dict(zip(table.columns, row, strict=True)) for row in of_client(store.rows, table, client))
        for table in owned(store.rows)
    }
    sql = "SELECT DISTINCT digest, document FROM rules JOIN session ON rules = digest WHERE client = ?"
    return Everything(timestamps.now(clock), tables, dict(store.rows.all(sql, client)))
