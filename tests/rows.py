"""A table of data as one test: every row is tried, and all that fail are named."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps

import pytest

Test = Callable[..., None]


def rows(
    names: str | tuple[str, ...],
    values: Iterable[object],
    *,
    ids: Callable[..., object] | Iterable[object] | None = None,
) -> Callable[[Test], Test]:
    """Makes one test of a table, as `pytest.mark.parametrize` makes one of each row.

    For rows that are compared and nothing more: the fixtures of the test are made once for all of them.

    Args:
        names: The arguments that a row gives, separated by commas.
        values: The rows; a tuple for more than one argument.
        ids: What names a row where it fails, as `parametrize` takes it; the row itself, else.
    """
    given = [each.strip() for each in names.split(",")] if isinstance(names, str) else list(names)
    shown = list(values)
    table = [row if len(given) > 1 else (row,) for row in shown]
    if callable(ids):
        shown = [" ".join(str(ids(value)) for value in row) for row in table]
    elif ids is not None:
        shown = list(ids)

    def made(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def all_rows(**fixtures: object) -> None:
            faults = []
            for name, row in zip(shown, table, strict=True):
                assert isinstance(row, tuple | list)
                try:
                    test(**dict(zip(given, row, strict=True)), **fixtures)
                except (AssertionError, pytest.fail.Exception) as fault:
                    faults.append(f"{name}: {fault}")
            assert table, "a table without rows"
            assert not faults, f"{len(faults)} of {len(table)} rows:\n" + "\n".join(faults)

        others = [each for name, each in signature.parameters.items() if name not in given]
        all_rows.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]  # what pytest reads
        return all_rows

    return made
