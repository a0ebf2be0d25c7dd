"""The schema and its history: stores of released versions open, and nothing newer is touched."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb import paths
from guidance_kb.casebook.errors import TooNew
from guidance_kb.casebook.records.followups import FollowUpSubject
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.migrations import migrate, names
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.language import Language
from guidance_kb.preferences.options import LOCK_MINUTES
from tests.casebook.conftest import Clock
from tests.casebook.stores import KEY, STORES

SET_ASIDE = Judged(Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED, frozenset({"vraag-zorg!"}))


def _released() -> list[Path]:
    return sorted(path for path in STORES.iterdir() if path.name.isdigit())


def _opened(folder: Path, tmp_path: Path) -> Database:
    shutil.copy(folder / "casebook.db", tmp_path / "casebook.db")
    return encrypted_connection.connect(tmp_path / "casebook.db", KEY)


def _schema(database: Database) -> list[tuple[str, str, str]]:
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    return [(kind, name, " ".join(text.split())) for kind, name, text in database.execute(sql)]


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    """A database without anything, encrypted."""
    return encrypted_connection.create(tmp_path / "empty.db", KEY)


def test_every_version_has_its_store() -> None:
    assert [folder.name for folder in _released()] == [str(number) for number in range(1, len(names()) + 1)]
    assert [int(name.partition("-")[0]) for name in names()] == list(range(1, len(names()) + 1))


@pytest.mark.parametrize("folder", _released(), ids=lambda folder: folder.name)
def test_a_store_of_a_released_version_opens_with_all_that_was_in_it(
    folder: Path, tmp_path: Path, clock: Clock, empty: Database
) -> None:
    database = _opened(folder, tmp_path)
    saved: list[bool] = []
    migrate(database, lambda: saved.append(True))
    assert bool(saved) == (folder.name != str(len(names())))  # a backup first, when there is anything to do
    migrate(empty)
    assert _schema(database) == _schema(empty)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    store = Store(database, clock)
    first = store.clients.find("oefen-1")
    second = store.clients.find("OEFEN-2")
    assert first is not None
    assert second is not None
    assert (first.remark, second.keep_until) == ("oefencliënt", date(2027, 11, 1))
    (held,) = store.sessions.of_client(first.id)
    assert store.sessions.answers(held.id) == {"vraag-zorg": Answer(State.NAMED, By.CLIENT, "zorgt voor haar moeder")}
    then = store.sessions.signals_of(held.id)
    assert [signal.target for signal in then.signals] == ["care-duties"]
    assert then.current_verdicts == then.verdicts == {"care-duties": SET_ASIDE}
    assert (len(store.sessions.history(held.id)), len(store.sessions.reopenings(held.id)), held.seconds) == (2, 1, 600)
    assert [due.about for due in store.follow_ups.due_list(date(2026, 12, 8))] == [
        FollowUpSubject.STEP,
        FollowUpSubject.FOLLOW_UP,
    ]
    assert {found.source.value for found in store.words.search("moeder")} == {"answer"}
    assert store.settings.number(LOCK_MINUTES) == 15
    store.notes.write(first.id, "nog een notitie")
    database.close()
    empty.close()


def test_verdicts_of_the_first_version_are_no_longer_taken_back_as_changes_of_the_record(
    tmp_path: Path, clock: Clock
) -> None:
    """They are taken back in the conversation; and what could be taken back with them still can."""
    database = _opened(STORES / "1", tmp_path)
    before = dict(database.execute("SELECT kind, count(*) FROM action GROUP BY kind").fetchall())
    assert before.pop("signal_judged") == 1
    migrate(database)
    assert dict(database.execute("SELECT kind, count(*) FROM action GROUP BY kind").fetchall()) == before
    person = Store(database, clock).clients.find("OEFEN-1")
    assert person is not None
    while Store(database, clock).undo.take_back(person.id):
        pass
    database.close()


def test_the_present_store_is_not_written_to(empty: Database) -> None:
    migrate(empty)
    before = empty.execute("PRAGMA data_version").fetchone(), empty.conn.total_changes
    migrate(empty, lambda: pytest.fail("there was nothing to do"))
    assert (empty.execute("PRAGMA data_version").fetchone(), empty.conn.total_changes) == before
    empty.close()


def test_a_newer_store_is_refused_and_left_as_it_is(empty: Database) -> None:
    migrate(empty)
    sql = (
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('casebook', '999-from-later', '2030')"
    )
    empty.execute(sql)
    before = _schema(empty)
    with pytest.raises(TooNew) as refused:
        migrate(empty)
    assert "nieuwere versie" in refused.value.say(Language.NL)
    assert _schema(empty) == before
    empty.close()


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the migrations of a later version of the program."""
    folder = tmp_path / "db" / "casebook"
    shutil.copytree(paths.SQL / "casebook", folder)
    monkeypatch.setattr(paths, "SQL", tmp_path / "db")
    return folder


def test_a_change_of_the_schema_is_applied_once_after_a_backup(
    empty: Database, tmp_path: Path, later: Path, clock: Clock
) -> None:
    migrate(empty)
    note = Store(empty, clock).notes.write(Store(empty, clock).clients.add("K-1").id, "een notitie")
    empty.close()
    empty = encrypted_connection.connect(
        tmp_path / "empty.db", KEY
    )  # as another start of the program, without our functions yet
    (later / "998-colour.sql").write_text(
        "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT ''; UPDATE note SET text = 'een vondst';", "utf-8"
    )
    saved: list[list[str]] = []
    migrate(empty, lambda: saved.append([row[0] for row in empty.execute("SELECT text FROM note")]))
    migrate(empty, lambda: pytest.fail("there was nothing to do"))
    assert saved == [["een notitie"]]
    assert empty.execute("SELECT text, colour FROM note").fetchall() == [("een vondst", "")]
    assert [found.row for found in Store(empty, clock).words.search("vondsten")] == [note]
    empty.close()


def test_a_change_that_fails_leaves_everything_as_it_was(empty: Database, later: Path) -> None:
    migrate(empty)
    before = _schema(empty)
    (later / "998-wrong.sql").write_text("ALTER TABLE note ADD COLUMN colour TEXT; UPDATE nowhere SET x = 1;", "utf-8")
    with pytest.raises(sqlcipher.OperationalError):
        migrate(empty)
    assert _schema(empty) == before
    (later / "998-wrong.sql").unlink()
    migrate(empty)
    empty.close()


def test_without_a_backup_nothing_is_changed(empty: Database, later: Path) -> None:
    migrate(empty)
    before = _schema(empty)
    (later / "998-colour.sql").write_text("ALTER TABLE note ADD COLUMN colour TEXT;", "utf-8")

    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(empty, fails)
    assert _schema(empty) == before
    empty.close()
