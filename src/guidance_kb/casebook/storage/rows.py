"""Reading and writing rows: the one place through which every statement of the store goes.

What the machine does wrong (full disk, locked, read-only, damaged) becomes a `KnownError` here and nowhere else.
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

# The JSON of our own files, read with suspicion: whatever is wrong with a field is a `ValueError`.


_KDF: Final = "argon2id"


class Fields:
    """A JSON object of which nothing is believed: a field that is missing, or of another type or size, is a `ValueError`."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    @classmethod
    def of(cls, value: object) -> "Fields":
        """Takes what JSON was read as."""
        if not isinstance(value, dict):
            raise ValueError  # noqa: TRY004 - one kind of error for all that is wrong with the file
        return cls(value)

    def refuse_others(self, names: AbstractSet[str]) -> None:
        """Checks that these are the fields, and no others."""
        if self._fields.keys() != names:
            raise ValueError

    def text(self, name: str) -> str:
        """Returns a text."""
        value = self._fields.get(name)
        if not isinstance(value, str):
            raise ValueError  # noqa: TRY004
        return value

    def number(self, name: str) -> int:
        """Returns a whole number."""
        value = self._fields.get(name)
        if type(value) is not int:  # a bool is an int too
            raise ValueError
        return value

    def items(self, name: str) -> list[object]:
        """Returns a list."""
        value = self._fields.get(name)
        if not isinstance(value, list):
            raise ValueError  # noqa: TRY004
        return value

    def binary(self, name: str, size: int) -> bytes:
        """Returns so many bytes, which are written in base 64."""
        value = base64.b64decode(self.text(name), validate=True)  # its error is a ValueError
        if len(value) != size:
            raise ValueError
        return value

    def cost(self) -> Cost:
        """Returns what Argon2id was made to cost, sane or not."""
        if self.text("kdf") != _KDF:
            raise ValueError
        return Cost(self.number("memory"), self.number("iterations"), self.number("lanes"))


def of_cost(cost: Cost) -> dict[str, object]:
    """Returns the fields that `Fields.cost` reads."""
    return {"kdf": _KDF, "memory": cost.memory, "iterations": cost.iterations, "lanes": cost.lanes}


def of_binary(value: bytes) -> str:
    """Returns the text that `Fields.binary` reads."""
    return base64.b64encode(value).decode("ascii")


Value = str | int | None
Row = tuple[Any, ...]
Values = Mapping[str, Value]


class Rows:
    """The rows of one open casebook. Names of tables and columns are always ours, never a user's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self, function: Callable[[str], str]) -> None:
        """Lets queries call a function by its name."""
        self._database.conn.create_function(function.__name__, 1, function)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keeps what is written inside together: all of it is stored, or nothing. May be nested."""
        with told(), self._database.atomic():
            yield

    def all(self, sql: str, *parameters: Value) -> list[Row]:
        """Returns the rows of a query."""
        with told():
            return self._database.execute(sql, parameters).fetchall()

    def named(self, sql: str, **parameters: Value) -> list[Row]:
        """Returns the rows of a query with named parameters."""
        with told():
            return self._database.execute(sql, parameters).fetchall()

    def first(self, sql: str, *parameters: Value) -> Row | None:
        """Returns the first row of a query, or None."""
        with told():
            row: Row | None = self._database.execute(sql, parameters).fetchone()
        return row

    def the(self, sql: str, *parameters: Value) -> Row:
        """Returns the row that must be there.

        Raises:
            BugError: It is not: somebody holds the id of something that was removed.
        """
        row = self.first(sql, *parameters)
        if row is None:
            raise BugError("a row that is not there")
        return row

    def run(self, sql: str, *parameters: Value) -> int:
        """Runs a statement and returns how many rows it changed."""
        with told():
            return self._database.execute(sql, parameters).rowcount

    def insert(self, table: str, values: Values) -> int:
        """Adds a row and returns its id."""
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608
        with told():
            row = self._database.execute(sql, tuple(values.values())).lastrowid
        if row is None:
            raise BugError("nothing was inserted")
        return row

    def update(self, table: str, row: int, values: Values) -> None:
        """Changes columns of a row.

        Raises:
            BugError: There is no such row.
        """
        settings = ", ".join(f"{column} = ?" for column in values)
        _one(self.run(f"UPDATE {table} SET {settings} WHERE id = ?", *values.values(), row))  # noqa: S608

    def delete(self, table: str, row: int) -> None:
        """Removes a row, and what hangs on it.

        Raises:
            BugError: There is no such row.
        """
        _one(self.run(f"DELETE FROM {table} WHERE id = ?", row))  # noqa: S608

    def columns(self, table: str, row: int) -> dict[str, Value]:
        """Returns a row with the names of its columns.

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
    """Nobody changes what was removed in the meantime without noticing."""
    if changed != 1:
        raise BugError("a row that is not there")
