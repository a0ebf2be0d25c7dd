"""The quick rows of the soak of the casebook a few times; `make soak` does all of them in full."""

from pathlib import Path

import pytest

from tests.soak.found import Row
from tests.soak.rows import ROWS, run

OF_THE_CASEBOOK = [row for row in ROWS if row.few and row.name != "packs"]


@pytest.mark.parametrize("row", OF_THE_CASEBOOK, ids=lambda row: row.name)
def test_nothing_is_lost_nothing_leaks_and_there_is_no_traceback(row: Row, knowledge_db: Path) -> None:
    found = run(row, row.few, knowledge_db)
    if found.skipped:
        pytest.skip(found.skipped)
    assert (found.lost, found.leaked, found.tracebacks) == ([], [], [])
    assert found.tried > 0
