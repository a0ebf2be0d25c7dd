"""SQL access to the store: every statement goes through this module. Also the validation of JSON files.

Errors of the machine (full disk, locked, read-only, damaged) become a `KnownError` here.
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, Final

from sqlite_utils import Database

from guidance_kb.casebook.errors import told
from guidance_kb.casebook.vault.envelope import Cost
from guidance_kb.errors import BugError

# --- JSON files of the program, validated: every invalid field is a `ValueError`


_KDF: Final = "argon2id"


class Fields:
    """A JSON object whose fields are validated: a missing field, or one of another type or size, is a `ValueError`."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    @classmethod
    def of(cls, value: object) -> "Fields":
        """Return the fields of parsed JSON, which must be an object."""
        if not isinstance(value, dict):
            raise ValueError  # noqa: TRY004 - one kind of error for all that is wrong with the file
        return cls(value)

    def refuse_others(self, names: AbstractSet[str]) -> None:
        """Check that the fields are exactly `names`."""
        if self._fields.keys() != names:
            raise ValueError

    def text(self, name: str) -> str:
        """Return a string field."""
        value = self._fields.get(name)
        if not isinstance(value, str):
            raise ValueError  # noqa: TRY004
        return value

    def number(self, name: str) -> int:
        """Return an integer field."""
        value = self._fields.get(name)
        if type(value) is not int:  # excludes bool, which is a subclass of int
            raise ValueError
        return value

    def items(self, name: str) -> list[object]:
        """Return a list field."""
        value = self._fields.get(name)
        if not isinstance(value, list):
            raise ValueError  # noqa: TRY004
        return value

    def binary(self, name: str, size: int) -> bytes:
        """Return the bytes of a base64 field, which must be `size` bytes."""
        value = base64.b64decode(self.text(name), validate=True)  # its error is a ValueError
        if len(value) != size:
            raise ValueError
        return value

    def cost(self) -> Cost:
        """Return the Argon2id cost; the caller checks whether it is sane."""
        if self.text("kdf") != _KDF:
            raise ValueError
        return Cost(self.number("memory"), self.number("iterations"), self.number("lanes"))


def of_cost(cost: Cost) -> dict[str, object]:
    """Return the fields of `cost`, as `Fields.cost` reads them."""
    return {"kdf": _KDF, "memory": cost.memory, "iterations": cost.iterations, "lanes": cost.lanes}


def of_binary(value: bytes) -> str:
    """Return `value` in base64, as `Fields.binary` reads it."""
    return base64.b64encode(value).decode("ascii")


Value = str | int | None
Row = tuple[Any, ...]
Values = Mapping[str, Value]


class Rows:
    """The rows of one open casebook. Names of tables and columns must come from the code, never from a user."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self, function: Callable[[str], str]) -> None:
        """Register a function that queries can call by its name."""
        self._database.conn.create_function(function.__name__, 1, function)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run the writes of the block in one transaction; may be nested."""
        with told(), self._database.atomic():
            yield

    def all(self, sql: str, *parameters: Value) -> list[Row]:
        """Return the rows of a query."""
        with told():
            return self._database.execute(sql, parameters).fetchall()

    def named(self, sql: str, **parameters: Value) -> list[Row]:
        """Return the rows of a query with named parameters."""
        with told():
            return self._database.execute(sql, parameters).fetchall()

    def first(self, sql: str, *parameters: Value) -> Row | None:
        """Return the first row of a query, or None."""
        with told():
            row: Row | None = self._database.execute(sql, parameters).fetchone()
        return row

    def the(self, sql: str, *parameters: Value) -> Row:
        """Return the first row of a query that must have one.

        Raises:
            BugError: There is no such row: the caller has the id of something that was removed.
        """
        row = self.first(sql, *parameters)
        if row is None:
            raise BugError("a row that is not there")
        return row

    def run(self, sql: str, *parameters: Value) -> int:
        """Run a statement and return the number of changed rows."""
        with told():
            return self._database.execute(sql, parameters).rowcount

    def insert(self, table: str, values: Values) -> int:
        """Add a row and return its id."""
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608
        with told():
            row = self._database.execute(sql, tuple(values.values())).lastrowid
        if row is None:
            raise BugError("nothing was inserted")
        return row

    def update(self, table: str, row: int, values: Values) -> None:
        """Change columns of a row.

        Raises:
            BugError: There is no such row.
        """
        settings = ", ".join(f"{column} = ?" for column in values)
        _one(self.run(f"UPDATE {table} SET {settings} WHERE id = ?", *values.values(), row))  # noqa: S608

    def delete(self, table: str, row: int) -> None:
        """Remove a row, and the rows that its foreign keys cascade to.

        Raises:
            BugError: There is no such row.
        """
        _one(self.run(f"DELETE FROM {table} WHERE id = ?", row))  # noqa: S608

    def columns(self, table: str, row: int) -> dict[str, Value]:
        """Return a row by the names of its columns.

        Raises:
            BugError: There is no such row.
        """
        with told():
            cursor = self._database.execute(f"SELECT * FROM {table} WHERE id = ?", (row,))  # noqa: S608
            found = cursor.fetchone()
        if found is None:
            raise BugError("a row that is not there")
        return dict(zip((column[0] for column in cursor.description), found, strict=True))


def _one(changed: int) -> None:
    """Raise unless one row was changed: the row may have been removed meanwhile."""
    if changed != 1:
        raise BugError("a row that is not there")
