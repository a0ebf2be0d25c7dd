"""What the self-check says of the records."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guidance_kb.casebook.storage.health import JournalHealth, Key, StoreHealth
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.doctor import records
from guidance_kb.doctor.records import OLD, checks
from tests.casebook.conftest import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    folder = tmp_path / "casebook"
    Vault(folder, cost=CHEAP).create(PASSPHRASE)
    return folder


def back_up(casebook: Path, made: datetime) -> None:
    folder = casebook / "backups" / f"{made:%Y%m%d-%H%M%S}Z"
    folder.mkdir(parents=True)
    (folder / "casebook.db").write_bytes(bytes(10))


def told(casebook: Path) -> dict[str, tuple[str, str]]:
    return {check.id: (check.state, check.value.en) for check in checks(casebook, NOW)}


def test_without_records_there_is_one_line(tmp_path: Path) -> None:
    assert told(tmp_path) == {"records": ("ok", "not created yet")}


def test_a_new_casebook_wants_a_backup(casebook: Path) -> None:
    found = told(casebook)
    assert found.pop("records-backups") == ("note", "none")
    assert {state for state, _ in found.values()} == {"ok"}


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(minutes=5), ("ok", "1, the newest of today")),
        (timedelta(days=1), ("ok", "1, the newest 1 day old")),
        (OLD, ("ok", "1, the newest 14 days old")),
        (OLD + timedelta(days=1), ("note", "1, the newest 15 days old")),
        (-timedelta(days=1), ("ok", "1, the newest of today")),
    ],
)
def test_the_age_of_the_newest_backup(casebook: Path, age: timedelta, expected: tuple[str, str]) -> None:
    back_up(casebook, NOW - age)
    assert told(casebook)["records-backups"] == expected


def test_what_is_wrong_says_what_to_do(casebook: Path) -> None:
    (casebook / "casebook.key").unlink()
    (casebook / "casebook.db").write_bytes(b"not a database")
    wrong = [check for check in checks(casebook, NOW) if check.state == "wrong"]
    assert {check.id for check in wrong} == {"records-key", "records-store"}
    assert all(check.advice and check.advice.nl and check.advice.en for check in wrong)


def test_every_state_has_words_and_what_is_not_well_has_advice() -> None:
    for table, states in ((records._KEY, Key), (records._STORE, StoreHealth), (records._JOURNAL, JournalHealth)):
        assert set(table) == set(states)  # type: ignore[call-overload]
        for state, value, advice in table.values():  # type: ignore[attr-defined]
            assert value.nl
            assert value.en
            assert (state == "ok") == (advice is None)
