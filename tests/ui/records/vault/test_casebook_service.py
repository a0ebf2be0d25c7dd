import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from guidance_kb.casebook.errors import WrongPassphrase
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError, KnownError
from guidance_kb.language import Text
from guidance_kb.preferences.options import KEEP_MONTHS, LOCK_MINUTES, RecordsSettings
from guidance_kb.ui.core.casebook_service import CONFIRMED, CasebookService, CasebookState, Changes
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE


def codes(store: Store) -> list[str]:
    return [row[0] for row in store.rows.all("SELECT code FROM client ORDER BY code")]


def test_without_a_casebook_nothing_is_made_by_looking(service: CasebookService) -> None:
    assert service.state is CasebookState.NONE
    service.query(service, "a", codes, lambda _: pytest.fail("there is nothing to ask"))
    with pytest.raises(BugError):
        service.execute(service, codes)
    service.close()
    assert not service.folder.exists()


def test_writes_are_carried_out_in_order_and_say_what_changed(qtbot: QtBot, opened: CasebookService) -> None:
    changes: list[Changes] = []
    opened.changed.connect(changes.append)
    for code in ("K-001", "K-002", "K-003"):
        opened.execute(opened, lambda store, code=code: store.clients.add(code), changes=Changes.CLIENTS)
    opened.execute(opened, lambda store: store.settings.write("a", "b"), changes=Changes.SETTINGS)
    opened.execute(opened, codes)
    found: list[list[str]] = []
    opened.query(opened, "codes", codes, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["K-001", "K-002", "K-003"]]
    opened.lock()
    assert changes == [*[Changes.CLIENTS] * 3, Changes.SETTINGS, Changes.RECORDS, Changes.STATE]


def test_who_is_gone_gets_no_answer_and_its_error_is_said_by_the_window(
    qtbot: QtBot, opened: CasebookService, failures: list[KnownError]
) -> None:
    def fail(_store: object) -> None:
        raise KnownError("vol", "full")

    owner = QObject()
    opened.query(owner, "codes", codes, lambda _: pytest.fail("nobody asks"))
    opened.execute(owner, lambda store: store.clients.add("K-001"), lambda _: pytest.fail("nobody asks"))
    opened.with_vault(owner, lambda _vault: 1, lambda _: pytest.fail("nobody asks"))
    opened.execute(owner, fail, failed=lambda _: pytest.fail("nobody asks"))
    opened.with_vault(owner, fail, failed=lambda _: pytest.fail("nobody asks"))
    delete(owner)
    found: list[list[str]] = []
    opened.query(opened, "after", codes, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["K-001"]]  # it was written all the same
    assert [error.text for error in failures] == [Text("vol", "full")] * 2


def test_only_the_newest_question_of_a_key_is_answered(qtbot: QtBot, opened: CasebookService) -> None:
    answers: list[int] = []
    for number in range(20):
        opened.query(opened, "same", lambda _store, number=number: number, answers.append)
    opened.query(opened, "other", lambda _store: -1, answers.append)
    qtbot.waitUntil(lambda: -1 in answers)
    assert answers == [19, -1]


def test_a_write_that_fails_is_said_in_the_one_place_and_the_next_goes_on(
    qtbot: QtBot, opened: CasebookService, failures: list[KnownError]
) -> None:
    def fail(_store: Store) -> None:
        raise KnownError("vol", "full")

    opened.execute(opened, fail)
    done: list[int] = []
    opened.execute(opened, lambda store: store.clients.add("K-001"), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert [error.text for error in failures] == [Text("vol", "full")]


def test_a_write_that_fails_is_said_by_who_wants_to(
    qtbot: QtBot, opened: CasebookService, failures: list[KnownError]
) -> None:
    def fail(_store: Store) -> None:
        raise KnownError("vol", "full")

    said: list[KnownError] = []
    opened.execute(opened, fail, failed=said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert failures == []


def test_what_is_written_at_the_last_moment_is_kept(qtbot: QtBot, opened: CasebookService, made: Vault) -> None:
    opened.about_to_lock.connect(lambda: opened.execute(opened, lambda store: store.clients.add("K-009")))
    opened.lock()
    assert opened.state is CasebookState.LOCKED
    opened.close()
    store = made.open(PASSPHRASE)
    assert codes(store) == ["K-009"]
    made.close()


def test_no_answer_arrives_after_locking(qtbot: QtBot, opened: CasebookService) -> None:
    opened.query(opened, "codes", codes, lambda _: pytest.fail("it is locked"))
    opened.execute(opened, lambda store: store.clients.add("K-001"), lambda _: pytest.fail("it is locked"))
    changes: list[Changes] = []
    opened.changed.connect(changes.append)
    opened.lock()
    with qtbot.waitSignal(opened.changed):
        opened.unlock(PASSPHRASE)
    found: list[list[str]] = []
    opened.query(opened, "codes", codes, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["K-001"]]  # it was written all the same
    assert changes == [Changes.STATE, Changes.STATE]


def test_an_error_that_comes_after_locking_is_still_said(
    qtbot: QtBot, opened: CasebookService, failures: list[KnownError]
) -> None:
    def fail(_store: Store) -> None:
        raise KnownError("vol", "full")

    opened.execute(opened, fail, failed=lambda _: pytest.fail("who asked is gone"))
    opened.lock()
    qtbot.waitUntil(lambda: bool(failures))


def test_a_closed_casebook_lets_another_process_in(opened: CasebookService, made: Vault) -> None:
    opened.close()
    made.open(PASSPHRASE)
    assert made.is_open
    made.close()


def test_a_wrong_passphrase_is_told_with_its_delay(qtbot: QtBot, locked: CasebookService) -> None:
    said: list[KnownError] = []
    locked.unlock("niet deze", lambda: pytest.fail("it is wrong"), said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert isinstance(said[0], WrongPassphrase)
    assert said[0].delay >= 1
    assert locked.state is CasebookState.LOCKED


def test_locked_while_it_is_being_opened_stays_locked(qtbot: QtBot, locked: CasebookService, made: Vault) -> None:
    locked.unlock(PASSPHRASE, lambda: pytest.fail("it was locked meanwhile"))
    locked.lock()
    locked.close()
    assert locked.state is CasebookState.LOCKED
    made.open(PASSPHRASE)  # so it is not held
    made.close()


def test_what_is_created_is_there_only_when_it_is_kept(qtbot: QtBot, service: CasebookService) -> None:
    keys: list[str] = []
    service.create(PASSPHRASE, keys.append)
    qtbot.waitUntil(lambda: bool(keys))
    assert service.state is CasebookState.NONE
    service.take_back()
    service.create(OTHER, keys.append)
    qtbot.waitUntil(lambda: len(keys) == 2)
    with qtbot.waitSignal(service.changed):
        service.keep_created(OTHER)
    assert service.state is CasebookState.OPEN
    assert service.recovery_confirmed
    service.take_back()  # too late: it is kept
    service.close()
    assert Vault(service.folder, cost=CHEAP).exists


@pytest.mark.parametrize("waits", [True, False])
def test_whoever_closes_the_program_before_the_end_leaves_nothing(
    qtbot: QtBot, service: CasebookService, waits: bool
) -> None:
    keys: list[str] = []
    service.create(PASSPHRASE, keys.append)
    if waits:
        qtbot.waitUntil(lambda: bool(keys))
    service.close()
    assert not Vault(service.folder, cost=CHEAP).exists
    assert {file.name for file in service.folder.iterdir()} <= {"casebook.lock"}


def test_a_created_casebook_that_was_cut_short_says_that_its_key_was_not_confirmed(
    qtbot: QtBot, opened: CasebookService
) -> None:
    assert not opened.recovery_confirmed
    opened.confirm_recovery()
    opened.lock()
    with qtbot.waitSignal(opened.changed):
        opened.unlock(PASSPHRASE)
    assert opened.recovery_confirmed


def test_settings_of_the_records_are_kept_in_the_casebook_within_their_limits(
    qtbot: QtBot, opened: CasebookService
) -> None:
    opened.choose(opened, LOCK_MINUTES, 25)
    opened.choose(opened, KEEP_MONTHS, 700)
    opened.lock()
    opened.settings = RecordsSettings()
    with qtbot.waitSignal(opened.changed):
        opened.unlock(PASSPHRASE)
    assert opened.settings == RecordsSettings(lock_minutes=25, keep_months=120)


def test_a_recovery_key_is_unconfirmed_until_it_is_typed_over(qtbot: QtBot, opened: CasebookService) -> None:
    opened.confirm_recovery()
    said: list[KnownError] = []
    opened.replace_recovery_key("niet deze", lambda _: pytest.fail("it is wrong"), said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert opened.recovery_confirmed
    qtbot.waitUntil(lambda: opened.vault.wait == 0)
    keys: list[str] = []
    opened.replace_recovery_key(PASSPHRASE, keys.append)
    qtbot.waitUntil(lambda: bool(keys))
    assert not opened.recovery_confirmed
    confirmed: list[str | None] = []
    opened.query(opened, "setting", lambda store: store.settings.read(CONFIRMED), confirmed.append)
    qtbot.waitUntil(lambda: confirmed == [""])


def test_setting_aside_makes_room_for_a_new_casebook(qtbot: QtBot, locked: CasebookService) -> None:
    with qtbot.waitSignal(locked.changed):
        locked.with_vault(locked, lambda vault: vault.quarantine(with_key=True))
    assert locked.state is CasebookState.NONE
    kept = [folder for folder in locked.folder.iterdir() if folder.name.startswith("damaged-")]
    assert {"casebook.db", "casebook.key"} <= {file.name for file in kept[0].iterdir()}


def test_the_first_paint_brings_nothing_of_it() -> None:
    code = (
        "import sys; import guidance_kb.app; "
        "print([n for n in ('sqlite_utils', 'sqlcipher3', 'zxcvbn', 'cryptography', 'PySide6.QtDBus') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
