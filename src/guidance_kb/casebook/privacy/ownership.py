"""Tables with rows of a client, found by the foreign keys of the schema, so that no later table can be forgotten."""

import hashlib
from collections import deque
from dataclasses import dataclass
from typing import Final

from guidance_kb.casebook.records.undo import hanging_on
from guidance_kb.casebook.storage.rows import Row, Rows

CLIENT: Final = "client"


@dataclass(frozen=True, slots=True)
class Owned:
    """A table whose rows belong to clients.

    Attributes:
        name: Its name.
        columns: All its columns, in the order of the schema.
        parents: Its foreign keys to such tables: column → table.
        chain: The path to the client as (table, column) pairs, beginning with this table; empty for the client table.
    """

    name: str
    columns: tuple[str, ...]
    parents: dict[str, str]
    chain: tuple[tuple[str, str], ...]

    @property
    def of_client(self) -> str:
        """The SQL condition for the rows of one client; its id is the only parameter."""
        if not self.chain:
            return "id = ?"
        *between, (_, last) = self.chain
        condition = f"{last} = ?"
        for (_, column), (table, _) in reversed(list(zip(between, self.chain[1:], strict=True))):
            condition = f"{column} IN (SELECT id FROM {table} WHERE {condition})"  # noqa: S608 - names of the schema
        return condition

    @property
    def with_owner(self) -> str:
        """The SQL query of every row, preceded by the id of its client, by row id."""
        joins = "".join(
            f" JOIN {table} t{place} ON t{place}.id = t{place - 1}.{self.chain[place - 1][1]}"
            for place, (table, _) in enumerate(self.chain[1:], start=1)
        )
        owner = f"t{len(self.chain) - 1}.{self.chain[-1][1]}" if self.chain else "t0.id"
        columns = ", ".join(f"t0.{column}" for column in self.columns)
        return f"SELECT {owner}, {columns} FROM {self.name} t0{joins} ORDER BY t0.id"  # noqa: S608


def owned(rows: Rows) -> tuple[Owned, ...]:
    """Return the client table and every table that depends on it, parents before children."""
    chains: dict[str, tuple[tuple[str, str], ...]] = {CLIENT: ()}
    waiting = deque([CLIENT])
    while waiting:  # breadth first: the shortest path to the client counts
        parent = waiting.popleft()
        for child, column, _ in hanging_on(rows, parent):
            if child not in chains:
                chains[child] = ((child, column), *chains[parent])
                waiting.append(child)
    found = [Owned(name, columns(rows, name), _parents(rows, name, chains), chain) for name, chain in chains.items()]
    return tuple(_parents_first(found))


def columns(rows: Rows, table: str) -> tuple[str, ...]:
    """Return the columns of a table, in the order of the schema."""
    return tuple(name for (name,) in rows.all("SELECT name FROM pragma_table_info(?) ORDER BY cid", table))


def of_client(rows: Rows, table: Owned, client: int) -> list[Row]:
    """Return the rows of one client in one table, by id."""
    names = ", ".join(table.columns)
    return rows.all(f"SELECT {names} FROM {table.name} WHERE {table.of_client} ORDER BY id", client)  # noqa: S608


def digests(rows: Rows, *, without: tuple[str, ...] = ()) -> dict[int, bytes]:
    """Return by client id a hash of all rows of each client: equal if all rows are equal.

    Args:
        rows: The rows of one casebook.
        without: Tables to leave out.
    """
    made: dict[int, hashlib.blake2b] = {}
    for table in owned(rows):
        if table.name not in without:
            for owner, *row in rows.all(table.with_owner):
                made.setdefault(owner, hashlib.blake2b(digest_size=16)).update(repr((table.name, row)).encode())
    return {client: digest.digest() for client, digest in made.items()}


def _parents(rows: Rows, table: str, known: dict[str, tuple[tuple[str, str], ...]]) -> dict[str, str]:
    sql = 'SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id'
    return {column: parent for column, parent in rows.all(sql, table) if parent in known}


def _parents_first(tables: list[Owned]) -> list[Owned]:
    placed: list[Owned] = []
    while len(placed) < len(tables):
        names = {table.name for table in placed}
        placed += [table for table in tables if table not in placed and set(table.parents.values()) <= names]
    return placed
