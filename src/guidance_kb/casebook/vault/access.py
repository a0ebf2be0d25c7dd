"""Everything that is kept of one client, table by table as the schema has it: what access by the client is made of (R6)."""

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
        tables: The rows by table; a table without rows is there too.
        documents: The checklists with their rules that the conversations were held by, as JSON, by digest.
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
    """Returns all that is kept of a client; which tables and columns there are is read from the schema.

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
