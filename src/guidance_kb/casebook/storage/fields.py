"""The JSON of our own files, read with suspicion: whatever is wrong with a field is a `ValueError`."""

import base64
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from guidance_kb.casebook.vault.envelope import Cost

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
